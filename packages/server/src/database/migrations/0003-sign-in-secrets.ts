/**
 * A secret of one-time codes waits until its first right code; and whether the password is only long enough beside
 * one-time codes (8 characters, not 14), so that it has to be changed when they are turned off.
 */
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table account
    add column totp_pending text,
    add column password_needs_totp boolean not null default false`.execute(db);
  await sql`create index oidc_attempt_created on oidc_attempt (created_at)`.execute(db);
}
