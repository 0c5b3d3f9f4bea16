/** Every hour: sign-ins that were begun at the identity provider and never came back are forgotten. */
import { deleteAttemptsBefore } from "../features/oidc/repository.js";
import type { Job } from "./job.js";

const KEPT = 3_600_000;

export const forgetOidcAttemptsJob: Job = {
  name: "forget-oidc-attempts",
  cron: "30 * * * *",
  run: async ({ db, now }) => ({ deleted: await deleteAttemptsBefore(db, new Date(now().getTime() - KEPT)) }),
};
