/** Where the pages of this feature stand. */
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { shellRoute } from "../../app/root-route.js";
import { judgeSearchOf, queueSearchOf } from "./queue/queue-search.js";

export const appraisalsRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/appraisals",
    component: lazyRouteComponent(() => import("./campaigns-page.js"), "AppraisedCampaignsPage"),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/campaigns/$campaignId/appraise",
    validateSearch: queueSearchOf,
    component: lazyRouteComponent(() => import("./queue/queue-page.js"), "QueuePage"),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/assessments/$assessmentId/appraise",
    validateSearch: judgeSearchOf,
    component: lazyRouteComponent(() => import("./judging/judge-page.js"), "JudgePage"),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/campaigns/$campaignId/appraisal",
    component: lazyRouteComponent(() => import("./overview/overview-page.js"), "OverviewPage"),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/campaigns/$campaignId/appraisers",
    component: lazyRouteComponent(() => import("./scopes/appraisers-page.js"), "AppraisersPage"),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/campaigns/$campaignId/consistency",
    component: lazyRouteComponent(() => import("./overview/consistency-page.js"), "ConsistencyPage"),
  }),
] as const;
