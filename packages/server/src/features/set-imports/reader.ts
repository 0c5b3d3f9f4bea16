/** What runs in the reading thread: one document, one answer. */
import { parentPort, workerData } from "node:worker_threads";
import { readSets } from "./reading.js";

const { bytes, name } = workerData as { readonly bytes: Uint8Array; readonly name: string };
parentPort?.postMessage(await readSets(bytes, name));
