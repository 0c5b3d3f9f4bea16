/** What is left to do in assessments that are being appraised. */
import { sql } from "kysely";
import type { Work } from "../../database/connection.js";
import type { AssessmentState } from "../../database/schema.js";
import type { Named } from "./appraisal.js";

export interface Ending {
  readonly assessmentId: string;
  readonly unit: Named;
  readonly state: AssessmentState;
  /** Not judged, or judged before what is declared now. */
  readonly unjudged: number;
  /** Questions that are not closed. */
  readonly openQueries: number;
}

/** Holds back every other change of the campaign's assessments that are being appraised. */
export async function lockRunning(db: Work, campaignId: string): Promise<void> {
  await db
    .selectFrom("assessment")
    .where("campaign_id", "=", campaignId)
    .where("state", "in", ["submitted", "appraising", "explaining"])
    .select("id")
    .orderBy("id")
    .forUpdate()
    .execute();
}

/** @param ids null: all of the campaign that are being appraised, by the unit's name. */
export async function listEndings(
  db: Work,
  campaignId: string,
  ids: readonly string[] | null,
): Promise<Ending[]> {
  const { rows } = await sql<{
    id: string;
    unit_id: string;
    name: string;
    state: AssessmentState;
    unjudged: string;
    queries: string;
  }>`
    select a.id, a.unit_id, u.name, a.state,
      (select count(*) from indicator_score s where s.assessment_id = a.id and (s.verdict is null or s.stale)) as unjudged,
      (select count(*) from query q where q.assessment_id = a.id and q.kind = 'explanation' and q.state <> 'closed')
        as queries
    from assessment a join unit u on u.id = a.unit_id
    where a.campaign_id = ${campaignId} and a.state in ('submitted', 'appraising', 'explaining')
      and ${ids === null ? sql`true` : sql`a.id = any(${[...ids]}::uuid[])`}
    order by u.name collate "vi-x-icu", a.id`.execute(db);
  return rows.map((row) => ({
    assessmentId: row.id,
    unit: { id: row.unit_id, name: row.name },
    state: row.state,
    unjudged: Number(row.unjudged),
    openQueries: Number(row.queries),
  }));
}

/** An ending to be written down. */
export interface NewEnding {
  readonly assessmentId: string;
  /** Indicators that nobody judged: they count as declared. */
  readonly unjudged: number;
  readonly reason: string | null;
}

/** Ends the appraising of these, each with its step and its line of the audit log, in one statement for however many. */
export async function endAppraising(
  db: Work,
  endings: readonly NewEnding[],
  { by, at, address }: { readonly by: string; readonly at: Date; readonly address: string },
): Promise<void> {
  await sql`
    with ending as (
      select n.*, a.state as was, a.unit_id
      from jsonb_to_recordset(${JSON.stringify(endings)}::jsonb) as n("assessmentId" uuid, unjudged int, reason text)
      join assessment a on a.id = n."assessmentId"
    ), moved as (
      update assessment a set state = 'appraised', version = a.version + 1, revision = a.revision + 1, updated_at = ${at}
      from ending e where a.id = e."assessmentId"
    ), steps as (
      insert into assessment_step (assessment_id, from_state, to_state, reason, by_id, at)
      select "assessmentId", was, 'appraised', reason, ${by}::uuid, ${at} from ending
    )
    insert into audit_event (at, account_id, address, action, subject_type, subject_id, unit_id, before, after)
    select ${at}, ${by}::uuid, ${address}, 'assessment.finish', 'assessment', "assessmentId"::text, unit_id,
      jsonb_build_object('state', was), jsonb_strip_nulls(jsonb_build_object('state', 'appraised', 'reason', reason,
        'unjudged', nullif(unjudged, 0)))
    from ending`.execute(db);
}

/** Tells the officers and heads of units that their assessments are appraised to the end. One statement for however many. */
export async function tellEnded(
  db: Work,
  assessmentIds: readonly string[],
  { by, at }: { readonly by: string; readonly at: Date },
): Promise<void> {
  await sql`
    insert into notice (account_id, kind, data, link, at)
    select distinct g.account_id, 'appraised', jsonb_build_object('campaign', c.name, 'unit', u.name),
      '/assessments/' || a.id || '/review', ${at}::timestamptz
    from assessment a
    join unit u on u.id = a.unit_id
    join campaign c on c.id = a.campaign_id
    join role_grant g on g.unit_id = a.unit_id and g.role in ('unit-officer', 'unit-head')
    join account b on b.id = g.account_id and b.disabled_at is null
    where a.id = any(${[...assessmentIds]}::uuid[]) and b.id <> ${by}::uuid`.execute(db);
}
