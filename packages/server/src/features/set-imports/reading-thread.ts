/** Reading in a thread of its own: a document that takes long, or takes all memory, holds up nobody and stops nothing. */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { Turns } from "../../files/turns.js";
import type { Reading } from "./reading.js";

/** No decision takes so long. */
const MOST_MS = 120_000;
/** No decision takes so much. */
const MOST_MEGABYTES = 768;

/** One at a time: others wait, and the answering thread keeps its processor. */
const turns = new Turns(1);

/** What runs in the thread: what was built. From the sources (tests) there is none, and it is read in this thread. */
const entry = new URL("./reader.js", import.meta.url);

/**
 * Reads a document's bytes.
 * @returns the reading, or why there is none: also when it took too long or too much memory.
 */
export function readInThread(bytes: Uint8Array, name: string): Promise<Reading> {
  return turns.take(async () => {
    if (existsSync(fileURLToPath(entry))) return threaded(bytes, name);
    const { readSets } = await import("./reading.js");
    return readSets(bytes, name);
  });
}

function threaded(bytes: Uint8Array, name: string): Promise<Reading> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(entry, {
      workerData: { bytes, name },
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
      // What the reader warns of is of no use to anybody in the server's log.
      stderr: true,
    });
    const late = setTimeout(() => {
      resolve(TOO_MUCH);
      void worker.terminate();
    }, MOST_MS);
    worker.once("message", (reading: Reading) => {
      clearTimeout(late);
      resolve(reading);
    });
    worker.once("error", (error: Error & { code?: string }) => {
      clearTimeout(late);
      if (error.code === "ERR_WORKER_OUT_OF_MEMORY") resolve(TOO_MUCH);
      else reject(error);
    });
    worker.once("exit", () => {
      clearTimeout(late);
      reject(new Error("the reading thread ended without an answer"));
    });
  });
}

const TOO_MUCH: Reading = {
  ok: false,
  code: "upload-refused",
  why: {
    vi: "Đọc văn bản này tốn quá nhiều thời gian hoặc bộ nhớ. Hãy tách phần phụ lục có bảng chỉ số ra một tệp riêng rồi gửi lại.",
    en: "Reading this document takes too long or too much memory. Put the annex with the table of indicators into a file of its own and send that.",
  },
};
