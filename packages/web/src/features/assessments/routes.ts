/** Where the pages of this feature stand. */
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { shellRoute } from "../../app/root-route.js";

/** `at`: the indicator that is open, or "profile". */
function placeOf(search: Record<string, unknown>): { at?: string } {
  const { at } = search;
  return typeof at === "string" && at !== "" ? { at } : {};
}

export const assessmentsRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/assessments/$assessmentId",
    validateSearch: placeOf,
    component: lazyRouteComponent(() => import("./assessment-page.js"), "AssessmentPage"),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/assessments/$assessmentId/review",
    component: lazyRouteComponent(() => import("./review-page.js"), "ReviewPage"),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/assessments/$assessmentId/print",
    component: lazyRouteComponent(() => import("./print-page.js"), "PrintPage"),
  }),
] as const;
