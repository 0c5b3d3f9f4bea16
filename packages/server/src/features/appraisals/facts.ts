/**
 * The facts of an assessment with its appraisals: the engine overlays the declared answers by what was adjusted. Pure.
 * Whatever scores an appraised unit scores these.
 */
import { type AnswerValue, adjustedFacts, type CompiledSet, type UnitFacts } from "@opendti/engine";
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
  const adjusted = judgements.filter(({ verdict }) => verdict === "adjusted");
  return adjustedFacts(set, unit, answers, adjusted);
}
