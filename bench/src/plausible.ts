/**
 * Bends random columns to what a set's checks of the data require (a part is not larger than its whole, two indicators that ask
 * for the same number are told the same), to its breakdowns and its defaults: a campaign then reads like one that was
 * declared, not like noise that earns a dozen warnings a unit. What is missing stays missing.
 */
import type { CompiledSet, DataCheck, Node } from "@opendti/engine";

type Condition = DataCheck["require"];
type NumberPlan = Extract<Condition, { kind: "compare" }>["left"];
type Columns = readonly Float64Array[];

/** Checks that feed each other settle in a few rounds. */
const ROUNDS = 3;

export function makePlausible(set: CompiledSet, columns: Columns, size: number): void {
  const bend = new Bend(set, columns);
  const checks = [
    ...set.checks.map((check) => bend.make(check.require)),
    ...set.nodes.map((node) => bend.makeShare(node.plan)),
  ];
  for (let row = 0; row < size; row += 1) {
    fillIn(set, columns, row);
    for (let round = 0; round < ROUNDS; round += 1) for (const check of checks) check(row);
    fillIn(set, columns, row);
  }
}

/** Breakdowns add up to their total and defaults stand where nothing was given, as the reader of data would have it. */
function fillIn(set: CompiledSet, columns: Columns, row: number): void {
  for (const { inputs } of set.nodes)
    for (const fact of inputs) {
      const own = columns[fact.slot] as Float64Array;
      if (fact.breakdown.length > 0) {
        let sum = 0;
        for (const part of inputs)
          if (fact.breakdown.includes(part.id)) sum += columns[part.slot]?.[row] as number;
        if (!Number.isNaN(sum)) own[row] = sum;
      }
      if (Number.isNaN(own[row]) && fact.defaultValue)
        own[row] = Number(fact.defaultValue.n) / Number(fact.defaultValue.d);
    }
}

type OfRow<Result> = (row: number) => Result;

class Bend {
  constructor(
    private readonly set: CompiledSet,
    private readonly columns: Columns,
  ) {}

  /** A function that makes a condition hold in a row where it can. */
  make(condition: Condition): OfRow<void> {
    switch (condition.kind) {
      case "yes":
        return this.put(condition.slot, () => 1);
      case "not":
        return condition.of.kind === "yes" ? this.put(condition.of.slot, () => 0) : () => undefined;
      case "and": {
        const both = [this.make(condition.left), this.make(condition.right)];
        return (row) => {
          for (const one of both) one(row);
        };
      }
      case "or": {
        const holds = [this.holds(condition.left), this.holds(condition.right)];
        const first = this.make(condition.left);
        return (row) => {
          if (!holds.some((one) => one(row))) first(row);
        };
      }
      case "compare":
        return this.compare(condition);
    }
  }

  /** A function that keeps the ratios that a plan pays for at most 1. */
  makeShare(plan: Node["plan"]): OfRow<void> {
    const parts = plan?.kind === "sum" ? plan.parts.map((part) => part.plan) : [plan];
    const shares = parts.flatMap((part) => {
      if (part?.kind !== "scaled" || part.measure.of.kind !== "divide") return [];
      return [
        this.compare({
          kind: "compare",
          operator: "<=",
          left: part.measure.of.left,
          right: part.measure.of.right,
        }),
      ];
    });
    return (row) => {
      for (const share of shares) share(row);
    };
  }

  private compare({ operator, left, right }: Extract<Condition, { kind: "compare" }>): OfRow<void> {
    const bound = this.number(right);
    if (operator === "=") {
      if (left.kind === "slot") return this.put(left.slot, bound);
      return right.kind === "slot" ? this.put(right.slot, this.number(left)) : () => undefined;
    }
    if (operator !== "<=") return () => undefined;
    const parts = slots(left).map((slot) => this.columns[slot] as Float64Array);
    return (row) => {
      let rest = bound(row);
      for (const part of parts) {
        if ((part[row] as number) > rest) part[row] = Math.max(0, cents(rest));
        rest -= part[row] as number;
      }
    };
  }

  /** Puts a number where one stands and may stand. */
  private put(slot: number, value: OfRow<number>): OfRow<void> {
    const column = this.columns[slot] as Float64Array;
    const fact = this.set.facts[slot];
    const least = fact?.min ? Number(fact.min.n) / Number(fact.min.d) : 0;
    return (row) => {
      const now = cents(value(row));
      if (!Number.isNaN(column[row]) && now >= least) column[row] = now;
    };
  }

  /** Whether a condition holds; also when a number of it is missing. */
  private holds(condition: Condition): OfRow<boolean> {
    if (condition.kind === "yes" || condition.kind === "not") {
      const slot =
        condition.kind === "yes" ? condition.slot : condition.of.kind === "yes" ? condition.of.slot : -1;
      return (row) => this.columns[slot]?.[row] !== (condition.kind === "yes" ? 0 : 1);
    }
    if (condition.kind !== "compare" || condition.operator !== "=") return () => true;
    const difference = [this.number(condition.left), this.number(condition.right)] as const;
    return (row) => {
      const apart = difference[0](row) - difference[1](row);
      return apart === 0 || Number.isNaN(apart);
    };
  }

  private number(plan: NumberPlan): OfRow<number> {
    if (plan.kind === "constant") {
      const value = Number(plan.value.n) / Number(plan.value.d);
      return () => value;
    }
    if (plan.kind === "slot") {
      const column = this.columns[plan.slot] as Float64Array;
      return (row) => column[row] as number;
    }
    if (plan.kind !== "add") return () => Number.NaN;
    const parts = [this.number(plan.left), this.number(plan.right)] as const;
    return (row) => parts[0](row) + parts[1](row);
  }
}

/** Declared money has two decimals at most. */
function cents(value: number): number {
  return Math.round(value * 100) / 100;
}

function slots(plan: NumberPlan): number[] {
  if (plan.kind === "slot") return [plan.slot];
  return plan.kind === "add" ? [...slots(plan.left), ...slots(plan.right)] : [];
}
