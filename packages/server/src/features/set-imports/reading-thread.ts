/** Reading documents beside the thread that answers requests. */
import { SideThread } from "../../threads/side-thread.js";
import type { Reading } from "./reading.js";

const thread = new SideThread<{ readonly bytes: Uint8Array; readonly name: string }, Reading>({
  entry: new URL("./reader.js", import.meta.url),
  here: async ({ bytes, name }) => (await import("./reading.js")).readSets(bytes, name),
  // No decision takes so long, or so much.
  mostMs: 120_000,
  mostMegabytes: 768,
  tooMuch: {
    ok: false,
    code: "upload-refused",
    why: {
      vi: "Đọc văn bản này tốn quá nhiều thời gian hoặc bộ nhớ. Hãy tách phần phụ lục có bảng chỉ số ra một tệp riêng rồi gửi lại.",
      en: "Reading this document takes too long or too much memory. Put the annex with the table of indicators into a file of its own and send that.",
    },
  },
});

/**
 * Reads a document's bytes.
 * @returns the reading, or why there is none: also when it took too long or too much memory.
 */
export const readInThread = (bytes: Uint8Array, name: string): Promise<Reading> =>
  thread.run({ bytes, name });
