/** Exports that take long: asked for, made by whichever process is free, kept some days. */
import { type Kysely, sql } from "kysely";

const statements = [
  `create table export_job (
    id uuid primary key default gen_random_uuid(),
    campaign_id uuid not null references campaign on delete cascade,
    kind text not null,
    -- The run that it is made of, and how that stood; null: results of a year before OpenDTI, or no results at all.
    run_id uuid references run,
    run_state text,
    -- What it tells: everything, what is public, or what concerns the one who asked.
    sight text not null check (sight in ('whole', 'public', 'own')),
    language text not null check (language in ('vi', 'en')),
    state text not null default 'waiting' check (state in ('waiting', 'working', 'done', 'failed', 'cancelled')),
    -- Counts the processes that took it; whoever holds another number than this works for nothing.
    attempt int not null default 0,
    done int not null default 0,
    total int not null default 0,
    -- SHA-256 of the file's bytes, hexadecimal.
    file_hash text,
    file_name text not null,
    file_size bigint,
    fault text,
    asked_by uuid references account on delete set null,
    asked_at timestamptz not null,
    started_at timestamptz,
    -- When the process at work was last heard of.
    seen_at timestamptz,
    ended_at timestamptz,
    check ((state = 'done') = (file_hash is not null)),
    check (state <> 'failed' or fault is not null)
  )`,
  `create index export_job_campaign on export_job (campaign_id, asked_at desc)`,
  `create index export_job_open on export_job (asked_at) where state in ('waiting', 'working')`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
