/** All commands, as the help lists them. */
import { accountCreate, accountResetPassword } from "./account.js";
import { backup, restore } from "./backup.js";
import type { Command } from "./command.js";
import { reportPlan } from "./report-plan.js";
import { reportDataForm, reportSelfAssessment } from "./report-unit.js";
import { score } from "./score.js";
import { serve } from "./serve.js";
import { setsCheck } from "./sets-check.js";
import { setsExport } from "./sets-export.js";
import { setsImport } from "./sets-import.js";
import { setsList } from "./sets-list.js";
import { setsSchema } from "./sets-schema.js";
import { setsShow } from "./sets-show.js";
import { verify } from "./verify.js";

export const commands: readonly Command[] = [
  serve,
  score,
  setsList,
  setsShow,
  setsCheck,
  setsImport,
  setsExport,
  setsSchema,
  reportSelfAssessment,
  reportDataForm,
  reportPlan,
  accountCreate,
  accountResetPassword,
  backup,
  restore,
  verify,
];
