/**
 * The facts of an assessment with its appraisals: declared answers, overlaid by the values that appraisers put in their
 * place, and the points that they gave in place of the rule's. Pure. Whatever scores an appraised unit scores these.
 */
import { type CompiledSet, type exact, parseExact, type UnitFacts } from "@opendti/engine";
import { type AnswerValue, factsOf } from "../assessments/scoring.js";
import type { Judgement } from "./appraisal.js";

/**
 * What the appraised score is made of.
 * @param answers as declared; they are not changed.
 * @param judgements of the assessment; agreements and what was taken back change nothing.
 */
export function appraisedFacts(
  set: CompiledSet,
  unit: { readonly id: string; readonly name: string; readonly group: string | null },
  answers: readonly AnswerValue[],
  judgements: readonly Judgement[],
): UnitFacts {
  const facts = factsOf(set, unit, overlaid(answers, judgements));
  const given = givenPoints(set, judgements);
  return given.size === 0 ? facts : { ...facts, given };
}

/** Declared answers with the appraisers' values in their place; null is "not declared". */
function overlaid(answers: readonly AnswerValue[], judgements: readonly Judgement[]): AnswerValue[] {
  const values = new Map(answers.map((answer) => [`${answer.code}\n${answer.input}`, answer]));
  for (const { code, verdict, inputs } of judgements)
    if (verdict === "adjusted")
      for (const [input, value] of Object.entries(inputs ?? {}))
        values.set(`${code}\n${input}`, { code, input, value });
  return [...values.values()];
}

/** Points that a person gives in place of the rule's, by node. */
function givenPoints(
  set: CompiledSet,
  judgements: readonly Judgement[],
): ReadonlyMap<number, exact.Rational> {
  const given = new Map<number, exact.Rational>();
  for (const { code, verdict, points } of judgements) {
    const node = set.nodeOf.get(code);
    const read = verdict === "adjusted" && points !== null ? parseExact(points) : undefined;
    if (node !== undefined && read !== undefined) given.set(node, read);
  }
  return given;
}
