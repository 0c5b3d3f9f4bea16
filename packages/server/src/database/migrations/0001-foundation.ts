/**
 * Units, accounts, sets, campaigns, assessments and the audit log.
 *
 * Nothing is deleted: what may change is versioned, and the tables of history refuse UPDATE and DELETE by trigger.
 * Vietnamese order comes from COLLATE "vi-x-icu" in queries, so that any server's default locale will do.
 */
import { type Kysely, sql } from "kysely";

const statements = [
  `create table unit_kind (
    kind text primary key,
    name text not null,
    level int not null
  )`,
  `create table unit (
    id uuid primary key default gen_random_uuid(),
    code text not null unique,
    kind text not null references unit_kind,
    parent_id uuid references unit,
    name text not null,
    short_name text not null,
    ranking_group text,
    valid_from date not null,
    valid_to date,
    closed_reason text,
    version int not null default 1,
    created_at timestamptz not null default now(),
    check (valid_to is null or valid_to >= valid_from),
    check (parent_id <> id)
  )`,
  `create index unit_parent on unit (parent_id)`,
  `create table unit_name (
    unit_id uuid not null references unit,
    name text not null,
    short_name text not null,
    valid_from date not null,
    legal_basis text not null default '',
    primary key (unit_id, valid_from)
  )`,
  `create table unit_succession (
    predecessor_id uuid not null references unit,
    successor_id uuid not null references unit,
    kind text not null check (kind in ('merged', 'split', 'replaced')),
    on_date date not null,
    legal_basis text not null default '',
    primary key (predecessor_id, successor_id),
    check (predecessor_id <> successor_id)
  )`,
  `create index unit_succession_successor on unit_succession (successor_id)`,

  `create table account (
    id uuid primary key default gen_random_uuid(),
    login text not null,
    display_name text not null,
    email text,
    language text not null default 'vi' check (language in ('vi', 'en')),
    password_hash text,
    must_change_password boolean not null default false,
    totp_secret text,
    totp_enabled_at timestamptz,
    totp_last_step bigint,
    failed_attempts int not null default 0,
    locked_until timestamptz,
    last_signed_in_at timestamptz,
    enabled_at timestamptz not null default now(),
    disabled_at timestamptz,
    disabled_reason text,
    oidc_issuer text,
    oidc_subject text,
    version int not null default 1,
    created_at timestamptz not null default now(),
    unique (oidc_issuer, oidc_subject)
  )`,
  `create unique index account_login on account (lower(login))`,
  `create table role_grant (
    account_id uuid not null references account,
    unit_id uuid not null references unit,
    role text not null check (role in ('administrator', 'coordinator', 'appraiser', 'approver', 'unit-officer', 'unit-head', 'observer')),
    granted_at timestamptz not null default now(),
    primary key (account_id, unit_id, role)
  )`,
  `create index role_grant_unit on role_grant (unit_id)`,
  `create table session (
    id uuid primary key default gen_random_uuid(),
    token_hash bytea not null unique,
    account_id uuid not null references account,
    csrf_token text not null,
    method text not null check (method in ('password', 'oidc')),
    created_at timestamptz not null,
    last_seen_at timestamptz not null,
    idle_minutes int not null,
    expires_at timestamptz not null,
    address text not null,
    user_agent text not null,
    ended_at timestamptz
  )`,
  `create index session_account on session (account_id) where ended_at is null`,
  `create table oidc_attempt (
    state text primary key,
    nonce text not null,
    code_verifier text not null,
    return_to text not null,
    created_at timestamptz not null
  )`,

  `create table indicator_set (
    id text not null,
    version int not null,
    status text not null check (status in ('draft', 'published')),
    title text not null,
    source text not null,
    hash text not null,
    max text not null,
    indicator_count int not null,
    findings jsonb not null,
    cases jsonb not null default '[]',
    lock_version int not null default 1,
    created_at timestamptz not null default now(),
    created_by uuid references account,
    published_at timestamptz,
    published_by uuid references account,
    primary key (id, version)
  )`,

  `create table campaign (
    id uuid primary key default gen_random_uuid(),
    name text not null,
    year int not null check (year between 2000 and 2100),
    set_id text not null,
    set_version int not null,
    status text not null default 'preparing' check (status in ('preparing', 'open', 'closed')),
    opened_at timestamptz,
    version int not null default 1,
    created_at timestamptz not null default now(),
    foreign key (set_id, set_version) references indicator_set
  )`,
  `create table campaign_stage (
    campaign_id uuid not null references campaign,
    stage text not null check (stage in ('declare', 'appraise', 'explain', 'approve')),
    opens_at timestamptz,
    due_at timestamptz not null,
    primary key (campaign_id, stage)
  )`,
  `create table campaign_group (
    campaign_id uuid not null references campaign,
    code text not null,
    name text not null,
    place int not null,
    primary key (campaign_id, code)
  )`,
  `create table campaign_unit (
    campaign_id uuid not null references campaign,
    unit_id uuid not null references unit,
    group_code text,
    primary key (campaign_id, unit_id),
    foreign key (campaign_id, group_code) references campaign_group
  )`,
  `create index campaign_unit_unit on campaign_unit (unit_id)`,
  `create table extension (
    id uuid primary key default gen_random_uuid(),
    campaign_id uuid not null references campaign,
    unit_id uuid not null references unit,
    stage text not null,
    due_at timestamptz not null,
    reason text not null,
    granted_by uuid not null references account,
    granted_at timestamptz not null default now()
  )`,
  `create index extension_campaign_unit on extension (campaign_id, unit_id)`,

  `create table assessment (
    id uuid primary key default gen_random_uuid(),
    campaign_id uuid not null references campaign,
    unit_id uuid not null references unit,
    state text not null default 'declaring'
      check (state in ('declaring', 'compiled', 'submitted', 'appraising', 'explaining', 'appraised', 'approved', 'published')),
    version int not null default 1,
    answered int not null default 0,
    score text not null default '0',
    max text not null default '0',
    submitted_at timestamptz,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    unique (campaign_id, unit_id)
  )`,
  `create index assessment_unit on assessment (unit_id)`,
  `create table assessment_step (
    id bigint generated always as identity primary key,
    assessment_id uuid not null references assessment,
    from_state text not null,
    to_state text not null,
    reason text,
    by_id uuid references account,
    at timestamptz not null
  )`,
  `create index assessment_step_assessment on assessment_step (assessment_id)`,
  `create table assignment (
    assessment_id uuid not null references assessment,
    code text not null,
    unit_id uuid references unit,
    account_id uuid references account,
    assigned_by uuid references account,
    assigned_at timestamptz not null default now(),
    primary key (assessment_id, code),
    check (unit_id is not null or account_id is not null)
  )`,
  `create table assessment_part (
    assessment_id uuid not null references assessment,
    unit_id uuid not null references unit,
    state text not null check (state in ('declaring', 'handed-over')),
    reason text,
    by_id uuid references account,
    at timestamptz not null,
    primary key (assessment_id, unit_id)
  )`,

  // An answer with input '' is the mark "not applicable" on the whole indicator; its value is the reason.
  `create table answer (
    assessment_id uuid not null references assessment,
    code text not null,
    input text not null,
    value jsonb,
    version int not null,
    by_id uuid references account,
    at timestamptz not null,
    primary key (assessment_id, code, input)
  )`,
  `create table answer_history (
    assessment_id uuid not null,
    code text not null,
    input text not null,
    version int not null,
    value jsonb,
    by_id uuid references account,
    at timestamptz not null,
    primary key (assessment_id, code, input, version)
  )`,
  `create table file (
    hash text primary key check (hash ~ '^[0-9a-f]{64}$'),
    size bigint not null,
    media_type text not null,
    created_at timestamptz not null default now()
  )`,
  // Who may see a file: the unit that brought it, and whoever may see an assessment that cites it.
  `create table unit_file (
    unit_id uuid not null references unit,
    hash text not null references file,
    name text not null,
    by_id uuid references account,
    at timestamptz not null,
    primary key (unit_id, hash)
  )`,
  `create table evidence (
    id uuid primary key default gen_random_uuid(),
    assessment_id uuid not null references assessment,
    code text not null,
    kind text not null check (kind in ('document', 'link', 'file')),
    item jsonb not null,
    file_hash text references file,
    place int not null,
    version int not null default 1,
    by_id uuid references account,
    at timestamptz not null,
    removed_at timestamptz,
    check ((kind = 'file') = (file_hash is not null))
  )`,
  `create index evidence_assessment on evidence (assessment_id)`,
  `create index evidence_file on evidence (file_hash) where file_hash is not null`,
  `create table evidence_history (
    evidence_id uuid not null,
    version int not null,
    item jsonb,
    by_id uuid references account,
    at timestamptz not null,
    primary key (evidence_id, version)
  )`,
  `create table comment (
    id uuid primary key default gen_random_uuid(),
    assessment_id uuid not null references assessment,
    code text not null,
    body text not null,
    by_id uuid references account,
    at timestamptz not null
  )`,
  `create index comment_assessment on comment (assessment_id, code)`,
  `create table seal (
    id uuid primary key default gen_random_uuid(),
    assessment_id uuid not null references assessment,
    hash text not null,
    set_hash text not null,
    content text not null,
    total text not null,
    max text not null,
    by_id uuid references account,
    at timestamptz not null
  )`,
  `create index seal_assessment on seal (assessment_id, at)`,

  // Results as they were published: kept whatever becomes of units and sets.
  `create table result (
    campaign_id uuid not null references campaign,
    unit_id uuid not null references unit,
    group_code text,
    total text not null,
    max text not null,
    rank int,
    scores jsonb not null,
    primary key (campaign_id, unit_id)
  )`,
  `create index result_unit on result (unit_id)`,

  `create table audit_event (
    id bigint generated always as identity primary key,
    xact xid8 not null default pg_current_xact_id(),
    at timestamptz not null,
    account_id uuid,
    address text not null,
    action text not null,
    subject_type text not null,
    subject_id text not null,
    unit_id uuid,
    before jsonb,
    after jsonb
  )`,
  `create index audit_event_xact on audit_event (xact, id)`,
  `create index audit_event_subject on audit_event (subject_type, subject_id)`,
  `create index audit_event_unit on audit_event (unit_id, id)`,
  `create index audit_event_account on audit_event (account_id, id)`,
  // One hash chain over batches of events, made behind the savers: nobody waits for it.
  `create table audit_batch (
    number bigint primary key,
    from_xact xid8 not null,
    to_xact xid8 not null,
    events bigint not null,
    previous_hash text not null,
    hash text not null,
    sealed_at timestamptz not null
  )`,

  `create function refuse_change() returns trigger language plpgsql as $$
    begin raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation'; end $$`,
  ...[
    "answer_history",
    "evidence_history",
    "assessment_step",
    "seal",
    "result",
    "audit_event",
    "audit_batch",
  ].map(
    (table) =>
      `create trigger append_only before update or delete or truncate on ${table} for each statement execute function refuse_change()`,
  ),
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
