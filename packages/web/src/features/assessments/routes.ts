/** Where the pages of this feature stand. */
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { shellRoute } from "../../app/root-route.js";

export const assessmentsRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/assessments/$assessmentId",
    component: lazyRouteComponent(() => import("./assessment-page.js"), "AssessmentPage"),
  }),
] as const;
