/** Counting a person's part of an assessment. */
import { sql } from "kysely";
import type { Work } from "../../database/connection.js";

/** Indicators assigned to an account or its rooms, and those of them with at least one value. */
export async function countAssigned(
  db: Work,
  assessmentId: string,
  accountId: string,
  rooms: readonly string[],
): Promise<{ assigned: number; answered: number }> {
  const row = await db
    .selectFrom("assignment as g")
    .where("g.assessment_id", "=", assessmentId)
    .where((eb) =>
      eb.or([
        eb("g.account_id", "=", accountId),
        eb.and([eb("g.account_id", "is", null), eb("g.unit_id", "in", [...rooms])]),
      ]),
    )
    .select([
      sql<string>`count(*)`.as("assigned"),
      sql<string>`count(*) filter (where exists (select from answer a where a.assessment_id = g.assessment_id
        and a.code = g.code and a.value is not null))`.as("answered"),
    ])
    .executeTakeFirstOrThrow();
  return { assigned: Number(row.assigned), answered: Number(row.answered) };
}
