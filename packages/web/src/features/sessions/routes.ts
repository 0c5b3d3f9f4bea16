/** Where the pages of this feature stand. */
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute, shellRoute } from "../../app/root-route.js";

export interface SignInSearch {
  next?: string;
  problem?: string;
}

/** The text of this name in the address, when there is one. */
function textOf(search: Record<string, unknown>, name: keyof SignInSearch): SignInSearch {
  const value = search[name];
  return typeof value === "string" ? { [name]: value } : {};
}

/**
 * Outside the shell: the only page that needs nobody signed in. `next` is where to go afterwards, `problem` the code of
 * what kept the organisation's own sign-in from working.
 */
export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/sign-in",
  validateSearch: (search: Record<string, unknown>): SignInSearch => ({
    ...textOf(search, "next"),
    ...textOf(search, "problem"),
  }),
  component: lazyRouteComponent(() => import("./sign-in-page.js"), "SignInPage"),
});

export const sessionShellRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/account",
    component: lazyRouteComponent(() => import("./my-account-page.js"), "MyAccountPage"),
  }),
] as const;
