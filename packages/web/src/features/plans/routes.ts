/** Where the pages of this feature stand. */
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { shellRoute } from "../../app/root-route.js";
import { progressSearchOf } from "./progress-search.js";

export const plansRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/plans",
    component: lazyRouteComponent(() => import("./plans-page.js"), "PlansPage"),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/plans/$planId",
    component: lazyRouteComponent(() => import("./plan-page.js"), "PlanPage"),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/plans/$planId/progress",
    validateSearch: progressSearchOf,
    component: lazyRouteComponent(() => import("./progress-page.js"), "ProgressPage"),
  }),
] as const;
