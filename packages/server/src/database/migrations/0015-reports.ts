/** What official documents need beside the data: how a unit heads and signs its letters, a province's own templates, plans. */
import { type Kysely, sql } from "kysely";

const statements = [
  `create table unit_letterhead (
    unit_id uuid primary key references unit,
    content jsonb not null,
    version int not null default 1,
    changed_by uuid references account on delete set null,
    changed_at timestamptz not null
  )`,
  `create table report_template (
    id uuid primary key default gen_random_uuid(),
    -- Of the file, made safe.
    name text not null,
    file bytea not null,
    -- SHA-256 of the file's bytes, hexadecimal.
    file_hash text not null,
    -- What was found in it when it came.
    findings jsonb not null,
    created_by uuid references account on delete set null,
    created_at timestamptz not null
  )`,
  `create table plan (
    id uuid primary key default gen_random_uuid(),
    set_id text not null,
    set_version int not null,
    -- What the plan calls itself.
    key text not null,
    title text not null,
    issuer text not null,
    -- From when it is for, where it says so.
    year int,
    -- How often lead units report, where it says so.
    reporting text,
    assignments int not null,
    -- YAML.
    source text not null,
    -- SHA-256 of the text, hexadecimal.
    hash text not null,
    findings jsonb not null default '[]',
    lock_version int not null default 1,
    created_by uuid references account on delete set null,
    created_at timestamptz not null,
    unique (set_id, set_version, key),
    foreign key (set_id, set_version) references indicator_set on delete cascade
  )`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
