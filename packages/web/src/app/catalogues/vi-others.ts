/** The texts of all other pages in Vietnamese: loaded with the first of them. See app/language.tsx. */
import { accounts } from "../../features/accounts/messages/vi.js";
import { audit } from "../../features/audit/messages/vi.js";
import { campaigns } from "../../features/campaigns/messages/vi.js";
import { exports } from "../../features/exports/messages/vi.js";
import { plans } from "../../features/plans/messages/vi.js";
import { reports } from "../../features/reports/messages/vi.js";
import { results } from "../../features/results/messages/vi.js";
import { runs } from "../../features/runs/messages/vi.js";
import { setImport } from "../../features/set-import/messages/vi.js";
import { sets } from "../../features/sets/messages/vi.js";
import { units } from "../../features/units/messages/vi.js";
import { workbooks } from "../../features/workbooks/messages/vi.js";

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
