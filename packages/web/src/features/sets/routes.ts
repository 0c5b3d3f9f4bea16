/** Where the pages of this feature stand. */
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { shellRoute } from "../../app/root-route.js";

export const setsRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/sets",
    component: lazyRouteComponent(() => import("./sets-page.js"), "SetsPage"),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/sets/$setId/$version",
    component: lazyRouteComponent(() => import("./set-page.js"), "SetPage"),
  }),
] as const;
