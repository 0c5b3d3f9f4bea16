/** Every night, where BACKUP_DIR says so: the whole system into one archive. */
import { backUpNightly } from "../backup/nightly.js";
import type { Job } from "./job.js";

export const backUpJob: Job = {
  name: "back-up",
  cron: "10 1 * * *",
  minutes: 240,
  run: async (platform) => {
    const { backup } = platform.config;
    return backup === undefined ? { skipped: "BACKUP_DIR" } : backUpNightly(platform, backup);
  },
};
