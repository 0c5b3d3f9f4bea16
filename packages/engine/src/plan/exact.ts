/**
 * The exact evaluator of plans, for one unit, with its trace. It is the score of record; the columnar evaluator must
 * agree with it to the last digit and falls back on it wherever a float cannot prove its result.
 */
import {
  add,
  clamp,
  compare,
  divide,
  equal,
  greatest,
  least,
  multiply,
  type Rational,
  rational,
  subtract,
  ZERO,
} from "../numbers/rational.js";
import { round } from "../numbers/rounding.js";
import type { TraceStep } from "../score/trace.js";
import type { ConditionPlan, Measure, NumberPlan, Plan, RelativePlan, Slot, Step } from "./plan.js";
import { slotsOf } from "./slots.js";

/** A unit's declared numbers by slot: yes is 1, no is 0, an option is its 1-based place. Undefined = missing. */
export type Values = readonly (Rational | undefined)[];

/** A number, or why there is none. */
export type NumberOutcome = Rational | "missing" | "undefined";

/** What is known of a relative measure in the unit's ranking group. */
export type GroupStanding =
  | { readonly complete: false }
  | { readonly complete: true; readonly best: Rational | undefined; readonly worst: Rational | undefined };

/** Points, or why there are none. Points that come with a status count; `pending` ones are provisional. */
export interface PointsOutcome {
  readonly status: "scored" | "missing" | "undefined" | "pending";
  readonly points: Rational;
}

export interface Evaluation {
  readonly values: Values;
  /** Standing of each relative measure, by its index. */
  readonly standing: (relative: number) => GroupStanding;
  readonly trace: TraceStep[] | undefined;
}

const MISSING: PointsOutcome = { status: "missing", points: ZERO };
const UNDEFINED: PointsOutcome = { status: "undefined", points: ZERO };

/** The number a plan computes; missing facts and divisions by zero are said, never guessed. */
export function evaluateNumber(plan: NumberPlan, values: Values): NumberOutcome {
  switch (plan.kind) {
    case "constant":
      return plan.value;
    case "slot":
      return values[plan.slot] ?? "missing";
    case "negate": {
      const of = evaluateNumber(plan.of, values);
      return typeof of === "string" ? of : { n: -of.n, d: of.d };
    }
    case "min":
    case "max":
    case "sum":
      return evaluateList(plan, values);
    case "count":
      return evaluateCount(plan.of, values);
    default: {
      const left = evaluateNumber(plan.left, values);
      const right = evaluateNumber(plan.right, values);
      if (left === "missing" || right === "missing") return "missing";
      if (left === "undefined" || right === "undefined") return "undefined";
      if (plan.kind === "add") return add(left, right);
      if (plan.kind === "subtract") return subtract(left, right);
      if (plan.kind === "multiply") return multiply(left, right);
      return right.n === 0n ? "undefined" : divide(left, right);
    }
  }
}

function evaluateList(
  plan: Extract<NumberPlan, { kind: "min" | "max" | "sum" }>,
  values: Values,
): NumberOutcome {
  const outcomes = plan.of.map((part) => evaluateNumber(part, values));
  if (outcomes.includes("missing")) return "missing";
  if (outcomes.includes("undefined")) return "undefined";
  const combine = plan.kind === "min" ? least : plan.kind === "max" ? greatest : add;
  return outcomes.filter((outcome) => typeof outcome !== "string").reduce(combine);
}

/** Counts yes answers and given numbers; with none of the facts it reads declared, there is nothing to count yet. */
function evaluateCount(of: readonly (NumberPlan | ConditionPlan)[], values: Values): NumberOutcome {
  const slots = slotsOf(...of);
  if (slots.length > 0 && slots.every((slot) => values[slot] === undefined)) return "missing";
  let count = 0;
  for (const part of of) {
    if (isCondition(part)) count += evaluateCondition(part, values) === true ? 1 : 0;
    else count += typeof evaluateNumber(part, values) === "string" ? 0 : 1;
  }
  return rational(count);
}

function isCondition(plan: NumberPlan | ConditionPlan): plan is ConditionPlan {
  return (
    plan.kind === "yes" ||
    plan.kind === "compare" ||
    plan.kind === "not" ||
    plan.kind === "and" ||
    plan.kind === "or"
  );
}

/** Kleene logic: a missing fact or an undefined number makes a comparison unknown. */
export function evaluateCondition(plan: ConditionPlan, values: Values): boolean | "unknown" {
  switch (plan.kind) {
    case "yes": {
      const value = values[plan.slot];
      return value === undefined ? "unknown" : value.n !== 0n;
    }
    case "not": {
      const of = evaluateCondition(plan.of, values);
      return of === "unknown" ? of : !of;
    }
    case "and": {
      const left = evaluateCondition(plan.left, values);
      if (left === false) return false;
      const right = evaluateCondition(plan.right, values);
      if (right === false) return false;
      return left === "unknown" ? left : right;
    }
    case "or": {
      const left = evaluateCondition(plan.left, values);
      if (left === true) return true;
      const right = evaluateCondition(plan.right, values);
      if (right === true) return true;
      return left === "unknown" ? left : right;
    }
    case "compare": {
      const left = evaluateNumber(plan.left, values);
      const right = evaluateNumber(plan.right, values);
      if (typeof left === "string" || typeof right === "string") return "unknown";
      return holds(plan.operator, compare(left, right));
    }
  }
}

function holds(operator: Extract<ConditionPlan, { kind: "compare" }>["operator"], order: number): boolean {
  switch (operator) {
    case "=":
      return order === 0;
    case "!=":
      return order !== 0;
    case ">":
      return order > 0;
    case ">=":
      return order >= 0;
    case "<":
      return order < 0;
    case "<=":
      return order <= 0;
  }
}

/** The measured quantity, rounded when it is a ratio and the set rounds ratios. */
export function evaluateMeasure(
  measure: Measure,
  evaluation: Pick<Evaluation, "values" | "trace">,
): NumberOutcome {
  const exact = evaluateNumber(measure.of, evaluation.values);
  if (typeof exact === "string") {
    evaluation.trace?.push(
      exact === "missing"
        ? {
            kind: "missing",
            slots: slotsOf(measure.of).filter((slot) => evaluation.values[slot] === undefined),
          }
        : { kind: "undefined", measure },
    );
    return exact;
  }
  const value = measure.rounding ? round(exact, measure.rounding) : exact;
  evaluation.trace?.push({ kind: "measure", measure, exact, value });
  return value;
}

/** The points a plan gives. */
export function evaluatePlan(plan: Plan, evaluation: Evaluation): PointsOutcome {
  switch (plan.kind) {
    case "points":
      return { status: "scored", points: plan.points };
    case "table":
      return evaluateTable(plan.slot, plan, evaluation);
    case "scaled": {
      const value = evaluateMeasure(plan.measure, evaluation);
      if (typeof value === "string") return value === "missing" ? MISSING : UNDEFINED;
      const points = clamp(multiply(value, plan.per), ZERO, plan.cap);
      evaluation.trace?.push({ kind: "scaled", value, per: plan.per, cap: plan.cap, points });
      return { status: "scored", points };
    }
    case "steps": {
      const value = evaluateMeasure(plan.measure, evaluation);
      if (typeof value === "string") return value === "missing" ? MISSING : UNDEFINED;
      const step = plan.steps.find((candidate) => within(candidate, value));
      evaluation.trace?.push({ kind: "step", step, value });
      return step ? evaluatePlan(step.then, evaluation) : UNDEFINED;
    }
    case "sum":
      return evaluateSum(plan, evaluation);
    case "best":
      return evaluateBest(plan, evaluation);
    case "relative":
      return evaluateRelative(plan, evaluation);
  }
}

/** Whether a value lies within a step's edges. */
function within(step: Step, value: Rational): boolean {
  if (step.lower) {
    const order = compare(value, step.lower.value);
    if (order < 0 || (order === 0 && !step.lower.included)) return false;
  }
  if (step.upper) {
    const order = compare(value, step.upper.value);
    if (order > 0 || (order === 0 && !step.upper.included)) return false;
  }
  return true;
}

function evaluateTable(
  slot: Slot,
  plan: Extract<Plan, { kind: "table" }>,
  evaluation: Evaluation,
): PointsOutcome {
  const value = evaluation.values[slot];
  if (value === undefined) {
    evaluation.trace?.push({ kind: "missing", slots: [slot] });
    return MISSING;
  }
  const place = Number(value.n / value.d) - plan.first;
  const row = plan.rows[place];
  if (!row) return UNDEFINED;
  evaluation.trace?.push({ kind: "option", place: place + plan.first, label: row.label, points: row.points });
  return { status: "scored", points: row.points };
}

/** Parts add up. A missing part gives 0 and leaves the indicator shown as missing; an undefined one makes it undefined. */
function evaluateSum(plan: Extract<Plan, { kind: "sum" }>, evaluation: Evaluation): PointsOutcome {
  let points = ZERO;
  let status: PointsOutcome["status"] = "scored";
  for (const [index, part] of plan.parts.entries()) {
    const inner: TraceStep[] | undefined = evaluation.trace && [];
    const outcome = evaluatePlan(part.plan, { ...evaluation, trace: inner });
    if (inner)
      evaluation.trace?.push({
        kind: "part",
        index,
        label: part.label,
        points: outcome.points,
        steps: inner,
      });
    points = add(points, outcome.points);
    status = graver(status, outcome.status);
  }
  return status === "undefined" ? UNDEFINED : { status, points };
}

const GRAVITY = { scored: 0, pending: 1, missing: 2, undefined: 3 } as const;

/** The graver of two statuses: undefined before missing before pending before scored. */
export function graver(a: PointsOutcome["status"], b: PointsOutcome["status"]): PointsOutcome["status"] {
  return GRAVITY[b] > GRAVITY[a] ? b : a;
}

function evaluateBest(plan: Extract<Plan, { kind: "best" }>, evaluation: Evaluation): PointsOutcome {
  let best: PointsOutcome | undefined;
  let without: PointsOutcome["status"] = "missing";
  let chosen: { index: number; label: string | undefined; steps: TraceStep[] } | undefined;
  for (const [index, alternative] of plan.of.entries()) {
    const steps: TraceStep[] = [];
    const outcome = evaluatePlan(alternative.plan, { ...evaluation, trace: evaluation.trace && steps });
    if (outcome.status === "missing" || outcome.status === "undefined")
      without = graver(without, outcome.status);
    else if (!best || compare(outcome.points, best.points) > 0) {
      best = outcome;
      chosen = { index, label: alternative.label, steps };
    }
  }
  if (chosen && best) evaluation.trace?.push({ kind: "best", ...chosen, points: best.points });
  return best ?? (without === "undefined" ? UNDEFINED : MISSING);
}

function evaluateRelative(plan: RelativePlan, evaluation: Evaluation): PointsOutcome {
  const standing = evaluation.standing(plan.index);
  if (!standing.complete) {
    const quiet = evaluateNumber(plan.measure.of, evaluation.values);
    if (!plan.provisional) {
      if (typeof quiet === "string") return quiet === "missing" ? MISSING : UNDEFINED;
      evaluation.trace?.push({ kind: "provisional", rule: false });
      return { status: "pending", points: ZERO };
    }
    const outcome = evaluatePlan(plan.provisional, evaluation);
    if (outcome.status !== "scored") return outcome;
    evaluation.trace?.push({ kind: "provisional", rule: true });
    return { status: "pending", points: outcome.points };
  }
  const value = evaluateMeasure(plan.measure, evaluation);
  if (typeof value === "string") return value === "missing" ? MISSING : UNDEFINED;
  const points = relativePoints(plan, value, standing.best ?? value, standing.worst ?? value);
  evaluation.trace?.push({
    kind: "relative",
    plan,
    value,
    best: standing.best ?? value,
    worst: standing.worst ?? value,
    points,
  });
  return points === undefined ? UNDEFINED : { status: "scored", points };
}

/**
 * Points of a value against its group's best and worst, held between 0 and the maximum; undefined when the group gives
 * nothing to divide by (best 0, or best = worst for `range`).
 */
function relativePoints(
  plan: RelativePlan,
  value: Rational,
  best: Rational,
  worst: Rational,
): Rational | undefined {
  if (plan.to === "range") {
    if (equal(best, worst)) return undefined;
    const share = divide(subtract(value, worst), subtract(best, worst));
    return clamp(multiply(share, plan.max), ZERO, plan.max);
  }
  const [above, below] = plan.better === "higher" ? [value, best] : [best, value];
  if (below.n === 0n) return undefined;
  return clamp(multiply(divide(above, below), plan.max), ZERO, plan.max);
}
