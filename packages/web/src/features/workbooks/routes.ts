/** Where the pages of this feature stand. */
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { shellRoute } from "../../app/root-route.js";

/** `reading`: the workbook that was sent and is looked at. */
function readingOf(search: Record<string, unknown>): { reading?: string } {
  const { reading } = search;
  return typeof reading === "string" && /^[0-9a-f-]{36}$/.test(reading) ? { reading } : {};
}

export const workbooksRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/assessments/$assessmentId/workbook",
    validateSearch: readingOf,
    component: lazyRouteComponent(() => import("./assessment-page.js"), "AssessmentWorkbookPage"),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/campaigns/$campaignId/workbook",
    validateSearch: readingOf,
    component: lazyRouteComponent(() => import("./campaign-page.js"), "CampaignWorkbookPage"),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/campaigns/$campaignId/appraisal-workbook",
    validateSearch: readingOf,
    component: lazyRouteComponent(() => import("./appraisal-page.js"), "AppraisalWorkbookPage"),
  }),
] as const;
