/** Runs as the interface shows them. */
import { z } from "zod";
import { runStates } from "../../database/schema.js";
import { person } from "../answers/routes.js";
import type { Revision, RunView } from "./repository.js";

const moment = z.iso.datetime({ offset: true });
const named = z.object({ id: z.uuid(), name: z.string() });
const points = z.string();
const rank = z.int().nullable();

const blockerKinds = ["unfinished", "open-query", "unjudged", "not-submitted"] as const;
const differenceCauses = ["data", "appraised", "relative"] as const;

const signed = z.object({
  by: person.nullable(),
  /** The role that signed, as results name it. */
  as: z.string(),
  at: moment,
});

export const runSchema = z
  .object({
    id: z.uuid(),
    campaignId: z.uuid(),
    number: z.int(),
    state: z.enum(runStates),
    setHash: z.string(),
    inputHash: z.string(),
    resultHash: z.string(),
    units: z.int(),
    revises: z.object({ id: z.uuid(), number: z.int() }).nullable(),
    reason: z.string().nullable(),
    compiled: z.object({ by: person.nullable(), at: moment }),
    approved: signed.nullable(),
    published: signed.nullable(),
    withdrawn: z.object({ by: person.nullable(), at: moment, reason: z.string() }).nullable(),
    revision: z
      .object({ reason: z.string(), by: person.nullable(), at: moment })
      .nullable()
      .describe("of the run in force: the correction that is being worked on"),
    version: z.int(),
    may: z.object({
      approve: z.boolean(),
      publish: z.boolean(),
      withdraw: z.boolean(),
      revise: z.boolean(),
    }),
  })
  .meta({ id: "Run" });

export const differenceSchema = z
  .object({
    unit: named,
    group: z.string().nullable(),
    totalBefore: points,
    totalAfter: points,
    rankBefore: rank,
    rankAfter: rank,
    codes: z.array(
      z.object({
        code: z.string(),
        title: z.string(),
        before: points,
        after: points,
        /** What moved it: an appraisal, only the best of its group, or the unit's own data. */
        cause: z.enum(differenceCauses),
        /** The appraiser's reason, where it was adjusted. */
        reason: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: "RunDifference" });

const heldBack = z.object({
  kind: z.enum(blockerKinds),
  unit: named,
  /** Of indicators or questions; of a whole assessment 1. */
  count: z.int(),
});

export const previewSchema = z
  .object({
    ready: z.boolean(),
    /** A run is approved and nobody has opened a revision: nothing is left to compile. */
    settled: z.boolean(),
    /** What has to be done before a run can be compiled. */
    blockers: z.array(heldBack),
    /** What a run would be compiled in spite of. */
    warnings: z.array(heldBack),
    /** Indicators judged differently on the same values and like evidence. */
    inconsistent: z.int(),
    units: z.int(),
    against: z.object({ id: z.uuid(), number: z.int() }).nullable(),
    differences: z.array(differenceSchema),
  })
  .meta({ id: "RunPreview" });

export const runDetailSchema = runSchema
  .extend({
    results: z.array(
      z.object({
        unit: named,
        group: z.string().nullable(),
        total: points,
        max: points,
        declaredTotal: points,
        declaredRank: rank,
        rank,
        level: z.string().nullable(),
        /** False: it never submitted, so nothing counts and it stands last. */
        submitted: z.boolean(),
      }),
    ),
  })
  .meta({ id: "RunDetail" });

export const repeatSchema = z
  .object({
    same: z.boolean(),
    /** Of what the stored input gives now. */
    resultHash: z.string(),
    /** The first thing that is not as it was recorded; null when all is. */
    first: z
      .object({
        what: z.enum(["input", "set", "units", "result", "result-hash"]),
        unit: named.nullable(),
        code: z.string().nullable(),
        stored: z.string().nullable(),
        found: z.string().nullable(),
      })
      .nullable(),
  })
  .meta({ id: "RunRepeat" });

export const revisionSchema = z
  .object({
    id: z.uuid(),
    run: z.object({ id: z.uuid(), number: z.int() }),
    reason: z.string(),
    by: person.nullable(),
    at: moment,
    /** Assessments that are open to appraising again. */
    reopened: z.int(),
  })
  .meta({ id: "Revision" });

export const runOf = (run: RunView): z.input<typeof runSchema> => ({
  id: run.id,
  campaignId: run.campaignId,
  number: run.number,
  state: run.state,
  setHash: run.setHash,
  inputHash: run.inputHash,
  resultHash: run.resultHash,
  units: run.units,
  revises: run.revises,
  reason: run.reason,
  compiled: { by: run.compiled.by, at: run.compiled.at.toISOString() },
  approved: run.approved && { ...run.approved, at: run.approved.at.toISOString() },
  published: run.published && { ...run.published, at: run.published.at.toISOString() },
  withdrawn: run.withdrawn && { ...run.withdrawn, at: run.withdrawn.at.toISOString() },
  revision: run.revision && {
    reason: run.revision.reason,
    by: run.revision.by,
    at: run.revision.at.toISOString(),
  },
  version: run.version,
  may: run.may,
});

export const revisionOf = (revision: Revision): z.input<typeof revisionSchema> => ({
  ...revision,
  at: revision.at.toISOString(),
});
