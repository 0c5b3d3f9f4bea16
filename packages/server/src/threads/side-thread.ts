/** Work in a thread of its own: what takes long, or takes all memory, holds up nobody and stops nothing. */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { Turns } from "../files/turns.js";
import { isAsked, type Told } from "./asking.js";

export interface SideWork<Given, Answer, Question = never, Reply = never> {
  /** What runs in the thread: it does the work on its `workerData` and posts the answer, once. */
  readonly entry: URL;
  /** The same work in this thread: from the sources (tests) there is nothing built to run in another. */
  readonly here: (given: Given, ask: Ask<Question, Reply>) => Promise<Answer>;
  readonly mostMs: number;
  readonly mostMegabytes: number;
  /** The answer when it took too much time or memory. */
  readonly tooMuch: Answer;
}

/** How work asks, in the course of it, for what only the answering thread has: the database, a file to write to. */
export type Ask<Question, Reply> = (question: Question) => Promise<Reply>;

const asksNothing: Ask<unknown, never> = () => Promise.reject(new Error("nobody answers this work"));

/** One kind of work. One piece of it at a time: others wait, and the answering thread keeps its processor. */
export class SideThread<Given, Answer, Question = never, Reply = never> {
  private readonly turns = new Turns(1);

  constructor(private readonly work: SideWork<Given, Answer, Question, Reply>) {}

  /**
   * @param given is copied to the thread: plain data.
   * @param reply answers what the work asks; what it throws ends the work.
   */
  run(given: Given, reply: Ask<Question, Reply> = asksNothing): Promise<Answer> {
    const { entry, here } = this.work;
    return this.turns.take(async () =>
      existsSync(fileURLToPath(entry)) ? this.threaded(given, reply) : here(given, reply),
    );
  }

  private threaded(given: Given, reply: Ask<Question, Reply>): Promise<Answer> {
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
      worker.on("message", (message: Answer) => {
        if (!isAsked<Question>(message)) {
          clearTimeout(late);
          resolve(message);
          return;
        }
        const { asked } = message;
        reply(message.question).then(
          (told) => worker.postMessage({ asked, told } satisfies Told<Reply>),
          (error: unknown) => {
            clearTimeout(late);
            reject(error);
            void worker.terminate();
          },
        );
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
