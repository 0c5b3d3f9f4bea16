/** Which points a rule can give, over all data whatever: a superset where the exact set would be large. */
import {
  add,
  clamp,
  compare,
  greatest,
  least,
  multiply,
  type Rational,
  subtract,
  ZERO,
} from "../numbers/rational.js";
import type { CompiledSet, Node } from "../plan/compiled.js";
import type { Plan } from "../plan/plan.js";
import { gridOf, measureRange } from "./range.js";

/** Points from low to high, both included; a single score has low = high. */
export interface Stretch {
  readonly low: Rational;
  readonly high: Rational;
}

/** Above this many separate scores a stretch from the least to the most stands for them. */
const MOST = 500;

/** The points that an indicator's rule can give, its exceptions left out. 0 is always among them: data may be missing. */
export function reachOfRule(node: Node, set: CompiledSet): Stretch[] {
  return node.plan ? tidy([single(ZERO), ...reach(node.plan, node, set)]) : [single(ZERO)];
}

/** The points that an indicator can have: by its rule, its exceptions, and "not applicable". */
export function reachOfNode(node: Node, set: CompiledSet): Stretch[] {
  const more = node.exceptions.flatMap(({ gives }) =>
    gives.kind === "points" ? [single(gives.points)] : [],
  );
  if (node.notApplicable === "full") more.push(single(node.max));
  return tidy([...reachOfRule(node, set), ...more]);
}

/** The most points among stretches. */
export function mostOf(stretches: readonly Stretch[]): Rational {
  return stretches.map((stretch) => stretch.high).reduce(greatest, ZERO);
}

function reach(plan: Plan, node: Node, set: CompiledSet): Stretch[] {
  switch (plan.kind) {
    case "points":
      return [single(plan.points)];
    case "table":
      return plan.rows.map((row) => single(row.points));
    case "scaled":
      return scaled(plan, node, set);
    case "steps":
      return [single(ZERO), ...plan.steps.flatMap((step) => reach(step.then, node, set))];
    case "best":
      return plan.of.flatMap((alternative) => reach(alternative.plan, node, set));
    case "relative":
      return [{ low: ZERO, high: plan.max }, ...(plan.provisional ? reach(plan.provisional, node, set) : [])];
    case "sum":
      return plan.parts
        .map((part) => tidy([single(ZERO), ...reach(part.plan, node, set)]))
        .reduce(sums, [single(ZERO)]);
  }
}

/** Value x points, held between 0 and the cap: item by item where the value is a whole number. */
function scaled(plan: Extract<Plan, { kind: "scaled" }>, node: Node, set: CompiledSet): Stretch[] {
  const { low, high } = measureRange(plan.measure, node, set);
  const least = low ? clamp(multiply(low, plan.per), ZERO, plan.cap) : ZERO;
  const most = high ? clamp(multiply(high, plan.per), ZERO, plan.cap) : plan.cap;
  const step = plan.measure.rounding ? undefined : gridOf(plan.measure, set);
  if (!step || !low) return [{ low: least, high: most }];
  const stretches: Stretch[] = [];
  for (let value = low; stretches.length <= MOST; value = add(value, step)) {
    const points = clamp(multiply(value, plan.per), ZERO, plan.cap);
    stretches.push(single(points));
    if (compare(points, most) >= 0) return stretches;
  }
  return [{ low: least, high: most }];
}

function sums(a: readonly Stretch[], b: readonly Stretch[]): Stretch[] {
  return tidy(a.flatMap((x) => b.map((y) => ({ low: add(x.low, y.low), high: add(x.high, y.high) }))));
}

/** In order, joined where they touch; too many become one. */
function tidy(stretches: readonly Stretch[]): Stretch[] {
  const joined: Stretch[] = [];
  for (const stretch of [...stretches].sort((a, b) => compare(a.low, b.low))) {
    const last = joined.at(-1);
    if (last && compare(stretch.low, last.high) <= 0)
      joined[joined.length - 1] = { low: last.low, high: greatest(last.high, stretch.high) };
    else joined.push(stretch);
  }
  const [first] = joined;
  const last = joined.at(-1);
  return joined.length > MOST && first && last ? [{ low: first.low, high: last.high }] : joined;
}

function single(points: Rational): Stretch {
  return { low: points, high: points };
}

/** The reachable points nearest to a score, and how far they are from it. */
export function nearest(
  stretches: readonly Stretch[],
  score: Rational,
): { points: Rational; away: Rational } {
  const candidates = stretches.map((stretch) => {
    const points = clamp(score, stretch.low, stretch.high);
    const gap = subtract(score, points);
    return { points, away: gap.n < 0n ? subtract(ZERO, gap) : gap };
  });
  const away = candidates.map((candidate) => candidate.away).reduce(least);
  return candidates.find((candidate) => compare(candidate.away, away) === 0) ?? { points: ZERO, away: score };
}
