/** Before all tests of the server: a PostgreSQL, and in it the template that every test file copies. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { connect } from "../../src/database/connection.js";
import { migrate } from "../../src/database/migrate.js";
import { addressOf, asAdministrator } from "./database.js";

const TEMPLATE = "opendti_test_template";

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL;
  const folder = given === undefined ? await mkdtemp(join(tmpdir(), "opendti-test-")) : undefined;
  const embedded = folder === undefined ? undefined : await startEmbedded(folder);
  const server = given ?? embedded?.url ?? "";
  await asAdministrator(server, `drop database if exists ${TEMPLATE}`);
  await asAdministrator(server, `create database ${TEMPLATE} template template0 encoding 'UTF8'`);
  const { db, close } = connect({
    url: addressOf(server, TEMPLATE),
    connections: 2,
    onLost: () => undefined,
  });
  await migrate(db);
  await close();
  project.provide("postgres", server);
  project.provide("template", TEMPLATE);
  return async () => {
    await asAdministrator(server, `drop database if exists ${TEMPLATE}`);
    await embedded?.stop();
    if (folder !== undefined) await rm(folder, { recursive: true, force: true });
  };
}

async function startEmbedded(data: string) {
  const embedded = await import("../../src/database/embedded/index.js");
  return embedded.startEmbedded({ data, log: () => undefined });
}
