/** The texts of all other pages in English: loaded with the first of them. See app/language.tsx. */
import { accounts } from "../../features/accounts/messages/en.js";
import { audit } from "../../features/audit/messages/en.js";
import { campaigns } from "../../features/campaigns/messages/en.js";
import { exports } from "../../features/exports/messages/en.js";
import { plans } from "../../features/plans/messages/en.js";
import { reports } from "../../features/reports/messages/en.js";
import { results } from "../../features/results/messages/en.js";
import { runs } from "../../features/runs/messages/en.js";
import { setImport } from "../../features/set-import/messages/en.js";
import { sets } from "../../features/sets/messages/en.js";
import { units } from "../../features/units/messages/en.js";
import { workbooks } from "../../features/workbooks/messages/en.js";

export const catalogue = {
  ...units,
  ...campaigns,
  ...accounts,
  ...audit,
  ...exports,
  ...plans,
  ...reports,
  ...results,
  ...runs,
  ...setImport,
  ...sets,
  ...workbooks,
};
