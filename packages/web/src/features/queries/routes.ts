/** Where the pages of this feature stand. */
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { shellRoute } from "../../app/root-route.js";
import { queryListSearchOf } from "./list-search.js";

export const queriesRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/queries",
    validateSearch: queryListSearchOf,
    component: lazyRouteComponent(() => import("./queries-page.js"), "QueriesPage"),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/queries/$queryId",
    component: lazyRouteComponent(() => import("./query-page.js"), "QueryPage"),
  }),
] as const;
