/** Where the pages of this feature stand. */
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { shellRoute } from "../../app/root-route.js";

/** `reading`: the workbook that was sent and is looked at. */
function readingOf(search: Record<string, unknown>): { reading?: string } {
  const { reading } = search;
  return typeof reading === "string" ? { reading } : {};
}

/** One chunk for all of them: they are nearly the same, and the first page has to know of one alone. */
const pages = () => import("./pages.js");

export const workbooksRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/assessments/$assessmentId/workbook",
    validateSearch: readingOf,
    component: lazyRouteComponent(pages, "AssessmentWorkbookPage"),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/campaigns/$campaignId/workbook",
    validateSearch: readingOf,
    component: lazyRouteComponent(pages, "CampaignWorkbookPage"),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/campaigns/$campaignId/appraisal-workbook",
    validateSearch: readingOf,
    component: lazyRouteComponent(pages, "AppraisalWorkbookPage"),
  }),
] as const;
