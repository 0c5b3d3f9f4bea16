/** Runs as stored: who compiled, approved, published and withdrew them; and the revisions of what was approved. */
import { sql } from "kysely";
import type { Connection, Work } from "../../database/connection.js";
import type { RunState } from "../../database/schema.js";
import { person } from "../assessments/repository.js";

type Person = { readonly id: string; readonly displayName: string } | null;

interface Signed {
  readonly by: Person;
  readonly as: string;
  readonly at: Date;
}

export interface Run {
  readonly id: string;
  readonly campaignId: string;
  readonly number: number;
  readonly state: RunState;
  readonly setHash: string;
  readonly inputHash: string;
  readonly resultHash: string;
  /** What the campaign's data stood at: a change of any of it makes another one. */
  readonly standsOn: string;
  readonly units: number;
  readonly revises: { readonly id: string; readonly number: number } | null;
  readonly reason: string | null;
  readonly compiled: { readonly by: Person; readonly at: Date };
  readonly approved: Signed | null;
  readonly published: Signed | null;
  readonly withdrawn: { readonly by: Person; readonly at: Date; readonly reason: string } | null;
  readonly version: number;
}

/** A correction that is open: somebody wrote down why what was approved is appraised again. */
export interface OpenRevision {
  readonly id: string;
  readonly reason: string;
  readonly by: Person;
  readonly at: Date;
}

/** What the actor may do with a run now. */
export interface RunView extends Run {
  /** Of the run in force: its newest correction, until a run takes its place. */
  readonly revision: OpenRevision | null;
  readonly may: {
    readonly approve: boolean;
    readonly publish: boolean;
    readonly withdraw: boolean;
    readonly revise: boolean;
  };
}

export interface Revision {
  readonly id: string;
  readonly run: { readonly id: string; readonly number: number };
  readonly reason: string;
  readonly by: Person;
  readonly at: Date;
  /** Assessments that it opened. */
  readonly reopened: number;
}

/** Newest first. */
export async function listRuns(db: Work | Connection, campaignId: string): Promise<Run[]> {
  const rows = await runs(db).where("r.campaign_id", "=", campaignId).orderBy("r.number", "desc").execute();
  return rows.map(runOf);
}

export async function findRun(db: Work | Connection, id: string): Promise<Run | undefined> {
  const row = await runs(db).where("r.id", "=", id).executeTakeFirst();
  return row && runOf(row);
}

function runs(db: Work | Connection) {
  return db
    .selectFrom("run as r")
    .leftJoin("run as p", "p.id", "r.revises")
    .leftJoin("account as c", "c.id", "r.compiled_by")
    .leftJoin("account as a", "a.id", "r.approved_by")
    .leftJoin("account as b", "b.id", "r.published_by")
    .leftJoin("account as w", "w.id", "r.withdrawn_by")
    .select([
      "r.id",
      "r.campaign_id",
      "r.number",
      "r.state",
      "r.set_hash",
      "r.input_hash",
      "r.result_hash",
      "r.stands_on",
      "r.units",
      "r.revises",
      "p.number as revises_number",
      "r.reason",
      "r.compiled_by",
      "c.display_name as compiled_name",
      "r.compiled_at",
      "r.approved_by",
      "a.display_name as approved_name",
      "r.approved_as",
      "r.approved_at",
      "r.published_by",
      "b.display_name as published_name",
      "r.published_as",
      "r.published_at",
      "r.withdrawn_by",
      "w.display_name as withdrawn_name",
      "r.withdrawn_at",
      "r.withdrawn_reason",
      "r.version",
    ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof runs>["executeTakeFirstOrThrow"]>>;

function runOf(row: Row): Run {
  return {
    id: row.id,
    campaignId: row.campaign_id,
    number: row.number,
    state: row.state,
    setHash: row.set_hash,
    inputHash: row.input_hash,
    resultHash: row.result_hash,
    standsOn: row.stands_on,
    units: row.units,
    revises: row.revises === null ? null : { id: row.revises, number: row.revises_number ?? 0 },
    reason: row.reason,
    compiled: { by: person(row.compiled_by, row.compiled_name), at: row.compiled_at },
    approved: signed(person(row.approved_by, row.approved_name), row.approved_as, row.approved_at),
    published: signed(person(row.published_by, row.published_name), row.published_as, row.published_at),
    withdrawn: row.withdrawn_at && {
      by: person(row.withdrawn_by, row.withdrawn_name),
      at: row.withdrawn_at,
      reason: row.withdrawn_reason ?? "",
    },
    version: row.version,
  };
}

const signed = (by: Person, as: string | null, at: Date | null): Signed | null =>
  at && { by, as: as ?? "", at };

/** The input of a run, gzipped. */
export async function findInput(db: Work | Connection, id: string): Promise<Buffer | undefined> {
  const row = await db.selectFrom("run").where("id", "=", id).select("input").executeTakeFirst();
  return row?.input;
}

export interface NewRun {
  readonly campaignId: string;
  readonly setHash: string;
  readonly input: Buffer;
  readonly inputHash: string;
  readonly resultHash: string;
  readonly standsOn: string;
  readonly units: number;
  readonly revises: string | null;
  readonly reason: string | null;
  readonly by: string;
  readonly at: Date;
}

/** Keeps a run under the campaign's next number; compiled ones before it are superseded. The campaign is locked. */
export async function insertRun(db: Work, run: NewRun): Promise<string> {
  await db
    .updateTable("run")
    .set((eb) => ({ state: "superseded" as const, version: eb("version", "+", 1) }))
    .where("campaign_id", "=", run.campaignId)
    .where("state", "=", "compiled")
    .execute();
  const { id } = await db
    .insertInto("run")
    .values((eb) => ({
      campaign_id: run.campaignId,
      number: eb
        .selectFrom("run")
        .where("campaign_id", "=", run.campaignId)
        .select(sql<number>`coalesce(max(number), 0) + 1`.as("number")),
      set_hash: run.setHash,
      input: run.input,
      input_hash: run.inputHash,
      result_hash: run.resultHash,
      stands_on: run.standsOn,
      units: run.units,
      revises: run.revises,
      reason: run.reason,
      compiled_by: run.by,
      compiled_at: run.at,
    }))
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** Signs an approval; an approved run that it takes the place of is superseded, a published one stays until this is published. */
export async function signApproval(
  db: Work,
  run: Run,
  { by, as, at }: { readonly by: string; readonly as: string; readonly at: Date },
): Promise<void> {
  await supersede(db, run, "approved");
  await db
    .updateTable("run")
    .set((eb) => ({
      state: "approved" as const,
      approved_by: by,
      approved_as: as,
      approved_at: at,
      version: eb("version", "+", 1),
    }))
    .where("id", "=", run.id)
    .execute();
}

/** Signs a publication; the run that was public until now is superseded. */
export async function signPublication(
  db: Work,
  run: Run,
  { by, as, at }: { readonly by: string; readonly as: string; readonly at: Date },
): Promise<void> {
  await supersede(db, run, "published");
  await db
    .updateTable("run")
    .set((eb) => ({
      state: "published" as const,
      published_by: by,
      published_as: as,
      published_at: at,
      version: eb("version", "+", 1),
    }))
    .where("id", "=", run.id)
    .execute();
}

async function supersede(db: Work, run: Run, state: "approved" | "published"): Promise<void> {
  await db
    .updateTable("run")
    .set((eb) => ({ state: "superseded" as const, version: eb("version", "+", 1) }))
    .where("campaign_id", "=", run.campaignId)
    .where("id", "<>", run.id)
    .where("state", "=", state)
    .execute();
}

export async function withdraw(
  db: Work,
  id: string,
  { by, at, reason }: { readonly by: string; readonly at: Date; readonly reason: string },
): Promise<void> {
  await db
    .updateTable("run")
    .set((eb) => ({
      state: "withdrawn" as const,
      withdrawn_by: by,
      withdrawn_at: at,
      withdrawn_reason: reason,
      version: eb("version", "+", 1),
    }))
    .where("id", "=", id)
    .execute();
}

/** The newest revision of a run; undefined while nobody has opened one. */
export async function findRevision(db: Work | Connection, runId: string): Promise<OpenRevision | undefined> {
  const row = await db
    .selectFrom("revision as v")
    .leftJoin("account as b", "b.id", "v.by_id")
    .where("v.run_id", "=", runId)
    .select(["v.id", "v.reason", "v.by_id", "b.display_name", "v.at"])
    .orderBy("v.at", "desc")
    .orderBy("v.id")
    .limit(1)
    .executeTakeFirst();
  return row && { id: row.id, reason: row.reason, by: person(row.by_id, row.display_name), at: row.at };
}

export async function insertRevision(
  db: Work,
  revision: {
    readonly campaignId: string;
    readonly runId: string;
    readonly reason: string;
    readonly by: string;
    readonly at: Date;
  },
): Promise<string> {
  const { id } = await db
    .insertInto("revision")
    .values({
      campaign_id: revision.campaignId,
      run_id: revision.runId,
      reason: revision.reason,
      by_id: revision.by,
      at: revision.at,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}
