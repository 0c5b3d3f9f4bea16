/** Where the page of this feature stands. */
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { shellRoute } from "../../app/root-route.js";

/** Which compilation files are made of; the newest that may be seen, where it is not said. */
export interface ExportsSearch {
  run?: string;
}

export const exportsRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/campaigns/$campaignId/exports",
    validateSearch: ({ run }: Record<string, unknown>): ExportsSearch =>
      typeof run === "string" ? { run } : {},
    component: lazyRouteComponent(() => import("./exports-page.js"), "ExportsPage"),
  }),
] as const;
