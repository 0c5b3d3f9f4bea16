/** /assessments: one assessment whole, and its way to submission. */
import { z } from "zod";
import { assessmentStates } from "../../database/schema.js";
import { type Endpoints, type Unchanging, Written } from "../../http/endpoint.js";
import { answerSchema, answerValue, markSchema, person } from "../answers/routes.js";
import { evidenceSchema } from "../evidence/schemas.js";
import type { AssessmentHead } from "./repository.js";
import * as service from "./service.js";
import { worksIn } from "./standing.js";
import { writtenLists } from "./written.js";

const moment = z.iso.datetime({ offset: true });
const named = z.object({ id: z.uuid(), name: z.string() });
const state = z.enum(assessmentStates);
const scores = z.record(z.string(), z.string());

const pastAnswers = z.record(z.string(), z.record(z.string(), answerValue));

const head = z
  .object({
    id: z.uuid(),
    campaign: z.object({ id: z.uuid(), name: z.string(), year: z.int() }),
    unit: named,
    state,
    answered: z.int(),
    total: z.int(),
    score: z.string(),
    max: z.string(),
    dueAt: moment,
    submittedAt: moment.nullable(),
  })
  .meta({ id: "AssessmentHead" });

const seal = z.object({
  hash: z.string(),
  total: z.string(),
  max: z.string(),
  by: person.nullable(),
  at: moment,
});

/** Moves with every change of an answer, an evidence, an assignment: what a seal is put under is named by it. */
const seenRevision = z.string().regex(/^\d{1,18}$/);
const seen = z.object({ revision: seenRevision });

/** The answer of GET /assessments/:id; exported for the test that holds what PostgreSQL writes to it. */
export const assessment = z
  .object({
    id: z.uuid(),
    version: z.int(),
    revision: seenRevision,
    state,
    campaign: z.object({ id: z.uuid(), name: z.string(), year: z.int() }),
    unit: z.object({ id: z.uuid(), code: z.string(), name: z.string(), kind: z.string() }),
    group: z.object({ code: z.string(), name: z.string() }).nullable(),
    set: z.object({ id: z.string(), version: z.int(), hash: z.string(), title: z.string() }),
    dueAt: moment,
    opensAt: moment.nullable(),
    extended: z.boolean(),
    serverTime: moment,
    answers: z.array(answerSchema),
    notApplicable: z.array(markSchema),
    evidence: z.array(evidenceSchema),
    assignments: z.array(z.object({ code: z.string(), unit: named.nullable(), account: person.nullable() })),
    parts: z.array(
      z.object({
        unit: named,
        state: z.enum(["declaring", "handed-over"]),
        codes: z.array(z.string()),
        by: person.nullable(),
        at: moment.nullable(),
        reason: z.string().nullable(),
      }),
    ),
    rooms: z.array(named.extend({ officers: z.array(person) })),
    comments: z.record(z.string(), z.int()),
    previous: z
      .object({
        year: z.int(),
        scores,
        answers: pastAnswers,
      })
      .nullable(),
    medians: z.object({ year: z.int(), scores, answers: pastAnswers }).nullable(),
    seal: seal.nullable(),
    returned: z.object({ reason: z.string(), by: person.nullable(), at: moment }).nullable(),
    may: z.object({
      declare: z.boolean(),
      codes: z.array(z.string()).nullable(),
      assign: z.boolean(),
      compile: z.boolean(),
      submit: z.boolean(),
      return: z.boolean(),
      handOver: z.array(z.uuid()),
      comment: z.boolean(),
    }),
  })
  .meta({ id: "Assessment" });

const checkListSchema = z
  .object({
    findings: z.array(
      z.object({
        code: z.string(),
        severity: z.enum(["warning", "block"]),
        message: z.object({ vi: z.string(), en: z.string() }),
        blocks: z.boolean(),
      }),
    ),
    missing: z.array(z.string()),
    withoutEvidence: z.array(z.string()),
    openParts: z.array(named),
    total: z.string(),
    max: z.string(),
  })
  .meta({ id: "CheckList" });

const place = z.object({ id: z.uuid() });

export function assessmentRoutes(endpoints: Endpoints): void {
  reading(endpoints);
  moving(endpoints);
}

function reading(endpoints: Endpoints): void {
  endpoints.account(
    {
      method: "GET",
      url: "/assessments",
      summary: "The assessments one works on or sees, nearest deadline first",
      query: z.object({ campaign: z.uuid().optional() }),
      answer: z.object({ items: z.array(head) }),
    },
    async (call, { query }) => ({ items: (await service.listAssessments(call, query)).map(headOf) }),
  );
  endpoints.long(
    {
      method: "GET",
      url: "/assessments/:id",
      summary: "An assessment, whole",
      params: place,
      answer: assessment,
      polled: { apartFrom: ["serverTime"] },
    },
    async (call, { params }) => viewOf(await service.getAssessment(call, params.id), call.at),
  );
  endpoints.account(
    {
      method: "GET",
      url: "/assessments/:id/check",
      summary: "What stands between the assessment and its submission",
      params: place,
      answer: checkListSchema,
    },
    async (call, { params }) => service.checkAssessment(call, params.id),
  );
}

function moving(endpoints: Endpoints): void {
  endpoints.account(
    {
      method: "POST",
      url: "/assessments/:id/compile",
      summary: "The Office passes the assessment to the head",
      params: place,
      body: seen,
      ifMatch: true,
    },
    async (call, { params, body, version }) => {
      await service.compile(call, params.id, { version, revision: body.revision });
      return undefined;
    },
  );
  endpoints.account(
    {
      method: "POST",
      url: "/assessments/:id/submit",
      summary: "The head submits and seals",
      params: place,
      body: seen,
      answer: z.object({ seal }),
      ifMatch: true,
    },
    async (call, { params, body, version }) => {
      const sent = { version, revision: body.revision };
      const { hash, total, max, by, at } = await service.submit(call, params.id, sent);
      return { seal: { hash, total, max, by, at: at.toISOString() } };
    },
  );
  endpoints.account(
    {
      method: "POST",
      url: "/assessments/:id/return",
      summary: "Return for correction, with a reason",
      params: place,
      body: z.object({ reason: z.string().trim().min(1).max(2000), dueAt: moment.nullable().default(null) }),
      ifMatch: true,
    },
    async (call, { params, body, version }) => {
      const dueAt = body.dueAt === null ? null : new Date(body.dueAt);
      await service.sendBack(call, params.id, version, { reason: body.reason, dueAt });
      return undefined;
    },
  );
}

const headOf = (one: AssessmentHead): z.input<typeof head> => ({
  ...one,
  dueAt: one.dueAt.toISOString(),
  submittedAt: one.submittedAt?.toISOString() ?? null,
});

/** The answer, written: its long lists are JSON already, and are not read again. */
function viewOf({ row, previous, medians, may, ...place }: service.AssessmentView, at: Date): Written {
  const { step } = row;
  const returned = row.state === "declaring" && step !== null && step.reason !== null;
  const members = {
    id: row.id,
    version: row.version,
    revision: row.revision,
    state: row.state,
    campaign: { id: row.campaign_id, name: row.campaign_name, year: row.year },
    unit: { id: row.unit_id, code: row.unit_code, name: row.unit_name, kind: row.kind },
    group: row.group_code === null ? null : { code: row.group_code, name: row.group_name ?? row.group_code },
    set: { id: row.set_id, version: row.set_version, hash: row.hash, title: row.title },
    dueAt: (row.extended_to ?? row.due_at).toISOString(),
    opensAt: row.opens_at?.toISOString() ?? null,
    extended: row.extended_to !== null,
    assignments: row.assignments,
    parts: row.parts.map((part) => ({
      ...part,
      codes: row.assignments.filter(({ unit }) => unit?.id === part.unit.id).map(({ code }) => code),
    })),
    comments: worksIn(place) ? row.comments : {},
    previous,
    medians,
    seal: row.seal,
    returned: returned ? { ...step, reason: step.reason } : null,
    may,
  } satisfies Unchanging<Partial<z.input<typeof assessment>>>;
  return new Written(members, writtenLists(row), { serverTime: at.toISOString() });
}
