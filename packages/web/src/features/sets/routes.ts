/** Where the pages of this feature stand. */
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { shellRoute } from "../../app/root-route.js";

/** The version that a new draft begins with; an empty draft where none is named. */
export interface NewSetSearch {
  from?: string;
  version?: number;
}

function newSetSearch({ from, version }: Record<string, unknown>): NewSetSearch {
  return typeof from === "string" && Number.isInteger(version) ? { from, version: Number(version) } : {};
}

export const setsRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/sets",
    component: lazyRouteComponent(() => import("./sets-page.js"), "SetsPage"),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/sets/new",
    validateSearch: newSetSearch,
    component: lazyRouteComponent(() => import("./new-set-page.js"), "NewSetPage"),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/sets/$setId/$version/edit",
    component: lazyRouteComponent(() => import("./edit-set-page.js"), "EditSetPage"),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/sets/$setId/$version",
    component: lazyRouteComponent(() => import("./set-page.js"), "SetPage"),
  }),
] as const;
