/** What a rule kind is: a name and a lowering to a plan. Each kind is defined once, in a file of its own. */
import type { Message } from "../message.js";
import type { Rational } from "../numbers/rational.js";
import type { Fact } from "../plan/compiled.js";
import type { Measure, Plan, RelativePlan } from "../plan/plan.js";
import type { RuleSource } from "../set/schema.js";

/** Where something stands in a set: keys and indexes from the root. */
export type Path = readonly (string | number)[];

/** A mistake in a set that schema validation cannot see; the path gives its line and column. */
export class SetError extends Error {
  constructor(
    readonly text: Message,
    readonly path: Path,
  ) {
    super(text.en);
  }
}

export interface RuleContext {
  /** What the rule is scored out of: the indicator's maximum, or a part's share of it. */
  readonly max: Rational;
  readonly path: Path;
  /** Reads an expression over the indicator's inputs and the profile. */
  measure(source: string | number, path: Path): Measure;
  /** The input of the indicator with this id. */
  input(id: string, path: Path): Fact;
  /** Points from `share` or `points`, out of `max`. Refuses neither, both, and negative ones. */
  worth(
    source: { share?: string | number | undefined; points?: string | number | undefined },
    path: Path,
  ): Rational;
  /** An exact number of the set. */
  exact(source: string | number, path: Path): Rational;
  /** Lowers a rule inside this one. */
  lower(rule: RuleSource, max: Rational, path: Path): Plan;
  /** Gives a relative plan its place among the set's relative measures. */
  register(plan: Omit<RelativePlan, "index">): RelativePlan;
}

type Keys<T> = T extends unknown ? keyof T : never;
export type RuleKindName = Keys<RuleSource>;
type Body<K extends RuleKindName> =
  Extract<RuleSource, Record<K, unknown>> extends infer R ? (K extends keyof R ? R[K] : never) : never;

export interface RuleKind<K extends RuleKindName = RuleKindName> {
  readonly name: K;
  lower(body: Body<K>, context: RuleContext): Plan;
}

/** Declares a rule kind with its body typed by its name. */
export function defineRuleKind<K extends RuleKindName>(kind: RuleKind<K>): RuleKind<K> {
  return kind;
}
