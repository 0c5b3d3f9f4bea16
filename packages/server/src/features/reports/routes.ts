/** Documents to be sent: …/reports/<kind>, in Word or PDF; and the letterheads under which they go out. */
import { z } from "zod";
import { DOCX, PDF } from "../../files/file-kind.js";
import type { Endpoints } from "../../http/endpoint.js";
import { getLetterhead, keepLetterhead } from "./letterheads.js";
import * as service from "./service.js";
import { documentQuery, letterheadContent, letterheadView } from "./shapes.js";
import { templateRoutes } from "./template-routes.js";

const place = z.object({ id: z.uuid() });
const unit = z.uuid().optional();
const media = `${DOCX.mediaType}, ${PDF.mediaType}`;
/** Documents are work for a processor: nobody needs more of them a minute. */
const limitPerMinute = 30;

export function reportRoutes(endpoints: Endpoints): void {
  letterheads(endpoints);
  templateRoutes(endpoints);
  ofAssessments(endpoints);
  ofSets(endpoints);
  ofRuns(endpoints);
  ofPlans(endpoints);
}

function letterheads(endpoints: Endpoints): void {
  const url = "/units/:id/letterhead";
  const etag = ({ version }: { readonly version: number }) => version;
  endpoints.account(
    {
      method: "GET",
      url,
      summary: "How a unit heads and signs its documents; version 0 is the usual, kept by nobody yet",
      params: place,
      answer: letterheadView,
      etag,
    },
    async (call, { params }) => getLetterhead(call, params.id),
  );
  endpoints.account(
    {
      method: "PUT",
      url,
      summary: "Keep how a unit heads and signs its documents",
      params: place,
      body: letterheadContent,
      answer: letterheadView,
      ifMatch: true,
      etag,
    },
    async (call, { params, body, version }) => keepLetterhead(call, params.id, version, body),
  );
}

function ofAssessments(endpoints: Endpoints): void {
  const url = "/assessments/:id/reports";
  endpoints.long(
    {
      method: "GET",
      url: `${url}/self-assessment`,
      summary: "The report of the self-assessment with its appendices",
      params: place,
      query: documentQuery.extend({
        request: z.string().trim().max(1000).optional(),
        template: z.uuid().optional(),
      }),
      media,
      limitPerMinute,
    },
    async (call, { params, query }) => service.selfAssessment(call, params.id, query),
  );
  endpoints.long(
    {
      method: "GET",
      url: `${url}/data-form`,
      summary: "What was declared, on the set's own form",
      params: place,
      query: documentQuery,
      media,
      limitPerMinute,
    },
    async (call, { params, query }) => service.dataForm(call, params.id, query),
  );
  endpoints.long(
    {
      method: "GET",
      url: `${url}/appraisal-minutes`,
      summary: "The minutes of appraising, with every difference and its reason",
      params: place,
      query: documentQuery.extend({ issuer: unit }),
      media,
      limitPerMinute,
    },
    async (call, { params, query }) => service.appraisalMinutes(call, params.id, query),
  );
  endpoints.long(
    {
      method: "GET",
      url: `${url}/explanation`,
      summary: "What the unit was asked, and how it answered",
      params: place,
      query: documentQuery,
      media,
      limitPerMinute,
    },
    async (call, { params, query }) => service.explanation(call, params.id, query),
  );
}

function ofSets(endpoints: Endpoints): void {
  endpoints.long(
    {
      method: "GET",
      url: "/sets/:id/versions/:version/reports/data-form",
      summary: "The set's form, to be filled in by hand",
      params: z.object({ id: z.string().max(100), version: z.coerce.number().int().min(1) }),
      query: documentQuery,
      media,
      limitPerMinute,
    },
    async (call, { params, query }) => service.blankForm(call, params.id, params.version, query),
  );
}

const OF_RUNS = [
  ["result-decision", "The decision that publishes a run's result, with its ranking tables"],
  ["result-report", "The report of a run's result to whoever decides on it, with its ranking tables"],
  ["result-proposal", "The proposal that a run's result be published"],
] as const;

function ofRuns(endpoints: Endpoints): void {
  for (const [kind, summary] of OF_RUNS)
    endpoints.long(
      {
        method: "GET",
        url: `/runs/:id/reports/${kind}`,
        summary,
        params: place,
        query: documentQuery.extend({ issuer: unit, proposer: unit }),
        media,
        limitPerMinute,
      },
      async (call, { params, query }) => service.documentOfRun(call, params.id, kind, query),
    );
}

function ofPlans(endpoints: Endpoints): void {
  const asked = documentQuery.extend({ issuer: unit, assessment: z.uuid().optional() });
  endpoints.long(
    {
      method: "GET",
      url: "/plans/:id/reports/assignment",
      summary: "The plan with who leads each indicator",
      params: place,
      query: asked,
      media,
      limitPerMinute,
    },
    async (call, { params, query }) => service.assignmentPlan(call, params.id, query),
  );
  endpoints.long(
    {
      method: "GET",
      url: "/plans/:id/reports/progress",
      summary: "Where each assignment of a plan stands, of a quarter or a year",
      params: place,
      query: asked.extend({
        quarter: z.enum(["1", "2", "3", "4"]).transform(quarterOf).optional(),
        year: z.coerce.number().int().min(2000).max(2100).optional(),
        lead: z.string().max(100).optional(),
      }),
      media,
      limitPerMinute,
    },
    async (call, { params, query }) => service.progress(call, params.id, query),
  );
}

const QUARTERS = { "1": 1, "2": 2, "3": 3, "4": 4 } as const;
const quarterOf = (text: keyof typeof QUARTERS) => QUARTERS[text];
