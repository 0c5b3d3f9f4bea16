/**
 * Statements of the busiest requests: PostgreSQL reads and plans each once a connection, not at every request. On
 * PgBouncer they need transaction pooling with `max_prepared_statements` (1.21 or newer).
 */
import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from "kysely";
import type pg from "pg";
import type { Database } from "./schema.js";

/** Writes statements and runs none: for the text of a prepared one. */
export const unconnected = new Kysely<Database>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

/** What runs statements: the pool, or one of its connections inside a transaction. */
export type Runner = Pick<pg.ClientBase, "query">;

/** One statement under a name of its own. It runs by itself, as a transaction of its own, unless its runner is in one. */
export class Prepared<Row extends object, Values extends readonly unknown[]> {
  private text: string | undefined;

  /**
   * @param name the same on every connection; no two statements share one.
   * @param write gives the statement's text, asked for once.
   */
  constructor(
    private readonly name: string,
    private readonly write: () => string,
  ) {}

  /** @returns all rows. @throws what PostgreSQL refuses it with. */
  async rows(on: Runner, values: Values): Promise<Row[]> {
    this.text ??= this.write();
    const { rows } = await on.query<Row>({ name: this.name, text: this.text, values: [...values] });
    return rows;
  }

  async first(on: Runner, values: Values): Promise<Row | undefined> {
    return (await this.rows(on, values))[0];
  }
}

/** Runs work on one connection in a transaction; whatever it throws undoes it. */
export async function inTransactionOf<T>(pool: pg.Pool, work: (on: Runner) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query("begin");
    const result = await work(client);
    await client.query("commit");
    return result;
  } catch (error) {
    await client.query("rollback").catch((lost: Error) => {
      broken = lost;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}
