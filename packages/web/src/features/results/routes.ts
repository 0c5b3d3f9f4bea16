/** Where the pages of this feature stand. */
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { shellRoute } from "../../app/root-route.js";
import { liveSearchOf, resultsSearchOf, runSearchOf } from "./search.js";

export const resultsRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/results",
    component: lazyRouteComponent(() => import("./published-page.js"), "PublishedPage"),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/campaigns/$campaignId/results",
    validateSearch: resultsSearchOf,
    component: lazyRouteComponent(() => import("./results-page.js"), "ResultsPage"),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/campaigns/$campaignId/results/$unitId",
    validateSearch: runSearchOf,
    component: lazyRouteComponent(() => import("./unit/unit-result-page.js"), "UnitResultPage"),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/campaigns/$campaignId/live",
    validateSearch: liveSearchOf,
    component: lazyRouteComponent(() => import("./live/live-page.js"), "LivePage"),
  }),
] as const;
