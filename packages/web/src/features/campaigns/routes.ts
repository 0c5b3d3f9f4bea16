/** Where the pages of this feature stand. */
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { shellRoute } from "../../app/root-route.js";

export const campaignsRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/campaigns",
    component: lazyRouteComponent(() => import("./campaigns-page.js"), "CampaignsPage"),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/campaigns/new",
    component: lazyRouteComponent(() => import("./campaign-wizard-page.js"), "CampaignWizardPage"),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/campaigns/$campaignId",
    component: lazyRouteComponent(() => import("./campaign-page.js"), "CampaignPage"),
  }),
] as const;
