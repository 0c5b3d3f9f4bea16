/**
 * More asked than can be done: some are refused at once, and told when to come again, rather than all waiting until none
 * is answered in time. Only the interface is guarded: health and figures answer whatever happens.
 */
import { monitorEventLoopDelay } from "node:perf_hooks";
import type { FastifyInstance } from "fastify";
import type { Platform } from "../platform.js";
import { Problem } from "./problem.js";

/** Answers later than this are of no use: the browser has asked again. Of one turn of the event loop, on the mean. */
const TURN_MILLISECONDS = 1000;
/** Looks in a row that have to find it so: one long turn (a set is compiled) is no overload. */
const LATE_LOOKS = 3;
const LOOK_MILLISECONDS = 1000;
/** Who is sent away comes again within this, each at another time. */
const RETRY_SECONDS = 5;

/** Guards the routes of `api`: by those who wait for the database, and by how late the process itself is. */
export function refuseOverload(api: FastifyInstance, { config, pool }: Platform): void {
  const late = lateness(api);
  api.addHook("onRequest", async () => {
    if (pool.waitingCount < config.waitingRequests && !late()) return;
    throw new Problem(
      "not-ready",
      {
        vi: "Rất nhiều người đang cùng gửi. Nội dung đã nhập vẫn được giữ; hãy thử lại sau ít giây.",
        en: "Very many people are sending at once. What was typed is kept; try again in a few seconds.",
      },
      { retryAfter: 1 + Math.floor(Math.random() * RETRY_SECONDS) },
    );
  });
}

function lateness(api: FastifyInstance): () => boolean {
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  let looks = 0;
  const timer = setInterval(() => {
    looks = delay.mean / 1e6 > TURN_MILLISECONDS ? looks + 1 : 0;
    delay.reset();
  }, LOOK_MILLISECONDS);
  timer.unref();
  api.addHook("onClose", async () => {
    clearInterval(timer);
    delay.disable();
  });
  return () => looks >= LATE_LOOKS;
}
