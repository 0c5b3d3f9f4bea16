/** Every text of the application in English; loaded as one file of its own. */
import { accounts } from "../../features/accounts/messages/en.js";
import { appraisals } from "../../features/appraisals/messages/en.js";
import { assessments } from "../../features/assessments/messages/en.js";
import { audit } from "../../features/audit/messages/en.js";
import { campaigns } from "../../features/campaigns/messages/en.js";
import { home } from "../../features/home/messages/en.js";
import { notices } from "../../features/notices/messages/en.js";
import { queries } from "../../features/queries/messages/en.js";
import { results } from "../../features/results/messages/en.js";
import { runs } from "../../features/runs/messages/en.js";
import { sessions } from "../../features/sessions/messages/en.js";
import { sets } from "../../features/sets/messages/en.js";
import { units } from "../../features/units/messages/en.js";
import { shared } from "../../shared/messages/en.js";
import { app } from "../messages/en.js";

export const catalogue = {
  ...app,
  ...shared,
  ...accounts,
  ...appraisals,
  ...assessments,
  ...audit,
  ...campaigns,
  ...home,
  ...notices,
  ...queries,
  ...results,
  ...runs,
  ...sessions,
  ...sets,
  ...units,
};
