/**
 * The schema of data and case files (YAML or JSON): declared answers of units, and, in `cases/`, the
 * published numbers that the set must reproduce.
 */
import { z } from "zod";

const scalar = z.union([z.number(), z.string(), z.boolean(), z.null()]);
const cell = z.union([scalar, z.array(scalar), z.array(z.record(z.string(), scalar))]);

/** `not_applicable`, `{ not_applicable: "reason" }`, a lone value, or inputs by their id. */
const answer = z.union([scalar, z.array(scalar), z.record(z.string(), cell)]);

const evidence = z.strictObject({
  kind: z.enum(["document", "link", "statement"]),
  number: z.string().optional(),
  date: z.iso.date().optional(),
  issuer: z.string().optional(),
  title: z.string().optional(),
  place: z.string().optional().meta({ description: "Page or section" }),
  link: z.string().optional(),
  text: z.string().meta({ description: "As the document prints it" }),
});

const published = z.strictObject({
  score: z.union([z.number(), z.string()]).optional(),
  max: z.union([z.number(), z.string()]).optional(),
  shown: z.string().optional().meta({ description: "The declared value as printed: 95.65%" }),
  note: z.string().optional(),
});

/** An id that may look like a number: `unit: 101`. */
const name = z.union([z.string().min(1), z.number().transform(String)]);

const unit = z.strictObject({
  unit: name,
  title: z.string().optional(),
  kind: z.string().optional(),
  group: name.optional(),
  profile: z.record(z.string(), cell).optional(),
  answers: z.record(z.string(), answer).optional(),
  evidence: z.record(z.string(), z.array(evidence)).optional(),
  claims: z.record(z.string(), z.string()).optional().meta({
    description: "Where the unit claimed points that the rule's letter does not give: which claim, and why",
  }),
  published: z
    .strictObject({
      reproduce: z
        .boolean()
        .default(true)
        .meta({ description: "false: results without the data they came from; only their sums are checked" }),
      total: z.union([z.number(), z.string()]).optional(),
      rank: z.int().optional(),
      of: z.int().optional(),
      scores: z.record(z.string(), published),
      pillar_ranks: z.record(z.string(), z.int()).optional(),
    })
    .optional(),
  signatures: z.record(z.string(), z.record(z.string(), z.string())).optional(),
});

export const dataSchema = z
  .strictObject({
    case: z.string().optional(),
    title: z.string().optional(),
    set: z.string().optional(),
    year: z.int().optional(),
    source: z.string().optional(),
    note: z.string().optional(),
    complete: z.boolean().optional().meta({
      description:
        "true: all units of each ranking group are here; false: more are to come. Absent: a lone unit is provisional",
    }),
    units: z.array(unit).min(1),
  })
  .meta({ id: "unit_data", title: "OpenDTI unit data" });

export type DataSource = z.infer<typeof dataSchema>;
export type UnitSource = z.infer<typeof unit>;
export type EvidenceSource = z.infer<typeof evidence>;

/** A plan: who leads and who coordinates each indicator, and by when. */
export const planSchema = z
  .strictObject({
    plan: z.string().min(1),
    set: z.string().min(1),
    title: z.string().min(1),
    issuer: z.string().min(1),
    source: z.string().optional(),
    years: z.strictObject({ from: z.int(), to: z.int().optional() }).optional(),
    reporting: z.string().optional().meta({ description: "How often lead units report: quarterly, yearly" }),
    organisations: z.record(z.string(), z.string()).meta({ description: "key: full name" }),
    assignments: z
      .array(
        z.strictObject({
          code: z.string(),
          input: z
            .string()
            .optional()
            .meta({ description: "When one lettered datum is assigned on its own" }),
          lead: z.array(z.string()),
          coordinating: z.array(z.string()).optional(),
          printed: z
            .strictObject({
              lead: z.string().optional(),
              coordinating: z.string().optional(),
              deadline: z.string().optional(),
            })
            .optional()
            .meta({ description: "The words of the document where they differ from the names above" }),
          deadline: z
            .strictObject({
              text: z.string(),
              kind: z.enum([
                "done",
                "continuous",
                "statistics",
                "by",
                "every_year",
                "after_event",
                "not_scored",
              ]),
              due: z.iso.date().optional(),
            })
            .optional(),
          note: z.string().optional(),
        }),
      )
      .min(1),
  })
  .meta({ id: "plan", title: "OpenDTI plan" });

export type PlanSource = z.infer<typeof planSchema>;
