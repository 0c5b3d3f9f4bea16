/** Where the pages of this feature stand. */
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { shellRoute } from "../../app/root-route.js";

export const runsRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/campaigns/$campaignId/runs",
    component: lazyRouteComponent(() => import("./runs-page.js"), "RunsPage"),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/campaigns/$campaignId/runs/$runId",
    component: lazyRouteComponent(() => import("./run-page.js"), "RunPage"),
  }),
] as const;
