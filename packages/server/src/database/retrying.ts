/** Transactions that PostgreSQL asks to be made once more. */
import type { Connection, Work } from "./connection.js";

/** PostgreSQL's own "try again": a serialization failure, a deadlock. The transaction is undone, so again is safe. */
const CONFLICTS = new Set(["40001", "40P01"]);
const TRIES = 3;

/** Runs work in a transaction, a few times if need be. @throws whatever the work throws, or the conflict that stays. */
export async function retryingConflicts<T>(db: Connection, work: (db: Work) => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await db.transaction().execute(work);
    } catch (error) {
      const code = (error as { code?: unknown }).code;
      if (typeof code !== "string" || !CONFLICTS.has(code) || tries === TRIES) throw error;
    }
  }
}
