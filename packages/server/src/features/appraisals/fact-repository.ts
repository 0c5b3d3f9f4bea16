/** What scores are made of, of many assessments by few queries. */
import { sql } from "kysely";
import type { Connection, Work } from "../../database/connection.js";
import type { StoredValue } from "../answers/repository.js";
import type { AnswerValue } from "../assessments/scoring.js";
import type { Inputs, Judgement } from "./appraisal.js";

/**
 * The declared answers of assessments that have a value, by assessment. PostgreSQL puts those of one together: of a whole
 * campaign there are a million, and a row for each would take several times as long.
 */
export async function listDeclared(
  db: Work | Connection,
  assessmentIds: readonly string[],
): Promise<Map<string, AnswerValue[]>> {
  const { rows } = await sql<{ id: string; answers: [code: string, input: string, value: StoredValue][] }>`
    select assessment_id as id, json_agg(json_build_array(code, input, value) order by code, input) as answers
    from answer
    where assessment_id = any(${[...assessmentIds]}::uuid[]) and value is not null
    group by assessment_id`.execute(db);
  return new Map(
    rows.map(({ id, answers }) => [id, answers.map(([code, input, value]) => ({ code, input, value }))]),
  );
}

/** The judgements of assessments that stand, by assessment. */
export async function listJudgements(
  db: Work | Connection,
  assessmentIds: readonly string[],
): Promise<Map<string, Judgement[]>> {
  const rows = await db
    .selectFrom("appraisal")
    .where("assessment_id", "=", sql<string>`any(${[...assessmentIds]}::uuid[])`)
    .where("verdict", "is not", null)
    .select(["assessment_id", "code", "verdict", "inputs", "points"])
    .orderBy("assessment_id")
    .orderBy("code")
    .execute();
  return byAssessment(rows, ({ code, verdict, inputs, points }) => ({
    code,
    verdict,
    inputs: inputs as Inputs | null,
    points,
  }));
}

function byAssessment<R extends { assessment_id: string }, T>(
  rows: readonly R[],
  read: (row: R) => T,
): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const row of rows) {
    const list = found.get(row.assessment_id);
    if (list === undefined) found.set(row.assessment_id, [read(row)]);
    else list.push(read(row));
  }
  return found;
}
