/** Indicators of many assessments of one campaign, with all that decides whether they may be agreed with in bulk. */
import { sql } from "kysely";
import type { Verdict } from "../../database/appraisal-tables.js";
import type { Work } from "../../database/connection.js";
import type { AssessmentState } from "../../database/schema.js";
import type { Inputs, Named } from "./appraisal.js";

export interface Candidate {
  readonly assessmentId: string;
  readonly code: string;
  readonly unit: Named;
  readonly state: AssessmentState;
  /** Until when its unit's assessment may be appraised; null: the campaign sets no deadline. */
  readonly dueAt: Date | null;
  readonly declared: string;
  readonly given: Inputs;
  readonly blocking: boolean;
  readonly verdict: Verdict | null;
  readonly version: number;
  readonly stale: boolean;
  /** A question on it is not closed. */
  readonly queried: boolean;
}

interface Chosen {
  readonly assessmentId: string;
  readonly code: string;
}

/** Holds back every other change of these assessments; in one order, so that nobody waits for each other. */
export async function lockAssessments(db: Work, campaignId: string, ids: readonly string[]): Promise<void> {
  await db
    .selectFrom("assessment")
    .where("campaign_id", "=", campaignId)
    .where("id", "=", sql<string>`any(${[...ids]}::uuid[])`)
    .select("id")
    .orderBy("id")
    .forUpdate()
    .execute();
}

/** Those that there are, in the order asked for. */
export async function listCandidates(
  db: Work,
  campaignId: string,
  items: readonly Chosen[],
): Promise<Candidate[]> {
  const { rows } = await sql<{
    assessment_id: string;
    code: string;
    unit_id: string;
    name: string;
    state: AssessmentState;
    due_at: Date | null;
    declared: string;
    given: Inputs;
    blocking: boolean;
    verdict: Verdict | null;
    version: number;
    stale: boolean;
    queried: boolean;
  }>`
    select s.assessment_id, s.code, s.unit_id, u.name, a.state,
      (select coalesce((select e.due_at from extension e where e.campaign_id = t.campaign_id and e.unit_id = s.unit_id
          and e.stage = t.stage order by e.granted_at desc, e.id limit 1), t.due_at)
        from campaign_stage t where t.campaign_id = s.campaign_id and t.stage = 'appraise') as due_at,
      s.declared, s.given, s.blocking, p.verdict, coalesce(p.version, 0) as version, s.stale,
      exists (select from query q where q.assessment_id = s.assessment_id and q.code = s.code
        and q.kind = 'explanation' and q.state <> 'closed') as queried
    from rows from (jsonb_to_recordset(${JSON.stringify(items)}::jsonb) as ("assessmentId" uuid, code text))
      with ordinality as c("assessmentId", code, place)
    join indicator_score s on s.assessment_id = c."assessmentId" and s.code = c.code
    join assessment a on a.id = s.assessment_id
    join unit u on u.id = s.unit_id
    left join appraisal p on p.assessment_id = s.assessment_id and p.code = s.code
    where s.campaign_id = ${campaignId} order by c.place`.execute(db);
  return rows.map((row) => ({
    assessmentId: row.assessment_id,
    code: row.code,
    unit: { id: row.unit_id, name: row.name },
    state: row.state,
    dueAt: row.due_at,
    declared: row.declared,
    given: row.given,
    blocking: row.blocking,
    verdict: row.verdict,
    version: row.version,
    stale: row.stale,
    queried: row.queried,
  }));
}

/** The units of assessments of a campaign, for telling what was left out. */
export async function listUnits(
  db: Work,
  campaignId: string,
  ids: readonly string[],
): Promise<Map<string, Named>> {
  const rows = await db
    .selectFrom("assessment as a")
    .innerJoin("unit as u", "u.id", "a.unit_id")
    .where("a.campaign_id", "=", campaignId)
    .where("a.id", "=", sql<string>`any(${[...ids]}::uuid[])`)
    .select(["a.id", "a.unit_id", "u.name"])
    .execute();
  return new Map(rows.map(({ id, unit_id, name }) => [id, { id: unit_id, name }]));
}

/** Brings the kept points in line with agreements just written: agreeing moves no points. */
export async function noteAgreed(
  db: Work,
  agreed: readonly (Chosen & { readonly version: number })[],
  by: string,
  at: Date,
): Promise<void> {
  await sql`
    update indicator_score s set verdict = 'agreed', version = n.version, judged_at = ${at}, stale = false,
      changed_at = ${at}, changed_by = ${by}::uuid
    from jsonb_to_recordset(${JSON.stringify(agreed)}::jsonb) as n("assessmentId" uuid, code text, version int)
    where s.assessment_id = n."assessmentId" and s.code = n.code`.execute(db);
  const ids = [...new Set(agreed.map(({ assessmentId }) => assessmentId))];
  await db
    .updateTable("assessment")
    .set({ updated_at: at })
    .where("id", "=", sql<string>`any(${ids}::uuid[])`)
    .execute();
}
