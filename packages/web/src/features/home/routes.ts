/** Where the pages of this feature stand. */
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { shellRoute } from "../../app/root-route.js";

export const homeRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/",
    component: lazyRouteComponent(() => import("./home-page.js"), "HomePage"),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/assessments",
    component: lazyRouteComponent(() => import("./assessment-list-page.js"), "AssessmentListPage"),
  }),
] as const;
