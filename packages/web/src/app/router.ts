/** All routes. Each page is a chunk of its own; a feature adds its routes in features/<noun>/routes.ts. */
import type { QueryClient } from "@tanstack/react-query";
import { createRouter } from "@tanstack/react-router";
import { accountsRoutes } from "../features/accounts/routes.js";
import { appraisalsRoutes } from "../features/appraisals/routes.js";
import { assessmentsRoutes } from "../features/assessments/routes.js";
import { auditRoutes } from "../features/audit/routes.js";
import { campaignsRoutes } from "../features/campaigns/routes.js";
import { exportsRoutes } from "../features/exports/routes.js";
import { homeRoutes } from "../features/home/routes.js";
import { noticesRoutes } from "../features/notices/routes.js";
import { plansRoutes } from "../features/plans/routes.js";
import { queriesRoutes } from "../features/queries/routes.js";
import { reportsRoutes } from "../features/reports/routes.js";
import { resultsRoutes } from "../features/results/routes.js";
import { runsRoutes } from "../features/runs/routes.js";
import { sessionShellRoutes, signInRoute } from "../features/sessions/routes.js";
import { setImportRoutes } from "../features/set-import/routes.js";
import { setsRoutes } from "../features/sets/routes.js";
import { unitsRoutes } from "../features/units/routes.js";
import { workbooksRoutes } from "../features/workbooks/routes.js";
import { rootRoute, shellRoute } from "./root-route.js";
import { RouteError } from "./route-error.js";
import { RoutePending } from "./route-pending.js";
import { readSearch, writtenSearch } from "./search-text.js";

const routeTree = rootRoute.addChildren([
  signInRoute,
  shellRoute.addChildren([
    ...homeRoutes,
    ...assessmentsRoutes,
    ...workbooksRoutes,
    ...appraisalsRoutes,
    ...queriesRoutes,
    ...unitsRoutes,
    ...accountsRoutes,
    ...setsRoutes,
    ...setImportRoutes,
    ...campaignsRoutes,
    ...plansRoutes,
    ...reportsRoutes,
    ...resultsRoutes,
    ...runsRoutes,
    ...exportsRoutes,
    ...auditRoutes,
    ...noticesRoutes,
    ...sessionShellRoutes,
  ]),
]);

/** The application's router; `queryClient` reaches every route's `beforeLoad`. */
export function createAppRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree,
    context: { queryClient },
    parseSearch: readSearch,
    stringifySearch: writtenSearch,
    defaultPreload: "intent",
    defaultErrorComponent: RouteError,
    defaultPendingComponent: RoutePending,
    scrollRestoration: true,
  });
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
