/**
 * The facts of a unit with what appraisers put in their place: declared answers, overlaid by the values that appraisers
 * put in their place, and the points that they gave in place of the rule's. Pure. Whatever scores an appraised unit
 * scores these.
 */
import { parseExact } from "../numbers/decimal.js";
import type { Rational } from "../numbers/rational.js";
import type { CompiledSet } from "../plan/compiled.js";
import type { UnitFacts } from "../score/unit.js";
import { type AnsweringUnit, type AnswerValue, factsOf, type StoredValue } from "./answers.js";

/** Values by input; the input "" is the mark "not applicable" with its reason. Null: taken as not declared. */
export type AdjustedInputs = Readonly<Record<string, StoredValue | null>>;

/** An appraiser's values or points in place of the declared ones. */
export interface Adjustment {
  readonly code: string;
  readonly inputs: AdjustedInputs | null;
  /** Decimal text. */
  readonly points: string | null;
}

/**
 * What the appraised score is made of.
 * @param answers as declared; they are not changed.
 */
export function adjustedFacts(
  set: CompiledSet,
  unit: AnsweringUnit,
  answers: readonly AnswerValue[],
  adjustments: readonly Adjustment[],
): UnitFacts {
  if (adjustments.length === 0) return factsOf(set, unit, answers);
  const facts = factsOf(set, unit, overlaid(answers, adjustments));
  const given = givenPoints(set, adjustments);
  return given.size === 0 ? facts : { ...facts, given };
}

/** Declared answers with the appraisers' values in their place; null is "not declared". */
function overlaid(answers: readonly AnswerValue[], adjustments: readonly Adjustment[]): AnswerValue[] {
  const values = new Map(answers.map((answer) => [`${answer.code}\n${answer.input}`, answer]));
  for (const { code, inputs } of adjustments)
    for (const [input, value] of Object.entries(inputs ?? {}))
      values.set(`${code}\n${input}`, { code, input, value });
  return [...values.values()];
}

/** Points that a person gives in place of the rule's, by node. */
function givenPoints(set: CompiledSet, adjustments: readonly Adjustment[]): ReadonlyMap<number, Rational> {
  const given = new Map<number, Rational>();
  for (const { code, points } of adjustments) {
    const node = set.nodeOf.get(code);
    const read = points === null ? undefined : parseExact(points);
    if (node !== undefined && read !== undefined) given.set(node, read);
  }
  return given;
}
