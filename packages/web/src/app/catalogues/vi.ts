/** Every text of the application in Vietnamese; loaded as one file of its own. */
import { accounts } from "../../features/accounts/messages/vi.js";
import { appraisals } from "../../features/appraisals/messages/vi.js";
import { assessments } from "../../features/assessments/messages/vi.js";
import { audit } from "../../features/audit/messages/vi.js";
import { campaigns } from "../../features/campaigns/messages/vi.js";
import { home } from "../../features/home/messages/vi.js";
import { notices } from "../../features/notices/messages/vi.js";
import { queries } from "../../features/queries/messages/vi.js";
import { results } from "../../features/results/messages/vi.js";
import { runs } from "../../features/runs/messages/vi.js";
import { sessions } from "../../features/sessions/messages/vi.js";
import { sets } from "../../features/sets/messages/vi.js";
import { units } from "../../features/units/messages/vi.js";
import { shared } from "../../shared/messages/vi.js";
import { app } from "../messages/vi.js";

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
