/** Judgements as stored: the newest of each indicator, and every one it ever had. */
import { sql } from "kysely";
import type { Work } from "../../database/connection.js";
import { person } from "../assessments/repository.js";
import type { Appraisal, Inputs } from "./appraisal.js";

/** With what was declared when it was judged; null where it was not kept. */
export interface StoredAppraisal extends Appraisal {
  readonly declared: Inputs | null;
}

export async function listAppraisals(db: Work, assessmentId: string): Promise<StoredAppraisal[]> {
  const rows = await newest(db).where("a.assessment_id", "=", assessmentId).execute();
  return rows.map(appraisalOf);
}

/** Every judgement of one indicator, newest first. */
export async function listHistory(
  db: Work,
  assessmentId: string,
  code: string,
  limit: number,
): Promise<StoredAppraisal[]> {
  const rows = await db
    .selectFrom("appraisal_history as a")
    .leftJoin("account as b", "b.id", "a.by_id")
    .select(columns)
    .where("a.assessment_id", "=", assessmentId)
    .where("a.code", "=", code)
    .orderBy("a.version", "desc")
    .limit(limit)
    .execute();
  return rows.map(appraisalOf);
}

const columns = [
  "a.code",
  "a.verdict",
  "a.inputs",
  "a.points",
  "a.reason",
  "a.version",
  "a.by_id",
  "b.display_name",
  "a.at",
  "a.declared",
] as const;

const newest = (db: Work) =>
  db.selectFrom("appraisal as a").leftJoin("account as b", "b.id", "a.by_id").select(columns);

function appraisalOf(row: {
  code: string;
  verdict: Appraisal["verdict"];
  inputs: unknown;
  points: string | null;
  reason: string | null;
  version: number;
  by_id: string | null;
  display_name: string | null;
  at: Date;
  declared: unknown;
}): StoredAppraisal {
  return {
    code: row.code,
    verdict: row.verdict,
    inputs: row.inputs as Inputs | null,
    points: row.points,
    reason: row.reason,
    version: row.version,
    by: person(row.by_id, row.display_name),
    at: row.at,
    declared: row.declared as Inputs | null,
  };
}

/** A judgement to be written; its version is one more than the stored one. */
export interface NewAppraisal extends Omit<StoredAppraisal, "by"> {
  readonly assessmentId: string;
}

/** Writes judgements and their place in the history. The assessments are locked, so versions follow one another. */
export async function writeAppraisals(
  db: Work,
  appraisals: readonly NewAppraisal[],
  by: string,
): Promise<void> {
  if (appraisals.length === 0) return;
  await sql`
    with n as (
      select * from jsonb_to_recordset(${JSON.stringify(appraisals)}::jsonb) as n("assessmentId" uuid, code text,
        verdict text, inputs jsonb, points text, reason text, version int, at timestamptz, declared jsonb)
    ), newest as (
      insert into appraisal (assessment_id, code, verdict, inputs, points, reason, version, by_id, at, declared)
      select "assessmentId", code, verdict, nullif(inputs, 'null'), points, reason, version, ${by}::uuid, at,
        nullif(declared, 'null') from n
      on conflict (assessment_id, code) do update set verdict = excluded.verdict, inputs = excluded.inputs,
        points = excluded.points, reason = excluded.reason, version = excluded.version, by_id = excluded.by_id,
        at = excluded.at, declared = excluded.declared
    )
    insert into appraisal_history (assessment_id, code, verdict, inputs, points, reason, version, by_id, at, declared)
    select "assessmentId", code, verdict, nullif(inputs, 'null'), points, reason, version, ${by}::uuid, at,
      nullif(declared, 'null') from n`.execute(db);
}

/** Notes that what an assessment comes to has changed. */
export async function touchAssessment(db: Work, id: string, at: Date): Promise<void> {
  await db.updateTable("assessment").set({ updated_at: at }).where("id", "=", id).execute();
}

/** Notes that an account has seen an assessment as it is now. */
export async function noteLook(db: Work, accountId: string, assessmentId: string, at: Date): Promise<void> {
  await db
    .insertInto("appraisal_look")
    .values({ account_id: accountId, assessment_id: assessmentId, at })
    .onConflict((conflict) => conflict.columns(["account_id", "assessment_id"]).doUpdateSet({ at }))
    .execute();
}
