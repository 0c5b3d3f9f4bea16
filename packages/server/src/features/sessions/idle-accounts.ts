/** Disabling accounts that nobody used for long: a forgotten door is an open one. */
import type { Platform } from "../../platform.js";
import { record } from "../audit/record.js";
import { disableAccount, findIdleAccounts } from "./credentials-repository.js";

const DAY = 86_400_000;

/**
 * Disables every account that nobody signed in to for more than `accountIdleDays`, counted from when it was enabled
 * where that is later, and ends nothing else: its sessions ended long ago. An administrator enables it again.
 * @returns how many were disabled now.
 */
export function disableIdle({ db, config, now }: Platform): Promise<number> {
  const at = now();
  const days = config.accountIdleDays;
  return db.transaction().execute(async (work) => {
    const idle = await findIdleAccounts(work, new Date(at.getTime() - days * DAY));
    for (const id of idle) {
      await disableAccount(work, id, at, "idle");
      await record(
        { db: work, at, address: "" },
        { action: "account.disable", subject: { type: "account", id }, after: { reason: "idle", days } },
      );
    }
    return idle.length;
  });
}
