/** A set made ready to score: nodes in document order, facts in slots, rules lowered to plans. */
import type { Rational } from "../numbers/rational.js";
import type { Rounding } from "../numbers/rounding.js";
import type { InputSource, SetSource } from "../set/schema.js";
import type { ConditionPlan, ExceptionPlan, Plan, RelativePlan, Slot } from "./plan.js";

export interface Node {
  readonly index: number;
  readonly code: string;
  readonly key: string;
  readonly title: string;
  readonly text: string | undefined;
  readonly parent: number | undefined;
  readonly depth: number;
  readonly children: readonly number[];
  /** Maximum points; zero when the document gives none. */
  readonly max: Rational;
  readonly scored: boolean;
  readonly bonus: boolean;
  /** Absent on nodes that sum their children, on unscored ones and on conditions. */
  readonly plan: Plan | undefined;
  readonly exceptions: readonly ExceptionPlan[];
  readonly notApplicable: "full" | "zero" | "excluded" | undefined;
  readonly condition:
    | {
        readonly of: ConditionPlan;
        readonly unmet: "flag" | "unranked";
        readonly sentence: string | undefined;
      }
    | undefined;
  readonly inputs: readonly Fact[];
  /** Slots that the node's points depend on. */
  readonly uses: readonly Slot[];
}

/** One declared fact: where it belongs and how it is read. */
export interface Fact {
  readonly slot: Slot;
  /** Index of the node; undefined for the profile. */
  readonly node: number | undefined;
  readonly id: string;
  readonly label: string;
  readonly kind: InputSource["kind"];
  readonly unit: string | undefined;
  readonly options: readonly string[];
  readonly min: Rational | undefined;
  readonly max: Rational | undefined;
  /** Whether a value beyond min and max is refused (points of a manual rule); otherwise it is only questioned. */
  readonly strict: boolean;
  readonly defaultValue: Rational | undefined;
  readonly breakdown: readonly string[];
  readonly aliases: readonly string[];
}

/** A check that a set states on the data: cross-field consistency or plausibility. */
export interface DataCheck {
  readonly id: string;
  readonly node: number;
  readonly require: ConditionPlan;
  readonly text: string;
  readonly severity: "warning" | "block";
  readonly message: string;
}

export interface CompiledSet {
  readonly source: SetSource;
  readonly id: string;
  readonly version: number;
  readonly scored: boolean;
  readonly nodes: readonly Node[];
  readonly pillars: readonly number[];
  readonly facts: readonly Fact[];
  readonly profile: readonly Fact[];
  readonly checks: readonly DataCheck[];
  readonly relatives: readonly { readonly node: number; readonly plan: RelativePlan }[];
  /** Node of a code or key; the first where a document prints a code twice. */
  readonly nodeOf: ReadonlyMap<string, number>;
  readonly scoreRounding: Rounding;
  readonly sum: "rounded" | "exact";
  readonly rankOn: "rounded" | "exact";
  readonly tieBreak: readonly number[];
  /** Sum of the pillars' maxima, bonuses left out. */
  readonly max: Rational;
  readonly groups: readonly {
    readonly key: string;
    readonly title: string;
    readonly pillars: readonly number[];
    readonly max: Rational;
  }[];
}
