/** Making an export in a thread of its own: nobody who asks for a page waits for it, and it may run out of memory alone. */
import { existsSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import type { Platform } from "../../platform.js";
import type { TakenExport } from "./desk-repository.js";
import { ExportStopped, makeExport, type Watch } from "./making.js";
import { openExportStore, type StoreSettings } from "./store.js";

/** What the thread is told: plain data. */
export interface MakingOrder {
  readonly taken: TakenExport;
  /** Of the database. */
  readonly url: string;
  readonly store: StoreSettings;
}

/** What it says: how far it is, then once how it ended. */
export type MakingWord =
  | { readonly done: number; readonly total: number }
  | { readonly file: MadeFile }
  | { readonly stopped: true };

export interface MadeFile {
  readonly hash: string;
  readonly size: number;
}

/** No export took all the memory that it may have. */
export class ExportTooLarge extends Error {}
/** It should long have been made. */
export class ExportTooLong extends Error {}

const MOST_MEGABYTES = 512;
export const MOST_MINUTES = 30;
/** How long work that is told to stop may take to tidy up. */
const TIDYING_MS = 5_000;

/** What runs in the thread: what was built. From the sources (tests) there is none, and it is made in this thread. */
const entry = new URL("./maker.js", import.meta.url);

/** @throws {ExportStopped} {@link ExportTooLarge} {@link ExportTooLong} */
export function makeInThread(platform: Platform, taken: TakenExport, watch: Watch): Promise<MadeFile> {
  const { data, filesUrl } = platform.config;
  const store = { data, filesUrl };
  if (existsSync(fileURLToPath(entry)))
    return threaded({ taken, url: platform.pool.options.connectionString ?? "", store }, watch);
  return makeExport({ db: platform.db, sets: platform.sets, files: openExportStore(store) }, taken, watch);
}

function threaded(order: MakingOrder, { step, stopped }: Watch): Promise<MadeFile> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(entry, {
      workerData: order,
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
    });
    const stop = (): void => {
      worker.postMessage("stop");
      void pause(TIDYING_MS, undefined, { ref: false }).then(() => worker.terminate());
    };
    const late = setTimeout(() => {
      reject(new ExportTooLong());
      stop();
    }, MOST_MINUTES * 60_000);
    stopped.addEventListener("abort", stop, { once: true });
    worker.on("message", (word: MakingWord) => {
      if ("done" in word) step(word.done, word.total);
      else if ("file" in word) resolve(word.file);
      else reject(new ExportStopped());
    });
    worker.once("error", (error: Error & { code?: string }) =>
      reject(error.code === "ERR_WORKER_OUT_OF_MEMORY" ? new ExportTooLarge() : error),
    );
    worker.once("exit", () => {
      clearTimeout(late);
      stopped.removeEventListener("abort", stop);
      reject(
        stopped.aborted ? new ExportStopped() : new Error("the making of an export ended without a file"),
      );
    });
  });
}
