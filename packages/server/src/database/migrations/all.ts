/** Every migration in its order. A name, once released, never changes; a migration, once released, is never edited. */
import type { Migration } from "kysely";
import * as foundation from "./0001-foundation.js";
import * as unitParents from "./0002-unit-parents.js";
import * as signInSecrets from "./0003-sign-in-secrets.js";
import * as auditClock from "./0004-audit-clock.js";
import * as wrongTries from "./0005-wrong-tries.js";
import * as oneEmail from "./0006-one-email.js";
import * as appraisal from "./0007-appraisal.js";
import * as runStanding from "./0008-run-standing.js";
import * as indicatorScore from "./0009-indicator-score.js";
import * as assessmentRevision from "./0010-assessment-revision.js";
import * as messageOrder from "./0011-message-order.js";
import * as notices from "./0012-notices.js";
import * as noticeKinds from "./0013-notice-kinds.js";
import * as setImports from "./0014-set-imports.js";
import * as reports from "./0015-reports.js";
import * as workbookReadings from "./0016-workbook-readings.js";
import * as noticeWithdrawn from "./0018-notice-withdrawn.js";
import * as exportJobs from "./0019-export-jobs.js";
import * as planProgress from "./0020-plan-progress.js";

export const migrations: Readonly<Record<string, Migration>> = {
  "0001-foundation": foundation,
  "0002-unit-parents": unitParents,
  "0003-sign-in-secrets": signInSecrets,
  "0004-audit-clock": auditClock,
  "0005-wrong-tries": wrongTries,
  "0006-one-email": oneEmail,
  "0007-appraisal": appraisal,
  "0008-run-standing": runStanding,
  "0009-indicator-score": indicatorScore,
  "0010-assessment-revision": assessmentRevision,
  "0011-message-order": messageOrder,
  "0012-notices": notices,
  "0013-notice-kinds": noticeKinds,
  "0014-set-imports": setImports,
  "0015-reports": reports,
  "0016-workbook-readings": workbookReadings,
  "0018-notice-withdrawn": noticeWithdrawn,
  "0019-export-jobs": exportJobs,
  "0020-plan-progress": planProgress,
};
