/**
 * The audit log is sealed behind the savers: batches of events, each with a hash over its events and over the hash
 * before it. Whoever changes, adds or removes an event of the past has to change every hash since; the newest one
 * stands in the process's log, out of the database's reach.
 *
 * A batch holds the events of transactions that have all ended, so none slips in later; one sealer at a time, so N
 * processes make one chain; and nobody who saves ever waits for it.
 */
import { createHash } from "node:crypto";
import type { Connection, Work } from "../../database/connection.js";
import type { Batch } from "./sealing-repository.js";
import * as repository from "./sealing-repository.js";

/** What the first batch follows. */
const BEGINNING = "0".repeat(64);

/**
 * Seals what came since the last batch and can change no more.
 * @returns the batch; undefined when there was nothing, or another process is at it.
 */
export function sealAudit(db: Connection, at: Date): Promise<Batch | undefined> {
  return db.transaction().execute(async (work) => {
    if (!(await repository.takeTurn(work))) return undefined;
    const last = await repository.lastBatch(work);
    const fromXact = last?.toXact ?? 0n;
    const toXact = await repository.horizon(work);
    if (toXact <= fromXact) return undefined;
    const head = {
      number: (last?.number ?? 0n) + 1n,
      fromXact,
      toXact,
      previousHash: last?.hash ?? BEGINNING,
      sealedAt: at,
    };
    const content = await digest(work, head);
    if (content.events === 0n) return undefined;
    const batch = { ...head, ...content };
    await repository.insertBatch(work, batch);
    return batch;
  });
}

/**
 * Lets sealing go on in a database that was restored into another server. Call it before the first event is written
 * there; elsewhere it does nothing.
 */
export const alignAuditClock = (db: Connection): Promise<void> => repository.alignClock(db);

/** Where the log is not what was sealed. */
export interface AuditDifference {
  /** The first batch that does not fit. */
  readonly batch: bigint;
  readonly what: "batch-missing" | "range-changed" | "chain-broken" | "events-changed";
  readonly expected: string;
  readonly found: string;
}

export interface AuditVerification {
  readonly batches: number;
  readonly events: bigint;
  /** Events after the last batch: not sealed yet, so not vouched for. */
  readonly unsealed: bigint;
  /** The newest hash: compare it with one written down elsewhere, for a chain can be cut short at its end. */
  readonly head: string;
  /** Null: everything is as it was sealed. */
  readonly difference: AuditDifference | null;
}

/** Computes the whole chain again from the events. @returns what it counted, and the first difference. */
export function verifyAudit(db: Connection): Promise<AuditVerification> {
  return db
    .transaction()
    .setIsolationLevel("repeatable read")
    .execute(async (work) => {
      const chain = await repository.allBatches(work);
      let previous: Batch | undefined;
      let events = 0n;
      for (const batch of chain) {
        const difference = misfit(batch, previous) ?? (await changed(work, batch));
        if (difference) return { ...(await summary(work, chain)), events, difference };
        events += batch.events;
        previous = batch;
      }
      return { ...(await summary(work, chain)), events, difference: null };
    });
}

async function summary(work: Work, chain: readonly Batch[]) {
  const last = chain.at(-1);
  return {
    batches: chain.length,
    unsealed: await repository.countFrom(work, last?.toXact ?? 0n),
    head: last?.hash ?? BEGINNING,
  };
}

function misfit(batch: Batch, previous: Batch | undefined): AuditDifference | undefined {
  const unless = (what: AuditDifference["what"], expected: unknown, found: unknown) =>
    expected === found
      ? undefined
      : { batch: batch.number, what, expected: String(expected), found: String(found) };
  return (
    unless("batch-missing", (previous?.number ?? 0n) + 1n, batch.number) ??
    unless("range-changed", previous?.toXact ?? 0n, batch.fromXact) ??
    unless("chain-broken", previous?.hash ?? BEGINNING, batch.previousHash)
  );
}

async function changed(work: Work, batch: Batch): Promise<AuditDifference | undefined> {
  const now = await digest(work, batch);
  if (now.hash === batch.hash && now.events === batch.events) return undefined;
  return {
    batch: batch.number,
    what: "events-changed",
    expected: `${batch.events} ${batch.hash}`,
    found: `${now.events} ${now.hash}`,
  };
}

async function digest(
  work: Work,
  { number, fromXact, toXact, previousHash, sealedAt }: Omit<Batch, "events" | "hash">,
): Promise<{ readonly events: bigint; readonly hash: string }> {
  const head = ["opendti-audit-1", number, fromXact, toXact, previousHash, sealedAt.toISOString()];
  const sum = createHash("sha256").update(`${JSON.stringify(head.map(String))}\n`);
  let events = 0n;
  for await (const line of repository.eventsBetween(work, fromXact, toXact)) {
    sum.update(`${JSON.stringify(line)}\n`);
    events += 1n;
  }
  return { events, hash: sum.digest("hex") };
}
