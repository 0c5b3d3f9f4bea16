/** /public: what everybody may read without signing in. Published results only. */
import { z } from "zod";
import type { Endpoints } from "../../http/endpoint.js";
import { XLSX } from "../../workbook/transfer.js";
import { sendFile } from "../evidence/sending.js";
import { ZIP } from "../exports/kinds/kind.js";
import { publicPackage, publicPackages } from "../exports/public-package.js";
import { openExportStore } from "../exports/store.js";
import { groupFilter } from "../results/routes.js";
import { publicCampaign, publicRanking, publicUnitResult } from "../results/schemas.js";
import { hasLeft } from "../runs/turns.js";
import * as service from "./service.js";

const place = z.object({ id: z.uuid() });
const search = z.object({ group: groupFilter, q: z.string().trim().max(100).optional() });

export function publicRoutes(endpoints: Endpoints): void {
  endpoints.publicLong(
    {
      method: "GET",
      url: "/public/campaigns",
      summary: "Campaigns whose results are published, newest first",
      answer: z.object({ items: z.array(publicCampaign) }),
    },
    async (call, _, wire) => (await service.campaigns(call)).answer(wire),
  );
  endpoints.publicLong(
    {
      method: "GET",
      url: "/public/campaigns/:id",
      summary: "The published ranking of a campaign",
      params: place,
      query: search,
      answer: publicRanking,
      // A search is made anew each time, of all units that it finds.
      limitPerMinute: 120,
    },
    async (call, { params, query }, wire) => (await service.ranking(call, params.id, query)).answer(wire),
  );
  endpoints.publicLong(
    {
      method: "GET",
      url: "/public/campaigns/:id/units/:unitId",
      summary: "One unit's published result",
      params: place.extend({ unitId: z.uuid() }),
      answer: publicUnitResult,
    },
    async (call, { params }, wire) => (await service.unitResult(call, params.id, params.unitId)).answer(wire),
  );
  for (const [form, media] of [
    ["csv", "text/csv"],
    ["json", "application/json"],
    ["xlsx", XLSX],
  ] as const)
    endpoints.publicLong(
      {
        method: "GET",
        url: `/public/campaigns/:id/results.${form}`,
        summary: `Published results of every indicator as ${form.toUpperCase()}`,
        params: place,
        query: z.object({ group: groupFilter }),
        media,
        limitPerMinute: 60,
      },
      async (call, { params, query }, wire) =>
        (await service.download(call, params.id, form, query)).answer(wire),
    );
  for (const name of publicPackages)
    endpoints.publicLong(
      {
        method: "GET",
        url: `/public/campaigns/:id/${name}.zip`,
        summary: `Published results as a package: ${SUMMARIES[name]}`,
        params: place,
        media: ZIP,
        limitPerMinute: 30,
      },
      async (call, { params }, wire) => {
        const file = await publicPackage(call, params.id, name, hasLeft(wire));
        return sendFile(openExportStore(call.platform.config), file, wire, true);
      },
    );
}

const SUMMARIES = {
  "open-data": "CSV and JSON with datapackage.json and DCAT",
  sdmx: "SDMX-CSV with its structure",
  coinr: "the tables that COINr builds the index from",
} as const;
