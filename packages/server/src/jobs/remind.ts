/** Every morning before the digest: who has what to do within a week, three days, one day, is told of it, once each. */
import { remind } from "../features/notices/reminding.js";
import type { Job } from "./job.js";

export const remindJob: Job = { name: "remind", cron: "0 7 * * *", run: remind };
