/** The indicators of submitted assessments as an appraiser's workbook shows them, some assessments at a time. */
import { type RawBuilder, sql } from "kysely";
import type { Verdict } from "../../database/appraisal-tables.js";
import type { Connection, Work } from "../../database/connection.js";
import type { AssessmentState } from "../../database/schema.js";
import type { Inputs, Person } from "../appraisals/appraisal.js";
import { person } from "../assessments/repository.js";
import type { EvidenceItem } from "../evidence/repository.js";

export interface JudgeableRow {
  readonly assessmentId: string;
  readonly unit: { readonly id: string; readonly name: string };
  readonly group: string;
  readonly state: AssessmentState;
  /** Until when its unit's assessment may be appraised; null: the campaign sets no deadline. */
  readonly dueAt: Date | null;
  readonly code: string;
  readonly declaredScore: string;
  readonly given: Inputs;
  readonly verdict: Verdict | null;
  readonly inputs: Inputs | null;
  readonly points: string | null;
  readonly reason: string | null;
  /** 0: never judged. */
  readonly version: number;
  readonly by: Person | null;
  readonly at: Date | null;
}

/** The submitted assessments of a campaign with their units, in the order of groups and names. */
export async function listSubmitted(
  db: Work | Connection,
  campaignId: string,
): Promise<{ readonly id: string; readonly unitId: string }[]> {
  const rows = await db
    .selectFrom("assessment as a")
    .innerJoin("unit as u", "u.id", "a.unit_id")
    .innerJoin("campaign_unit as m", (join) =>
      join.onRef("m.campaign_id", "=", "a.campaign_id").onRef("m.unit_id", "=", "a.unit_id"),
    )
    .leftJoin("campaign_group as g", (join) =>
      join.onRef("g.campaign_id", "=", "m.campaign_id").onRef("g.code", "=", "m.group_code"),
    )
    .where("a.campaign_id", "=", campaignId)
    .where("a.state", "not in", ["declaring", "compiled"])
    .select(["a.id", "a.unit_id"])
    .orderBy("g.place")
    .orderBy(sql`u.name collate "vi-x-icu"`)
    .orderBy("a.id")
    .execute();
  return rows.map(({ id, unit_id }) => ({ id, unitId: unit_id }));
}

/** Every scored indicator of these assessments, as far as they are of the campaign and submitted. */
export const listJudgeable = (
  db: Work | Connection,
  campaignId: string,
  ids: readonly string[],
): Promise<JudgeableRow[]> => judgeable(db, campaignId, ids, sql`true`);

/** These indicators alone, as far as they are there. */
export const listJudgeableAt = (
  db: Work | Connection,
  campaignId: string,
  places: readonly { readonly assessmentId: string; readonly code: string }[],
): Promise<JudgeableRow[]> =>
  judgeable(
    db,
    campaignId,
    [...new Set(places.map(({ assessmentId }) => assessmentId))],
    sql`(s.assessment_id, s.code) in (select * from unnest(
      ${places.map(({ assessmentId }) => assessmentId)}::uuid[], ${places.map(({ code }) => code)}::text[]))`,
  );

/** What is known of a unit is looked up once for all its indicators. */
async function judgeable(
  db: Work | Connection,
  campaignId: string,
  ids: readonly string[],
  wanted: RawBuilder<unknown>,
): Promise<JudgeableRow[]> {
  const { rows } = await sql<{
    assessment_id: string;
    unit_id: string;
    name: string;
    group_name: string | null;
    state: AssessmentState;
    due_at: Date | null;
    code: string;
    declared: string;
    given: Inputs;
    verdict: Verdict | null;
    inputs: Inputs | null;
    points: string | null;
    reason: string | null;
    version: number;
    by_id: string | null;
    display_name: string | null;
    at: Date | null;
  }>`
    with d as materialized (
      select a.id, a.unit_id, a.state, u.name, g.name as group_name,
        (select coalesce((select e.due_at from extension e where e.campaign_id = t.campaign_id and e.unit_id = a.unit_id
            and e.stage = t.stage order by e.granted_at desc, e.id limit 1), t.due_at)
          from campaign_stage t where t.campaign_id = a.campaign_id and t.stage = 'appraise') as due_at
      from assessment a
      join unit u on u.id = a.unit_id
      join campaign_unit m on m.campaign_id = a.campaign_id and m.unit_id = a.unit_id
      left join campaign_group g on g.campaign_id = m.campaign_id and g.code = m.group_code
      where a.campaign_id = ${campaignId} and a.id = any(${[...ids]}::uuid[])
        and a.state not in ('declaring', 'compiled'))
    select s.assessment_id, d.unit_id, d.name, d.group_name, d.state, d.due_at,
      s.code, s.declared, s.given, p.verdict, p.inputs, p.points, p.reason, coalesce(p.version, 0) as version,
      p.by_id, b.display_name, p.at
    from d
    join indicator_score s on s.assessment_id = d.id
    left join appraisal p on p.assessment_id = s.assessment_id and p.code = s.code
    left join account b on b.id = p.by_id
    where s.campaign_id = ${campaignId} and ${wanted}
    order by s.assessment_id, s.place`.execute(db);
  return rows.map((row) => ({
    assessmentId: row.assessment_id,
    unit: { id: row.unit_id, name: row.name },
    group: row.group_name ?? "",
    state: row.state,
    dueAt: row.due_at,
    code: row.code,
    declaredScore: row.declared,
    given: row.given,
    verdict: row.verdict,
    inputs: row.inputs,
    points: row.points,
    reason: row.reason,
    version: row.version,
    by: person(row.by_id, row.display_name),
    at: row.at,
  }));
}

/** What is declared as evidence of these assessments, by assessment and code. */
export async function listPiecesOf(
  db: Work | Connection,
  ids: readonly string[],
): Promise<{ readonly assessmentId: string; readonly code: string; readonly item: EvidenceItem }[]> {
  const rows = await db
    .selectFrom("evidence")
    .where("assessment_id", "=", sql<string>`any(${[...ids]}::uuid[])`)
    .where("query_id", "is", null)
    .where("removed_at", "is", null)
    .select(["assessment_id", "code", "item"])
    .orderBy("assessment_id")
    .orderBy("code")
    .orderBy("place")
    .orderBy("id")
    .execute();
  return rows.map(({ assessment_id, code, item }) => ({
    assessmentId: assessment_id,
    code,
    item: item as EvidenceItem,
  }));
}
