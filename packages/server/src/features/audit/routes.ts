/** /audit: who did what, when and from where. */
import { z } from "zod";
import type { Endpoints } from "../../http/endpoint.js";
import { pageOf, pageQuery } from "../../http/page.js";
import * as service from "./service.js";

const DAY = 86_400_000;

/** A moment, or a day as Vietnam counts it: its first moment. */
const moment = z.union([
  z.iso.datetime({ offset: true }).transform((text) => ({ at: new Date(text), day: false })),
  z.iso.date().transform((text) => ({ at: new Date(`${text}T00:00:00+07:00`), day: true })),
]);

const named = z.object({ id: z.uuid(), name: z.string() }).nullable();

const lineSchema = z
  .object({
    id: z.string(),
    at: z.iso.datetime(),
    account: z.object({ id: z.uuid(), displayName: z.string() }).nullable(),
    address: z.string(),
    action: z.string(),
    subject: z.object({ type: z.string(), id: z.string(), name: z.string().nullable() }),
    unit: named,
    fieldLabel: z.string().nullable().describe("What the set calls the field that an `answer.save` changed"),
    before: z.unknown(),
    after: z.unknown(),
    cut: z
      .boolean()
      .describe("`before` or `after` is {truncated: true, bytes}: GET /audit/{id} tells it whole"),
  })
  .meta({ id: "AuditEntry" });

export function auditRoutes(endpoints: Endpoints): void {
  endpoints.account(
    {
      method: "GET",
      url: "/audit",
      summary: "The audit log, newest first; a day as `to` counts whole",
      query: pageQuery.extend({
        account: z.uuid().optional(),
        action: z
          .string()
          .regex(/^[a-z-]+(\.[a-z-]+)?$/)
          .optional(),
        subject: z
          .string()
          .regex(/^[a-z-]+(:.{1,200})?$/)
          .optional(),
        unit: z.uuid().optional(),
        from: moment.optional(),
        to: moment.optional(),
      }),
      answer: pageOf(lineSchema),
    },
    async (call, { query: { subject, from, to, ...query } }) => {
      const [, type = "", id] = /^([a-z-]+)(?::(.+))?$/.exec(subject ?? "") ?? [];
      const { items, next } = await service.list(call, {
        ...query,
        subject: subject === undefined ? undefined : { type, id },
        from: from?.at,
        before: to && new Date(to.at.getTime() + (to.day ? DAY : 0)),
      });
      return { items: items.map(lineOf), next };
    },
  );
  endpoints.account(
    {
      method: "GET",
      url: "/audit/:id",
      summary: "One event of the audit log, whole",
      params: z.object({ id: z.string().regex(/^[1-9]\d{0,17}$/) }),
      answer: lineSchema,
    },
    async (call, { params }) => lineOf(await service.read(call, params.id)),
  );
}

const lineOf = (line: service.ToldEvent) => ({ ...line, at: line.at.toISOString() });
