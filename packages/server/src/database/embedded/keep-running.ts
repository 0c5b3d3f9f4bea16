/** Brings the database back when it dies under us, so that a killed server costs the users a moment and no data. */
import { EmbeddedDatabaseError } from "./errors.js";
import type { EmbeddedDatabase } from "./index.js";

/** So many deaths within a minute are no accident: somebody has to look. */
const DEATHS = 5;
const WITHIN_MILLISECONDS = 60_000;

/**
 * Restarts `database` each time its server ends unasked. Connections of the moment break; what was committed stays,
 * and the pool finds the new server under the same URL.
 * @returns resolves once `stop` was called.
 * @throws {EmbeddedDatabaseError} when it cannot be restarted, or dies five times within a minute: the caller should end
 *   the process with that message, for there is nothing left to serve from.
 */
export async function keepRunning(database: EmbeddedDatabase, log: (line: string) => void): Promise<void> {
  const deaths: number[] = [];
  for (;;) {
    const { code, signal } = await database.exited;
    if (database.stopping) return;
    const how = signal ?? `code ${code}`;
    deaths.push(Date.now());
    if (deaths.length > DEATHS) deaths.shift();
    if (deaths.length === DEATHS && Date.now() - (deaths[0] ?? 0) < WITHIN_MILLISECONDS)
      throw new EmbeddedDatabaseError(
        `PostgreSQL dừng ${DEATHS} lần trong một phút (${how}). Xem nhật ký trong thư mục cluster/pgdata/log.`,
        `PostgreSQL ended ${DEATHS} times within a minute (${how}). See its log under cluster/pgdata/log.`,
      );
    log(`PostgreSQL dừng bất ngờ (${how}), khởi động lại / PostgreSQL ended unexpectedly: starting it again`);
    try {
      await database.restart();
    } catch (error) {
      // stop() came in between: that is what was wanted.
      if (database.stopping) return;
      throw error;
    }
    log("PostgreSQL đã chạy lại / PostgreSQL runs again");
  }
}
