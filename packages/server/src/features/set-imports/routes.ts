/** /set-imports: documents that are read into draft sets. */
import { z } from "zod";
import { type Endpoints, Raw, type Wire } from "../../http/endpoint.js";
import { Problem } from "../../http/problem.js";
import { decisionSchema, headSchema } from "./decisions.js";
import type { ImportWithWork, StoredImport } from "./repository.js";
import * as service from "./service.js";

const head = z
  .object({
    id: z.uuid(),
    /** Of the file. */
    name: z.string(),
    format: z.string(),
    sets: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        indicators: z.int(),
        certain: z.int(),
        doubtful: z.int(),
        unread: z.int(),
      }),
    ),
    drafts: z.array(z.object({ set: z.int(), id: z.string(), version: z.int() })),
    by: z.object({ id: z.uuid(), name: z.string() }).nullable(),
    createdAt: z.iso.datetime(),
    changedAt: z.iso.datetime(),
    lockVersion: z.int(),
  })
  .meta({ id: "SetImportHead" });

const decisions = z.object({
  head: headSchema.nullable(),
  indicators: z.record(z.string(), decisionSchema),
});

const detail = head.extend({ decisions: z.array(decisions) }).meta({ id: "SetImport" });

const place = z.object({ id: z.uuid() });
const setPlace = z.int().min(0).max(99);
const name = z.string().min(1).max(100);

export function setImportRoutes(endpoints: Endpoints): void {
  const url = "/set-imports/:id";
  const etag = (made: z.output<typeof detail>) => made.lockVersion;
  endpoints.account(
    {
      method: "GET",
      url: "/set-imports",
      summary: "Documents that were read into sets",
      answer: z.object({ items: z.array(head) }),
    },
    async (call) => ({ items: (await service.listImports(call)).map(headOf) }),
  );
  endpoints.long(
    {
      method: "POST",
      url: "/set-imports",
      summary: "Read a decision (.docx, .xlsx, .csv, .html, .txt) into draft sets, and keep the reading",
      upload: true,
      answer: detail,
      status: 201,
      etag,
      limitPerMinute: 20,
    },
    async (call, _, wire) => detailOf(await service.importDocument(call, () => receive(wire))),
  );
  endpoints.account(
    {
      method: "GET",
      url,
      summary: "A reading with what was decided on it",
      params: place,
      answer: detail,
      etag,
    },
    async (call, { params }) => detailOf(await service.getImport(call, params.id)),
  );
  endpoints.account(
    {
      method: "GET",
      url: `${url}/content`,
      summary: "What was read: sets, rows with the decision's text, questions, findings",
      params: place,
      media: "application/json",
    },
    async (call, { params }) =>
      new Raw("application/json; charset=utf-8", await service.getContent(call, params.id), {
        "cache-control": "private, max-age=86400, immutable",
      }),
  );
  endpoints.account(
    { method: "DELETE", url, summary: "Throw a reading away", params: place, ifMatch: true },
    async (call, { params, version }) => {
      await service.deleteImport(call, params.id, version);
      return undefined;
    },
  );
  deciding(endpoints);
}

function deciding(endpoints: Endpoints): void {
  const url = "/set-imports/:id";
  endpoints.account(
    {
      method: "PUT",
      url: `${url}/decisions`,
      summary: "Decide on indicators of one set: right as read, or this instead; null takes it back",
      params: place,
      body: z.object({
        set: setPlace,
        head: headSchema.nullable().optional(),
        indicators: z.record(name, decisionSchema.nullable()).optional(),
      }),
      answer: detail,
      ifMatch: true,
      etag: (made) => made.lockVersion,
    },
    async (call, { params, body, version }) => detailOf(await service.decide(call, params.id, version, body)),
  );
  endpoints.account(
    {
      method: "POST",
      url: `${url}/drafts`,
      summary: "Keep one set of the document as a draft",
      params: place,
      body: z.object({
        set: setPlace,
        source: z.record(z.string(), z.unknown()),
        cases: z.boolean(),
      }),
      answer: z.object({ id: z.string(), version: z.int() }),
      status: 201,
      ifMatch: true,
    },
    async (call, { params, body, version }) => {
      const draft = await service.makeDraft(call, params.id, version, body);
      return { id: draft.id, version: draft.setVersion };
    },
  );
}

/** @throws {Problem} `request-invalid` when there is no file, `upload-too-large`. */
async function receive({ request }: Wire): Promise<service.IncomingDocument> {
  const file = await request.file();
  if (file === undefined)
    throw new Problem("request-invalid", {
      vi: "Thiếu tệp: gửi một tệp .docx, .xlsx, .csv, .html hoặc .txt trong biểu mẫu (multipart).",
      en: "There is no file: send one .docx, .xlsx, .csv, .html or .txt file as multipart form.",
    });
  return { name: (file.filename as string | undefined) ?? "", bytes: await file.toBuffer() };
}

function headOf(made: StoredImport): z.input<typeof head> {
  const { id, name: file, format, by, version } = made;
  return {
    id,
    name: file,
    format,
    sets: [...made.sets],
    drafts: [...made.drafts],
    by,
    createdAt: made.createdAt.toISOString(),
    changedAt: made.changedAt.toISOString(),
    lockVersion: version,
  };
}

const detailOf = (made: ImportWithWork): z.input<typeof detail> => ({
  ...headOf(made),
  decisions: made.decisions.map(({ head: own, indicators }) => ({ head: own, indicators })),
});
