/** What runs in the thread: one workbook, one answer. */
import { parentPort, workerData } from "node:worker_threads";
import { type FormWork, workOnForm } from "./form-work.js";

parentPort?.postMessage(await workOnForm(workerData as FormWork));
