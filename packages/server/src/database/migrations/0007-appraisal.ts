/** Appraising, asking, and the recorded runs that results are approved and published from. */
import { type Kysely, sql } from "kysely";

const statements = [
  // Who appraises what: a pillar or an indicator (null: all of the set), of one unit or of all (null).
  `create table appraiser_scope (
    id uuid primary key default gen_random_uuid(),
    campaign_id uuid not null references campaign,
    account_id uuid not null references account,
    code text,
    unit_id uuid references unit,
    assigned_by uuid references account,
    assigned_at timestamptz not null,
    unique nulls not distinct (campaign_id, account_id, code, unit_id)
  )`,
  `create index appraiser_scope_account on appraiser_scope (account_id)`,

  // The newest judgement on an indicator. The declared answers beside it never change.
  `create table appraisal (
    assessment_id uuid not null references assessment,
    code text not null,
    -- Null: judged once, and taken back.
    verdict text check (verdict in ('agreed', 'adjusted')),
    -- Inputs that stand in place of the declared ones, {input: value}; input '' is the reason for "not applicable".
    inputs jsonb,
    -- Points that stand in place of what the rule gives.
    points text,
    reason text,
    version int not null,
    by_id uuid references account,
    at timestamptz not null,
    primary key (assessment_id, code),
    check (inputs is null or points is null),
    check ((verdict is not distinct from 'adjusted') = (inputs is not null or points is not null)),
    check (verdict is distinct from 'adjusted' or reason is not null)
  )`,
  `create table appraisal_history (
    assessment_id uuid not null,
    code text not null,
    version int not null,
    verdict text,
    inputs jsonb,
    points text,
    reason text,
    by_id uuid references account,
    at timestamptz not null,
    primary key (assessment_id, code, version)
  )`,
  // What an appraiser looked at last, so that it is told what has changed since.
  `create table appraisal_look (
    account_id uuid not null references account on delete cascade,
    assessment_id uuid not null references assessment,
    at timestamptz not null,
    primary key (account_id, assessment_id)
  )`,

  // A question on one indicator: of an appraiser to the unit, or, once results are public, of the unit about them.
  `create table query (
    id uuid primary key default gen_random_uuid(),
    assessment_id uuid not null references assessment,
    code text not null,
    kind text not null check (kind in ('explanation', 'complaint')),
    state text not null default 'open' check (state in ('open', 'answered', 'closed')),
    -- Who follows it to its end.
    owner_id uuid references account,
    due_at timestamptz not null,
    outcome text check (outcome in ('accepted', 'partly-accepted', 'rejected', 'withdrawn')),
    outcome_note text,
    opened_by uuid references account,
    opened_at timestamptz not null,
    answered_at timestamptz,
    closed_by uuid references account,
    closed_at timestamptz,
    version int not null default 1,
    check ((state = 'closed') = (outcome is not null and closed_at is not null))
  )`,
  `create index query_assessment on query (assessment_id, code)`,
  `create index query_unclosed on query (due_at) where state <> 'closed'`,
  `create table query_message (
    id uuid primary key default gen_random_uuid(),
    query_id uuid not null references query,
    side text not null check (side in ('appraiser', 'unit')),
    body text not null,
    by_id uuid references account,
    at timestamptz not null
  )`,
  `create index query_message_query on query_message (query_id, at)`,
  // Evidence brought in answer to a question; what was declared and sealed has none.
  `alter table evidence add column query_id uuid references query`,
  `create index evidence_query on evidence (query_id) where query_id is not null`,

  // One compilation of a campaign: what went in, what came out, and what became of it.
  `create table run (
    id uuid primary key default gen_random_uuid(),
    campaign_id uuid not null references campaign,
    number int not null,
    state text not null default 'compiled'
      check (state in ('compiled', 'approved', 'published', 'withdrawn', 'superseded')),
    set_hash text not null,
    -- Everything the scores were made of, as canonical JSON, gzipped: the same input gives the same run again.
    input bytea not null,
    input_hash text not null,
    result_hash text not null,
    units int not null,
    -- The approved run that this one corrects, and why.
    revises uuid references run,
    reason text,
    compiled_by uuid references account,
    compiled_at timestamptz not null,
    approved_by uuid references account,
    -- The role that signed, as the interface names it.
    approved_as text,
    approved_at timestamptz,
    published_by uuid references account,
    published_as text,
    published_at timestamptz,
    withdrawn_by uuid references account,
    withdrawn_at timestamptz,
    withdrawn_reason text,
    version int not null default 1,
    unique (campaign_id, number)
  )`,
  `create unique index run_published on run (campaign_id) where state = 'published'`,
  `create table run_result (
    run_id uuid not null references run,
    unit_id uuid not null references unit,
    assessment_id uuid not null references assessment,
    -- As it was called when the run was made.
    unit_name text not null,
    group_code text,
    total text not null,
    max text not null,
    declared_total text not null,
    rank int,
    level text,
    -- Points by address of the indicator, sums included; and how each came about.
    scores jsonb not null,
    declared_scores jsonb not null,
    statuses jsonb not null,
    primary key (run_id, unit_id)
  )`,
  `create index run_result_unit on run_result (unit_id)`,
  // A recorded opening of what was approved already.
  `create table revision (
    id uuid primary key default gen_random_uuid(),
    campaign_id uuid not null references campaign,
    run_id uuid not null references run,
    reason text not null,
    by_id uuid references account,
    at timestamptz not null
  )`,
  `create index revision_campaign on revision (campaign_id, at)`,
  // What the public may see: results of years before OpenDTI, and the published run of each campaign.
  `create view published_result as
    select campaign_id, unit_id, null::uuid as run_id, group_code, total, max, rank, scores from result
    union all
    select r.campaign_id, o.unit_id, r.id, o.group_code, o.total, o.max, o.rank, o.scores
    from run r join run_result o on o.run_id = r.id where r.state = 'published'`,

  ...["appraisal_history", "query_message", "run_result", "revision"].map(
    (table) =>
      `create trigger append_only before update or delete or truncate on ${table} for each statement execute function refuse_change()`,
  ),
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
