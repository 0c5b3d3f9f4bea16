/** What runs in the thread that makes exports: one export, with connections of its own. */
import { parentPort, workerData } from "node:worker_threads";
import { connect } from "../../database/connection.js";
import { SetShelf } from "../sets/shelf.js";
import { ExportStopped, makeExport } from "./making.js";
import type { MakingOrder, MakingWord } from "./making-thread.js";
import { openExportStore } from "./store.js";

/** One reads the stream, one what belongs to it. */
const CONNECTIONS = 2;
/** Between two words on progress. */
const QUIET_MS = 200;

const { taken, url, store } = workerData as MakingOrder;
const say = (word: MakingWord): void => parentPort?.postMessage(word);
const stopping = new AbortController();
parentPort?.once("message", () => stopping.abort());

const { db, close } = connect({ url, connections: CONNECTIONS, onLost: () => undefined });
let said = 0;
try {
  const file = await makeExport({ db, sets: new SetShelf(), files: openExportStore(store) }, taken, {
    step(done, total) {
      const now = performance.now();
      if (now - said < QUIET_MS) return;
      said = now;
      say({ done, total });
    },
    stopped: stopping.signal,
  });
  say({ file });
} catch (error) {
  if (error instanceof ExportStopped) say({ stopped: true });
  else throw error;
} finally {
  await close();
  parentPort?.close();
}
