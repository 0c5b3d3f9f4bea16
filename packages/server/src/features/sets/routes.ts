/** /sets: the sets of this installation. */
import { z } from "zod";
import type { Call } from "../../http/call.js";
import { type Endpoints, Raw } from "../../http/endpoint.js";
import { workbookAnswer, XLSX } from "../../workbook/transfer.js";
import type { SetFinding, SetHead, StoredSet } from "./repository.js";
import * as service from "./service.js";

const finding = z
  .object({
    severity: z.enum(["error", "warning"]),
    code: z.string(),
    at: z.string(),
    message: z.object({ vi: z.string(), en: z.string() }),
    expected: z.string().nullable(),
    found: z.string().nullable(),
    line: z.int().nullable(),
    column: z.int().nullable(),
  })
  .meta({ id: "SetFinding" });

const head = z
  .object({
    id: z.string(),
    version: z.int(),
    title: z.string(),
    status: z.enum(["draft", "published"]),
    hash: z.string(),
    max: z.string(),
    indicatorCount: z.int(),
    findings: z.object({ errors: z.int(), warnings: z.int() }),
    publishedAt: z.iso.datetime().nullable(),
    lockVersion: z.int(),
    /** What the text says of itself; null where it cannot be read any more. */
    about: z
      .object({
        kind: z.enum(["scored", "form"]),
        years: z.object({ from: z.int(), to: z.int().nullable() }),
        decision: z.object({
          number: z.string().nullable(),
          date: z.iso.date().nullable(),
          issuer: z.string(),
        }),
      })
      .nullable(),
  })
  .meta({ id: "SetHead" });

const detail = head.extend({ findings: z.array(finding) }).meta({ id: "IndicatorSet" });

const place = z.object({ id: z.string().max(100), version: z.coerce.number().int().min(1) });
const text = z.object({ source: z.string().min(1).max(900_000) });

export function setRoutes(endpoints: Endpoints): void {
  endpoints.account(
    { method: "GET", url: "/sets", summary: "Indicator sets", answer: z.object({ items: z.array(head) }) },
    async (call) => ({
      items: await Promise.all((await service.listSets(call)).map((set) => headOf(call, set))),
    }),
  );
  endpoints.account(
    {
      method: "POST",
      url: "/sets/check",
      summary: "Read and check a set's text without keeping it",
      body: text,
      answer: z.object({ id: z.string(), version: z.int(), title: z.string(), findings: z.array(finding) }),
    },
    async (call, { body }) => {
      const { id, setVersion, title, findings } = service.checkSource(call, body.source);
      return { id, version: setVersion, title, findings: findings.map(withPlace) };
    },
  );
  endpoints.account(
    {
      method: "POST",
      url: "/sets",
      summary: "Keep a set's text as a draft",
      body: text,
      answer: detail,
      status: 201,
      etag: (set) => set.lockVersion,
    },
    async (call, { body }) => detailOf(call, await service.createDraft(call, body.source)),
  );
  oneSet(endpoints);
}

function oneSet(endpoints: Endpoints): void {
  const url = "/sets/:id/versions/:version";
  const etag = (set: z.output<typeof detail>) => set.lockVersion;
  endpoints.account(
    { method: "GET", url, summary: "A set with what its checks found", params: place, answer: detail, etag },
    async (call, { params }) => detailOf(call, await service.getSet(call, params.id, params.version)),
  );
  endpoints.account(
    {
      method: "GET",
      url: `${url}/source`,
      summary: "The set's own text, as YAML",
      params: place,
      media: "application/yaml",
    },
    async (call, { params }) => {
      const set = await service.getSet(call, params.id, params.version);
      return new Raw("application/yaml; charset=utf-8", set.source, keeping(set));
    },
  );
  endpoints.account(
    {
      method: "GET",
      url: `${url}/content`,
      summary: "The set as data, for programs that score with it: what its text says, read and checked",
      params: place,
      media: "application/json",
    },
    async (call, { params }) => {
      const set = await service.getSet(call, params.id, params.version);
      const { source } = call.platform.sets.load(set.source, set.hash);
      return new Raw("application/json; charset=utf-8", JSON.stringify(source), keeping(set));
    },
  );
  endpoints.account(
    {
      method: "GET",
      url: `${url}/workbook`,
      summary: "The set as a workbook, to be read and edited in Excel and imported again without loss",
      params: place,
      media: XLSX,
    },
    async (call, { params }) => {
      const set = await service.getSet(call, params.id, params.version);
      const { source } = call.platform.sets.load(set.source, set.hash);
      const { writeSetWorkbook } = await import("@opendti/documents");
      return workbookAnswer(`${set.id}.xlsx`, Buffer.from(await writeSetWorkbook(source)));
    },
  );
  endpoints.account(
    {
      method: "PUT",
      url,
      summary: "Replace a draft's text",
      params: place,
      body: text,
      answer: detail,
      ifMatch: true,
      etag,
    },
    async (call, { params, body, version }) =>
      detailOf(
        call,
        await service.updateDraft(call, params.id, params.version, { sent: version, source: body.source }),
      ),
  );
  endpoints.account(
    {
      method: "POST",
      url: `${url}/publish`,
      summary: "Freeze a draft",
      params: place,
      answer: detail,
      ifMatch: true,
      etag,
    },
    async (call, { params, version }) =>
      detailOf(call, await service.publishSet(call, params.id, params.version, version)),
  );
  endpoints.account(
    { method: "DELETE", url, summary: "Throw a draft away", params: place, ifMatch: true },
    async (call, { params, version }) => {
      await service.deleteDraft(call, params.id, params.version, version);
      return undefined;
    },
  );
}

/** A published set never changes under its version, so a browser may keep it for the day. */
const keeping = ({ hash, status }: SetHead): Record<string, string> => ({
  etag: `"${hash}"`,
  "cache-control": status === "published" ? "private, max-age=86400, immutable" : "private, no-cache",
});

async function headOf(call: Call, set: SetHead): Promise<z.input<typeof head>> {
  const errors = set.findings.filter(({ severity }) => severity === "error").length;
  return {
    id: set.id,
    version: set.setVersion,
    title: set.title,
    status: set.status,
    hash: set.hash,
    max: set.max,
    indicatorCount: set.indicatorCount,
    findings: { errors, warnings: set.findings.length - errors },
    publishedAt: set.publishedAt?.toISOString() ?? null,
    lockVersion: set.version,
    about: await service.aboutSet(call, set),
  };
}

/** Findings that were stored before columns were have none. */
const withPlace = (one: SetFinding) => ({ ...one, column: one.column ?? null });

const detailOf = async (call: Call, set: StoredSet) => ({
  ...(await headOf(call, set)),
  findings: set.findings.map(withPlace),
});
