/** Every night: what is left of uploads that a crash cut off is dropped from the store. */
import { dropLeftovers } from "../files/store.js";
import type { Job } from "./job.js";

/** No upload takes so long. */
const DAY = 86_400_000;

export const dropLeftoverUploadsJob: Job = {
  name: "drop-leftover-uploads",
  cron: "40 1 * * *",
  run: async ({ files, now }) => ({ dropped: await dropLeftovers(files, new Date(now().getTime() - DAY)) }),
};
