/** The states of all of a campaign's assessments changed together, each with its step and its line of the audit log. */
import { sql } from "kysely";
import type { Work } from "../../database/connection.js";
import type { AssessmentState } from "../../database/schema.js";

export interface Move {
  readonly campaignId: string;
  /** Whose assessments; null: everyone's. */
  readonly unitIds: readonly string[] | null;
  readonly from: readonly AssessmentState[];
  readonly to: AssessmentState;
  /** Where those go that were never submitted. */
  readonly unsubmittedTo: AssessmentState;
  /** For the audit log: `assessment.approve`. */
  readonly action: string;
  readonly reason: string | null;
  readonly by: string;
  readonly at: Date;
  readonly address: string;
}

/** One statement for however many. @returns how many moved. */
export async function moveAssessments(db: Work, move: Move): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    with before as (
      select id, state, submitted_at from assessment
      where campaign_id = ${move.campaignId} and state = any(${[...move.from]}::text[])
        and (${move.unitIds === null} or unit_id = any(${[...(move.unitIds ?? [])]}::uuid[]))
      order by id for update
    ), moved as (
      update assessment a
      set state = case when b.submitted_at is null then ${move.unsubmittedTo}::text else ${move.to}::text end,
        version = a.version + 1, revision = a.revision + 1, updated_at = ${move.at}
      from before b where b.id = a.id
      returning a.id, a.unit_id, b.state as was, a.state
    ), steps as (
      insert into assessment_step (assessment_id, from_state, to_state, reason, by_id, at)
      select id, was, state, ${move.reason}, ${move.by}::uuid, ${move.at} from moved
    ), told as (
      insert into audit_event (at, account_id, address, action, subject_type, subject_id, unit_id, before, after)
      select ${move.at}, ${move.by}::uuid, ${move.address}, ${move.action}, 'assessment', id::text, unit_id,
        jsonb_build_object('state', was), jsonb_strip_nulls(jsonb_build_object('state', state, 'reason', ${move.reason}::text))
      from moved
    )
    select count(*)::int as count from moved`.execute(db);
  return rows[0]?.count ?? 0;
}

/** Gives units until a moment to be appraised once more. */
export async function extendAppraising(
  db: Work,
  extension: {
    readonly campaignId: string;
    readonly unitIds: readonly string[] | null;
    readonly dueAt: Date;
    readonly reason: string;
    readonly by: string;
    readonly at: Date;
  },
): Promise<void> {
  await sql`
    insert into extension (campaign_id, unit_id, stage, due_at, reason, granted_by, granted_at)
    select campaign_id, unit_id, 'appraise', ${extension.dueAt}, ${extension.reason}, ${extension.by}::uuid, ${extension.at}
    from campaign_unit
    where campaign_id = ${extension.campaignId}
      and (${extension.unitIds === null} or unit_id = any(${[...(extension.unitIds ?? [])]}::uuid[]))`.execute(
    db,
  );
}

/** Closes a campaign when its results are public, or opens it again. */
export async function setCampaignStatus(db: Work, id: string, status: "open" | "closed"): Promise<void> {
  await db
    .updateTable("campaign")
    .set((eb) => ({ status, version: eb("version", "+", 1) }))
    .where("id", "=", id)
    .where("status", "<>", status)
    .execute();
}

/** Whether some assessment of the campaign stands approved or published. */
export async function hasSettled(db: Work, campaignId: string): Promise<boolean> {
  const row = await db
    .selectFrom("assessment")
    .where("campaign_id", "=", campaignId)
    .where("state", "in", ["approved", "published"])
    .select("id")
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Tells the officers and heads of units whose assessments were opened to correction, and the appraisers of the campaign.
 * One statement for however many.
 */
export async function tellRevised(
  db: Work,
  revision: {
    readonly campaignId: string;
    readonly unitIds: readonly string[] | null;
    readonly reason: string;
    readonly by: string;
    readonly at: Date;
  },
): Promise<void> {
  const { campaignId, unitIds, reason, by, at } = revision;
  await sql`
    insert into notice (account_id, kind, data, link, at)
    select distinct t.account_id, 'revised',
      jsonb_strip_nulls(jsonb_build_object('campaign', c.name, 'unit', t.unit, 'reason', left(${reason}, 500))),
      t.link, ${at}::timestamptz
    from (
      select g.account_id, u.name as unit, '/assessments/' || a.id || '/review' as link
      from assessment a
      join unit u on u.id = a.unit_id
      join role_grant g on g.unit_id = a.unit_id and g.role in ('unit-officer', 'unit-head')
      where a.campaign_id = ${campaignId} and a.state in ('appraising', 'declaring')
        and (${unitIds === null} or a.unit_id = any(${[...(unitIds ?? [])]}::uuid[]))
      union
      select s.account_id, null, '/campaigns/' || s.campaign_id || '/appraise'
      from appraiser_scope s join role_grant g on g.account_id = s.account_id and g.role = 'appraiser'
      where s.campaign_id = ${campaignId}
        and (${unitIds === null} or s.unit_id is null or s.unit_id = any(${[...(unitIds ?? [])]}::uuid[]))
    ) t
    join account b on b.id = t.account_id and b.disabled_at is null
    cross join campaign c
    where c.id = ${campaignId} and b.id <> ${by}::uuid`.execute(db);
}

/**
 * Tells the officers and heads of every unit of a run that its results were published, each with the own rank; or that
 * they were withdrawn, and why. One statement for however many.
 */
export async function tellUnits(
  db: Work,
  run: { readonly id: string; readonly campaignId: string },
  told: { readonly kind: "published" } | { readonly kind: "withdrawn"; readonly reason: string },
  { by, at }: { readonly by: string; readonly at: Date },
): Promise<void> {
  const published = told.kind === "published";
  const reason = published ? null : told.reason;
  // What is withdrawn is there no more: the unit's own assessment is.
  const link = published
    ? sql`'/campaigns/' || c.id || '/results/' || r.unit_id`
    : sql`'/assessments/' || r.assessment_id || '/review'`;
  await sql`
    insert into notice (account_id, kind, data, link, once, at)
    select distinct g.account_id, ${told.kind}::text,
      jsonb_strip_nulls(jsonb_build_object('campaign', c.name, 'unit', r.unit_name, 'rank',
        case when ${published} then r.rank end, 'reason', left(${reason}, 500))),
      ${link}, ${told.kind}::text || ' ' || r.run_id || ' ' || r.unit_id, ${at}::timestamptz
    from run_result r
    join role_grant g on g.unit_id = r.unit_id and g.role in ('unit-officer', 'unit-head')
    join account a on a.id = g.account_id and a.disabled_at is null
    cross join campaign c
    where r.run_id = ${run.id} and c.id = ${run.campaignId} and a.id <> ${by}::uuid
    on conflict (account_id, once) do nothing`.execute(db);
}
