/** The audit log as its sealing reads it: by the order of transactions, every column as exact text. */
import { type RawBuilder, sql } from "kysely";
import type { Connection, Work } from "../../database/connection.js";

/** Of no meaning but to be the same in every process. */
const TURN = 4_017_022;

export interface Batch {
  readonly number: bigint;
  /** Events of transactions from this one on … */
  readonly fromXact: bigint;
  /** … and before this one. */
  readonly toXact: bigint;
  readonly events: bigint;
  readonly previousHash: string;
  readonly hash: string;
  readonly sealedAt: Date;
}

/** Takes the turn to seal, until the transaction ends. @returns false when another process has it. */
export async function takeTurn(db: Work): Promise<boolean> {
  const { rows } = await sql<{ mine: boolean }>`select pg_try_advisory_xact_lock(${TURN}) as mine`.execute(
    db,
  );
  return rows[0]?.mine === true;
}

/**
 * The transaction before which every one has ended: whatever they wrote is there, nothing of theirs can come later.
 */
export async function horizon(db: Work): Promise<bigint> {
  const { rows } = await sql<{ xact: string }>`
    select (pg_snapshot_xmin(pg_current_snapshot())::text::numeric + shift)::text as xact from audit_clock`.execute(
    db,
  );
  return BigInt(rows[0]?.xact ?? 0);
}

/** Shifts the order so that what comes now comes after all that is in the log. Does nothing where it does so anyway. */
export async function alignClock(db: Connection): Promise<void> {
  await sql`update audit_clock set shift = latest.xact + 1 - pg_snapshot_xmax(pg_current_snapshot())::text::numeric
    from (select greatest(
      (select max(xact::text::numeric) from audit_event),
      (select max(to_xact::text::numeric) from audit_batch)) as xact) latest
    where latest.xact > pg_snapshot_xmax(pg_current_snapshot())::text::numeric + shift`.execute(db);
}

export async function lastBatch(db: Work): Promise<Batch | undefined> {
  const [last] = await batches(db, sql`order by audit_batch.number desc limit 1`);
  return last;
}

/** Every batch in the order of the chain. */
export async function allBatches(db: Work): Promise<Batch[]> {
  return batches(db, sql`order by audit_batch.number`);
}

async function batches(db: Work, which: RawBuilder<unknown>): Promise<Batch[]> {
  const { rows } = await sql<
    Record<"number" | "from" | "to" | "events" | "previous" | "hash", string> & { at: Date }
  >`
    select number::text, from_xact::text as from, to_xact::text as to, events::text, previous_hash as previous,
      hash, sealed_at as at from audit_batch ${which}`.execute(db);
  return rows.map((row) => ({
    number: BigInt(row.number),
    fromXact: BigInt(row.from),
    toXact: BigInt(row.to),
    events: BigInt(row.events),
    previousHash: row.previous,
    hash: row.hash,
    sealedAt: row.at,
  }));
}

export async function insertBatch(db: Work, batch: Batch): Promise<void> {
  await db
    .insertInto("audit_batch")
    .values({
      number: String(batch.number),
      from_xact: String(batch.fromXact),
      to_xact: String(batch.toXact),
      events: Number(batch.events),
      previous_hash: batch.previousHash,
      hash: batch.hash,
      sealed_at: batch.sealedAt,
    })
    .execute();
}

const PAGE = 2000;

/** The events of transactions in `[from, to)`, in the order of the chain, every column as text; in pages. */
export async function* eventsBetween(
  db: Work,
  from: bigint,
  to: bigint,
): AsyncGenerator<readonly (string | null)[]> {
  let [xact, id] = [String(from), "0"];
  for (;;) {
    const { rows } = await sql<{ id: string; xact: string; line: (string | null)[] }>`
      select id::text, xact::text, json_build_array(id::text, xact::text,
        (extract(epoch from at) * 1000000)::bigint::text, account_id::text, address, action, subject_type,
        subject_id, unit_id::text, before::text, after::text) as line
      from audit_event
      where (xact, id) > (${xact}::xid8, ${id}::bigint) and xact < ${String(to)}::xid8
      order by audit_event.xact, audit_event.id limit ${PAGE}`.execute(db);
    for (const { line } of rows) yield line;
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE) return;
    [xact, id] = [last.xact, last.id];
  }
}

/** How many events lie behind the last batch, sealed next. */
export async function countFrom(db: Work, from: bigint): Promise<bigint> {
  const { rows } = await sql<{ events: string }>`
    select count(*)::text as events from audit_event where xact >= ${String(from)}::xid8`.execute(db);
  return BigInt(rows[0]?.events ?? 0);
}
