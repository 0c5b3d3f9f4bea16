/** Between which values a number of the set can lie, from the limits that its inputs declare. */
import {
  add,
  compare,
  divide,
  greatest,
  least,
  multiply,
  ONE,
  type Rational,
  rational,
  subtract,
  ZERO,
} from "../numbers/rational.js";
import { tenTo } from "../numbers/rounding.js";
import type { CompiledSet, Fact, Node } from "../plan/compiled.js";
import type { ConditionPlan, Measure, NumberPlan, Slot } from "../plan/plan.js";
import { slotsOf } from "../plan/slots.js";

/** Closed; an absent side has no limit. */
export interface Range {
  readonly low: Rational | undefined;
  readonly high: Rational | undefined;
}

const ANY: Range = { low: undefined, high: undefined };

/** The values one fact can take: counts, money and percents are not negative. */
function factRange(fact: Fact): Range {
  const low = fact.min ?? (fact.kind === "number" ? undefined : ZERO);
  if (fact.kind === "choice") return { low: ONE, high: rational(Math.max(fact.options.length, 1)) };
  if (fact.kind === "choices") return { low, high: rational(fact.options.length) };
  if (fact.kind === "yes_no") return { low: ZERO, high: ONE };
  return { low, high: fact.max };
}

/** The values a number can take. A quotient by what may be 0 counts where it has a value. */
export function rangeOf(plan: NumberPlan, set: CompiledSet): Range {
  switch (plan.kind) {
    case "constant":
      return { low: plan.value, high: plan.value };
    case "slot": {
      const fact = set.facts[plan.slot];
      return fact ? factRange(fact) : ANY;
    }
    case "negate":
      return negate(rangeOf(plan.of, set));
    case "count":
      return countRange(plan.of, set);
    case "sum":
      return plan.of.map((part) => rangeOf(part, set)).reduce(plus);
    case "min":
    case "max": {
      const ranges = plan.of.map((part) => rangeOf(part, set));
      const combine = plan.kind === "min" ? least : greatest;
      const [low, high] = [ranges.map((range) => range.low), ranges.map((range) => range.high)];
      return {
        low: combined(low, combine, plan.kind === "max"),
        high: combined(high, combine, plan.kind === "min"),
      };
    }
    case "add":
      return plus(rangeOf(plan.left, set), rangeOf(plan.right, set));
    case "subtract":
      return plus(rangeOf(plan.left, set), negate(rangeOf(plan.right, set)));
    case "multiply":
      return times(rangeOf(plan.left, set), rangeOf(plan.right, set));
    case "divide":
      return quotient(rangeOf(plan.left, set), rangeOf(plan.right, set));
  }
}

/** Likewise, knowing the indicator's own checks: a part over its whole is at most 1. */
export function measureRange(measure: Measure, node: Node, set: CompiledSet): Range {
  const range = rangeOf(measure.of, set);
  if (!isPartOfWhole(measure.of, node, set)) return range;
  return { low: range.low, high: range.high ? least(range.high, ONE) : ONE };
}

/** The step between the values a measure can take: 1 for whole numbers, 10^-digits for a rounded ratio, else none. */
export function gridOf(measure: Measure, set: CompiledSet): Rational | undefined {
  if (measure.rounding) return { n: 1n, d: tenTo(measure.rounding.digits) };
  return isWhole(measure.of, set) ? ONE : undefined;
}

function isWhole(plan: NumberPlan, set: CompiledSet): boolean {
  switch (plan.kind) {
    case "constant":
      return plan.value.n % plan.value.d === 0n;
    case "slot": {
      const kind = set.facts[plan.slot]?.kind;
      return kind !== "number" && kind !== "money" && kind !== "percent";
    }
    case "negate":
      return isWhole(plan.of, set);
    case "count":
      return true;
    case "sum":
    case "min":
    case "max":
      return plan.of.every((part) => isWhole(part, set));
    case "divide":
      return false;
    default:
      return isWhole(plan.left, set) && isWhole(plan.right, set);
  }
}

/**
 * Whether the indicator's own checks say that a quotient is a part over its whole: a <= b for a/b; a <= c and b <= d for
 * (a+b)/(c+d). Each term above must be bounded, and no term below used twice.
 */
export function isPartOfWhole(plan: NumberPlan, node: Node, set: CompiledSet): boolean {
  if (plan.kind !== "divide") return false;
  const parts = termsOf(plan.left);
  const whole = termsOf(plan.right);
  if (!parts || !whole) return false;
  const left = new Set(parts);
  const spare = new Set(whole);
  for (const check of set.checks) {
    const bound = check.node === node.index ? atMost(check.require) : undefined;
    const lower = bound && termsOf(bound.less);
    const upper = bound && termsOf(bound.more);
    if (!lower || !upper || !lower.some((slot) => left.has(slot)) || !upper.every((slot) => spare.has(slot)))
      continue;
    for (const slot of lower) left.delete(slot);
    for (const slot of upper) spare.delete(slot);
  }
  return left.size === 0;
}

/** The two sides of a condition that says one number is at most another. */
export function atMost(condition: ConditionPlan): { less: NumberPlan; more: NumberPlan } | undefined {
  if (condition.kind !== "compare") return undefined;
  const { operator, left, right } = condition;
  if (operator === "<=" || operator === "<" || operator === "=") return { less: left, more: right };
  return operator === ">=" || operator === ">" ? { less: right, more: left } : undefined;
}

/** The inputs of a plain sum, each once; undefined when the number is anything else. */
export function termsOf(plan: NumberPlan): Slot[] | undefined {
  if (plan.kind === "slot") return [plan.slot];
  const inner = plan.kind === "add" ? [plan.left, plan.right] : plan.kind === "sum" ? plan.of : undefined;
  const terms = inner?.map(termsOf);
  if (!terms?.every((each) => each !== undefined)) return undefined;
  const slots = terms.flat();
  return new Set(slots).size === slots.length ? slots : undefined;
}

function countRange(of: readonly (NumberPlan | ConditionPlan)[], set: CompiledSet): Range {
  const [only] = of;
  const fact = of.length === 1 && only?.kind === "slot" ? set.facts[slotsOf(only)[0] ?? -1] : undefined;
  return fact ? factRange(fact) : { low: ZERO, high: rational(of.length) };
}

/** The combination of the known limits; where an unknown one decides, there is none. */
function combined(
  limits: readonly (Rational | undefined)[],
  combine: (a: Rational, b: Rational) => Rational,
  anyKnown: boolean,
): Rational | undefined {
  const known = limits.filter((limit) => limit !== undefined);
  return known.length > 0 && (anyKnown || known.length === limits.length) ? known.reduce(combine) : undefined;
}

function negate(range: Range): Range {
  return { low: range.high && subtract(ZERO, range.high), high: range.low && subtract(ZERO, range.low) };
}

function plus(a: Range, b: Range): Range {
  return { low: a.low && b.low && add(a.low, b.low), high: a.high && b.high && add(a.high, b.high) };
}

function times(a: Range, b: Range): Range {
  if (a.low && a.high && b.low && b.high) {
    const products = [
      multiply(a.low, b.low),
      multiply(a.low, b.high),
      multiply(a.high, b.low),
      multiply(a.high, b.high),
    ];
    return { low: products.reduce(least), high: products.reduce(greatest) };
  }
  const positive = a.low && b.low && compare(a.low, ZERO) >= 0 && compare(b.low, ZERO) >= 0;
  return positive && a.low && b.low ? { low: multiply(a.low, b.low), high: undefined } : ANY;
}

function quotient(a: Range, b: Range): Range {
  if (!a.low || !b.low || compare(a.low, ZERO) < 0 || compare(b.low, ZERO) < 0) return ANY;
  return {
    low: b.high && b.high.n > 0n ? divide(a.low, b.high) : ZERO,
    high: a.high && b.low.n > 0n ? divide(a.high, b.low) : undefined,
  };
}
