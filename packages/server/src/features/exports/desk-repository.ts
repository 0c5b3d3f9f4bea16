/** The queue of exports as those see it who make them. Whoever holds an export's attempt may write to it, nobody else. */
import { sql } from "kysely";
import type { Connection, Work } from "../../database/connection.js";
import type { ExportFault } from "../../database/export-tables.js";

type Db = Connection | Work;

/** An export in somebody's hands. */
export interface TakenExport {
  readonly id: string;
  readonly attempt: number;
  readonly campaignId: string;
  readonly kind: string;
  readonly runId: string | null;
  readonly sight: "whole" | "public" | "own";
  readonly language: "vi" | "en";
  readonly askedBy: string | null;
}

/** So often a process may die over one export before it is given up. */
const MOST_ATTEMPTS = 3;

/**
 * Takes the export that has waited longest: asked for, or in the hands of a process that was not heard of since a moment.
 * Each is taken by one, however many ask.
 */
export async function takeExport(
  db: Connection,
  { at, silentSince }: { readonly at: Date; readonly silentSince: Date },
): Promise<TakenExport | undefined> {
  await db
    .updateTable("export_job")
    .set({ state: "failed", fault: "cut-off", ended_at: at })
    .where("state", "=", "working")
    .where("seen_at", "<", silentSince)
    .where("attempt", ">=", MOST_ATTEMPTS)
    .execute();
  const row = await db
    .updateTable("export_job")
    .set((eb) => ({
      state: "working",
      attempt: eb("attempt", "+", 1),
      done: 0,
      total: 0,
      started_at: at,
      seen_at: at,
    }))
    .where("id", "=", (eb) =>
      eb
        .selectFrom("export_job as w")
        .where((w) =>
          w.or([
            w("w.state", "=", "waiting"),
            w.and([w("w.state", "=", "working"), w("w.seen_at", "<", silentSince)]),
          ]),
        )
        .select("w.id")
        .orderBy("w.asked_at")
        .orderBy("w.id")
        .limit(1)
        .forUpdate()
        .skipLocked(),
    )
    .returning(["id", "attempt", "campaign_id", "kind", "run_id", "sight", "language", "asked_by"])
    .executeTakeFirst();
  return (
    row && {
      id: row.id,
      attempt: row.attempt,
      campaignId: row.campaign_id,
      kind: row.kind,
      runId: row.run_id,
      sight: row.sight,
      language: row.language,
      askedBy: row.asked_by,
    }
  );
}

type Held = Pick<TakenExport, "id" | "attempt">;

const held = (db: Db, { id, attempt }: Held) =>
  db
    .updateTable("export_job")
    .where("id", "=", id)
    .where("attempt", "=", attempt)
    .where("state", "=", "working")
    .returning("id");

/** Says that the work goes on, and how far it is. @returns false when it is not wanted any more, or another's. */
export async function noteProgress(
  db: Db,
  export_: Held,
  { done, total, at }: { readonly done: number; readonly total: number; readonly at: Date },
): Promise<boolean> {
  return (await held(db, export_).set({ done, total, seen_at: at }).executeTakeFirst()) !== undefined;
}

/** @returns false when it is not wanted any more, or another's. */
export async function finishExport(
  db: Db,
  export_: Held,
  file: { readonly hash: string; readonly size: number },
  at: Date,
): Promise<boolean> {
  const row = await held(db, export_)
    .set({ state: "done", file_hash: file.hash, file_size: file.size, ended_at: at })
    .executeTakeFirst();
  return row !== undefined;
}

export async function failExport(db: Db, export_: Held, fault: ExportFault, at: Date): Promise<void> {
  await held(db, export_).set({ state: "failed", fault, ended_at: at }).execute();
}

/** Lets others take it: this process ends. */
export async function putBack(db: Db, export_: Held): Promise<void> {
  await held(db, export_).set({ state: "waiting", seen_at: null }).execute();
}

export async function isAnyWaiting(db: Db): Promise<boolean> {
  const row = await db
    .selectFrom("export_job")
    .where("state", "=", "waiting")
    .select("id")
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Whether some export has a file of this hash. */
export async function isNamed(db: Db, hash: string): Promise<boolean> {
  const row = await db
    .selectFrom("export_job")
    .where("file_hash", "=", hash)
    .select("id")
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Of no meaning but to be the same in every process: files are kept and forgotten one after the other. */
const FILES_TURN = 4_017_029;

/** Holds back the keeping and forgetting of files until the transaction ends. */
export async function lockFiles(db: Work): Promise<void> {
  await sql`select pg_advisory_xact_lock(${FILES_TURN})`.execute(db);
}

/** Forgets exports that ended before a moment. @returns how many, and the files that no other export names. */
export async function deleteEndedBefore(
  db: Work,
  moment: Date,
): Promise<{ readonly deleted: number; readonly files: readonly string[] }> {
  const rows = await db
    .deleteFrom("export_job")
    .where("ended_at", "<", moment)
    .returning("file_hash")
    .execute();
  const hashes = [...new Set(rows.flatMap(({ file_hash }) => file_hash ?? []))];
  if (hashes.length === 0) return { deleted: rows.length, files: [] };
  const kept = await db
    .selectFrom("export_job")
    .where("file_hash", "in", hashes)
    .select("file_hash")
    .execute();
  const stay = new Set(kept.map(({ file_hash }) => file_hash));
  return { deleted: rows.length, files: hashes.filter((hash) => !stay.has(hash)) };
}
