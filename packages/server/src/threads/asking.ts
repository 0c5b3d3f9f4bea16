/** What a side thread and the answering thread say to each other in the course of a piece of work. */
import type { MessagePort } from "node:worker_threads";

interface Asked<Question> {
  /** Its number, by which the reply is told from others. */
  readonly asked: number;
  readonly question: Question;
}

export interface Told<Reply> {
  readonly asked: number;
  readonly told: Reply;
}

export function isAsked<Question>(message: unknown): message is Asked<Question> {
  return typeof message === "object" && message !== null && "asked" in message && "question" in message;
}

/** In the side thread: the way to ask. While a reply is awaited the thread stays; afterwards it may end. */
export function askThrough<Question, Reply>(port: MessagePort): (question: Question) => Promise<Reply> {
  const waiting = new Map<number, (told: Reply) => void>();
  let count = 0;
  port.on("message", ({ asked, told }: Told<Reply>) => {
    waiting.get(asked)?.(told);
    waiting.delete(asked);
    if (waiting.size === 0) port.unref();
  });
  port.unref();
  return (question) =>
    new Promise((resolve) => {
      count += 1;
      waiting.set(count, resolve);
      port.ref();
      port.postMessage({ asked: count, question } satisfies Asked<Question>);
    });
}
