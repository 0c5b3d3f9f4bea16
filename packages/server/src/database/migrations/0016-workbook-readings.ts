/** Workbooks that were filled in and sent back: what differs from what is stored, until somebody takes it or it is forgotten. */
import { type Kysely, sql } from "kysely";

const statements = [
  `create table workbook_reading (
    id uuid primary key default gen_random_uuid(),
    kind text not null check (kind in ('assessment', 'campaign', 'appraisal')),
    campaign_id uuid not null references campaign on delete cascade,
    -- Of one unit's workbook; null: of a campaign's.
    assessment_id uuid references assessment on delete cascade,
    -- Of the file, made safe.
    name text not null,
    -- SHA-256 of the file's bytes, hexadecimal.
    file_hash text not null,
    -- What differs, as JSON text.
    content text not null,
    created_by uuid not null references account on delete cascade,
    created_at timestamptz not null
  )`,
  `create index workbook_reading_created on workbook_reading (created_at)`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
