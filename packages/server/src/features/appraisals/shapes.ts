/** Appraising on the wire. */
import { z } from "zod";
import { queryStates, verdicts } from "../../database/appraisal-tables.js";
import { assessmentStates } from "../../database/schema.js";
import { answerValue, person } from "../answers/routes.js";
import { evidenceSchema } from "../evidence/schemas.js";
import { querySchema } from "../queries/shapes.js";
import { agreeingRefusals } from "./agreeing.js";
import { queueFilters, queueSorts } from "./queue-repository.js";

export const place = z.object({ id: z.uuid() });
export const code = z.string().min(1).max(60);
const moment = z.iso.datetime();
const named = z.object({ id: z.uuid(), name: z.string() });
const group = z.object({ code: z.string(), name: z.string() });
const words = z.object({ vi: z.string(), en: z.string() });
const state = z.enum(assessmentStates);
const status = z.enum(["scored", "missing", "undefined", "not_applicable", "pending"]);
const verdict = z.enum(verdicts).nullable();
/** Values by input; the input "" is the mark "not applicable", its value the reason. Null: taken as not declared. */
const inputs = z.record(z.string().max(60), answerValue);
const points = z.string().describe("decimal");

export const scopesSchema = z
  .object({
    version: z.int().describe("of the campaign"),
    items: z.array(
      z.object({
        id: z.uuid(),
        account: person,
        code: z.string().nullable(),
        title: z.string().nullable(),
        unit: named.nullable(),
        done: z.int(),
        total: z.int(),
      }),
    ),
    unassigned: z.array(z.object({ code: z.string(), title: z.string() })),
    candidates: z.array(person).describe("who may be assigned; for the coordinator only"),
  })
  .meta({ id: "Appraisers" });

export const givenScopes = z.object({
  items: z
    .array(z.object({ accountId: z.uuid(), code: code.nullable(), unitId: z.uuid().nullable() }))
    .max(5000),
});

export const queueQuery = z.object({
  by: z.enum(["unit", "indicator"]).default("unit"),
  code: code.optional(),
  unit: z.uuid().optional(),
  group: z.string().max(61).optional(),
  filter: z.enum(queueFilters).optional(),
  q: z
    .string()
    .max(100)
    .optional()
    .describe("words that stand in the code, the title or the unit's name, with or without marks"),
  sort: z.enum(queueSorts).optional().describe("unit when by unit, code when by indicator, unless said"),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(1000).optional(),
});

export const queueItem = z
  .object({
    assessmentId: z.uuid(),
    unit: named,
    group: group.nullable(),
    code: z.string(),
    title: z.string(),
    max: points,
    declared: points,
    appraised: points.nullable().describe("null: not judged, and so as declared"),
    status,
    verdict,
    version: z.int().describe("of the appraisal; 0: none yet"),
    stale: z.boolean(),
    stake: points.describe("the most points that a judgement could move"),
    checks: z.int(),
    evidence: z.int(),
    changed: z.boolean(),
    query: z
      .object({ id: z.uuid(), state: z.enum(queryStates), dueAt: moment, overdue: z.boolean() })
      .nullable(),
    values: z.array(z.object({ input: z.string(), label: z.string(), declared: answerValue })),
    at: moment.nullable(),
  })
  .meta({ id: "QueueItem" });

export const queueSchema = z
  .object({
    items: z.array(queueItem),
    next: z.string().nullable(),
    counts: z.object({
      all: z.int(),
      unjudged: z.int(),
      disagreeing: z.int(),
      failedChecks: z.int(),
      changed: z.int(),
      queried: z.int(),
      overdue: z.int(),
      stale: z.int(),
    }),
  })
  .meta({ id: "Queue" });

export const queueSummary = z
  .object({
    units: z.array(
      z.object({
        assessmentId: z.uuid(),
        unit: named,
        state,
        judged: z.int(),
        total: z.int(),
        openQueries: z.int(),
      }),
    ),
    indicators: z.array(
      z.object({
        code: z.string(),
        title: z.string(),
        pillar: z.string(),
        judged: z.int(),
        total: z.int(),
        openQueries: z.int(),
        disagreeing: z.int(),
      }),
    ),
    appraisers: z.array(z.object({ account: person, judged: z.int(), total: z.int() })),
  })
  .meta({ id: "QueueSummary" });

export const appraisalItem = z
  .object({
    code: z.string(),
    verdict,
    inputs: inputs.nullable(),
    points: points.nullable(),
    reason: z.string().nullable(),
    version: z.int().describe("0: never judged"),
    by: person.nullable(),
    at: moment.nullable(),
    stale: z.boolean().describe("what was declared has changed since"),
    declaredScore: points,
    appraisedScore: points.nullable().describe("null: not shown to the unit yet"),
    max: points,
    status,
  })
  .meta({ id: "AppraisalItem" });

export const appraisalSchema = z
  .object({
    assessmentId: z.uuid(),
    state,
    version: z.int().describe("of the assessment"),
    unit: named,
    campaign: z.object({ id: z.uuid(), name: z.string(), year: z.int() }),
    dueAt: moment.nullable().describe("until when may be appraised; null: the campaign sets no deadline"),
    items: z.array(appraisalItem),
    progress: z.object({ judged: z.int(), total: z.int(), unclosedQueries: z.int() }),
    totals: z.object({
      declared: points,
      appraised: points.nullable(),
      final: points.nullable().describe("of the run that is approved; null until then"),
      max: points,
    }),
    pillars: z.array(
      z.object({
        code: z.string(),
        title: z.string(),
        declared: points,
        appraised: points.nullable(),
        final: points.nullable(),
        max: points,
      }),
    ),
    may: z.object({
      codes: z.array(z.string()).nullable().describe("what may be judged and asked now; null: all"),
      finish: z.boolean(),
      reopen: z.boolean(),
      ask: z.boolean(),
      return: z.boolean(),
    }),
  })
  .meta({ id: "AssessmentAppraisal" });

const explanation = z
  .object({
    code: z.string(),
    title: z.string(),
    max: points,
    status,
    score: points,
    why: words,
    steps: z.array(words),
  })
  .meta({ id: "Explanation" });

const history = z.object({
  version: z.int(),
  verdict,
  inputs: inputs.nullable(),
  points: points.nullable(),
  reason: z.string().nullable(),
  by: person.nullable(),
  at: moment,
});

export const appraisalDetail = appraisalItem
  .extend({
    assessmentId: z.uuid(),
    title: z.string(),
    finalScore: points.nullable().describe("of the run that is approved; null until then"),
    declared: z.array(
      z.object({
        input: z.string(),
        label: z.string(),
        value: answerValue,
        by: person.nullable(),
        at: moment.nullable(),
      }),
    ),
    trace: z.object({ declared: explanation, appraised: explanation.nullable() }),
    checks: z.array(
      z.object({
        code: z.string(),
        severity: z.enum(["warning", "block"]),
        message: words,
        blocks: z.boolean(),
      }),
    ),
    evidence: z.array(evidenceSchema.and(z.object({ queryId: z.uuid().nullable() }))),
    previous: z.object({ year: z.int(), score: points.nullable(), max: points, answers: inputs }).nullable(),
    group: z
      .object({
        code: z.string(),
        name: z.string(),
        count: z.int(),
        median: points,
        best: points,
        lowest: points,
        bins: z.array(z.object({ from: points, to: points, count: z.int() })),
        values: z.array(
          z.object({
            input: z.string(),
            label: z.string(),
            median: z.string().nullable(),
            own: answerValue,
          }),
        ),
      })
      .nullable(),
    queries: z.array(querySchema),
    history: z.array(history),
    similar: z.array(
      z.object({
        assessmentId: z.uuid(),
        unit: named,
        values: inputs,
        evidence: z.int(),
        verdict,
        points,
      }),
    ),
  })
  .meta({ id: "AppraisalDetail" });

const reason = z.string().trim().min(1).max(2000);

export const givenVerdict = z
  .discriminatedUnion("verdict", [
    z.object({ verdict: z.literal("agreed") }),
    z.object({
      verdict: z.literal("adjusted"),
      inputs: inputs.nullable().default(null),
      points: z.string().max(60).nullable().default(null),
      reason,
    }),
    z.object({ verdict: z.null() }),
  ])
  .meta({ id: "GivenVerdict" });

/** More than anybody ticks by hand; the browser sends further ones in further requests. */
const MOST_AT_ONCE = 500;

export const chosen = z.object({
  items: z
    .array(z.object({ assessmentId: z.uuid(), code }))
    .min(1)
    .max(MOST_AT_ONCE),
});

export const agreed = z.object({
  items: z
    .array(z.object({ assessmentId: z.uuid(), code, version: z.int().min(0) }))
    .min(1)
    .max(MOST_AT_ONCE),
});

const skipped = z.object({
  assessmentId: z.uuid(),
  unit: named.nullable().describe("null: no such assessment in this campaign"),
  code: z.string(),
  reason: z.enum(agreeingRefusals),
});

export const agreeingPreview = z.object({
  agree: z.array(
    z.object({
      assessmentId: z.uuid(),
      unit: named,
      code: z.string(),
      declared: points,
      version: z.int(),
    }),
  ),
  skipped: z.array(skipped),
});

export const agreeingDone = z.object({ agreed: z.int(), skipped: z.array(skipped) });

export const finishing = z
  .object({
    force: z.boolean().default(false).describe("what nobody judged counts as declared; needs a reason"),
    reason: reason.nullable().default(null),
  })
  .default({ force: false, reason: null });

export const finishingAll = z
  .object({ reason: reason.nullable().default(null).describe("given: also what is not judged to its end") })
  .default({ reason: null });

export const finished = z.object({
  finished: z.int(),
  left: z.array(z.object({ assessmentId: z.uuid(), unit: named, unjudged: z.int(), openQueries: z.int() })),
});

export const reopening = z.object({ reason });

export const consistencySchema = z
  .object({
    items: z.array(
      z.object({
        code: z.string(),
        title: z.string(),
        values: z.array(z.object({ input: z.string(), label: z.string(), declared: answerValue })),
        units: z.array(
          z.object({
            assessmentId: z.uuid(),
            unit: named,
            group: z.string().nullable(),
            verdict,
            declared: points,
            appraised: points,
            evidence: z.int(),
            reason: z.string().nullable(),
          }),
        ),
      }),
    ),
  })
  .meta({ id: "Consistency" });
