/**
 * Makes what was asked for: one export at a time in each process, the one that has waited longest first. What a process
 * that died had in its hands is taken up again by whoever is alive.
 */

import type { ExportFault } from "../../database/export-tables.js";
import { dropLeftovers } from "../../files/store.js";
import type { JobFigures } from "../../jobs/job.js";
import { wake } from "../../jobs/wake.js";
import type { Platform } from "../../platform.js";
import * as repository from "./desk-repository.js";
import { ExportStopped } from "./making.js";
import { ExportTooLarge, ExportTooLong, type MadeFile, makeInThread } from "./making-thread.js";
import { openExportStore } from "./store.js";

/** The queue's name, by which the desk is called when somebody asks for an export. */
export const DESK = "make-exports";

/** How often a process at work is heard of, and after what silence it counts as dead. */
const BEAT_MS = 1_000;
const SILENCE_MS = 30_000;

/**
 * Makes one export, if any waits, and calls for the next.
 * @param stopping the process ends: what is under way is left to others.
 */
export async function makeNext(platform: Platform, stopping: AbortSignal): Promise<JobFigures> {
  if (stopping.aborted) return { made: 0 };
  const at = platform.now();
  const silentSince = new Date(at.getTime() - SILENCE_MS);
  const taken = await repository.takeExport(platform.db, { at, silentSince });
  if (taken === undefined) return { made: 0 };
  const figures = await make(platform, taken, stopping);
  if (!stopping.aborted && (await repository.isAnyWaiting(platform.db))) wake(platform, DESK);
  return { kind: taken.kind, ...figures };
}

async function make(
  platform: Platform,
  taken: repository.TakenExport,
  stopping: AbortSignal,
): Promise<JobFigures> {
  const { db } = platform;
  const began = performance.now();
  const unwanted = new AbortController();
  const far = { done: 0, total: 0 };
  const beat = setInterval(async () => {
    // The database may be away for a while: the next beat tells.
    const wanted = await repository.noteProgress(db, taken, { ...far, at: platform.now() }).catch(() => true);
    if (!wanted) unwanted.abort();
  }, BEAT_MS);
  try {
    const file = await makeInThread(platform, taken, {
      step: (done, total) => Object.assign(far, { done, total }),
      stopped: AbortSignal.any([unwanted.signal, stopping]),
    });
    await repository.noteProgress(db, taken, { ...far, done: far.total, at: platform.now() });
    const made = await finish(platform, taken, file);
    return { made, bytes: file.size, milliseconds: Math.round(performance.now() - began) };
  } catch (error) {
    if (stopping.aborted) await repository.putBack(db, taken);
    if (error instanceof ExportStopped) return { made: 0, stopped: 1 };
    await repository.failExport(db, taken, faultOf(error), platform.now());
    throw error;
  } finally {
    clearInterval(beat);
  }
}

function faultOf(error: unknown): ExportFault {
  if (error instanceof ExportTooLarge) return "too-large";
  return error instanceof ExportTooLong ? "too-long" : "failed";
}

/** @returns 1 when the file is there to be fetched. */
function finish(platform: Platform, taken: repository.TakenExport, file: MadeFile): Promise<number> {
  const store = openExportStore(platform.config);
  return platform.db.transaction().execute(async (db) => {
    await repository.lockFiles(db);
    if (!(await store.has(file.hash))) {
      // The same bytes were forgotten with an older export just now: they are made once more.
      await repository.putBack(db, taken);
      return 0;
    }
    if (await repository.finishExport(db, taken, file, platform.now())) return 1;
    // Cancelled in the last moment; bytes that another export has too stay its own.
    if (!(await repository.isNamed(db, file.hash))) await store.remove(file.hash);
    return 0;
  });
}

/** How long a file lies ready, and how long it is told what failed. */
const DAY_MS = 86_400_000;
const KEPT_MS = 7 * DAY_MS;

/** Forgets exports that ended a week ago, with their files. */
export async function forgetExports(platform: Platform): Promise<JobFigures> {
  const store = openExportStore(platform.config);
  const now = platform.now().getTime();
  // What a killed process left half-written is not waited for so long.
  await dropLeftovers(store, new Date(now - DAY_MS));
  const moment = new Date(now - KEPT_MS);
  return platform.db.transaction().execute(async (db) => {
    await repository.lockFiles(db);
    const { deleted, files } = await repository.deleteEndedBefore(db, moment);
    for (const hash of files) await store.remove(hash);
    return { forgotten: deleted, files: files.length };
  });
}
