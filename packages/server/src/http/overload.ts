/**
 * More asked than can be done: some are refused at once, and told when to come again, rather than all waiting until none
 * is answered in time. Only the interface is guarded: health and figures answer whatever happens.
 */
import underPressure from "@fastify/under-pressure";
import type { FastifyInstance } from "fastify";
import type { Platform } from "../platform.js";
import { Problem } from "./problem.js";

/** Answers later than this are of no use: the browser has asked again. Of one turn of the event loop, on the mean. */
const TURN_MILLISECONDS = 2000;
/** Who is sent away comes again within this, each at another time. */
const RETRY_SECONDS = 5;

/** Guards the routes registered on `api` after it. */
export async function refuseOverload(api: FastifyInstance, { config, pool }: Platform): Promise<void> {
  await api.register(underPressure, { maxEventLoopDelay: TURN_MILLISECONDS, retryAfter: 2 });
  api.addHook("onRequest", async () => {
    if (pool.waitingCount < config.waitingRequests) return;
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
