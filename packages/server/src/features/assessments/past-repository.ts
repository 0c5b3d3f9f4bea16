/** Published results of earlier years: the unit's own, and the middle of its ranking group. */
import { sql } from "kysely";
import type { Work } from "../../database/connection.js";

export interface PastResult {
  readonly campaignId: string;
  readonly year: number;
  readonly set: { readonly id: string; readonly version: number; readonly hash: string };
  readonly group: string | null;
  readonly unitId: string;
  readonly scores: Readonly<Record<string, string>>;
}

/** The newest result before a year, of the unit itself or of the one unit that it continues. */
export async function findPastResult(
  db: Work,
  unitId: string,
  before: number,
): Promise<PastResult | undefined> {
  const row = await db
    .selectFrom("published_result as r")
    .innerJoin("campaign as c", "c.id", "r.campaign_id")
    .innerJoin("indicator_set as s", (join) =>
      join.onRef("s.id", "=", "c.set_id").onRef("s.version", "=", "c.set_version"),
    )
    .where("c.year", "<", before)
    .where((eb) =>
      eb.or([
        eb("r.unit_id", "=", unitId),
        eb(
          "r.unit_id",
          "in",
          // Of several merged units none is "last year's value"; of one renamed or replaced, it is.
          eb
            .selectFrom("unit_succession as p")
            .where("p.successor_id", "=", unitId)
            .select(sql<string>`(array_agg(p.predecessor_id))[1]`.as("id"))
            .having(sql<boolean>`count(*) = 1`),
        ),
      ]),
    )
    .select([
      "r.campaign_id",
      "c.year",
      "s.id",
      "s.version",
      "s.hash",
      "r.group_code",
      "r.unit_id",
      "r.scores",
    ])
    .orderBy("c.year", "desc")
    .orderBy(sql`r.unit_id = ${unitId}`, "desc")
    .limit(1)
    .executeTakeFirst();
  return (
    row && {
      campaignId: row.campaign_id,
      year: row.year,
      set: { id: row.id, version: row.version, hash: row.hash },
      group: row.group_code,
      unitId: row.unit_id,
      scores: row.scores,
    }
  );
}

/** The scores of everyone in a past campaign's ranking group. */
export async function listGroupScores(
  db: Work,
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
  db: Work,
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
