/** An e-mail address is one account's: it is what the identity provider's people are linked by. The oldest keeps it. */
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`update account newer set email = null where exists (
    select 1 from account older where lower(older.email) = lower(newer.email)
      and (older.created_at, older.id) < (newer.created_at, newer.id))`.execute(db);
  await sql`create unique index account_email on account (lower(email)) where email is not null`.execute(db);
}
