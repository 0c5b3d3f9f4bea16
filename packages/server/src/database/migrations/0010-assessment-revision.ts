/**
 * A count of the changes of an assessment, so that a save sees whether anything changed since it read; and room on the
 * pages of what is written again and again, so that a change needs no new entries in the indexes.
 */
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table assessment add column revision bigint not null default 0`.execute(db);
  await sql`alter table assessment set (fillfactor = 70)`.execute(db);
  await sql`alter table answer set (fillfactor = 90)`.execute(db);
}
