/** Work in a thread of its own: what takes long, or takes all memory, holds up nobody and stops nothing. */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { Turns } from "../files/turns.js";

export interface SideWork<Given, Answer> {
  /** What runs in the thread: it does the work on its `workerData` and posts the answer, once. */
  readonly entry: URL;
  /** The same work in this thread: from the sources (tests) there is nothing built to run in another. */
  readonly here: (given: Given) => Promise<Answer>;
  readonly mostMs: number;
  readonly mostMegabytes: number;
  /** The answer when it took too much time or memory. */
  readonly tooMuch: Answer;
}

/** One kind of work. One piece of it at a time: others wait, and the answering thread keeps its processor. */
export class SideThread<Given, Answer> {
  private readonly turns = new Turns(1);

  constructor(private readonly work: SideWork<Given, Answer>) {}

  /** @param given is copied to the thread: plain data. */
  run(given: Given): Promise<Answer> {
    const { entry, here } = this.work;
    return this.turns.take(async () =>
      existsSync(fileURLToPath(entry)) ? this.threaded(given) : here(given),
    );
  }

  private threaded(given: Given): Promise<Answer> {
    const { entry, mostMs, mostMegabytes, tooMuch } = this.work;
    return new Promise((resolve, reject) => {
      const worker = new Worker(entry, {
        workerData: given,
        resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
        // What a reader warns of is of no use to anybody in the server's log.
        stderr: true,
      });
      const late = setTimeout(() => {
        resolve(tooMuch);
        void worker.terminate();
      }, mostMs);
      worker.once("message", (answer: Answer) => {
        clearTimeout(late);
        resolve(answer);
      });
      worker.once("error", (error: Error & { code?: string }) => {
        clearTimeout(late);
        if (error.code === "ERR_WORKER_OUT_OF_MEMORY") resolve(tooMuch);
        else reject(error);
      });
      worker.once("exit", () => {
        clearTimeout(late);
        reject(new Error("a side thread ended without an answer"));
      });
    });
  }
}
