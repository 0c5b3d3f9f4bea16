/** Wrong tries are counted by account and network, no longer by account alone: nobody locks another out. */
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table wrong_try (
    account_id uuid not null references account on delete cascade,
    network text not null,
    failed int not null,
    last_at timestamptz not null,
    locked_until timestamptz,
    primary key (account_id, network)
  )`.execute(db);
  await sql`alter table account drop column failed_attempts`.execute(db);
}
