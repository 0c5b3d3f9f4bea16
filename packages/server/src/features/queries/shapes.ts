/** Queries on the wire. */
import { z } from "zod";
import { queryKinds, queryOutcomes, queryStates } from "../../database/appraisal-tables.js";
import { pageQuery } from "../../http/page.js";
import { person } from "../answers/routes.js";
import { evidenceOf, evidenceSchema, givenItem } from "../evidence/schemas.js";
import type { QueryHeadView, QueryView } from "./query.js";

const moment = z.iso.datetime();
const givenMoment = z.iso.datetime({ offset: true });
const named = z.object({ id: z.uuid(), name: z.string() });
const code = z.string().min(1).max(60);
const body = z.string().trim().min(1).max(10_000);

const queryHeadSchema = z
  .object({
    id: z.uuid(),
    assessmentId: z.uuid(),
    unit: named,
    campaign: z.object({ id: z.uuid(), name: z.string(), year: z.int() }),
    code: z.string(),
    title: z.string(),
    kind: z.enum(queryKinds),
    state: z.enum(queryStates),
    owner: person.nullable().describe("null: whoever coordinates"),
    dueAt: moment,
    overdue: z.boolean().describe("open, and its time is over"),
    late: z.boolean().describe("answered after its time"),
    outcome: z.enum(queryOutcomes).nullable(),
    outcomeNote: z.string().nullable(),
    openedBy: person.nullable(),
    openedAt: moment,
    answeredAt: moment.nullable(),
    closedBy: person.nullable(),
    closedAt: moment.nullable(),
    version: z.int(),
    question: z.string().describe("the first message"),
    may: z.object({
      write: z.boolean(),
      answer: z.boolean(),
      close: z.boolean(),
      reopen: z.boolean(),
      extend: z.boolean(),
    }),
  })
  .meta({ id: "QueryHead" });

export const querySchema = queryHeadSchema
  .extend({
    messages: z.array(
      z.object({
        id: z.uuid(),
        side: z.enum(["appraiser", "unit"]),
        body: z.string(),
        by: person.nullable(),
        at: moment,
      }),
    ),
    evidence: z.array(evidenceSchema),
  })
  .meta({ id: "Query" });

export const queryFilter = pageQuery.extend({
  campaign: z.uuid().optional(),
  unit: z.uuid().optional(),
  assessment: z.uuid().optional(),
  state: z.enum(queryStates).optional(),
  kind: z.enum(queryKinds).optional(),
  overdue: z.literal("1").optional(),
  mine: z.literal("1").optional().describe("owned by the asker, or of the asker's own units"),
});

export const queryPage = z.object({
  items: z.array(queryHeadSchema),
  next: z.string().nullable(),
  counts: z.object({ open: z.int(), answered: z.int(), closed: z.int(), overdue: z.int() }),
});

export const givenQuery = z.object({ code, body, dueAt: givenMoment });
export const givenComplaint = z.object({ code, body });
export const givenMessage = z.object({
  body,
  done: z
    .boolean()
    .default(false)
    .describe("this is the answer: of the unit to a question, of the coordinator to a complaint"),
});
export const givenEvidence = z.object({ item: givenItem });
export const givenChange = z.object({
  dueAt: givenMoment.optional(),
  ownerId: z.uuid().nullable().optional().describe("null: whoever coordinates"),
});
export const queryOwners = z.object({ items: z.array(person) });
export const givenOutcome = z.object({
  outcome: z.enum(queryOutcomes),
  note: z.string().trim().min(1).max(5000).nullable().default(null),
});

export const queryHeadOf = ({ query, title, may }: QueryHeadView) => ({
  id: query.id,
  assessmentId: query.assessmentId,
  unit: query.unit,
  campaign: query.campaign,
  code: query.code,
  title,
  kind: query.kind,
  state: query.state,
  owner: query.owner,
  dueAt: query.dueAt.toISOString(),
  overdue: query.overdue,
  late: query.answeredAt !== null && query.answeredAt > query.dueAt,
  outcome: query.outcome,
  outcomeNote: query.outcomeNote,
  openedBy: query.openedBy,
  openedAt: query.openedAt.toISOString(),
  answeredAt: query.answeredAt?.toISOString() ?? null,
  closedBy: query.closedBy,
  closedAt: query.closedAt?.toISOString() ?? null,
  version: query.version,
  question: query.question,
  may,
});

export const queryOf = (view: QueryView) => ({
  ...queryHeadOf(view),
  messages: view.query.messages.map((message) => ({ ...message, at: message.at.toISOString() })),
  evidence: view.query.evidence.map(evidenceOf),
});
