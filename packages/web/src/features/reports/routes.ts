/** Where the pages of this feature stand. */
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { shellRoute } from "../../app/root-route.js";

export const reportsRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/assessments/$assessmentId/reports",
    component: lazyRouteComponent(() => import("./assessment-page.js"), "AssessmentReportsPage"),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/campaigns/$campaignId/runs/$runId/decision",
    component: lazyRouteComponent(() => import("./decision-page.js"), "DecisionPage"),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/report-templates",
    component: lazyRouteComponent(() => import("./templates-page.js"), "TemplatesPage"),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/units/$unitId/letterhead",
    component: lazyRouteComponent(() => import("./unit-page.js"), "UnitLetterheadPage"),
  }),
] as const;
