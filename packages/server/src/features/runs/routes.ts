/** /campaigns/:id/compile, /campaigns/:id/runs, /runs: what results are compiled, approved and published from. */
import { z } from "zod";
import type { Endpoints } from "../../http/endpoint.js";
import * as deciding from "./deciding.js";
import * as service from "./service.js";
import {
  differenceSchema,
  previewSchema,
  repeatSchema,
  revisionOf,
  revisionSchema,
  runDetailSchema,
  runOf,
  runSchema,
} from "./shapes.js";
import { hasLeft } from "./turns.js";

const place = z.object({ id: z.uuid() });
const reason = z.string().trim().min(1).max(2000);
const etag = ({ version }: { readonly version: number }) => version;
/** Scores everyone again: not to be asked for in a loop. */
const HEAVY = 120;

export function runRoutes(endpoints: Endpoints): void {
  compile(endpoints);
  read(endpoints);
  decide(endpoints);
}

function compile(endpoints: Endpoints): void {
  endpoints.long(
    {
      method: "GET",
      url: "/campaigns/:id/compile",
      summary: "What a run compiled now would change, and what stands before it",
      params: place,
      answer: previewSchema,
      limitPerMinute: HEAVY,
    },
    (call, { params }, wire) => service.previewRun(call, params.id, hasLeft(wire)),
  );
  endpoints.account(
    {
      method: "POST",
      url: "/campaigns/:id/runs",
      summary: "Compile a run: everyone's final scores and ranks, recorded",
      params: place,
      body: z.object({ reason: reason.optional() }),
      answer: runSchema,
      status: 201,
      etag,
      limitPerMinute: HEAVY,
    },
    async (call, { params, body }) => runOf(await service.compileRun(call, params.id, body.reason ?? null)),
  );
  endpoints.account(
    {
      method: "POST",
      url: "/campaigns/:id/revisions",
      summary: "Open what was approved to correction, with a reason",
      params: place,
      body: z.object({
        reason,
        /** Whose assessments are opened; absent: everyone's. */
        unitIds: z.array(z.uuid()).min(1).max(10_000).optional(),
        /** Until when they may be appraised, when the stage's own deadline has passed. */
        dueAt: z.iso.datetime({ offset: true }).optional(),
      }),
      answer: revisionSchema,
      status: 201,
    },
    async (call, { params, body }) =>
      revisionOf(
        await deciding.openRevision(call, params.id, {
          reason: body.reason,
          unitIds: body.unitIds ?? null,
          dueAt: body.dueAt === undefined ? null : new Date(body.dueAt),
        }),
      ),
  );
}

function read(endpoints: Endpoints): void {
  endpoints.account(
    {
      method: "GET",
      url: "/campaigns/:id/runs",
      summary: "The campaign's runs, newest first",
      params: place,
      answer: z.object({ items: z.array(runSchema) }),
    },
    async (call, { params }) => ({ items: (await service.listRuns(call, params.id)).map(runOf) }),
  );
  endpoints.account(
    {
      method: "GET",
      url: "/runs/:id",
      summary: "A run with everyone's total and rank",
      params: place,
      answer: runDetailSchema,
      etag,
    },
    async (call, { params }) => {
      const { run, results } = await service.getRun(call, params.id);
      return { ...runOf(run), results };
    },
  );
  endpoints.account(
    {
      method: "GET",
      url: "/runs/:id/differences",
      summary: "What a run changes against another one, or against what was declared",
      params: place,
      query: z.object({ against: z.union([z.literal("declared"), z.uuid()]).default("declared") }),
      answer: z.object({ items: z.array(differenceSchema) }),
    },
    async (call, { params, query }) => ({
      items: await service.listDifferences(call, params.id, query.against),
    }),
  );
  endpoints.long(
    {
      method: "POST",
      url: "/runs/:id/repeat",
      summary: "Score the stored input once more, and compare",
      params: place,
      answer: repeatSchema,
      limitPerMinute: HEAVY,
    },
    (call, { params }, wire) => service.repeatRun(call, params.id, hasLeft(wire)),
  );
}

function decide(endpoints: Endpoints): void {
  endpoints.account(
    {
      method: "POST",
      url: "/runs/:id/approve",
      summary: "Approve a run: its scores stand",
      params: place,
      answer: runSchema,
      ifMatch: true,
      etag,
    },
    async (call, { params, version }) => runOf(await deciding.approveRun(call, params.id, version)),
  );
  endpoints.account(
    {
      method: "POST",
      url: "/runs/:id/publish",
      summary: "Publish an approved run: everybody sees it",
      params: place,
      answer: runSchema,
      ifMatch: true,
      etag,
    },
    async (call, { params, version }) => runOf(await deciding.publishRun(call, params.id, version)),
  );
  endpoints.account(
    {
      method: "POST",
      url: "/runs/:id/withdraw",
      summary: "Withdraw a run, with a reason",
      params: place,
      body: z.object({ reason }),
      answer: runSchema,
      ifMatch: true,
      etag,
    },
    async (call, { params, body, version }) =>
      runOf(await deciding.withdrawRun(call, params.id, version, body.reason)),
  );
}
