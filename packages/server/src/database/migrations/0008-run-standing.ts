/** What a run stood on when it was compiled, and of each result how its unit stood by its own declaration. */
import { type Kysely, sql } from "kysely";

const statements = [
  // Every version that went in, told in a word: when it is another one now, the run is no longer what it would be.
  `alter table run add column stands_on text not null default ''`,
  // False: the unit never submitted, so nothing of it counts and it stands last.
  `alter table run_result add column submitted boolean not null default true`,
  `alter table run_result add column declared_rank int`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
