/** What runs in the making thread: one order, one answer. */
import { parentPort, workerData } from "node:worker_threads";
import { make } from "./making.js";
import type { Order } from "./order.js";

parentPort?.postMessage(await make(workerData as Order));
