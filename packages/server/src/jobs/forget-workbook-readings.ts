/** Every night: what was read of a workbook a week ago is forgotten; by then the file is to be sent again. */
import { deleteReadingsBefore } from "../features/workbooks/repository.js";
import type { Job } from "./job.js";

const KEPT = 7 * 86_400_000;

export const forgetWorkbookReadingsJob: Job = {
  name: "forget-workbook-readings",
  cron: "50 1 * * *",
  run: async ({ db, now }) => ({
    deleted: await deleteReadingsBefore(db, new Date(now().getTime() - KEPT)),
  }),
};
