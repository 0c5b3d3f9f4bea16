/** The frozen rows of a run. */
import { sql } from "kysely";
import type { Connection, Work } from "../../database/connection.js";
import type { UnitResult } from "./scoring.js";

const ROWS = 400;

/** Freezes a run's results. */
export async function insertResults(db: Work, runId: string, results: readonly UnitResult[]): Promise<void> {
  for (let from = 0; from < results.length; from += ROWS)
    await db
      .insertInto("run_result")
      .values(
        results.slice(from, from + ROWS).map((one) => ({
          run_id: runId,
          unit_id: one.unit.id,
          assessment_id: one.assessmentId,
          unit_name: one.unit.name,
          group_code: one.group,
          total: one.total,
          max: one.max,
          declared_total: one.declaredTotal,
          declared_rank: one.declaredRank,
          rank: one.rank,
          level: one.level,
          submitted: one.submitted,
          scores: JSON.stringify(one.scores),
          declared_scores: JSON.stringify(one.declaredScores),
          statuses: JSON.stringify(one.statuses),
        })),
      )
      .execute();
}

/** Everyone's results, in the order of their units' ids: the order of the input. */
export async function listResults(db: Work | Connection, runId: string): Promise<UnitResult[]> {
  const rows = await results(db, runId).execute();
  return rows.map(resultOf);
}

/** The same some at a time: four thousand at once would fill the memory. */
export async function* streamResults(db: Work | Connection, runId: string): AsyncGenerator<UnitResult> {
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const rows = await results(db, runId).where("unit_id", ">", after).limit(ROWS).execute();
    for (const row of rows) yield resultOf(row);
    if (rows.length < ROWS) return;
    after = rows.at(-1)?.unit_id ?? after;
  }
}

const results = (db: Work | Connection, runId: string) =>
  db.selectFrom("run_result").where("run_id", "=", runId).selectAll().orderBy("unit_id");

type ResultRow = Awaited<ReturnType<ReturnType<typeof results>["execute"]>>[number];

const resultOf = (row: ResultRow): UnitResult => ({
  ...headOf(row),
  assessmentId: row.assessment_id,
  scores: row.scores,
  declaredScores: row.declared_scores,
  statuses: row.statuses,
});

/** A unit's place in a run, for lists: without its points. */
export type ResultHead = Omit<UnitResult, "assessmentId" | "scores" | "declaredScores" | "statuses">;

const HEAD = [
  "unit_id",
  "unit_name",
  "group_code",
  "submitted",
  "total",
  "max",
  "declared_total",
  "declared_rank",
  "rank",
  "level",
] as const;

/** The best first within each group. */
export async function listResultHeads(db: Work | Connection, runId: string): Promise<ResultHead[]> {
  const rows = await db
    .selectFrom("run_result")
    .where("run_id", "=", runId)
    .select(HEAD)
    .orderBy("group_code")
    .orderBy(sql`rank nulls last`)
    .orderBy(sql`unit_name collate "vi-x-icu"`)
    .orderBy("unit_id")
    .execute();
  return rows.map(headOf);
}

const headOf = (row: Pick<ResultRow, (typeof HEAD)[number]>): ResultHead => ({
  unit: { id: row.unit_id, name: row.unit_name },
  group: row.group_code,
  submitted: row.submitted,
  total: row.total,
  max: row.max,
  declaredTotal: row.declared_total,
  declaredRank: row.declared_rank,
  rank: row.rank,
  level: row.level,
});

/** The reasons of what was adjusted in a campaign at a moment, by assessment and code. */
export async function listReasons(
  db: Work | Connection,
  campaignId: string,
  at: Date,
): Promise<Map<string, Map<string, string | null>>> {
  const { rows } = await sql<{ assessment_id: string; code: string; reason: string | null }>`
    select assessment_id, code, reason from (
      select distinct on (h.assessment_id, h.code) h.assessment_id, h.code, h.verdict, h.reason
      from appraisal_history h join assessment a on a.id = h.assessment_id
      where a.campaign_id = ${campaignId} and h.at <= ${at}
      order by h.assessment_id, h.code, h.version desc
    ) newest where verdict = 'adjusted'`.execute(db);
  const reasons = new Map<string, Map<string, string | null>>();
  for (const { assessment_id: id, code, reason } of rows) {
    const own = reasons.get(id) ?? new Map<string, string | null>();
    own.set(code, reason);
    reasons.set(id, own);
  }
  return reasons;
}
