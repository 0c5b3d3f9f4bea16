/** Messages of a query in the order they were written, however close together. */
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table query_message add column place bigint generated always as identity`.execute(db);
}
