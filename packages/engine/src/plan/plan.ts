/**
 * The plan: what a rule kind is lowered to. A handful of operations, each with two evaluators: the exact traced one for
 * a single unit (exact.ts) and the columnar one for many (columnar/). A rule kind is defined once, by its lowering.
 */
import type { Rational } from "../numbers/rational.js";
import type { Rounding } from "../numbers/rounding.js";

/** Place of one declared fact (an input of an indicator, or a fact of the profile) among a unit's facts. */
export type Slot = number & { readonly __brand: "Slot" };

/** A number computed from facts. */
export type NumberPlan =
  | { readonly kind: "constant"; readonly value: Rational }
  | { readonly kind: "slot"; readonly slot: Slot }
  | { readonly kind: "negate"; readonly of: NumberPlan }
  | {
      readonly kind: "add" | "subtract" | "multiply" | "divide";
      readonly left: NumberPlan;
      readonly right: NumberPlan;
    }
  | { readonly kind: "min" | "max" | "sum"; readonly of: readonly NumberPlan[] }
  | { readonly kind: "count"; readonly of: readonly (NumberPlan | ConditionPlan)[] };

/** A yes/no computed from facts; a missing fact makes it unknown. */
export type ConditionPlan =
  | { readonly kind: "yes"; readonly slot: Slot }
  | {
      readonly kind: "compare";
      readonly operator: "=" | "!=" | ">" | ">=" | "<" | "<=";
      readonly left: NumberPlan;
      readonly right: NumberPlan;
    }
  | { readonly kind: "not"; readonly of: ConditionPlan }
  | { readonly kind: "and" | "or"; readonly left: ConditionPlan; readonly right: ConditionPlan };

/** The quantity a rule measures, its text, and the rounding of the ratio when it is one. */
export interface Measure {
  readonly of: NumberPlan;
  readonly text: string;
  readonly rounding: Rounding | undefined;
}

export interface Edge {
  readonly value: Rational;
  /** Whether the edge itself belongs to the band. */
  readonly included: boolean;
}

export interface Step {
  readonly lower: Edge | undefined;
  readonly upper: Edge | undefined;
  readonly label: string | undefined;
  readonly then: Plan;
}

/** Points computed from facts. Points are absolute: shares have been multiplied by the maximum. */
export type Plan =
  | { readonly kind: "points"; readonly points: Rational }
  | {
      readonly kind: "table";
      readonly slot: Slot;
      /** Answer of the first row: 1 for options, 0 for no/yes. */
      readonly first: 0 | 1;
      readonly rows: readonly { readonly label: string; readonly points: Rational }[];
    }
  | { readonly kind: "scaled"; readonly measure: Measure; readonly per: Rational; readonly cap: Rational }
  | { readonly kind: "steps"; readonly measure: Measure; readonly steps: readonly Step[] }
  | {
      readonly kind: "sum";
      readonly parts: readonly { readonly label: string | undefined; readonly plan: Plan }[];
    }
  | {
      readonly kind: "best";
      readonly of: readonly { readonly label: string | undefined; readonly plan: Plan }[];
    }
  | RelativePlan;

export interface RelativePlan {
  readonly kind: "relative";
  /** Its place among the set's relative measures. */
  readonly index: number;
  readonly measure: Measure;
  readonly to: "best" | "range";
  readonly better: "higher" | "lower";
  readonly max: Rational;
  readonly provisional: Plan | undefined;
}

export interface ExceptionPlan {
  readonly when: ConditionPlan;
  readonly text: string;
  readonly gives: { readonly kind: "points"; readonly points: Rational } | { readonly kind: "excluded" };
  readonly sentence: string;
  readonly basis: "decision" | "claim";
}
