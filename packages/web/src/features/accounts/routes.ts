/** Where the pages of this feature stand. */
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { shellRoute } from "../../app/root-route.js";

export const accountsRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/accounts",
    component: lazyRouteComponent(() => import("./accounts-page.js"), "AccountsPage"),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/accounts/import",
    component: lazyRouteComponent(() => import("./account-import-page.js"), "AccountImportPage"),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/accounts/$accountId",
    component: lazyRouteComponent(() => import("./account-page.js"), "AccountPage"),
  }),
] as const;
