/** Every night: accounts that nobody used for longer than ACCOUNT_IDLE_DAYS are disabled. */
import { disableIdle } from "../features/sessions/idle-accounts.js";
import type { Job } from "./job.js";

export const disableIdleAccountsJob: Job = {
  name: "disable-idle-accounts",
  cron: "10 1 * * *",
  run: async (platform) => ({ disabled: await disableIdle(platform) }),
};
