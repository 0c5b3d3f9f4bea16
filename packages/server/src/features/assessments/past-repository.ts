/** Published results of earlier years: the middle of a ranking group. The unit's own: whole-repository.ts. */
import { sql } from "kysely";
import type { Connection, Work } from "../../database/connection.js";
import { PAST, type PastRow } from "./whole-repository.js";

/** Last year's published result of an assessment's unit, or of the one unit that it continues. */
export async function findPast(db: Work, assessmentId: string): Promise<PastRow | null> {
  const { rows } = await sql<{ past: PastRow | null }>`select ${sql.raw(PAST)} as past
    from assessment a join campaign c on c.id = a.campaign_id where a.id = ${assessmentId}`.execute(db);
  return rows[0]?.past ?? null;
}

/** The scores of everyone in a past campaign's ranking group. */
export async function listGroupScores(
  db: Work | Connection,
  campaignId: string,
  group: string | null,
): Promise<Readonly<Record<string, string>>[]> {
  const rows = await db
    .selectFrom("published_result")
    .where("campaign_id", "=", campaignId)
    .where("group_code", group === null ? "is" : "=", group)
    .select("scores")
    .execute();
  return rows.map(({ scores }) => scores);
}

/** The middle of every number that at least three units of a past campaign's group declared. */
export async function listGroupMiddles(
  db: Work | Connection,
  campaignId: string,
  group: string | null,
): Promise<{ code: string; input: string; value: string }[]> {
  const { rows } = await sql<{ code: string; input: string; value: string }>`
    select n.code, n.input, percentile_disc(0.5) within group (order by n.number)::text as value
    from (
      select a.code, a.input, (a.value #>> '{}')::numeric as number
      from published_result r
      join assessment s on s.campaign_id = r.campaign_id and s.unit_id = r.unit_id
      join answer a on a.assessment_id = s.id
      where r.campaign_id = ${campaignId} and r.group_code is not distinct from ${group}
        and jsonb_typeof(a.value) = 'string' and a.value #>> '{}' ~ '^-?[0-9]{1,30}([.][0-9]{1,15})?$'
    ) n group by n.code, n.input having count(*) >= 3`.execute(db);
  return rows;
}
