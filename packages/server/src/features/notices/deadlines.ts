/** What somebody must do by when: the deadlines behind calendars and reminders. */
import { sql } from "kysely";
import type { Connection, Work } from "../../database/connection.js";
import type { Stage } from "../../database/schema.js";
import { lastMomentOf, periodAfter, periodOf } from "../plans/periods.js";
import { dayOf } from "../units/day.js";

export interface Deadline {
  /** Stays the same when the deadline moves, so that calendars move the event. */
  readonly id: string;
  readonly accountId: string;
  /** What is due: a stage of a campaign, the answer to a question, or a quarter's report on a plan. */
  readonly what: Stage | "query" | "report";
  /** Or the plan. */
  readonly campaign: string;
  readonly unit: string | null;
  readonly dueAt: Date;
  /** A path of the application. */
  readonly link: string;
}

/**
 * The deadlines of an account, or of everybody, that lie after `since`: declaring for a unit's own people while it is
 * not submitted, answering for the same, appraising for those with a scope, every stage for those who run the campaign; and the reports
 * on plans for those whose unit stands for a lead organisation, of the quarter that `since` lies in and of the next.
 */
export async function listDeadlines(
  db: Work | Connection,
  accountId: string | null,
  since: Date,
): Promise<Deadline[]> {
  const first = periodOf(dayOf(since));
  const second = periodAfter(first);
  const { rows } = await sql<{
    id: string;
    account_id: string;
    what: Deadline["what"];
    campaign: string;
    unit: string | null;
    due_at: Date;
    link: string;
  }>`
    with due as (
      select 'declare-' || a.id as id, g.account_id, 'declare' as what, c.name as campaign, u.name as unit,
        coalesce((select e.due_at from extension e where e.campaign_id = a.campaign_id and e.unit_id = a.unit_id
          and e.stage = 'declare' order by e.granted_at desc, e.id limit 1), t.due_at) as due_at,
        '/assessments/' || a.id as link
      from assessment a
      join campaign c on c.id = a.campaign_id and c.status = 'open'
      join campaign_stage t on t.campaign_id = c.id and t.stage = 'declare'
      join unit u on u.id = a.unit_id
      join role_grant g on g.unit_id = a.unit_id and g.role in ('unit-officer', 'unit-head')
      where a.state in ('declaring', 'compiled')
      union
      select 'query-' || q.id, g.account_id, 'query', c.name, u.name, q.due_at, '/queries/' || q.id
      from query q
      join assessment a on a.id = q.assessment_id
      join campaign c on c.id = a.campaign_id
      join unit u on u.id = a.unit_id
      join role_grant g on g.unit_id = a.unit_id and g.role in ('unit-officer', 'unit-head')
      where q.state = 'open' and q.kind = 'explanation'
      union
      select 'appraise-' || c.id, s.account_id, 'appraise', c.name, null, t.due_at, '/campaigns/' || c.id || '/appraise'
      from appraiser_scope s
      join role_grant g on g.account_id = s.account_id and g.role = 'appraiser'
      join campaign c on c.id = s.campaign_id and c.status = 'open'
      join campaign_stage t on t.campaign_id = c.id and t.stage = 'appraise'
      union
      select t.stage || '-' || c.id, g.account_id, t.stage, c.name, null, t.due_at, '/campaigns/' || c.id
      from campaign c
      join campaign_stage t on t.campaign_id = c.id
      join role_grant g on g.role = 'coordinator' or (g.role = 'approver' and t.stage = 'approve')
      where c.status = 'open'
      union
      select 'plan-' || p.id || '-' || u.id || '-' || q.year || '-' || q.quarter, g.account_id, 'report', p.title, u.name,
        q.due_at, '/plans/' || p.id || '/progress?year=' || q.year || '&quarter=' || q.quarter
      from plan_organisation o
      join plan p on p.id = o.plan_id
      join indicator_set s on s.id = p.set_id and s.version = p.set_version and s.status = 'published'
      join unit u on u.id = o.unit_id
      join role_grant g on g.unit_id = o.unit_id and g.role in ('unit-officer', 'unit-head')
      cross join (values (${first.year}::int, ${first.quarter}::int, ${lastMomentOf(first)}::timestamptz),
        (${second.year}::int, ${second.quarter}::int, ${lastMomentOf(second)}::timestamptz)) as q (year, quarter, due_at)
      where o.leads > 0 and (p.reporting is distinct from 'yearly' or q.quarter = 4)
        and not exists (select from plan_report r where r.plan_id = o.plan_id and r.organisation = o.key
          and r.year = q.year and r.quarter = q.quarter and r.state = 'sent')
    )
    select distinct on (d.account_id, d.id) d.* from due d join account a on a.id = d.account_id and a.disabled_at is null
    where d.due_at >= ${since} and (${accountId}::uuid is null or d.account_id = ${accountId}::uuid)
    order by d.account_id, d.id`.execute(db);
  return rows.map(({ account_id, due_at, ...row }) => ({ ...row, accountId: account_id, dueAt: due_at }));
}
