/** The workbooks of a whole campaign made behind the requests, however many units there are. */
import { Readable, type Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type WorkbookOrigin, writeAppraisalWorkbook, writeCampaignWorkbook } from "@opendti/documents";
import type { Connection } from "../../database/connection.js";
import { findAccount } from "../accounts/repository.js";
import type { SetShelf } from "../sets/shelf.js";
import { rowSource } from "./appraisal.js";
import { type Asking, unitSource } from "./campaign.js";

/** What they are made from, and for whom. */
interface Behind {
  readonly db: Connection;
  readonly sets: SetShelf;
  readonly campaignId: string;
  /** Whose it is: what is theirs to fill in is open. */
  readonly askedBy: string | null;
  step(done: number, total: number): void;
}

export async function writeCampaignBehind(work: Behind, sink: Writable): Promise<void> {
  const source = await unitSource(await askingOf(work), work.campaignId);
  await write(work, source, writeCampaignWorkbook, sink);
}

export async function writeAppraisalBehind(work: Behind, sink: Writable): Promise<void> {
  const source = await rowSource(await askingOf(work), work.campaignId);
  await write(work, source, writeAppraisalWorkbook, sink);
}

interface Source<T> extends Pick<WorkbookOrigin, "set"> {
  readonly origin: Omit<WorkbookOrigin, "set">;
  next(): Promise<readonly T[]>;
  progress(): { readonly done: number; readonly total: number };
}

async function write<T>(
  { step }: Behind,
  { origin, set, next, progress }: Source<T>,
  pieces: (origin: WorkbookOrigin, items: AsyncIterable<T>) => AsyncIterable<Uint8Array>,
  sink: Writable,
): Promise<void> {
  async function* items(): AsyncGenerator<T> {
    for (let batch = await next(); batch.length > 0; ) {
      const { done, total } = progress();
      step(done, total);
      // The database gathers what follows while this is written.
      const following = next();
      following.catch(() => undefined);
      yield* batch;
      batch = await following;
    }
  }
  const { hash, campaign } = origin;
  await pipeline(Readable.from(pieces({ hash, campaign, set }, items()), { objectMode: false }), sink);
}

/** The one who asked, as they stand now. @throws when the account is gone. */
async function askingOf({ db, sets, askedBy }: Behind): Promise<Asking> {
  const account =
    askedBy === null ? undefined : await db.transaction().execute((work) => findAccount(work, askedBy));
  if (account === undefined || account.disabled) throw new Error("who asked for the workbook is gone");
  const { id: accountId, displayName, language, grants } = account;
  return {
    db,
    platform: { sets },
    at: new Date(),
    actor: {
      accountId,
      sessionId: "",
      displayName,
      language,
      grants: grants.map(({ role, unit }) => ({ role, unitId: unit.id })),
    },
  };
}
