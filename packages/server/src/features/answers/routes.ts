/** /assessments/:id/answers: one field at a time. */
import { z } from "zod";
import type { Endpoints } from "../../http/endpoint.js";
import { pageOf, pageQuery } from "../../http/page.js";
import { saveQuickly } from "./quick-save.js";
import { type Answer, NOT_APPLICABLE } from "./repository.js";
import * as service from "./service.js";

export const person = z.object({ id: z.uuid(), displayName: z.string() });

/** A value on the wire; which form belongs to which kind of input, answers/value.ts says. */
export const answerValue = z
  .union([
    z.string().max(20_000),
    z.number(),
    z.boolean(),
    z.array(z.union([z.number(), z.record(z.string(), z.unknown())])).max(1000),
    z.null(),
  ])
  .meta({ id: "AnswerValue" });

export const answerSchema = z
  .object({
    code: z.string(),
    input: z.string(),
    value: answerValue,
    version: z.int(),
    by: person.nullable(),
    at: z.iso.datetime(),
  })
  .meta({ id: "Answer" });

export const markSchema = z
  .object({
    code: z.string(),
    reason: z.string().nullable(),
    version: z.int(),
    by: person.nullable(),
    at: z.iso.datetime(),
  })
  .meta({ id: "NotApplicable" });

const code = z.string().min(1).max(60);
const field = z.object({ id: z.uuid(), code, input: z.string().min(1).max(60) });
/** A page of history is small: one version of a table may be large. */
const historyQuery = pageQuery.extend({
  code,
  input: z.string().max(60).default(NOT_APPLICABLE),
  limit: z.coerce.number().int().min(1).max(50).default(20),
});
const etag = ({ version }: { readonly version: number }) => version;

export function answerRoutes(endpoints: Endpoints): void {
  // One statement (quick-save.ts), or two after looking the session up (save-repository.ts); each a transaction of its own.
  endpoints.swift(
    {
      method: "PUT",
      url: "/assessments/:id/answers/:code/:input",
      summary: "Save one field",
      params: field,
      body: z.object({ value: answerValue }),
      answer: answerSchema,
      ifMatch: true,
      etag,
    },
    async (call, { params, body, version }) => {
      const { id, code: of, input } = params;
      const saved = await saveQuickly(call, { assessmentId: id, code: of, input }, version, body.value);
      return saved && answerOf(saved);
    },
    async (call, { params, body, version }) =>
      answerOf(
        await service.saveAnswer(
          call,
          { assessmentId: params.id, code: params.code, input: params.input },
          version,
          body.value,
        ),
      ),
  );
  endpoints.long(
    {
      method: "PUT",
      url: "/assessments/:id/not-applicable/:code",
      summary: "Mark an indicator as not applicable, or take the mark away",
      params: z.object({ id: z.uuid(), code }),
      body: z.object({ reason: z.string().trim().min(1).max(2000).nullable() }),
      answer: markSchema,
      ifMatch: true,
      etag,
    },
    async (call, { params, body, version }) =>
      markOf(await service.markNotApplicable(call, params.id, params.code, version, body.reason)),
  );
  endpoints.account(
    {
      method: "GET",
      url: "/assessments/:id/history",
      summary: "Every value that a field had, newest first",
      params: z.object({ id: z.uuid() }),
      query: historyQuery,
      answer: pageOf(answerSchema),
    },
    async (call, { params, query: { limit, cursor, ...field } }) => {
      const { items, next } = await service.listHistory(
        call,
        { assessmentId: params.id, ...field },
        cursor,
        limit,
      );
      return { items: items.map(answerOf), next };
    },
  );
}

const answerOf = (answer: Answer): z.input<typeof answerSchema> =>
  ({ ...answer, at: answer.at.toISOString() }) as z.input<typeof answerSchema>;

const markOf = ({ code: of, value: reason, version, by, at }: Answer): z.input<typeof markSchema> => ({
  code: of,
  reason: typeof reason === "string" ? reason : null,
  version,
  by,
  at: at.toISOString(),
});
