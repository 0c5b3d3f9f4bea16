/** Every feature's routes. */
import type { Endpoints } from "../http/endpoint.js";
import { accountRoutes } from "./accounts/routes.js";
import { answerRoutes } from "./answers/routes.js";
import { appraisalRoutes } from "./appraisals/routes.js";
import { assessmentRoutes } from "./assessments/routes.js";
import { assignmentRoutes } from "./assignments/routes.js";
import { auditRoutes } from "./audit/routes.js";
import { campaignRoutes } from "./campaigns/routes.js";
import { commentRoutes } from "./comments/routes.js";
import { evidenceRoutes } from "./evidence/routes.js";
import { homeRoutes } from "./home/routes.js";
import { liveRoutes } from "./live/routes.js";
import { noticeRoutes } from "./notices/routes.js";
import { oidcRoutes } from "./oidc/routes.js";
import { publicRoutes } from "./public/routes.js";
import { queryRoutes } from "./queries/routes.js";
import { resultRoutes } from "./results/routes.js";
import { runRoutes } from "./runs/routes.js";
import { sessionRoutes } from "./sessions/routes.js";
import { setImportRoutes } from "./set-imports/routes.js";
import { setRoutes } from "./sets/routes.js";
import { unitRoutes } from "./units/routes.js";

export function registerFeatures(endpoints: Endpoints): void {
  sessionRoutes(endpoints);
  oidcRoutes(endpoints);
  homeRoutes(endpoints);
  unitRoutes(endpoints);
  accountRoutes(endpoints);
  setRoutes(endpoints);
  setImportRoutes(endpoints);
  campaignRoutes(endpoints);
  assessmentRoutes(endpoints);
  answerRoutes(endpoints);
  assignmentRoutes(endpoints);
  commentRoutes(endpoints);
  evidenceRoutes(endpoints);
  appraisalRoutes(endpoints);
  queryRoutes(endpoints);
  liveRoutes(endpoints);
  runRoutes(endpoints);
  resultRoutes(endpoints);
  publicRoutes(endpoints);
  auditRoutes(endpoints);
  noticeRoutes(endpoints);
}
