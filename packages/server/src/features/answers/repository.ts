/** Answers: the newest value of each field, and every value it ever had. */

import type { StoredValue } from "@opendti/engine";
import { sql } from "kysely";
import type { Connection, Work } from "../../database/connection.js";
import { person } from "../assessments/repository.js";

export { NOT_APPLICABLE, type StoredValue } from "@opendti/engine";

export interface Answer {
  readonly code: string;
  /** Empty: the mark "not applicable" on the whole indicator. */
  readonly input: string;
  /** Null: cleared. */
  readonly value: StoredValue | null;
  readonly version: number;
  readonly by: { readonly id: string; readonly displayName: string } | null;
  readonly at: Date;
}

export async function listAnswers(db: Work | Connection, assessmentId: string): Promise<Answer[]> {
  const rows = await answers(db, assessmentId).orderBy("a.code").orderBy("a.input").execute();
  return rows.map(answerOf);
}

export async function findAnswer(
  db: Work | Connection,
  assessmentId: string,
  code: string,
  input: string,
): Promise<Answer | undefined> {
  const row = await answers(db, assessmentId)
    .where("a.code", "=", code)
    .where("a.input", "=", input)
    .executeTakeFirst();
  return row && answerOf(row);
}

function answers(db: Work | Connection, assessmentId: string) {
  return db
    .selectFrom("answer as a")
    .leftJoin("account as b", "b.id", "a.by_id")
    .where("a.assessment_id", "=", assessmentId)
    .select(["a.code", "a.input", "a.value", "a.version", "a.by_id", "b.display_name", "a.at"]);
}

function answerOf(row: {
  code: string;
  input: string;
  value: unknown;
  version: number;
  by_id: string | null;
  display_name: string | null;
  at: Date;
}): Answer {
  return {
    code: row.code,
    input: row.input,
    value: row.value as StoredValue | null,
    version: row.version,
    by: person(row.by_id, row.display_name),
    at: row.at,
  };
}

export interface NewAnswer {
  readonly assessmentId: string;
  readonly code: string;
  readonly input: string;
  readonly value: StoredValue | null;
  /** One more than the stored version. */
  readonly version: number;
  readonly by: string | null;
  readonly at: Date;
}

/** The values that a field had, newest first: those before a version, if one is given. */
export async function listHistory(
  db: Work,
  assessmentId: string,
  code: string,
  input: string,
  { before, limit }: { readonly before: number | undefined; readonly limit: number },
): Promise<Answer[]> {
  const rows = await db
    .selectFrom("answer_history as a")
    .leftJoin("account as b", "b.id", "a.by_id")
    .where("a.assessment_id", "=", assessmentId)
    .where("a.code", "=", code)
    .where("a.input", "=", input)
    .select(["a.code", "a.input", "a.value", "a.version", "a.by_id", "b.display_name", "a.at"])
    .orderBy("a.version", "desc")
    .$if(before !== undefined, (query) => query.where("a.version", "<", before ?? 0))
    .limit(limit)
    .execute();
  return rows.map(answerOf);
}

/** Writes fields and their places in the history. The assessment is locked, so versions follow one another. */
export async function writeAnswers(db: Work, rows: readonly NewAnswer[]): Promise<void> {
  await sql`
    with n as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n("assessmentId" uuid, code text, input text,
        value jsonb, version int, by uuid, at timestamptz)
    ), newest as (
      insert into answer (assessment_id, code, input, value, version, by_id, at)
      select "assessmentId", code, input, nullif(value, 'null'), version, by, at from n
      on conflict (assessment_id, code, input) do update
      set value = excluded.value, version = excluded.version, by_id = excluded.by_id, at = excluded.at
    )
    insert into answer_history (assessment_id, code, input, value, version, by_id, at)
    select "assessmentId", code, input, nullif(value, 'null'), version, by, at from n`.execute(db);
}

/** Many answers at once, without history of who: for demo data and imports into an empty assessment. */
export async function insertAnswers(db: Work, rows: readonly NewAnswer[]): Promise<void> {
  if (rows.length === 0) return;
  const columns = rows.map((answer) => ({
    assessment_id: answer.assessmentId,
    code: answer.code,
    input: answer.input,
    value: answer.value === null ? null : JSON.stringify(answer.value),
    version: answer.version,
    by_id: answer.by,
    at: answer.at,
  }));
  await db.insertInto("answer").values(columns).execute();
  await db.insertInto("answer_history").values(columns).execute();
}
