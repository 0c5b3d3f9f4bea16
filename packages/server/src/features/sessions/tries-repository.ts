/** Wrong tries of each account, by the network that they came from. */
import { sql } from "kysely";
import type { Work } from "../../database/connection.js";

export interface Tries {
  readonly failed: number;
  readonly lockedUntil: Date | null;
}

export async function findTries(db: Work, accountId: string, network: string): Promise<Tries | undefined> {
  const row = await db
    .selectFrom("wrong_try")
    .where("account_id", "=", accountId)
    .where("network", "=", network)
    .select(["failed", "locked_until"])
    .executeTakeFirst();
  return row && { failed: row.failed, lockedUntil: row.locked_until };
}

/** Forgets networks that tried last before a moment and are not locked, and those whose lock has run out at `at`. */
export async function forgetTriesBefore(db: Work, accountId: string, moment: Date, at: Date): Promise<void> {
  await db
    .deleteFrom("wrong_try")
    .where("account_id", "=", accountId)
    .where(
      sql<boolean>`case when locked_until is null then last_at < ${moment} else locked_until <= ${at} end`,
    )
    .execute();
}

/** Counts one more. @returns how many they are now. */
export async function addTry(db: Work, accountId: string, network: string, at: Date): Promise<number> {
  const { failed } = await db
    .insertInto("wrong_try")
    .values({ account_id: accountId, network, failed: 1, last_at: at })
    .onConflict((conflict) =>
      conflict
        .columns(["account_id", "network"])
        .doUpdateSet({ failed: sql<number>`wrong_try.failed + 1`, last_at: at }),
    )
    .returning("failed")
    .executeTakeFirstOrThrow();
  return failed;
}

/** From all networks together, of each at most `most`. */
export async function countTries(db: Work, accountId: string, most: number): Promise<number> {
  const { total } = await db
    .selectFrom("wrong_try")
    .where("account_id", "=", accountId)
    .select(sql<number>`coalesce(sum(least(failed, ${most})), 0)::int`.as("total"))
    .executeTakeFirstOrThrow();
  return total;
}

export async function lockNetwork(db: Work, accountId: string, network: string, until: Date): Promise<void> {
  await db
    .updateTable("wrong_try")
    .set({ locked_until: until })
    .where("account_id", "=", accountId)
    .where("network", "=", network)
    .execute();
}

export async function lockAccount(db: Work, accountId: string, until: Date): Promise<void> {
  await db.updateTable("account").set({ locked_until: until }).where("id", "=", accountId).execute();
}

/** After a right one from there: the tries of other networks stay counted. */
export async function forgetTriesFrom(db: Work, accountId: string, network: string): Promise<void> {
  await db
    .deleteFrom("wrong_try")
    .where("account_id", "=", accountId)
    .where("network", "=", network)
    .execute();
}

/** Opens the account to all again: a new password, or an administrator, has made the tries worthless. */
export async function forgetAllTries(db: Work, accountId: string): Promise<void> {
  await db.deleteFrom("wrong_try").where("account_id", "=", accountId).execute();
  await db.updateTable("account").set({ locked_until: null }).where("id", "=", accountId).execute();
}
