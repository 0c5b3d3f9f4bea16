/** The two routes that every other route stands under. A feature's routes.ts names `shellRoute` as its parent. */
import type { QueryClient } from "@tanstack/react-query";
import {
  createRootRouteWithContext,
  createRoute,
  lazyRouteComponent,
  redirect,
} from "@tanstack/react-router";
import { sessionQuery } from "../api/queries.js";
import { loadTextsOf } from "./language.js";

/** What every route can reach. */
export interface RouterContext {
  queryClient: QueryClient;
}

export const rootRoute = createRootRouteWithContext<RouterContext>()({
  notFoundComponent: lazyRouteComponent(() => import("./not-found-page.js"), "NotFoundPage"),
});

/** Everything that needs somebody signed in; draws header and navigation around its children. */
export const shellRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: "shell",
  beforeLoad: async ({ context, location }) => {
    const [session] = await Promise.all([
      context.queryClient.ensureQueryData(sessionQuery),
      loadTextsOf(location.pathname),
    ]);
    if (session === null) throw redirect({ to: "/sign-in", search: { next: location.href } });
    // The server refuses everything else until the password is one's own and the second factor stands.
    const due = session.account.mustChangePassword || session.totpDue;
    if (due && location.pathname !== "/account") throw redirect({ to: "/account" });
  },
  component: lazyRouteComponent(() => import("./shell/shell.js"), "Shell"),
});
