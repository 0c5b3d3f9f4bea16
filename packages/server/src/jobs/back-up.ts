/** Every night, where BACKUP_DIR says so: the whole system into one archive. */
import type { Job } from "./job.js";

export const backUpJob: Job = {
  name: "back-up",
  cron: "10 1 * * *",
  minutes: 240,
  run: async (platform) => {
    const { backup } = platform.config;
    if (backup === undefined) return { skipped: "BACKUP_DIR" };
    const { backUpNightly } = await import("../backup/nightly.js");
    return backUpNightly(platform, backup);
  },
};
