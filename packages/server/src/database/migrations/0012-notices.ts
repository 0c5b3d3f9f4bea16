/** Notices to accounts, what of them is mailed, and the secret addresses of calendars. */
import { type Kysely, sql } from "kysely";

const statements = [
  `create table notice (
    id uuid primary key default gen_random_uuid(),
    account_id uuid not null references account on delete cascade,
    kind text not null
      check (kind in ('assigned', 'due', 'extended', 'returned', 'asked', 'answered', 'closed', 'published')),
    data jsonb not null,
    -- A path of the application.
    link text not null check (link like '/%'),
    -- What is told once only, however often somebody finds that it is to be told.
    once text,
    at timestamptz not null,
    read_at timestamptz,
    mailed_at timestamptz,
    unique (account_id, once)
  )`,
  `create index notice_account on notice (account_id, at desc, id desc)`,
  `create index notice_unread on notice (account_id) where read_at is null`,
  `create index notice_unmailed on notice (at) where mailed_at is null`,
  `create table notice_settings (
    account_id uuid primary key references account on delete cascade,
    mail text not null default 'digest' check (mail in ('none', 'digest', 'each')),
    quiet jsonb not null default '[]',
    unsubscribe_token uuid not null unique default gen_random_uuid(),
    -- SHA-256 of the token in the calendar's address; null: there is none.
    calendar_token_hash bytea unique
  )`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
