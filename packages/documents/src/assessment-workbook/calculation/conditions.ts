/** Numbers and conditions of rules in cells; a condition is 0, 1, unknown, or beyond the sheet. */
import { exact, type Rational } from "@opendti/engine";
import { all, any, type Expression, is, minus, num, plus, when } from "./expression.js";
import type { ConditionPlan, Measure, NumberPlan } from "./plan-types.js";
import { type Arithmetic, constant, type Quantity } from "./quantity.js";
import { fromTicks, rounded } from "./rounding.js";
import { BEYOND, MISSING, NO, SCORED, status, UNKNOWN, UNREADABLE, YES } from "./status.js";

type Num = Expression<number>;
type Truth = Expression<boolean>;

export class Conditions {
  constructor(
    readonly arithmetic: Arithmetic,
    private readonly factOf: (slot: number) => Quantity,
  ) {}

  number(label: string, plan: NumberPlan): Quantity {
    const { arithmetic } = this;
    switch (plan.kind) {
      case "constant":
        return constant(plan.value);
      case "slot":
        return this.factOf(plan.slot);
      case "negate":
        return arithmetic.negate(label, this.number(label, plan.of));
      case "min":
      case "max":
        return arithmetic.extreme(
          label,
          plan.kind,
          plan.of.map((part) => this.number(label, part)),
        );
      case "sum":
        return arithmetic.add(
          label,
          plan.of.map((part) => this.number(label, part)),
        );
      case "count":
        return this.count(label, plan.of);
      case "add":
        return arithmetic.add(label, [this.number(label, plan.left), this.number(label, plan.right)]);
      case "subtract": {
        const right = arithmetic.negate(label, this.number(label, plan.right));
        return arithmetic.add(label, [this.number(label, plan.left), right]);
      }
      case "multiply":
        return arithmetic.multiply(label, this.number(label, plan.left), this.number(label, plan.right));
      case "divide":
        return arithmetic.divide(label, this.number(label, plan.left), this.number(label, plan.right));
    }
  }

  /** What a rule measures, rounded when it is a ratio and the set rounds those. */
  measure(label: string, { of, rounding }: Measure): Quantity {
    const value = this.number(label, of);
    if (!rounding) return value;
    const { status: state, ticks } = rounded(this.arithmetic.sheet, label, value, rounding, 1);
    return fromTicks(state, ticks, rounding.digits, value.natural);
  }

  /** {@link NO}, {@link YES}, {@link UNKNOWN} or {@link BEYOND}, by the logic of the engine. */
  condition(label: string, plan: ConditionPlan): Num {
    switch (plan.kind) {
      case "yes": {
        const { status: state, n } = this.factOf(plan.slot);
        return this.kept(
          label,
          when(
            is(state, "=", status(SCORED)),
            when(is(n, "<>", num(0)), num(YES), num(NO)),
            when(is(state, "=", status(MISSING)), num(UNKNOWN), num(BEYOND)),
          ),
        );
      }
      case "not": {
        const of = this.condition(label, plan.of);
        return this.kept(label, when(is(of, "<=", num(YES)), minus(num(YES), of), of));
      }
      case "and":
      case "or": {
        const sides = [this.condition(label, plan.left), this.condition(label, plan.right)];
        const decides = plan.kind === "and" ? NO : YES;
        return this.kept(
          label,
          when(
            anyIs(sides, decides),
            num(decides),
            when(
              anyIs(sides, BEYOND),
              num(BEYOND),
              when(anyIs(sides, UNKNOWN), num(UNKNOWN), num(1 - decides)),
            ),
          ),
        );
      }
      case "compare":
        return this.comparison(label, plan);
    }
  }

  /** Whether a number stands to a known one as the operator says; only where it has a value. */
  holds(
    label: string,
    of: Quantity,
    operator: "<" | "<=" | ">" | ">=",
    value: Rational,
  ): { test: Truth; beyond: Truth } {
    const sides = this.arithmetic.compare(label, of, constant(value));
    return { test: is(sides.left, operator, sides.right), beyond: sides.beyond };
  }

  private comparison(label: string, plan: Extract<ConditionPlan, { kind: "compare" }>): Num {
    const left = this.number(label, plan.left);
    const right = this.number(label, plan.right);
    const sides = this.arithmetic.compare(label, left, right);
    const operator = plan.operator === "!=" ? "<>" : plan.operator;
    const known = [left, right].map((one) => is(one.status, "=", status(SCORED)));
    const bad = [left, right].map((one) => is(one.status, ">=", status(UNREADABLE)));
    return this.kept(
      label,
      when(
        all(...known),
        when(sides.beyond, num(BEYOND), when(is(sides.left, operator, sides.right), num(YES), num(NO))),
        when(any(...bad), num(BEYOND), num(UNKNOWN)),
      ),
    );
  }

  /** Yes answers and given numbers; with none of the facts declared there is nothing to count yet. */
  private count(label: string, of: Extract<NumberPlan, { kind: "count" }>["of"]): Quantity {
    const row: { one: Num; beyond: Truth }[] = of.map((part) => {
      if (isCondition(part)) {
        const holds = this.condition(label, part);
        return { one: when(is(holds, "=", num(YES)), num(1), num(0)), beyond: is(holds, "=", num(BEYOND)) };
      }
      const { status: state } = this.number(label, part);
      return {
        one: when(is(state, "=", status(SCORED)), num(1), num(0)),
        beyond: is(state, ">=", status(UNREADABLE)),
      };
    });
    const states = slotsIn(of).map((slot) => this.factOf(slot).status);
    const none = all(...states.map((state) => is(state, "=", status(MISSING))));
    const counted = when(any(...row.map(({ beyond }) => beyond)), status(UNREADABLE), status(SCORED));
    return this.arithmetic.keep(label, {
      status: states.length === 0 ? counted : when(none, status(MISSING), counted),
      n: plus(...row.map(({ one }) => one)),
      d: num(1),
      factor: exact.ONE,
      natural: true,
    });
  }

  private kept(label: string, of: Num): Num {
    return this.arithmetic.sheet.row(label).put(of);
  }
}

const anyIs = (of: readonly Num[], code: number): Truth => any(...of.map((one) => is(one, "=", num(code))));

function isCondition(plan: NumberPlan | ConditionPlan): plan is ConditionPlan {
  return ["yes", "compare", "not", "and", "or"].includes(plan.kind);
}

function slotsIn(of: readonly (NumberPlan | ConditionPlan)[]): number[] {
  const found = new Set<number>();
  const visit = (plan: NumberPlan | ConditionPlan): void => {
    switch (plan.kind) {
      case "constant":
        return;
      case "slot":
      case "yes":
        found.add(plan.slot);
        return;
      case "negate":
      case "not":
        visit(plan.of);
        return;
      case "min":
      case "max":
      case "sum":
      case "count":
        plan.of.forEach(visit);
        return;
      default:
        visit(plan.left);
        visit(plan.right);
    }
  };
  of.forEach(visit);
  return [...found];
}
