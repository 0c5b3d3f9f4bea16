/** Documents that were read into sets, and what people have decided on each reading since. */
import { type Kysely, sql } from "kysely";

const statements = [
  `create table set_import (
    id uuid primary key default gen_random_uuid(),
    -- Of the file, as it was sent.
    name text not null,
    format text not null,
    -- SHA-256 of the file's bytes, hexadecimal.
    file_hash text not null,
    -- What the lists tell of it: title and counts of each set.
    heads jsonb not null,
    -- The whole reading and the decisions, as JSON text: the order of members is that of the file to be written.
    content text not null,
    decisions text not null default '[]',
    -- The drafts that were made of it.
    drafts jsonb not null default '[]',
    lock_version integer not null default 1,
    created_by uuid references account on delete set null,
    created_at timestamptz not null,
    changed_at timestamptz not null
  )`,
  `create index set_import_changed on set_import (changed_at desc)`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
