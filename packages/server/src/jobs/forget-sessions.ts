/** Every night: sessions that ended 30 days ago are forgotten, with the addresses and browsers they came from. */
import { deleteSessionsEndedBefore } from "../features/sessions/repository.js";
import type { Job } from "./job.js";

const KEPT = 30 * 86_400_000;

export const forgetSessionsJob: Job = {
  name: "forget-sessions",
  cron: "20 1 * * *",
  run: async ({ db, now }) => ({
    deleted: await deleteSessionsEndedBefore(db, new Date(now().getTime() - KEPT)),
  }),
};
