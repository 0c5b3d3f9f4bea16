/** Where the pages of this feature stand. */
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { shellRoute } from "../../app/root-route.js";

export const unitsRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/units",
    component: lazyRouteComponent(() => import("./units-page.js"), "UnitsPage"),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/units/import",
    component: lazyRouteComponent(() => import("./unit-import-page.js"), "UnitImportPage"),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/units/$unitId",
    component: lazyRouteComponent(() => import("./unit-page.js"), "UnitPage"),
  }),
] as const;
