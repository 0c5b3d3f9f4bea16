/** Appraising: who appraises what, the queue, one assessment, agreeing in bulk, finishing. */
import type { z } from "zod";
import type { Endpoints } from "../../http/endpoint.js";
import { evidenceOf } from "../evidence/schemas.js";
import { queryOf } from "../queries/shapes.js";
import { agree, previewAgreeing } from "./agreeing.js";
import type { AppraisalItem, QueueItem } from "./appraisal.js";
import { listConsistency } from "./consistency.js";
import { finish, finishAll, reopen } from "./finishing.js";
import { getIndicator } from "./indicator.js";
import { type GivenVerdict, judge } from "./judging.js";
import { listQueue, summariseQueue } from "./queue.js";
import { listScopes, replaceScopes } from "./scopes.js";
import * as shapes from "./shapes.js";
import { getAppraisal, look } from "./viewing.js";

const { place, code } = shapes;
const etag = ({ version }: { readonly version: number }) => version;
const indicator = place.extend({ code });

export function appraisalRoutes(endpoints: Endpoints): void {
  assigning(endpoints);
  queueing(endpoints);
  viewing(endpoints);
  judging(endpoints);
  agreeing(endpoints);
  finishing(endpoints);
}

function assigning(endpoints: Endpoints): void {
  const url = "/campaigns/:id/appraisers";
  endpoints.account(
    {
      method: "GET",
      url,
      summary: "Who appraises what, and how far each is",
      params: place,
      answer: shapes.scopesSchema,
      etag,
    },
    async (call, { params }) => listScopes(call, params.id),
  );
  endpoints.account(
    {
      method: "PUT",
      url,
      summary: "Say anew who appraises what",
      params: place,
      body: shapes.givenScopes,
      answer: shapes.scopesSchema,
      ifMatch: true,
      etag,
    },
    async (call, { params, body, version }) => replaceScopes(call, params.id, version, body.items),
  );
}

function queueing(endpoints: Endpoints): void {
  endpoints.account(
    {
      method: "GET",
      url: "/campaigns/:id/queue",
      summary: "What there is to appraise, by unit or by indicator",
      params: place,
      query: shapes.queueQuery,
      answer: shapes.queueSchema,
    },
    async (call, { params, query: { by, sort, cursor, limit, ...filter } }) => {
      const order = sort ?? (by === "unit" ? "unit" : "code");
      const { items, next, counts } = await listQueue(call, params.id, filter, order, cursor, limit);
      return { items: items.map(queueItemOf), next, counts };
    },
  );
  endpoints.account(
    {
      method: "GET",
      url: "/campaigns/:id/queue/summary",
      summary: "How far appraising is: by unit, by indicator, by appraiser",
      params: place,
      answer: shapes.queueSummary,
    },
    async (call, { params }) => summariseQueue(call, params.id),
  );
  endpoints.account(
    {
      method: "GET",
      url: "/campaigns/:id/consistency",
      summary: "The same declared values with like evidence, judged differently",
      params: place,
      answer: shapes.consistencySchema,
    },
    async (call, { params }) => ({ items: await listConsistency(call, params.id) }),
  );
}

function viewing(endpoints: Endpoints): void {
  endpoints.account(
    {
      method: "GET",
      url: "/assessments/:id/appraisal",
      summary: "Declared and appraised points of one assessment",
      params: place,
      answer: shapes.appraisalSchema,
      etag,
    },
    async (call, { params }) => {
      const view = await getAppraisal(call, params.id);
      return { ...view, dueAt: view.dueAt?.toISOString() ?? null, items: view.items.map(itemOf) };
    },
  );
  endpoints.account(
    {
      method: "GET",
      url: "/assessments/:id/appraisal/:code",
      summary: "All that an appraiser looks at beside one indicator",
      params: indicator,
      answer: shapes.appraisalDetail,
      etag,
    },
    async (call, { params }) => {
      const view = await getIndicator(call, params.id, params.code);
      return {
        ...view,
        ...itemOf(view),
        declared: view.declared.map((one) => ({ ...one, at: one.at?.toISOString() ?? null })),
        evidence: view.evidence.map((one) => ({ ...evidenceOf(one), queryId: one.queryId })),
        queries: view.queries.map(queryOf),
        history: view.history.map((one) => ({ ...one, at: one.at.toISOString() })),
      };
    },
  );
  endpoints.account(
    {
      method: "POST",
      url: "/assessments/:id/look",
      summary: "Note that one has seen the assessment as it now is",
      params: place,
    },
    async (call, { params }) => {
      await look(call, params.id);
      return undefined;
    },
  );
}

function judging(endpoints: Endpoints): void {
  endpoints.account(
    {
      method: "PUT",
      url: "/assessments/:id/appraisal/:code",
      summary: "Agree with an indicator, adjust its values or points, or take the judgement back",
      params: indicator,
      body: shapes.givenVerdict,
      answer: shapes.appraisalItem,
      ifMatch: true,
      etag,
    },
    async (call, { params, body, version }) =>
      itemOf(await judge(call, params.id, params.code, version, body as GivenVerdict)),
  );
}

function agreeing(endpoints: Endpoints): void {
  endpoints.account(
    {
      method: "POST",
      url: "/campaigns/:id/appraisals/preview",
      summary: "What agreeing with these indicators would touch, and what it would leave out",
      params: place,
      body: shapes.chosen,
      answer: shapes.agreeingPreview,
    },
    async (call, { params, body }) => previewAgreeing(call, params.id, body.items),
  );
  endpoints.account(
    {
      method: "POST",
      url: "/campaigns/:id/appraisals/agree",
      summary: "Agree with all these indicators at once",
      params: place,
      body: shapes.agreed,
      answer: shapes.agreeingDone,
    },
    async (call, { params, body }) => agree(call, params.id, body.items),
  );
}

function finishing(endpoints: Endpoints): void {
  endpoints.account(
    {
      method: "POST",
      url: "/assessments/:id/finish",
      summary: "The coordinator ends the appraising of one assessment",
      params: place,
      body: shapes.finishing,
      ifMatch: true,
    },
    async (call, { params, body, version }) => {
      await finish(call, params.id, version, body);
      return undefined;
    },
  );
  endpoints.account(
    {
      method: "POST",
      url: "/campaigns/:id/finish",
      summary: "The coordinator ends the appraising of every assessment that is judged to its end",
      params: place,
      body: shapes.finishingAll,
      answer: shapes.finished,
    },
    async (call, { params, body }) => finishAll(call, params.id, body.reason),
  );
  endpoints.account(
    {
      method: "POST",
      url: "/assessments/:id/reopen",
      summary: "The coordinator takes an appraised assessment back into appraising",
      params: place,
      body: shapes.reopening,
      ifMatch: true,
    },
    async (call, { params, body, version }) => {
      await reopen(call, params.id, version, body.reason);
      return undefined;
    },
  );
}

/** Values that an input may hold are checked one by one against the set, in the service. */
type Wire<T> = Omit<T, "at" | "inputs"> & {
  at: string | null;
  inputs: z.input<typeof shapes.appraisalItem>["inputs"];
};

const itemOf = <T extends AppraisalItem>(item: T) =>
  ({ ...item, at: item.at?.toISOString() ?? null }) as unknown as Wire<T>;

const queueItemOf = (item: QueueItem) =>
  ({
    ...item,
    at: item.at?.toISOString() ?? null,
    query: item.query && { ...item.query, dueAt: item.query.dueAt.toISOString() },
  }) as z.input<typeof shapes.queueItem>;
