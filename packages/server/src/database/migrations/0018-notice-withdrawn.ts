/** One more kind of notice: that a published result was withdrawn. */
import { type Kysely, sql } from "kysely";

const statements = [
  `alter table notice drop constraint notice_kind_check`,
  `alter table notice add constraint notice_kind_check check (kind in ('assigned', 'due', 'extended', 'returned',
    'asked', 'answered', 'closed', 'published', 'withdrawn', 'appraised', 'handed', 'revised'))`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
