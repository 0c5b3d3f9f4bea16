/**
 * Databases for tests: one PostgreSQL for the run, one template with the schema, one copy of it a test file, and
 * every table emptied between tests. TEST_DATABASE_URL names a server to use instead of the embedded one.
 */
import { randomUUID } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";
import { connect, type OpenDatabase } from "../../src/database/connection.js";

declare module "vitest" {
  interface ProvidedContext {
    /** A superuser's address of the server, at its maintenance database. */
    postgres: string;
    template: string;
  }
}

/** A fresh database with the schema. Close it, and it is dropped. */
export async function freshDatabase(): Promise<OpenDatabase & { readonly url: string }> {
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  const server = inject("postgres");
  await asAdministrator(server, `create database ${name} template ${inject("template")}`);
  const url = addressOf(server, name);
  const opened = connect({ url, connections: 8, onLost: () => undefined });
  return {
    ...opened,
    url,
    async close() {
      await opened.close();
      // Not "with (force)": that would have to end an autovacuum worker, which only a superuser may.
      await asAdministrator(server, `drop database if exists ${name}`);
    },
  };
}

/** The address of another database on the same server. */
export function addressOf(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}

/** Runs one statement at the server's maintenance database. */
export async function asAdministrator(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
