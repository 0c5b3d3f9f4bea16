/** The interface's own description, without a database: what clients are generated from. */
import { tmpdir } from "node:os";
import { buildApp } from "./app.js";
import { readConfig } from "./config.js";
import { connect } from "./database/connection.js";
import { openSecretBox } from "./features/sessions/secret-box.js";
import { SetShelf } from "./features/sets/shelf.js";
import { FileStore } from "./files/store.js";

/** OpenAPI 3.1, the same as at /api/openapi.json. Opens no connection and listens to nothing. */
export async function describeInterface(): Promise<Record<string, unknown>> {
  const config = readConfig({
    LOG_LEVEL: "silent",
    OPENDTI_DATA: tmpdir(),
    OPENDTI_SECRET_KEY: Buffer.alloc(32).toString("base64"),
  });
  const nowhere = connect({ url: "postgres://localhost/none", connections: 2, onLost: () => undefined });
  const { server } = await buildApp({
    config,
    db: nowhere.db,
    pool: nowhere.pool,
    files: new FileStore(tmpdir()),
    sets: new SetShelf(),
    secrets: await openSecretBox(config),
    now: () => new Date(),
  });
  const description = server.swagger();
  await server.close();
  await nowhere.close();
  return { ...description };
}
