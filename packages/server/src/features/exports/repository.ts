/** Exports as they are stored: asked for, taken, made, forgotten. The row is the queue; whoever takes it holds its attempt. */
import { sql } from "kysely";
import type { Connection, Work } from "../../database/connection.js";
import type { ExportFault, ExportState } from "../../database/export-tables.js";
import type { RunState } from "../../database/schema.js";

type Db = Connection | Work;

export interface ExportJob {
  readonly id: string;
  readonly campaignId: string;
  readonly kind: string;
  readonly run: { readonly id: string; readonly number: number; readonly state: RunState } | null;
  /** How the run stood when it was asked for. */
  readonly runState: string | null;
  readonly sight: "whole" | "public" | "own";
  readonly language: "vi" | "en";
  readonly state: ExportState;
  readonly done: number;
  readonly total: number;
  readonly file: { readonly hash: string; readonly size: number } | null;
  readonly fileName: string;
  readonly fault: ExportFault | null;
  readonly askedBy: { readonly id: string; readonly name: string } | null;
  readonly askedAt: Date;
  readonly endedAt: Date | null;
  /** Exports of all campaigns that come before it; 0 unless it waits. */
  readonly ahead: number;
}

export interface NewExport {
  readonly campaignId: string;
  readonly kind: string;
  readonly runId: string | null;
  readonly runState: string | null;
  readonly sight: ExportJob["sight"];
  readonly language: "vi" | "en";
  readonly fileName: string;
  /** Null: nobody in particular, of what is public. */
  readonly by: string | null;
  readonly at: Date;
}

export async function insertExport(db: Db, made: NewExport): Promise<string> {
  const row = await db
    .insertInto("export_job")
    .values({
      campaign_id: made.campaignId,
      kind: made.kind,
      run_id: made.runId,
      run_state: made.runState,
      sight: made.sight,
      language: made.language,
      file_name: made.fileName,
      asked_by: made.by,
      asked_at: made.at,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return row.id;
}

/** What was asked for before in the same words, and is there, or will be. One that is only the asker's own is theirs. */
export async function findSame(db: Db, asked: NewExport): Promise<string | undefined> {
  // Two who ask at once: the second sees the first's.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`export ${asked.campaignId} ${asked.kind}`}, 0))`.execute(
    db,
  );
  const row = await db
    .selectFrom("export_job")
    .where("campaign_id", "=", asked.campaignId)
    .where("kind", "=", asked.kind)
    .where(sql<boolean>`run_id is not distinct from ${asked.runId}::uuid`)
    .where(sql<boolean>`run_state is not distinct from ${asked.runState}::text`)
    .where("sight", "=", asked.sight)
    .where("language", "=", asked.language)
    // What is made of results that stand is the same file again; of work in progress only what is under way is.
    .where("state", "in", asked.sight === "own" ? ["waiting", "working"] : ["waiting", "working", "done"])
    .$if(asked.sight === "own", (query) => query.where("asked_by", "=", asked.by))
    .select("id")
    .orderBy("asked_at", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.id;
}

const MOST_LISTED = 100;

/** The newest first. */
export async function listExports(db: Db, campaignId: string): Promise<ExportJob[]> {
  const rows = await selected(db)
    .where("e.campaign_id", "=", campaignId)
    .orderBy("e.asked_at", "desc")
    .orderBy("e.id")
    .limit(MOST_LISTED)
    .execute();
  return rows.map(jobOf);
}

export async function findExport(db: Db, id: string): Promise<ExportJob | undefined> {
  const row = await selected(db).where("e.id", "=", id).executeTakeFirst();
  return row && jobOf(row);
}

const selected = (db: Db) =>
  db
    .selectFrom("export_job as e")
    .leftJoin("account as a", "a.id", "e.asked_by")
    .leftJoin("run as r", "r.id", "e.run_id")
    .select([
      "e.id",
      "e.campaign_id",
      "e.kind",
      "e.run_id",
      "e.run_state",
      "e.sight",
      "e.language",
      "e.state",
      "e.done",
      "e.total",
      "e.file_hash",
      "e.file_size",
      "e.file_name",
      "e.fault",
      "e.asked_by",
      "e.asked_at",
      "e.ended_at",
      "a.display_name",
      "r.number",
      "r.state as run_now",
    ])
    .select(
      sql<number>`case when e.state = 'waiting' then (select count(*)::int from export_job b
        where b.state in ('waiting', 'working') and (b.asked_at, b.id) < (e.asked_at, e.id)) else 0 end`.as(
        "ahead",
      ),
    );

type Row = Awaited<ReturnType<ReturnType<typeof selected>["execute"]>>[number];

function jobOf(row: Row): ExportJob {
  return {
    id: row.id,
    campaignId: row.campaign_id,
    kind: row.kind,
    run:
      row.run_id === null || row.number === null || row.run_now === null
        ? null
        : { id: row.run_id, number: row.number, state: row.run_now },
    runState: row.run_state,
    sight: row.sight,
    language: row.language,
    state: row.state,
    done: row.done,
    total: row.total,
    file: row.file_hash === null ? null : { hash: row.file_hash, size: Number(row.file_size ?? 0) },
    fileName: row.file_name,
    fault: row.fault,
    askedBy: row.asked_by === null ? null : { id: row.asked_by, name: row.display_name ?? "" },
    askedAt: row.asked_at,
    endedAt: row.ended_at,
    ahead: row.ahead,
  };
}

/** Takes an export back that is not made yet; whoever is at work on it finds out at its next step. */
export async function cancelExport(db: Db, id: string, at: Date): Promise<boolean> {
  const row = await db
    .updateTable("export_job")
    .set({ state: "cancelled", ended_at: at })
    .where("id", "=", id)
    .where("state", "in", ["waiting", "working"])
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

/** The file of an export is not where it was. */
export async function loseFile(db: Db, id: string): Promise<void> {
  await db
    .updateTable("export_job")
    .set({ state: "failed", fault: "lost", file_hash: null, file_size: null })
    .where("id", "=", id)
    .where("state", "=", "done")
    .execute();
}
