/** The making of one export: its bytes go into the store as they come, whole or not at all. In whatever thread. */
import { PassThrough } from "node:stream";
import type { Connection } from "../../database/connection.js";
import type { FileStore, ReceivedFile } from "../../files/store.js";
import { type Edition, findEdition } from "../results/repository.js";
import type { SetShelf } from "../sets/shelf.js";
import type { TakenExport } from "./desk-repository.js";
import { openFrame } from "./frame.js";
import { exportKind } from "./kinds/all.js";
import type { ExportWork } from "./kinds/kind.js";
import { counting } from "./progress.js";

export interface MakingGround {
  readonly db: Connection;
  readonly sets: SetShelf;
  readonly files: FileStore;
}

/** Work that is not wanted any more: cancelled, taken by another, or the process ends. */
export class ExportStopped extends Error {}

export interface Watch {
  /** Told at every step. */
  readonly step: (done: number, total: number) => void;
  readonly stopped: AbortSignal;
}

/** A run that is none: then results are those that were entered for a year before OpenDTI. */
const NO_RUN = "00000000-0000-0000-0000-000000000000";

/**
 * Makes the file and keeps it.
 * @throws {ExportStopped} as soon as it is stopped, and leaves nothing; whatever else keeps it from being made.
 */
export async function makeExport(
  { db, sets, files }: MakingGround,
  taken: TakenExport,
  { step, stopped }: Watch,
): Promise<Pick<ReceivedFile, "hash" | "size">> {
  const kind = exportKind(taken.kind);
  if (kind === undefined) throw new RangeError(`there is no export ${taken.kind}`);
  const edition = kind.of === "own" ? null : await editionOf(db, taken);
  const { campaignId, askedBy, language } = taken;
  const stepping = (done: number, total: number): void => {
    if (stopped.aborted) throw new ExportStopped();
    step(done, total);
  };
  const work: ExportWork = {
    db,
    sets,
    campaignId,
    edition,
    askedBy,
    language,
    async frame(passes) {
      if (edition === null) throw new RangeError(`${taken.kind} is not made of results`);
      const sight = taken.sight === "whole" ? "whole" : "public";
      return counting(await openFrame({ db, sets }, edition, { sight, language }), passes, stepping);
    },
    step: stepping,
  };
  const sink = new PassThrough();
  const receiving = files.receive(sink);
  // Either may fail first; the other one follows, and its failure says nothing more.
  const making = kind.make(work, sink).catch((error: unknown) => {
    sink.destroy(error instanceof Error ? error : new Error(String(error)));
    throw error;
  });
  const [made, received] = await Promise.allSettled([making, receiving]);
  if (made.status === "rejected") throw made.reason;
  if (received.status === "rejected") throw received.reason;
  try {
    if (stopped.aborted) throw new ExportStopped();
    await files.keep(received.value);
  } finally {
    await files.drop(received.value);
  }
  return { hash: received.value.hash, size: received.value.size };
}

async function editionOf(db: Connection, { campaignId, runId }: TakenExport): Promise<Edition> {
  const edition = await findEdition(db, campaignId, { run: runId ?? NO_RUN });
  if (edition === undefined || (edition.run === null && !edition.imported))
    throw new Error(`campaign ${campaignId} has no such results any more`);
  return edition;
}
