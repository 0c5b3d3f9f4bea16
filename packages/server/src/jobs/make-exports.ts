/** Exports: made as soon as they are asked for, taken up again every minute where a process died; forgotten after a week. */
import { DESK, forgetExports, makeNext } from "../features/exports/desk.js";
import { MOST_MINUTES } from "../features/exports/making-thread.js";
import type { Job } from "./job.js";

export const makeExportsJob: Job = {
  name: DESK,
  cron: "* * * * *",
  called: true,
  minutes: MOST_MINUTES + 5,
  run: makeNext,
};

export const forgetExportsJob: Job = { name: "forget-exports", cron: "50 * * * *", run: forgetExports };
