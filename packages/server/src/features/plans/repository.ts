/** Plans as stored: the text of each, and what the checks said of it. */
import { sql } from "kysely";
import type { Connection, Work } from "../../database/connection.js";
import type { Words } from "../../http/problem.js";

export interface PlanFinding {
  readonly severity: "error" | "warning";
  readonly code: string;
  readonly at: string;
  readonly message: Words;
  readonly line: number | null;
}

/** What a plan's text says, read and checked. */
export interface PlanContent {
  /** What the plan calls itself. */
  readonly key: string;
  readonly title: string;
  readonly issuer: string;
  /** From when it is for. */
  readonly year: number | null;
  /** How often lead units report. */
  readonly reporting: string | null;
  readonly assignments: number;
  readonly source: string;
  readonly hash: string;
  readonly findings: readonly PlanFinding[];
}

export interface PlanHead extends Omit<PlanContent, "source" | "hash"> {
  readonly id: string;
  readonly set: { readonly id: string; readonly version: number };
  readonly createdAt: Date;
  /** What If-Match names. */
  readonly version: number;
}

export interface StoredPlan extends PlanHead {
  readonly source: string;
  readonly hash: string;
  /** Of its set's text. */
  readonly setHash: string;
  readonly setTitle: string;
  readonly setStatus: "draft" | "published";
}

export const headColumns = [
  "p.id",
  "p.set_id",
  "p.set_version",
  "p.key",
  "p.title",
  "p.issuer",
  "p.year",
  "p.reporting",
  "p.assignments",
  "p.findings",
  "p.lock_version",
  "p.created_at",
] as const;

/** The plans of one version of a set, by title. */
export async function listPlans(db: Work, setId: string, setVersion: number): Promise<PlanHead[]> {
  const rows = await db
    .selectFrom("plan as p")
    .where("p.set_id", "=", setId)
    .where("p.set_version", "=", setVersion)
    .select(headColumns)
    .orderBy(sql`p.title collate "vi-x-icu"`)
    .orderBy("p.id")
    .execute();
  return rows.map(headOf);
}

export async function findPlan(
  db: Work | Connection,
  id: string,
  lock = false,
): Promise<StoredPlan | undefined> {
  const row = await db
    .selectFrom("plan as p")
    .innerJoin("indicator_set as s", (join) =>
      join.onRef("s.id", "=", "p.set_id").onRef("s.version", "=", "p.set_version"),
    )
    .where("p.id", "=", id)
    .select([
      ...headColumns,
      "p.source",
      "p.hash",
      "s.hash as set_hash",
      "s.title as set_title",
      "s.status as set_status",
    ])
    .$if(lock, (query) => query.forUpdate("p"))
    .executeTakeFirst();
  return (
    row && {
      ...headOf(row),
      source: row.source,
      hash: row.hash,
      setHash: row.set_hash,
      setTitle: row.set_title,
      setStatus: row.set_status,
    }
  );
}

export function headOf(row: {
  id: string;
  set_id: string;
  set_version: number;
  key: string;
  title: string;
  issuer: string;
  year: number | null;
  reporting: string | null;
  assignments: number;
  findings: unknown[];
  lock_version: number;
  created_at: Date;
}): PlanHead {
  return {
    id: row.id,
    set: { id: row.set_id, version: row.set_version },
    key: row.key,
    title: row.title,
    issuer: row.issuer,
    year: row.year,
    reporting: row.reporting,
    assignments: row.assignments,
    findings: row.findings as PlanFinding[],
    createdAt: row.created_at,
    version: row.lock_version,
  };
}

/** @returns the plan's id; undefined when the set has a plan of this key. */
export async function insertPlan(
  db: Work,
  set: { readonly id: string; readonly version: number },
  content: PlanContent,
  by: string | null,
  at: Date,
): Promise<string | undefined> {
  const row = await db
    .insertInto("plan")
    .values({
      set_id: set.id,
      set_version: set.version,
      key: content.key,
      title: content.title,
      issuer: content.issuer,
      year: content.year,
      reporting: content.reporting,
      assignments: content.assignments,
      source: content.source,
      hash: content.hash,
      findings: JSON.stringify(content.findings),
      created_by: by,
      created_at: at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  return row?.id;
}

export async function deletePlan(db: Work, id: string): Promise<void> {
  await db.deleteFrom("plan").where("id", "=", id).execute();
}

/** An assessment whose points may stand beside a plan's indicators. */
export interface PlanAssessment {
  readonly id: string;
  readonly unit: string;
  readonly campaign: string;
  readonly year: number;
}

/**
 * The assessments on the plan's set, newest first.
 * @param units whose assessments may be seen, or that are rooms of them; null: everybody's.
 */
export async function listPlanAssessments(
  db: Work,
  setId: string,
  units: readonly string[] | null,
  limit: number,
): Promise<PlanAssessment[]> {
  const { rows } = await sql<PlanAssessment>`
    with recursive above as (
      select id, parent_id from unit where id = any(${units ?? []}::uuid[])
      union select w.id, w.parent_id from unit w join above b on w.id = b.parent_id
    )
    select a.id, u.name as unit, c.name as campaign, c.year
    from assessment a join campaign c on c.id = a.campaign_id join unit u on u.id = a.unit_id
    where c.set_id = ${setId} and c.status <> 'preparing'
      and (${units === null} or a.unit_id in (select id from above))
    order by c.year desc, c.created_at desc, u.name collate "vi-x-icu", a.id
    limit ${limit}`.execute(db);
  return rows;
}
