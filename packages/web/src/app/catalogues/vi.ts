/** The texts in Vietnamese that every page needs, and those of the pages on which units declare. See app/language.tsx. */
import { appraisals } from "../../features/appraisals/messages/vi.js";
import { assessments } from "../../features/assessments/messages/vi.js";
import { home } from "../../features/home/messages/vi.js";
import { notices } from "../../features/notices/messages/vi.js";
import { queries } from "../../features/queries/messages/vi.js";
import { sessions } from "../../features/sessions/messages/vi.js";
import { shared } from "../../shared/messages/vi.js";
import { app } from "../messages/vi.js";

export const catalogue = {
  ...app,
  ...shared,
  ...appraisals,
  ...assessments,
  ...home,
  ...notices,
  ...queries,
  ...sessions,
};
