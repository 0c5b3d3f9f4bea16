/** Every job. */
import { backUpJob } from "./back-up.js";
import { disableIdleAccountsJob } from "./disable-idle-accounts.js";
import { dropLeftoverUploadsJob } from "./drop-leftover-uploads.js";
import { forgetOidcAttemptsJob } from "./forget-oidc-attempts.js";
import { forgetSessionsJob } from "./forget-sessions.js";
import { forgetWorkbookReadingsJob } from "./forget-workbook-readings.js";
import type { Job } from "./job.js";
import { mailDigestJob, mailSoonJob } from "./mail-notices.js";
import { forgetExportsJob, makeExportsJob } from "./make-exports.js";
import { remindJob } from "./remind.js";
import { sealAuditJob } from "./seal-audit.js";

export const allJobs: readonly Job[] = [
  sealAuditJob,
  backUpJob,
  remindJob,
  mailSoonJob,
  mailDigestJob,
  disableIdleAccountsJob,
  forgetSessionsJob,
  forgetOidcAttemptsJob,
  dropLeftoverUploadsJob,
  makeExportsJob,
  forgetExportsJob,
  forgetWorkbookReadingsJob,
];
