/**
 * A trace read beside the rule it came from. The trace says what happened, the rule as written says what it was called:
 * both renderers (why.ts, steps.ts) speak from this.
 */
import type { Rational } from "../numbers/rational.js";
import { divide } from "../numbers/rational.js";
import type { Measure, Plan, RelativePlan, Slot, Step } from "../plan/plan.js";
import type { TraceStep } from "../score/trace.js";
import type { RuleSource } from "../set/schema.js";

/** A quantity as computed, and as used after the rounding of ratios. */
export interface Measured {
  readonly measure: Measure;
  readonly exact: Rational;
  readonly value: Rational;
}

export type Reading =
  | { readonly kind: "missing"; readonly slots: readonly Slot[] }
  | { readonly kind: "undefined"; readonly measure: Measure }
  | {
      readonly kind: "option";
      readonly slot: Slot;
      readonly place: number;
      readonly label: string;
      readonly own: boolean;
      readonly points: Rational;
    }
  | {
      readonly kind: "proportional";
      readonly of: Measured;
      readonly fullAt: Rational;
      readonly max: Rational;
      readonly points: Rational;
    }
  | {
      readonly kind: "per_item";
      readonly of: Measured;
      readonly per: Rational;
      readonly cap: Rational;
      readonly points: Rational;
    }
  | { readonly kind: "manual"; readonly given: Rational; readonly max: Rational; readonly points: Rational }
  | {
      readonly kind: "band";
      readonly of: Measured;
      readonly edges: readonly Step[];
      readonly step: Step | undefined;
      readonly inner: Reading | undefined;
    }
  | {
      readonly kind: "parts";
      readonly parts: readonly {
        readonly label: string | undefined;
        readonly points: Rational;
        readonly of: Reading;
      }[];
    }
  | {
      readonly kind: "best";
      readonly label: string | undefined;
      readonly place: number;
      readonly among: number;
      readonly of: Reading;
    }
  | {
      readonly kind: "relative";
      readonly of: Measured;
      readonly plan: RelativePlan;
      readonly best: Rational;
      readonly worst: Rational;
      readonly points: Rational | undefined;
    }
  | { readonly kind: "provisional"; readonly of: Reading | undefined }
  | { readonly kind: "nothing" };

const NOTHING: Reading = { kind: "nothing" };

type Found<K extends TraceStep["kind"]> = Extract<TraceStep, { kind: K }>;

/** Reads the part of a trace that a rule left. */
export function readTrace(
  rule: RuleSource | undefined,
  plan: Plan | undefined,
  trace: readonly TraceStep[],
): Reading {
  if (!rule || !plan) return NOTHING;
  if (plan.kind === "relative") return readRelative(rule, plan, trace);
  const failed = trace.find((step) => step.kind === "missing" || step.kind === "undefined");
  switch (plan.kind) {
    case "table":
      return failed ?? readOption(rule, plan.slot, trace);
    case "scaled":
      return failed ?? readScaled(rule, trace);
    case "steps":
      return readBand(rule, plan, trace) ?? failed ?? NOTHING;
    case "sum":
      return readParts(rule, plan, trace);
    case "best":
      return readBest(rule, plan, trace);
    case "points":
      return NOTHING;
  }
}

function last<K extends TraceStep["kind"]>(trace: readonly TraceStep[], kind: K): Found<K> | undefined {
  return trace.findLast((step): step is Found<K> => step.kind === kind);
}

function readOption(rule: RuleSource, slot: Slot, trace: readonly TraceStep[]): Reading {
  const option = last(trace, "option");
  if (!option) return NOTHING;
  const own = "choice" in rule && rule.choice.options !== undefined;
  return { kind: "option", slot, place: option.place, label: option.label, own, points: option.points };
}

function readScaled(rule: RuleSource, trace: readonly TraceStep[]): Reading {
  const of = last(trace, "measure");
  const scaled = last(trace, "scaled");
  if (!of || !scaled) return NOTHING;
  const { per, cap, points } = scaled;
  if ("manual" in rule) return { kind: "manual", given: of.value, max: cap, points };
  if ("per_item" in rule) return { kind: "per_item", of, per, cap, points };
  const fullAt = per.n === 0n ? { n: 1n, d: 1n } : divide(cap, per);
  return { kind: "proportional", of, fullAt, max: cap, points };
}

function readBand(
  rule: RuleSource,
  plan: Extract<Plan, { kind: "steps" }>,
  trace: readonly TraceStep[],
): Reading | undefined {
  const at = trace.findIndex((step) => step.kind === "step");
  const found = trace[at];
  const of = trace.slice(0, at).find((step) => step.kind === "measure");
  if (found?.kind !== "step" || !of) return undefined;
  const { step } = found;
  const place = step ? plan.steps.indexOf(step) : -1;
  const inner = "bands" in rule ? rule.bands.steps[place]?.rule : undefined;
  return {
    kind: "band",
    of,
    edges: plan.steps,
    step,
    inner: inner && readTrace(inner, step?.then, trace.slice(at + 1)),
  };
}

function readParts(
  rule: RuleSource,
  plan: Extract<Plan, { kind: "sum" }>,
  trace: readonly TraceStep[],
): Reading {
  const sources = "parts" in rule ? rule.parts : [];
  const parts = trace.flatMap((step) => {
    if (step.kind !== "part") return [];
    const of = readTrace(sources[step.index]?.rule, plan.parts[step.index]?.plan, step.steps);
    return [{ label: step.label, points: step.points, of }];
  });
  return parts.length > 0 ? { kind: "parts", parts } : NOTHING;
}

function readBest(
  rule: RuleSource,
  plan: Extract<Plan, { kind: "best" }>,
  trace: readonly TraceStep[],
): Reading {
  const best = last(trace, "best");
  if (!best) return NOTHING;
  const source = "best_of" in rule ? rule.best_of[best.index]?.rule : undefined;
  const of = readTrace(source, plan.of[best.index]?.plan, best.steps);
  return { kind: "best", label: best.label, place: best.index + 1, among: plan.of.length, of };
}

function readRelative(rule: RuleSource, plan: RelativePlan, trace: readonly TraceStep[]): Reading {
  const compared = last(trace, "relative");
  const of = last(trace, "measure");
  if (compared && of)
    return {
      kind: "relative",
      of,
      plan,
      best: compared.best,
      worst: compared.worst,
      points: compared.points,
    };
  const provisional = last(trace, "provisional");
  const source = "relative" in rule ? rule.relative.provisional : undefined;
  if (provisional?.rule) return { kind: "provisional", of: readTrace(source, plan.provisional, trace) };
  if (provisional) return { kind: "provisional", of: undefined };
  const failed = trace.find((step) => step.kind === "missing" || step.kind === "undefined");
  return failed ?? readTrace(source, plan.provisional, trace);
}

/** The slots that a reading found missing, parts and alternatives included. */
export function missingIn(reading: Reading): Slot[] {
  switch (reading.kind) {
    case "missing":
      return [...reading.slots];
    case "parts":
      return [...new Set(reading.parts.flatMap((part) => missingIn(part.of)))];
    case "best":
      return missingIn(reading.of);
    case "band":
      return reading.inner ? missingIn(reading.inner) : [];
    case "provisional":
      return reading.of ? missingIn(reading.of) : [];
    default:
      return [];
  }
}

/** The first reading inside that has no value though its facts are there: 0/0, a value in no band, an empty comparison. */
export function undefinedIn(reading: Reading): Reading | undefined {
  switch (reading.kind) {
    case "undefined":
      return reading;
    case "relative":
      return reading.points ? undefined : reading;
    case "band":
      return reading.step ? reading.inner && undefinedIn(reading.inner) : reading;
    case "parts":
      return firstOf(reading.parts.map((part) => undefinedIn(part.of)));
    case "best":
      return undefinedIn(reading.of);
    case "provisional":
      return reading.of && undefinedIn(reading.of);
    default:
      return undefined;
  }
}

function firstOf<T>(found: readonly (T | undefined)[]): T | undefined {
  return found.find((each) => each !== undefined);
}
