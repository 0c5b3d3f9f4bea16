/** Making documents beside the thread that answers requests. */
import { Problem } from "../../http/problem.js";
import { SideThread } from "../../threads/side-thread.js";
import type { DocumentForm, FoundInTemplate, Made, Order, OrderedDocument } from "./order.js";

const thread = new SideThread<Order, Made>({
  entry: new URL("./maker.js", import.meta.url),
  here: async (order) => (await import("./making.js")).make(order),
  // Three hundred units in eight tables take a few seconds.
  mostMs: 60_000,
  mostMegabytes: 512,
  tooMuch: {
    ok: false,
    code: "content-refused",
    why: {
      vi: "Văn bản quá dài nên chưa xuất được trong thời gian cho phép. Hãy thử lại, hoặc tải dạng Word thay cho PDF.",
      en: "The document is too long to be made in the time allowed. Try again, or take Word in place of PDF.",
    },
  },
});

/** The bytes of a document. @throws {Problem} `pdf-unavailable`; `content-refused` when it takes too much. */
export const makeDocument = (document: OrderedDocument, form: DocumentForm): Promise<Buffer> =>
  bytesOf({ wish: "document", document, form });

/** The template that shows every name. */
export const makeExample = (): Promise<Buffer> => bytesOf({ wish: "example" });

/** What is odd in a template. @throws {Problem} `upload-refused` for what is none, with the reason. */
export async function checkTemplate(bytes: Uint8Array): Promise<readonly FoundInTemplate[]> {
  const made = await thread.run({ wish: "check", bytes });
  if (!made.ok) throw new Problem(made.code, made.why);
  if ("findings" in made) return made.findings;
  throw new Error("a template was to be looked through, and a document came back");
}

async function bytesOf(order: Order): Promise<Buffer> {
  const made = await thread.run(order);
  if (!made.ok) throw new Problem(made.code, made.why);
  if (!("bytes" in made)) throw new Error("a document was asked for, and findings came back");
  const { buffer, byteOffset, byteLength } = made.bytes;
  return Buffer.from(buffer, byteOffset, byteLength);
}
