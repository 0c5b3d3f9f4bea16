/** Notices by mail, where SMTP_URL is set: within minutes to those who chose so, once a day to all others. */
import { mailNotices } from "../features/notices/mailing.js";
import type { Job } from "./job.js";

export const mailSoonJob: Job = {
  name: "mail-notices",
  cron: "*/5 * * * *",
  run: (platform) => mailNotices(platform, "each"),
};

export const mailDigestJob: Job = {
  name: "mail-digest",
  cron: "30 7 * * *",
  run: (platform) => mailNotices(platform, "digest"),
};
