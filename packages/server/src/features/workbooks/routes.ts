/** Workbooks to fill in offline, and what comes back of them: one assessment's, a campaign's, an appraiser's. */
import type { z } from "zod";
import type { Endpoints } from "../../http/endpoint.js";
import { campaignWorkbookRoutes } from "./campaign-routes.js";
import { incomingWorkbook, limits, media, place, readingPlace, workbookFile } from "./receiving.js";
import type { ReadingView } from "./service.js";
import * as service from "./service.js";
import * as shapes from "./shapes.js";

export function workbookRoutes(endpoints: Endpoints): void {
  ofAssessment(endpoints);
  campaignWorkbookRoutes(endpoints);
}

function ofAssessment(endpoints: Endpoints): void {
  const url = "/assessments/:id/workbook";
  endpoints.long(
    {
      method: "GET",
      url,
      summary: "The assessment as a workbook (.xlsx) to fill in offline",
      params: place,
      media,
      limitPerMinute: limits.down,
    },
    async (call, { params }) => {
      const { name, bytes } = await service.download(call, params.id);
      return workbookFile(name, Buffer.from(bytes));
    },
  );
  endpoints.long(
    {
      method: "POST",
      url,
      summary: "Read a workbook that was filled in, and tell what it would change; nothing is taken yet",
      params: place,
      upload: true,
      answer: shapes.reading,
      status: 201,
      limitPerMinute: limits.up,
    },
    async (call, { params }, wire) =>
      readingOf(await service.receive(call, params.id, () => incomingWorkbook(wire))),
  );
  endpoints.account(
    {
      method: "GET",
      url: `${url}/:reading`,
      summary: "What a workbook that was sent would change now",
      params: readingPlace,
      answer: shapes.reading,
    },
    async (call, { params }) => readingOf(await service.look(call, params.id, params.reading)),
  );
  endpoints.account(
    {
      method: "POST",
      url: `${url}/:reading/take`,
      summary: "Take chosen rows of a workbook, all or none, each on the version that was seen",
      params: readingPlace,
      body: shapes.chosen,
      answer: shapes.taken,
    },
    async (call, { params, body }) => ({
      taken: await service.take(call, params.id, params.reading, body.rows),
    }),
  );
}

const readingOf = ({ rows, at, ...view }: ReadingView) =>
  ({
    ...view,
    at: at.toISOString(),
    rows: rows.map((row) => (row.kind === "field" ? { ...row, at: row.at?.toISOString() ?? null } : row)),
  }) as z.input<typeof shapes.reading>;
