/**
 * Where a unit stood in the tree before it was moved, so that the tree of a past day is the tree of that day.
 * Only the past is kept here: the parent of now stays in unit.parent_id.
 */
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table unit_past_parent (
    unit_id uuid not null references unit,
    parent_id uuid references unit,
    -- the last day under that parent
    until date not null,
    primary key (unit_id, until)
  )`.execute(db);
}
