/**
 * The order of transactions that the sealing of the audit log goes by. A database restored into another server meets a
 * younger counter there: the shift brings it past every transaction already in the log.
 */
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table audit_clock (
    one boolean primary key default true check (one),
    shift numeric not null default 0
  )`.execute(db);
  await sql`insert into audit_clock default values`.execute(db);
  await sql`create function audit_xact() returns xid8 language sql volatile as $$
    select (pg_current_xact_id()::text::numeric + shift)::text::xid8 from audit_clock $$`.execute(db);
  await sql`alter table audit_event alter column xact set default audit_xact()`.execute(db);
}
