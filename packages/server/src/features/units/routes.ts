/** /units: the tree of agencies and its history. */
import { z } from "zod";
import type { Endpoints } from "../../http/endpoint.js";
import { pageOf, pageQuery } from "../../http/page.js";
import { importReportSchema } from "../../workbook/report.js";
import { receiveWorkbook, workbookAnswer, XLSX } from "../../workbook/transfer.js";
import * as changes from "./changes.js";
import * as importing from "./import.js";
import * as mergers from "./mergers.js";
import * as service from "./service.js";
import {
  closingSchema,
  day,
  kind,
  mergerSchema,
  newUnitSchema,
  renamingSchema,
  unitChangeSchema,
  unitKindSchema,
  unitPageSchema,
  unitSchema,
} from "./shapes.js";

const byId = z.object({ id: z.uuid() });

/** What every change of a unit answers with: the unit's page, and its version as ETag. */
const answersPage = {
  answer: unitPageSchema,
  etag: ({ version }: { readonly version: number }) => version,
};

export function unitRoutes(endpoints: Endpoints): void {
  readingRoutes(endpoints);
  changingRoutes(endpoints);
  importRoutes(endpoints);
}

function readingRoutes(endpoints: Endpoints): void {
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
        kind: kind.optional(),
        q: z.string().max(200).optional(),
        at: day.optional(),
        all: z.stringbool().default(false),
        // A branch of the tree is shown whole: a province has some two hundred communes and departments.
        limit: z.coerce.number().int().min(1).max(500).default(50),
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
      ...answersPage,
    },
    async (call, { params }) => service.read(call, params.id),
  );
}

function changingRoutes(endpoints: Endpoints): void {
  endpoints.account(
    {
      method: "POST",
      url: "/units",
      summary: "Create a unit",
      body: newUnitSchema,
      status: 201,
      ...answersPage,
    },
    async (call, { body }) => changes.create(call, body),
  );
  endpoints.account(
    {
      method: "PATCH",
      url: "/units/:id",
      summary: "Correct or move a unit; `validTo: null` opens one again that was closed by mistake",
      params: byId,
      body: unitChangeSchema,
      ifMatch: true,
      ...answersPage,
    },
    async (call, { params, body, version }) => changes.change(call, params.id, version, body),
  );
  endpoints.account(
    {
      method: "POST",
      url: "/units/:id/rename",
      summary: "Give a unit a new name from a day on; the old names stay",
      params: byId,
      body: renamingSchema,
      ifMatch: true,
      ...answersPage,
    },
    async (call, { params, body, version }) => changes.rename(call, params.id, version, body),
  );
  endpoints.account(
    {
      method: "POST",
      url: "/units/:id/close",
      summary: "End a unit; `on` is its last day",
      params: byId,
      body: closingSchema,
      ifMatch: true,
      ...answersPage,
    },
    async (call, { params, body, version }) => changes.close(call, params.id, version, body),
  );
  endpoints.account(
    {
      method: "POST",
      url: "/units/merge",
      summary: "Merge units into a new one or one that is there; answers with the successor",
      body: mergerSchema,
      ...answersPage,
    },
    async (call, { body }) => mergers.merge(call, body),
  );
}

function importRoutes(endpoints: Endpoints): void {
  endpoints.account(
    {
      method: "GET",
      url: "/units/import/template",
      summary: "The workbook to fill in for an import of units",
      media: XLSX,
    },
    async (call) => workbookAnswer("mau-nhap-don-vi.xlsx", await importing.template(call)),
  );
  endpoints.long(
    {
      method: "POST",
      url: "/units/import",
      summary: "Try an import of units, or apply it: whole, or not at all while a problem stands",
      query: z.object({ apply: z.stringbool().default(false) }),
      upload: true,
      answer: importReportSchema,
      limitPerMinute: 30,
    },
    async (call, { query }, wire) => importing.importUnits(call, () => receiveWorkbook(wire), query.apply),
  );
}
