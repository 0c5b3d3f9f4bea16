/** Comments on an indicator of an assessment, among those who work on it. */
import { sql } from "kysely";
import type { Work } from "../../database/connection.js";
import { person } from "../assessments/repository.js";

export interface Comment {
  readonly id: string;
  readonly code: string;
  readonly body: string;
  readonly by: { readonly id: string; readonly displayName: string } | null;
  readonly at: Date;
}

/** Oldest first; of one indicator, or of all. */
export async function listComments(db: Work, assessmentId: string, code?: string): Promise<Comment[]> {
  const rows = await db
    .selectFrom("comment as c")
    .leftJoin("account as b", "b.id", "c.by_id")
    .where("c.assessment_id", "=", assessmentId)
    .$if(code !== undefined, (query) => query.where("c.code", "=", code ?? ""))
    .select(["c.id", "c.code", "c.body", "c.by_id", "b.display_name", "c.at"])
    .orderBy("c.at")
    .orderBy("c.id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    code: row.code,
    body: row.body,
    by: person(row.by_id, row.display_name),
    at: row.at,
  }));
}

export async function countComments(db: Work, assessmentId: string): Promise<Record<string, number>> {
  const rows = await db
    .selectFrom("comment")
    .where("assessment_id", "=", assessmentId)
    .select(["code", sql<string>`count(*)`.as("count")])
    .groupBy("code")
    .execute();
  return Object.fromEntries(rows.map(({ code, count }) => [code, Number(count)]));
}

export async function insertComment(
  db: Work,
  comment: { assessmentId: string; code: string; body: string; by: string; at: Date },
): Promise<string> {
  const { id } = await db
    .insertInto("comment")
    .values({
      assessment_id: comment.assessmentId,
      code: comment.code,
      body: comment.body,
      by_id: comment.by,
      at: comment.at,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}
