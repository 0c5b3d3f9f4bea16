/** /campaigns/:id/exports and /exports: files that take long to make. */
import type { Language } from "@opendti/engine";
import { z } from "zod";
import type { ExportFault } from "../../database/export-tables.js";
import { runStates } from "../../database/schema.js";
import type { Endpoints, Raw } from "../../http/endpoint.js";
import { sendFile } from "../evidence/sending.js";
import * as service from "./service.js";
import { openExportStore } from "./store.js";

const run = z.object({ id: z.uuid(), number: z.int(), state: z.enum(runStates) });

const item = z
  .object({
    id: z.uuid(),
    campaignId: z.uuid(),
    kind: z.string(),
    run: run.nullable(),
    /** How the run stood when the file was asked for: so it is marked in the file. */
    runState: z.string().nullable(),
    /** Everything, what is public, or what is only for the one who asked. */
    sight: z.enum(["whole", "public", "own"]),
    language: z.enum(["vi", "en"]),
    state: z.enum(["waiting", "working", "done", "failed", "cancelled"]),
    /** Exports that come before it. */
    ahead: z.int(),
    done: z.int(),
    total: z.int().describe("0: not known yet"),
    file: z.object({ name: z.string(), size: z.int(), hash: z.string() }).nullable(),
    fault: z.object({ code: z.string(), why: z.string() }).nullable(),
    askedBy: z.object({ id: z.uuid(), name: z.string() }).nullable(),
    askedAt: z.iso.datetime(),
    endedAt: z.iso.datetime().nullable(),
    may: z.object({ fetch: z.boolean(), cancel: z.boolean() }),
  })
  .meta({ id: "Export" });

const list = z
  .object({
    campaign: z.object({ id: z.uuid(), name: z.string(), year: z.int() }),
    /** What a file would be made of; null: there are no results yet, or none for the asker. */
    results: z.object({ run: run.nullable(), whole: z.boolean() }).nullable(),
    kinds: z.array(z.string()).describe("that the asker may have"),
    items: z.array(item),
  })
  .meta({ id: "Exports" });

const place = z.object({ id: z.uuid() });

export function exportRoutes(endpoints: Endpoints): void {
  endpoints.long(
    {
      method: "GET",
      url: "/campaigns/:id/exports",
      summary: "Files that were asked for, how far each is, and what may be asked for",
      params: place,
      answer: list,
      polled: { apartFrom: [] },
    },
    async (call, { params }) => listOf(call.actor.language, await service.listExports(call, params.id)),
  );
  endpoints.long(
    {
      method: "POST",
      url: "/campaigns/:id/exports",
      summary: "Ask for a file; the same that is there or under way is not made again",
      params: place,
      body: z.object({
        kind: z.string().min(1).max(60).describe("one of `kinds` of the list"),
        run: z.uuid().optional().describe("the newest that the asker may see, unless said"),
      }),
      answer: item,
      status: 202,
      limitPerMinute: 30,
    },
    async (call, { params, body }) =>
      itemOf(call.actor.language, await service.askForExport(call, params.id, body)),
  );
  endpoints.long(
    {
      method: "GET",
      url: "/exports/:id",
      summary: "How far a file is",
      params: place,
      answer: item,
      polled: { apartFrom: [] },
    },
    async (call, { params }) => itemOf(call.actor.language, await service.getExport(call, params.id)),
  );
  endpoints.long(
    {
      method: "POST",
      url: "/exports/:id/cancel",
      summary: "Call a file off that is not made yet",
      params: place,
      answer: item,
    },
    async (call, { params }) => itemOf(call.actor.language, await service.cancelExport(call, params.id)),
  );
  endpoints.long(
    {
      method: "GET",
      url: "/exports/:id/file",
      summary: "The file; in part when Range asks for it",
      params: place,
      media: "application/octet-stream",
    },
    async (call, { params }, wire): Promise<Raw> =>
      sendFile(openExportStore(call.platform.config), await service.fetchExport(call, params.id), wire, true),
  );
}

const FAULTS: Readonly<Record<ExportFault, Readonly<Record<Language, string>>>> = {
  "cut-off": {
    vi: "Máy chủ dừng giữa chừng nhiều lần khi làm tệp này.",
    en: "The server stopped several times in the middle of this file.",
  },
  "too-long": {
    vi: "Làm tệp này quá lâu nên đã dừng.",
    en: "Making this file took too long, so it was stopped.",
  },
  "too-large": {
    vi: "Làm tệp này cần nhiều bộ nhớ hơn mức cho phép.",
    en: "Making this file takes more memory than is allowed.",
  },
  failed: {
    vi: "Có lỗi khi làm tệp. Nếu làm lại vẫn lỗi, hãy báo quản trị hệ thống xem nhật ký máy chủ.",
    en: "Something went wrong. If it fails again, ask the administrators to look at the server's log.",
  },
  lost: {
    vi: "Tệp không còn trong kho.",
    en: "The file is not kept any more.",
  },
};

function itemOf(language: Language, one: service.ExportView): z.input<typeof item> {
  return {
    id: one.id,
    campaignId: one.campaignId,
    kind: one.kind,
    run: one.run,
    runState: one.runState,
    sight: one.sight,
    language: one.language,
    state: one.state,
    ahead: one.ahead,
    done: one.done,
    total: one.total,
    file: one.file === null ? null : { name: one.fileName, size: one.file.size, hash: one.file.hash },
    fault: one.fault === null ? null : { code: one.fault, why: FAULTS[one.fault][language] },
    askedBy: one.askedBy,
    askedAt: one.askedAt.toISOString(),
    endedAt: one.endedAt?.toISOString() ?? null,
    may: one.may,
  };
}

function listOf(
  language: Language,
  { campaign, results, kinds, exports }: service.ExportsOfCampaign,
): z.input<typeof list> {
  return {
    campaign: { id: campaign.id, name: campaign.name, year: campaign.year },
    results: results && {
      run: results.run && { id: results.run.id, number: results.run.number, state: results.run.state },
      whole: results.seesAll,
    },
    kinds: [...kinds],
    items: exports.map((one) => itemOf(language, one)),
  };
}
