/** Making documents beside the thread that answers requests. */
import { Problem } from "../../http/problem.js";
import { SideThread } from "../../threads/side-thread.js";
import type { DocumentForm, Made, Order, OrderedDocument } from "./order.js";

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
export async function makeDocument(document: OrderedDocument, form: DocumentForm): Promise<Buffer> {
  const made = await thread.run({ document, form });
  if (!made.ok) throw new Problem(made.code, made.why);
  const { buffer, byteOffset, byteLength } = made.bytes;
  return Buffer.from(buffer, byteOffset, byteLength);
}
