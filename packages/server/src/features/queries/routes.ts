/** /queries, and where they are opened. */
import { z } from "zod";
import type { Endpoints } from "../../http/endpoint.js";
import { getQuery, listQueries } from "./reading.js";
import * as service from "./service.js";
import {
  givenChange,
  givenComplaint,
  givenEvidence,
  givenMessage,
  givenOutcome,
  givenQuery,
  queryFilter,
  queryHeadOf,
  queryOf,
  queryOwners,
  queryPage,
  querySchema,
} from "./shapes.js";

const place = z.object({ id: z.uuid() });
const etag = ({ version }: { readonly version: number }) => version;

export function queryRoutes(endpoints: Endpoints): void {
  reading(endpoints);
  opening(endpoints);
  talking(endpoints);
  ending(endpoints);
}

function reading(endpoints: Endpoints): void {
  endpoints.account(
    {
      method: "GET",
      url: "/queries",
      summary: "The queries that one may see, the nearest deadline first; what is closed last",
      query: queryFilter,
      answer: queryPage,
    },
    async (call, { query: { limit, cursor, overdue, mine, ...filter } }) => {
      const { items, next, counts } = await listQueries(
        call,
        { ...filter, overdue: overdue !== undefined, mine: mine !== undefined },
        cursor,
        limit,
      );
      return { items: items.map(queryHeadOf), next, counts };
    },
  );
  endpoints.account(
    {
      method: "GET",
      url: "/queries/:id",
      summary: "One query with its messages and evidence",
      params: place,
      answer: querySchema,
      etag,
    },
    async (call, { params }) => queryOf(await getQuery(call, params.id)),
  );
}

function opening(endpoints: Endpoints): void {
  endpoints.account(
    {
      method: "POST",
      url: "/assessments/:id/queries",
      summary: "Ask the unit about an indicator",
      params: place,
      body: givenQuery,
      answer: querySchema,
      status: 201,
      etag,
    },
    async (call, { params, body }) =>
      queryOf(await service.ask(call, params.id, { ...body, dueAt: new Date(body.dueAt) })),
  );
  endpoints.account(
    {
      method: "POST",
      url: "/assessments/:id/complaints",
      summary: "The unit complains about a published result",
      params: place,
      body: givenComplaint,
      answer: querySchema,
      status: 201,
      etag,
    },
    async (call, { params, body }) => queryOf(await service.complain(call, params.id, body)),
  );
}

function talking(endpoints: Endpoints): void {
  endpoints.account(
    {
      method: "POST",
      url: "/queries/:id/messages",
      summary: "Write in a query; answer it; reopen it",
      params: place,
      body: givenMessage,
      answer: querySchema,
      ifMatch: true,
      etag,
    },
    async (call, { params, body, version }) => queryOf(await service.write(call, params.id, version, body)),
  );
  endpoints.account(
    {
      method: "POST",
      url: "/queries/:id/evidence",
      summary: "The unit adds evidence to its answer",
      params: place,
      body: givenEvidence,
      answer: querySchema,
      etag,
    },
    async (call, { params, body }) => queryOf(await service.addEvidence(call, params.id, body.item)),
  );
  endpoints.account(
    {
      method: "DELETE",
      url: "/queries/:id/evidence/:evidenceId",
      summary: "The unit takes back evidence that it added to its answer; its history stays",
      params: place.extend({ evidenceId: z.uuid() }),
      answer: querySchema,
      etag,
    },
    async (call, { params }) => queryOf(await service.removeEvidence(call, params.id, params.evidenceId)),
  );
}

function ending(endpoints: Endpoints): void {
  endpoints.account(
    {
      method: "GET",
      url: "/queries/:id/owners",
      summary: "To whom a query may be handed",
      params: place,
      answer: queryOwners,
    },
    async (call, { params }) => ({ items: await service.listOwners(call, params.id) }),
  );
  endpoints.account(
    {
      method: "PATCH",
      url: "/queries/:id",
      summary: "Give a query another deadline or owner",
      params: place,
      body: givenChange,
      answer: querySchema,
      ifMatch: true,
      etag,
    },
    async (call, { params, body, version }) =>
      queryOf(
        await service.change(call, params.id, version, {
          ...(body.dueAt === undefined ? {} : { dueAt: new Date(body.dueAt) }),
          ...(body.ownerId === undefined ? {} : { ownerId: body.ownerId }),
        }),
      ),
  );
  endpoints.account(
    {
      method: "POST",
      url: "/queries/:id/close",
      summary: "Close a query with its outcome",
      params: place,
      body: givenOutcome,
      answer: querySchema,
      ifMatch: true,
      etag,
    },
    async (call, { params, body, version }) => queryOf(await service.close(call, params.id, version, body)),
  );
}
