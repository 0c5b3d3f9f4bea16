/** Where the page of this feature stands. */
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { shellRoute } from "../../app/root-route.js";

export const noticesRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/notices",
    component: lazyRouteComponent(() => import("./notices-page.js"), "NoticesPage"),
  }),
] as const;
