/** The texts in English that every page needs, and those of the pages on which units declare. See app/language.tsx. */
import { appraisals } from "../../features/appraisals/messages/en.js";
import { assessments } from "../../features/assessments/messages/en.js";
import { home } from "../../features/home/messages/en.js";
import { notices } from "../../features/notices/messages/en.js";
import { queries } from "../../features/queries/messages/en.js";
import { sessions } from "../../features/sessions/messages/en.js";
import { shared } from "../../shared/messages/en.js";
import { app } from "../messages/en.js";

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
