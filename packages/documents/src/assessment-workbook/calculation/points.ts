/** The points that a rule's plan gives, in cells. */
import { exact } from "@opendti/engine";
import type { Conditions } from "./conditions.js";
import { all, any, type Expression, greatest, is, num, times, when } from "./expression.js";
import type { Plan, Step } from "./plan-types.js";
import { choose, constant, GRAVE_POINTS, nothing, type Quantity } from "./quantity.js";
import { BEYOND, MISSING, PENDING, SCORED, status, UNDEFINED, UNREADABLE } from "./status.js";

type Truth = Expression<boolean>;

/** Questions within one another that a spreadsheet takes, and to spare. */
const MOST_CASES = 50;

export class Points {
  constructor(private readonly conditions: Conditions) {}

  of(label: string, plan: Plan): Quantity {
    switch (plan.kind) {
      case "points":
        return constant(plan.points);
      case "table":
        return this.table(label, plan);
      case "scaled":
        return this.scaled(label, plan);
      case "steps":
        return this.steps(label, plan);
      case "sum":
        return this.sum(label, plan);
      case "best":
        return this.best(label, plan);
      case "relative":
        return this.relative(label, plan);
    }
  }

  private keep(label: string, of: Quantity): Quantity {
    return this.conditions.arithmetic.keep(label, of, GRAVE_POINTS);
  }

  private table(label: string, plan: Extract<Plan, { kind: "table" }>): Quantity {
    const place = this.conditions.number(label, { kind: "slot", slot: plan.slot });
    if (plan.rows.length > MOST_CASES) return nothing(BEYOND);
    const rows = plan.rows.map(({ points }, index) => ({
      test: is(place.n, "=", num(index + plan.first)),
      gives: constant(points),
    }));
    const chosen = choose(rows, nothing(UNDEFINED));
    const given = is(place.status, "=", status(SCORED));
    return this.keep(label, {
      ...chosen,
      status: when(given, chosen.status, place.status),
      n: when(given, chosen.n, num(0)),
      natural: true,
    });
  }

  private scaled(label: string, plan: Extract<Plan, { kind: "scaled" }>): Quantity {
    const { conditions } = this;
    const value = conditions.measure(label, plan.measure);
    if (plan.per.n === 0n) return this.keep(label, { ...constant(exact.ZERO), status: value.status });
    // per is above 0: points are at the cap where the value is at cap/per.
    const full = conditions.holds(label, value, ">=", exact.divide(plan.cap, plan.per));
    const points: Quantity = { ...value, factor: exact.reduce(exact.multiply(value.factor, plan.per)) };
    const capped = choose([{ test: full.test, gives: constant(plan.cap) }], points);
    const none = is(value.n, "<=", num(0));
    return this.keep(label, {
      ...capped,
      status: when(all(is(value.status, "=", status(SCORED)), full.beyond), status(BEYOND), value.status),
      n: value.natural ? capped.n : when(none, num(0), capped.n),
      natural: true,
    });
  }

  private steps(label: string, plan: Extract<Plan, { kind: "steps" }>): Quantity {
    if (plan.steps.length > MOST_CASES) return nothing(BEYOND);
    const value = this.conditions.measure(label, plan.measure);
    const beyond: Truth[] = [];
    const cases = plan.steps.map((step, index) => ({
      test: this.within(`${label} [${index + 1}]`, value, step, beyond),
      gives: this.of(`${label} [${index + 1}]`, step.then),
    }));
    const chosen = choose(cases, nothing(UNDEFINED));
    const given = is(value.status, "=", status(SCORED));
    const known = beyond.length === 0 ? chosen.status : when(any(...beyond), status(BEYOND), chosen.status);
    return this.keep(label, {
      ...chosen,
      status: when(given, known, value.status),
      n: when(given, chosen.n, num(0)),
      natural: true,
    });
  }

  private within(label: string, value: Quantity, { lower, upper }: Step, beyond: Truth[]): Truth {
    const tests: Truth[] = [];
    for (const [edge, open, closed] of [
      [lower, ">", ">="],
      [upper, "<", "<="],
    ] as const) {
      if (!edge) continue;
      const found = this.conditions.holds(label, value, edge.included ? closed : open, edge.value);
      tests.push(found.test);
      beyond.push(found.beyond);
    }
    return tests.length === 0 ? is(num(1), "=", num(1)) : all(...tests);
  }

  /** Parts add up; an undefined one leaves none of them. */
  private sum(label: string, plan: Extract<Plan, { kind: "sum" }>): Quantity {
    const parts = plan.parts.map((part, index) => this.of(`${label} (${index + 1})`, part.plan));
    return this.conditions.arithmetic.add(
      label,
      parts,
      GRAVE_POINTS,
      greatest(...parts.map((part) => part.status)),
    );
  }

  /** The alternative that gives most; those without a value are passed over. */
  private best(label: string, plan: Extract<Plan, { kind: "best" }>): Quantity {
    const alternatives = plan.of.map(({ plan: inner }, index) => this.of(`${label} <${index + 1}>`, inner));
    const [first, ...rest] = alternatives.map((one) => this.alternative(label, one));
    if (!first) return nothing(MISSING);
    return rest.reduce((best, next) => {
      const sides = this.conditions.arithmetic.compare(label, next, best);
      const nextGives = is(next.status, "<=", status(PENDING));
      const bestGives = is(best.status, "<=", status(PENDING));
      const takes = all(
        nextGives,
        any(is(best.status, ">", status(PENDING)), is(sides.left, ">", sides.right)),
      );
      const chosen = choose([{ test: takes, gives: next }], best);
      const bad = any(is(next.status, ">=", status(UNREADABLE)), is(best.status, ">=", status(UNREADABLE)));
      const both = all(nextGives, bestGives, sides.beyond);
      const neither = when(any(nextGives, bestGives), chosen.status, greatest(next.status, best.status));
      return this.keep(label, {
        ...chosen,
        status: when(bad, greatest(next.status, best.status), when(both, status(BEYOND), neither)),
        natural: true,
      });
    }, first);
  }

  /** Points of an alternative that lacks something do not count. */
  private alternative(label: string, of: Quantity): Quantity {
    return this.keep(label, { ...of, n: when(is(of.status, "<=", status(PENDING)), of.n, num(0)) });
  }

  /** The group is not known to a workbook: the provisional rule, or points to come. */
  private relative(label: string, plan: Extract<Plan, { kind: "relative" }>): Quantity {
    const outcome = plan.provisional
      ? this.of(label, plan.provisional)
      : { ...constant(exact.ZERO), status: this.conditions.number(label, plan.measure.of).status };
    return this.keep(label, {
      ...outcome,
      n: times(outcome.n, num(1)),
      status: when(is(outcome.status, "=", status(SCORED)), status(PENDING), outcome.status),
    });
  }
}
