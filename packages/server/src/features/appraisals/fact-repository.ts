/** What scores are made of, of many assessments by few queries. */
import { sql } from "kysely";
import type { Connection, Work } from "../../database/connection.js";
import type { StoredValue } from "../answers/repository.js";
import type { AnswerValue } from "../assessments/scoring.js";
import type { Inputs, Judgement } from "./appraisal.js";

/** The declared answers of assessments that have a value, by assessment. */
export async function listDeclared(
  db: Work | Connection,
  assessmentIds: readonly string[],
): Promise<Map<string, AnswerValue[]>> {
  const rows = await db
    .selectFrom("answer")
    .where("assessment_id", "=", sql<string>`any(${[...assessmentIds]}::uuid[])`)
    .where("value", "is not", null)
    .select(["assessment_id", "code", "input", "value"])
    .orderBy("assessment_id")
    .orderBy("code")
    .orderBy("input")
    .execute();
  return byAssessment(rows, ({ code, input, value }) => ({ code, input, value: value as StoredValue }));
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
