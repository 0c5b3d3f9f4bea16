/** What one unit's page reads beside its results: its line, what is judged, what it proved. */
import { sql } from "kysely";
import type { Connection, Work } from "../../database/connection.js";

type Db = Connection | Work;

/** One published result of a unit's line. */
export interface LineResult {
  readonly campaignId: string;
  readonly campaignName: string;
  readonly year: number;
  readonly setId: string;
  readonly runId: string | null;
  readonly total: string;
  readonly max: string;
  readonly rank: number | null;
  readonly of: number;
  readonly unitId: string;
  readonly unitName: string;
  readonly relation: "same" | "merged" | "split" | "replaced";
}

/** Published results of the unit and of all that went into it, oldest first. Each bears the name of its time. */
export async function lineResults(db: Db, unitId: string): Promise<LineResult[]> {
  const { rows } = await sql<{
    campaign_id: string;
    campaign_name: string;
    year: number;
    set_id: string;
    run_id: string | null;
    total: string;
    max: string;
    rank: number | null;
    units: number;
    unit_id: string;
    unit_name: string;
    relation: LineResult["relation"];
  }>`
    with recursive line as (
      select ${unitId}::uuid as id, 'same' as relation
      union select s.predecessor_id, s.kind from unit_succession s join line l on l.id = s.successor_id
    )
    select p.campaign_id, c.name as campaign_name, c.year, c.set_id, p.run_id, p.total, p.max, p.rank,
      (select count(*)::int from published_result g
        where g.campaign_id = p.campaign_id and g.group_code is not distinct from p.group_code) as units,
      p.unit_id,
      coalesce(
        (select o.unit_name from run_result o where o.run_id = p.run_id and o.unit_id = p.unit_id),
        (select n.name from unit_name n where n.unit_id = p.unit_id
          and n.valid_from <= make_date(c.year, 12, 31) order by n.valid_from desc limit 1),
        u.name) as unit_name,
      line.relation
    from line join published_result p on p.unit_id = line.id
    join campaign c on c.id = p.campaign_id join unit u on u.id = p.unit_id
    order by c.year, (p.unit_id = ${unitId}), u.name collate "vi-x-icu", c.name, c.id`.execute(db);
  return rows.map((row) => ({
    campaignId: row.campaign_id,
    campaignName: row.campaign_name,
    year: row.year,
    setId: row.set_id,
    runId: row.run_id,
    total: row.total,
    max: row.max,
    rank: row.rank,
    of: row.units,
    unitId: row.unit_id,
    unitName: row.unit_name,
    relation: row.relation,
  }));
}

/**
 * Of assessments that are still being appraised, the codes that are judged. One that is not in the answer has nothing
 * open: it is appraised, or was never submitted.
 */
export async function judgedCodes(
  db: Db,
  assessmentIds: readonly string[],
): Promise<Map<string, ReadonlySet<string>>> {
  if (assessmentIds.length === 0) return new Map();
  const { rows } = await sql<{ id: string; codes: string[] }>`
    select a.id, coalesce(array_agg(p.code) filter (where p.verdict is not null), '{}') as codes
    from assessment a left join appraisal p on p.assessment_id = a.id
    where a.id = any(${assessmentIds}::uuid[]) and a.state in ('submitted', 'appraising', 'explaining')
    group by a.id`.execute(db);
  return new Map(rows.map(({ id, codes }) => [id, new Set(codes)]));
}

/** The codes of an assessment for which there was evidence at a moment, whatever was brought or taken back since. */
export async function codesWithEvidence(
  db: Db,
  assessmentId: string,
  at: Date,
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ code: string }>`
    select distinct e.code from evidence e
    where e.assessment_id = ${assessmentId} and (select h.item is not null from evidence_history h
      where h.evidence_id = e.id and h.at <= ${at} order by h.version desc limit 1)`.execute(db);
  return new Set(rows.map(({ code }) => code));
}

/** Whether one of these units is the unit, or stands under it. */
export async function isUnitOrRoom(db: Db, ids: readonly string[], unitId: string): Promise<boolean> {
  const row = await db
    .selectFrom("unit")
    .where("id", "in", ids)
    .where((eb) => eb.or([eb("id", "=", unitId), eb("parent_id", "=", unitId)]))
    .select("id")
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
