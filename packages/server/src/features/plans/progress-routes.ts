/** /plans/:id/organisations and /plans/:id/progress: who stands for whom in a plan, and what they report on it. */
import { z } from "zod";
import type { Endpoints } from "../../http/endpoint.js";
import { changeOrganisations, listOrganisations } from "./organisations.js";
import type { Period, Quarter } from "./periods.js";
import { type Board, getBoard } from "./progress.js";
import type { Entry, Report } from "./progress-repository.js";
import { giveBack, saveEntry, sendReport } from "./reporting.js";
import { board, entrySchema, organisations, reportState } from "./shapes.js";

const place = z.object({ id: z.uuid() });
const QUARTERS: readonly number[] = [1, 2, 3, 4];
const year = z.coerce.number().int().min(2000).max(2100);
const quarter = z.coerce
  .number()
  .int()
  .min(1)
  .max(4)
  .refine((one): one is Quarter => QUARTERS.includes(one));
const reportPlace = place.extend({ organisation: z.string().min(1).max(100), year, quarter });
const etag = ({ version }: { readonly version: number }) => version;
/** Free of the zero byte, which PostgreSQL does not keep; a line for every paragraph. */
const text = z
  .string()
  .max(5000)
  .transform((typed) => typed.replaceAll("\0", "").replaceAll("\r\n", "\n").trim());

export function progressRoutes(endpoints: Endpoints): void {
  ofOrganisations(endpoints);
  endpoints.account(
    {
      method: "GET",
      url: "/plans/:id/progress",
      summary: "Where the assignments of a plan stand on a quarter; without one, on the one that is due",
      params: place,
      query: z.object({ year: year.optional(), quarter: quarter.optional() }),
      answer: board,
    },
    async (call, { params, query }) => boardOf(await getBoard(call, params.id, periodIn(query))),
  );
  ofReports(endpoints);
}

function periodIn(query: {
  readonly year?: number | undefined;
  readonly quarter?: Quarter | undefined;
}): Period | undefined {
  return query.year === undefined || query.quarter === undefined
    ? undefined
    : { year: query.year, quarter: query.quarter };
}

function ofOrganisations(endpoints: Endpoints): void {
  const url = "/plans/:id/organisations";
  endpoints.account(
    {
      method: "GET",
      url,
      summary: "Which unit of the register each organisation of a plan is",
      params: place,
      answer: organisations,
      etag,
    },
    async (call, { params }) => listOrganisations(call, params.id),
  );
  endpoints.account(
    {
      method: "PUT",
      url,
      summary: "Say of some organisations which unit each is; null: none",
      params: place,
      body: z.object({
        items: z.array(z.object({ key: z.string().max(100), unitId: z.uuid().nullable() })).max(500),
      }),
      answer: organisations,
      ifMatch: true,
      etag,
    },
    async (call, { params, body, version }) => changeOrganisations(call, params.id, version, body.items),
  );
}

function ofReports(endpoints: Endpoints): void {
  const url = "/plans/:id/progress/:organisation/:year/:quarter";
  endpoints.account(
    {
      method: "PUT",
      url: `${url}/:code`,
      summary: "Save what is reported of one assignment",
      params: reportPlace.extend({ code: z.string().min(1).max(60) }),
      query: z.object({ input: z.string().max(60).default("") }),
      body: z.strictObject({ finished: z.boolean(), done: text, difficulties: text, proposal: text }),
      answer: z.object({
        entry: entrySchema,
        report: z.object({ state: reportState, version: z.int() }),
      }),
      ifMatch: true,
      etag: ({ entry }) => entry.version,
    },
    async (call, { params: { id: planId, code, ...period }, query, body, version }) => {
      const line = { code, input: query.input };
      const { entry, report } = await saveEntry(call, { planId, ...period }, line, version, body);
      return {
        entry: { ...entryOf(entry), year: period.year, quarter: period.quarter },
        report: { state: report.state, version: report.version },
      };
    },
  );
  endpoints.account(
    {
      method: "POST",
      url: `${url}/send`,
      summary: "Send the report of a quarter",
      params: reportPlace,
      ifMatch: true,
    },
    async (call, { params: { id: planId, ...period }, version }) => {
      await sendReport(call, { planId, ...period }, version);
      return undefined;
    },
  );
  endpoints.account(
    {
      method: "POST",
      url: `${url}/return`,
      summary: "Give the report of a quarter back to its unit",
      params: reportPlace,
      body: z.object({ reason: z.string().trim().min(1).max(2000) }),
      ifMatch: true,
    },
    async (call, { params: { id: planId, ...period }, body, version }) => {
      await giveBack(call, { planId, ...period }, version, body.reason);
      return undefined;
    },
  );
}

const boardOf = ({ plan, leads, lines, ...rest }: Board) => ({
  ...rest,
  plan: { id: plan.id, title: plan.title, issuer: plan.issuer, reporting: plan.reporting },
  leads: leads.map(({ report, ...lead }) => ({ ...lead, report: reportOf(report) })),
  lines: lines.map(({ entry, before, ...line }) => ({
    ...line,
    entry: entry && { ...entryOf(entry), year: entry.year, quarter: entry.quarter },
    before: before.map(({ year, quarter, finished, done, difficulties, proposal }) => ({
      year,
      quarter,
      finished,
      done,
      difficulties,
      proposal,
    })),
  })),
});

/** Version 0: nothing is written yet. */
const reportOf = (report: Report | undefined) =>
  report === undefined
    ? { state: "open" as const, reason: null, version: 0, by: null, at: null }
    : {
        state: report.state,
        reason: report.reason,
        version: report.version,
        by: report.by,
        at: report.at.toISOString(),
      };

const entryOf = ({ code: _code, input: _input, at, ...entry }: Entry) => ({ ...entry, at: at.toISOString() });
