/** Where the pages of this feature stand. */
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { shellRoute } from "../../app/root-route.js";

export const setImportRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/sets/new/import",
    component: lazyRouteComponent(() => import("./import-page.js"), "ImportPage"),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/sets/new/import/$importId",
    component: lazyRouteComponent(() => import("./review-page.js"), "ReviewPage"),
  }),
] as const;
