/** Work on a database while nothing serves from it: connected, at the newest schema, in one transaction. */
import { join } from "node:path";
import type { Config } from "./config.js";
import { connect, type Work } from "./database/connection.js";
import { startEmbedded } from "./database/embedded/index.js";
import { migrate } from "./database/migrate.js";

/**
 * Runs work on the configured database and closes it again.
 * @throws {EmbeddedDatabaseError} also when a server is running on the embedded database: stop it first.
 */
export async function maintain<T>(
  config: Config,
  say: (line: string) => void,
  work: (db: Work) => Promise<T>,
): Promise<T> {
  const embedded =
    config.databaseUrl === undefined
      ? await startEmbedded({ data: join(config.data, "database"), log: say })
      : undefined;
  try {
    const url = config.databaseUrl ?? embedded?.url ?? "";
    const { db, close } = connect({ url, connections: 2, onLost: () => undefined });
    try {
      await migrate(db);
      return await db.transaction().execute(work);
    } finally {
      await close();
    }
  } finally {
    await embedded?.stop();
  }
}
