/** The pool of connections, and how PostgreSQL's types come out: days as text, moments as Date, bigint as text. */
import { Kysely, PostgresDialect, type Transaction } from "kysely";
import pg from "pg";
import type { Database } from "./schema.js";

export type Connection = Kysely<Database>;
/** A transaction: one request's work. */
export type Work = Transaction<Database>;

const DATE_OID = 1082;

export interface OpenDatabase {
  readonly db: Connection;
  /** The pool under it, for its figures. */
  readonly pool: pg.Pool;
  close(): Promise<void>;
}

export interface ConnectOptions {
  readonly url: string;
  readonly connections: number;
  /** A connection that broke while nobody used it: told, then replaced by the pool. */
  readonly onLost: (error: Error) => void;
}

/** Opens a pool. Nothing connects until the first query. */
export function connect({ url, connections, onLost }: ConnectOptions): OpenDatabase {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    // A query that hangs holds a connection that others wait for.
    statement_timeout: 30_000,
    idle_in_transaction_session_timeout: 60_000,
    application_name: "opendti",
    types: { getTypeParser: (oid: number, format?: "text" | "binary") => typeParser(oid, format) },
  });
  pool.on("error", onLost);
  // The pool listens to idle connections only. One that breaks between two queries of a request would else end the
  // process; its next query says what happened, and the pool does not take it back.
  pool.on("connect", (client) => client.on("error", () => undefined));
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
  return { db, pool, close: () => db.destroy() };
}

function typeParser(oid: number, format: "text" | "binary" = "text"): (value: string) => unknown {
  if (oid === DATE_OID) return (value) => value;
  return pg.types.getTypeParser(oid, format as "text") as (value: string) => unknown;
}
