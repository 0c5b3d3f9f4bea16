/** /units: the tree of agencies and its history. */
import { z } from "zod";
import type { Endpoints } from "../../http/endpoint.js";
import { pageOf, pageQuery } from "../../http/page.js";
import * as service from "./service.js";
import { day, unitKindSchema, unitPageSchema, unitSchema } from "./shapes.js";

const byId = z.object({ id: z.uuid() });

export function unitRoutes(endpoints: Endpoints): void {
  endpoints.account(
    {
      method: "GET",
      url: "/unit-kinds",
      summary: "The kinds of unit, from the province down",
      answer: z.object({ items: z.array(unitKindSchema) }),
    },
    async (call) => ({ items: await service.kinds(call) }),
  );
  endpoints.account(
    {
      method: "GET",
      url: "/units",
      summary: "Units of a day (today unless `at` says another), with the names and the tree of that day",
      query: pageQuery.extend({
        parent: z.union([z.uuid(), z.literal("none")]).optional(),
        kind: z.string().max(100).optional(),
        q: z.string().max(200).optional(),
        at: day.optional(),
        all: z.stringbool().default(false),
      }),
      answer: pageOf(unitSchema),
    },
    async (call, { query }) => service.list(call, query),
  );
  endpoints.account(
    {
      method: "GET",
      url: "/units/:id",
      summary: "A unit with its names, predecessors, successors and past results",
      params: byId,
      answer: unitPageSchema,
      etag: ({ version }) => version,
    },
    async (call, { params }) => service.read(call, params.id),
  );
}
