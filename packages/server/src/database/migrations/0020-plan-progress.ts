/** What lead units report on a plan, quarter by quarter: who stands for whom, each report, each line of it. */
import { type Kysely, sql } from "kysely";

const statements = [
  `create table plan_organisation (
    plan_id uuid not null references plan on delete cascade,
    -- As the plan calls it.
    key text not null,
    unit_id uuid not null references unit,
    -- How many assignments of the plan it leads: without any it reports nothing.
    leads int not null,
    -- Since when a unit stands for it; reports are due from that quarter on.
    since timestamptz not null,
    primary key (plan_id, key)
  )`,
  `create index plan_organisation_unit on plan_organisation (unit_id)`,
  // A plan that was reported on is not thrown away: what was reported would go with it.
  `create table plan_report (
    id uuid primary key default gen_random_uuid(),
    plan_id uuid not null references plan,
    organisation text not null,
    year int not null,
    quarter int not null check (quarter between 1 and 4),
    state text not null default 'open' check (state in ('open', 'sent')),
    -- Why it was given back, until it is sent again.
    reason text,
    -- Counts every change of it and of its lines.
    version int not null default 0,
    -- Who sent it or gave it back, and the unit that it is of.
    unit_id uuid references unit,
    by_id uuid references account on delete set null,
    at timestamptz not null,
    unique (plan_id, organisation, year, quarter)
  )`,
  `create table plan_progress (
    report_id uuid not null references plan_report on delete cascade,
    code text not null,
    -- A datum that is assigned on its own; empty: the indicator.
    input text not null default '',
    finished boolean not null,
    done text not null,
    difficulties text not null,
    proposal text not null,
    version int not null,
    by_id uuid references account on delete set null,
    at timestamptz not null,
    primary key (report_id, code, input)
  )`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
