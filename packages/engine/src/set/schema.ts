/**
 * The rules language as data: the schema of `set.yaml`. The published JSON Schema is generated from
 * this file (`opendti sets schema`), and every error of a set names the line and column it came from.
 *
 * Numbers that matter (maxima, thresholds, shares) are exact: written `10`, `0.25`, `80%`, `1/2`,
 * and read from the source text, never through a float.
 */
import { z } from "zod";
import { code, exact, expression, id, input, inputKinds, optionText, slug } from "./input-schema.js";

const worth = {
  share: exact.optional().meta({ description: "Share of the maximum: 1, 1/2, 70%" }),
  points: exact.optional().meta({ description: "Points, in place of a share" }),
};

const option = z.strictObject({ label: z.string().min(1), ...worth });

export interface StepSource {
  ge?: string | number | undefined;
  gt?: string | number | undefined;
  le?: string | number | undefined;
  lt?: string | number | undefined;
  label?: string | undefined;
  share?: string | number | undefined;
  points?: string | number | undefined;
  rule?: RuleSource | undefined;
}

export interface PartSource {
  label?: string | undefined;
  share?: string | number | undefined;
  points?: string | number | undefined;
  rule: RuleSource;
}

/** A rule as written: an object with exactly one of these keys. */
export type RuleSource =
  | { choice: { of?: string | undefined; options?: z.infer<typeof option>[] | undefined } }
  | { proportional: { of: string | number; full_at?: string | number | undefined } }
  | { bands: { of: string | number; steps: StepSource[] } }
  | { per_item: { of: string | number; points: string | number; cap?: string | number | undefined } }
  | { parts: PartSource[] }
  | { best_of: { label?: string | undefined; rule: RuleSource }[] }
  | {
      relative: {
        of: string | number;
        to: "best" | "range";
        better?: "higher" | "lower" | undefined;
        provisional?: RuleSource | undefined;
      };
    }
  | { manual: { of?: string | undefined; guidance?: string | undefined } };

const rule: z.ZodType<RuleSource> = z.lazy(() =>
  z
    .union([
      z.strictObject({
        choice: z.strictObject({ of: id.optional(), options: z.array(option).min(1).optional() }),
      }),
      z.strictObject({ proportional: z.strictObject({ of: expression, full_at: exact.optional() }) }),
      z.strictObject({ bands: z.strictObject({ of: expression, steps: z.array(step).min(1) }) }),
      z.strictObject({ per_item: z.strictObject({ of: expression, points: exact, cap: exact.optional() }) }),
      z.strictObject({ parts: z.array(part).min(1) }),
      z.strictObject({
        best_of: z.array(z.strictObject({ label: z.string().optional(), rule })).min(1),
      }),
      z.strictObject({
        relative: z.strictObject({
          of: expression,
          to: z.enum(["best", "range"]),
          better: z.enum(["higher", "lower"]).optional(),
          provisional: rule.optional(),
        }),
      }),
      z.strictObject({
        manual: z.strictObject({ of: id.optional(), guidance: z.string().optional() }),
      }),
    ])
    .meta({ id: "rule", description: "Exactly one rule kind" }),
);

const step: z.ZodType<StepSource> = z.lazy(() =>
  z
    .strictObject({
      ge: exact.optional(),
      gt: exact.optional(),
      le: exact.optional(),
      lt: exact.optional(),
      label: z.string().optional(),
      ...worth,
      rule: rule.optional(),
    })
    .meta({
      id: "step",
      description: "One band: explicit edges, then a share, points or a rule. First match wins",
    }),
);

const part: z.ZodType<PartSource> = z.lazy(() =>
  z.strictObject({ label: z.string().optional(), ...worth, rule }).meta({ id: "part" }),
);

const exception = z
  .strictObject({
    when: expression,
    gives: z.union([
      z.enum(["full", "zero", "excluded"]),
      z.strictObject({ share: exact }),
      z.strictObject({ points: exact }),
    ]),
    sentence: z
      .string()
      .min(1)
      .meta({ description: "The decision's own sentence, or what a unit must claim" }),
    basis: z.enum(["decision", "claim"]).default("decision").meta({
      description:
        "decision: the text says so. claim: the text is silent, a unit may claim it and an appraiser decides",
    }),
  })
  .meta({ id: "exception" });

const dataCheck = z
  .strictObject({
    id: slug,
    require: expression.meta({ description: "Must hold; @CODE.input reads another indicator's input" }),
    severity: z.enum(["warning", "block"]).default("warning"),
    message: z.string().min(1),
  })
  .meta({ id: "data_check" });

export interface IndicatorSource {
  code: string;
  key?: string | undefined;
  title: string;
  heading?: string | undefined;
  max?: string | number | undefined;
  text?: string | undefined;
  note?: string | undefined;
  continues?: string | undefined;
  inputs?: z.infer<typeof input>[] | undefined;
  rule?: RuleSource | undefined;
  exceptions?: z.infer<typeof exception>[] | undefined;
  not_applicable?: "full" | "zero" | "excluded" | undefined;
  scored?: boolean | undefined;
  bonus?: boolean | undefined;
  condition?:
    | { of: string | number; unmet?: "flag" | "unranked" | undefined; sentence?: string | undefined }
    | undefined;
  evidence?:
    | { required?: boolean | undefined; within_year?: boolean | undefined; note?: string | undefined }
    | undefined;
  checks?: z.infer<typeof dataCheck>[] | undefined;
  children?: IndicatorSource[] | undefined;
}

const indicator: z.ZodType<IndicatorSource> = z.lazy(() =>
  z
    .strictObject({
      code,
      key: z
        .string()
        .regex(/^[0-9A-Za-zĐđ]+([._-][0-9A-Za-zĐđ]+)*$/)
        .optional()
        .meta({ description: "Stable name; needed only where a document prints one code twice" }),
      title: z.string().min(1),
      heading: z.string().optional().meta({ description: "An unnumbered heading printed above this row" }),
      max: exact.optional().meta({ description: "Maximum points as printed; absent = not scored" }),
      text: z.string().optional().meta({ description: "The document's own rule text, verbatim" }),
      note: z.string().optional().meta({ description: "The encoder's remark: how a doubtful text was read" }),
      continues: z
        .string()
        .optional()
        .meta({ description: "SET:KEY of the same indicator in an earlier set" }),
      inputs: z.array(input).optional(),
      rule: rule.optional(),
      exceptions: z.array(exception).optional(),
      not_applicable: z.enum(["full", "zero", "excluded"]).optional(),
      scored: z
        .boolean()
        .optional()
        .meta({ description: "false: listed by the document but without points" }),
      bonus: z.boolean().optional().meta({ description: "Points beyond the scale" }),
      condition: z
        .strictObject({
          of: expression,
          unmet: z.enum(["flag", "unranked"]).optional(),
          sentence: z.string().optional(),
        })
        .optional()
        .meta({ description: "Carries 0 points; must hold" }),
      evidence: z
        .strictObject({
          required: z.boolean().optional(),
          within_year: z.boolean().optional(),
          note: z.string().optional(),
        })
        .optional(),
      checks: z.array(dataCheck).optional(),
      children: z.array(indicator).min(1).optional(),
    })
    .meta({ id: "indicator" }),
);

const roundTo = z.strictObject({
  digits: z.int().min(0).max(9),
  mode: z.enum(["half-even", "half-up"]),
});

const level = z.strictObject({
  key: slug,
  label: z.string().min(1),
  ge: exact.meta({ description: "Reached from here on: points, or a percent of the maximum" }),
});

export const setSchema = z
  .strictObject({
    opendti: z.literal(1).meta({ description: "Version of the rules language" }),
    id: slug,
    version: z.int().min(1),
    status: z.enum(["draft", "published"]),
    kind: z
      .enum(["scored", "form"])
      .default("scored")
      .meta({ description: "form: collects data, gives no points" }),
    title: z.string().min(1),
    language: z.string().default("vi"),
    legal_basis: z
      .array(
        z.strictObject({
          number: z.string().optional(),
          date: z.iso.date().optional(),
          issuer: z.string().min(1),
          title: z.string().min(1),
          link: z.url().optional(),
        }),
      )
      .min(1),
    years: z.strictObject({ from: z.int(), to: z.int().optional() }),
    applies_to: z.array(slug).min(1).meta({ description: "Kinds of unit" }),
    declared: z
      .strictObject({
        max: exact.optional(),
        pillars: z.int().optional(),
        indicators: z
          .int()
          .optional()
          .meta({ description: "Rows directly under pillars, unscored ones included" }),
        groups: z.int().optional(),
        per_pillar: z
          .array(z.strictObject({ code, max: exact.optional(), indicators: z.int().optional() }))
          .optional(),
      })
      .optional()
      .meta({
        description: "What the document says of its own totals and counts; checked against the table",
      }),
    rounding: z
      .strictObject({
        ratio: z.union([z.literal("exact"), roundTo]),
        score: roundTo,
        sum: z.enum(["rounded", "exact"]).meta({ description: "Whether sums add rounded or exact scores" }),
        note: z.string().optional(),
      })
      .optional(),
    ranking: z
      .strictObject({
        on: z.enum(["rounded", "exact"]),
        tie_break: z
          .array(z.string())
          .optional()
          .meta({ description: "Codes compared in turn, highest first" }),
      })
      .optional(),
    groups: z
      .array(
        z.strictObject({
          key: slug,
          code: code.optional(),
          title: z.string().min(1),
          pillars: z.array(code).min(1),
        }),
      )
      .optional()
      .meta({ description: "Groups of pillars" }),
    levels: z
      .strictObject({
        by: z.enum(["total", "weaker_group"]),
        steps: z.array(level).min(1),
        note: z.string().optional(),
      })
      .optional(),
    profile: z
      .array(
        z.strictObject({
          id,
          code: code.optional(),
          label: z.string().min(1),
          kind: z.enum(inputKinds),
          unit: z.string().optional(),
          min: exact.optional(),
          max: exact.optional(),
          options: z.array(optionText).min(2).optional(),
          note: z.string().optional(),
        }),
      )
      .optional(),
    indicators: z.array(indicator).min(1),
    signatures: z
      .array(
        z.strictObject({
          key: slug,
          label: z.string().min(1),
          fields: z
            .array(z.strictObject({ id, label: z.string().min(1), kind: z.enum(["text", "link", "date"]) }))
            .optional(),
        }),
      )
      .optional(),
    notes: z.array(z.string()).optional(),
  })
  .meta({ id: "indicator_set", title: "OpenDTI indicator set" });

export type SetSource = z.infer<typeof setSchema>;
export type InputSource = z.infer<typeof input>;
export type ExceptionSource = z.infer<typeof exception>;

/** The JSON Schema (draft 2020-12) of a set, generated from the schema above. */
export function setJsonSchema(): Record<string, unknown> {
  return z.toJSONSchema(setSchema, { io: "input", reused: "ref" }) as Record<string, unknown>;
}
