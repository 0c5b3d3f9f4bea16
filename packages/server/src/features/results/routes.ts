/** /campaigns/:id/results and the views made of them: one unit, heat map, comparison, robustness, downloads. */
import { z } from "zod";
import type { Endpoints } from "../../http/endpoint.js";
import { XLSX } from "../../workbook/transfer.js";
import { hasLeft } from "../runs/turns.js";
import { comparison, heatMap, ranking, robustness, unitResult, variedBy } from "./schemas.js";
import * as service from "./service.js";

const place = z.object({ id: z.uuid() });
/** A group's code; "-": the units that stand in none. */
export const groupFilter = z
  .string()
  .regex(/^(-|[a-z0-9][a-z0-9-]{0,60})$/)
  .optional();
const run = z.uuid().optional();
/** Most units beside one another. */
const MOST_COMPARED = 12;

export function resultRoutes(endpoints: Endpoints): void {
  views(endpoints);
  closerViews(endpoints);
  downloads(endpoints);
}

function views(endpoints: Endpoints): void {
  endpoints.long(
    {
      method: "GET",
      url: "/campaigns/:id/results",
      summary: "The ranking of a campaign",
      params: place,
      query: z.object({ run, group: groupFilter }),
      answer: ranking,
    },
    async (call, { params, query }, wire) => (await service.ranking(call, params.id, query)).answer(wire),
  );
  endpoints.long(
    {
      method: "GET",
      url: "/campaigns/:id/results/:unitId",
      summary: "One unit's result, beside its group and its earlier years",
      params: place.extend({ unitId: z.uuid() }),
      query: z.object({ run }),
      answer: unitResult,
    },
    async (call, { params, query }, wire) =>
      (await service.unitResult(call, params.id, params.unitId, query)).answer(wire),
  );
  endpoints.long(
    {
      method: "GET",
      url: "/campaigns/:id/heat-map",
      summary: "Every unit's share of every indicator",
      params: place,
      query: z.object({ run, group: groupFilter }),
      answer: heatMap,
    },
    async (call, { params, query }, wire) => (await service.heatMap(call, params.id, query)).answer(wire),
  );
}

function closerViews(endpoints: Endpoints): void {
  endpoints.long(
    {
      method: "GET",
      url: "/campaigns/:id/compare",
      summary: "Chosen units beside one another, indicator by indicator",
      params: place,
      query: z.object({
        run,
        /** Ids, separated by commas. */
        units: z
          .string()
          .transform((text) => [...new Set(text.split(","))])
          .pipe(z.array(z.uuid()).min(1).max(MOST_COMPARED)),
      }),
      answer: comparison,
    },
    async (call, { params, query }, wire) => (await service.compare(call, params.id, query)).answer(wire),
  );
  endpoints.long(
    {
      method: "GET",
      url: "/campaigns/:id/robustness",
      summary: "How far ranks depend on judgements to come and on the weights",
      params: place,
      query: z.object({
        run,
        group: groupFilter,
        seed: z.coerce.number().int().min(0).max(4_294_967_295).default(1),
        draws: z.coerce.number().int().min(1).max(5000).default(1000),
        weights: z.coerce.number().min(0).max(0.5).default(0.1),
        vary: z.enum(variedBy).default("indicators"),
      }),
      answer: robustness,
      limitPerMinute: 60,
    },
    async (call, { params, query }, wire) =>
      (await service.robustness(call, params.id, query, hasLeft(wire))).answer(wire),
  );
}

function downloads(endpoints: Endpoints): void {
  const query = z.object({ run, group: groupFilter });
  for (const [form, media] of [
    ["csv", "text/csv"],
    ["json", "application/json"],
    ["xlsx", XLSX],
  ] as const)
    endpoints.long(
      {
        method: "GET",
        url: `/campaigns/:id/results.${form}`,
        summary: `The results of every indicator as ${form.toUpperCase()}`,
        params: place,
        query,
        media,
      },
      async (call, { params, query: asked }, wire) =>
        (await service.download(call, params.id, form, asked)).answer(wire),
    );
}
