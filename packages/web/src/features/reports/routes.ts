/** Where the pages of this feature stand. */
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { shellRoute } from "../../app/root-route.js";

export const reportsRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/assessments/$assessmentId/reports",
    component: lazyRouteComponent(() => import("./assessment-page.js"), "AssessmentReportsPage"),
  }),
] as const;
