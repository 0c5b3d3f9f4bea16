/** The catalogue's sentence for what was wrong with a typed value. */
import type { TextId } from "../../../shared/text.js";
import type { TypedProblem } from "../values/typed-value.js";

const SENTENCES: Readonly<Record<TypedProblem, TextId>> = {
  "not-a-number": "assessments.typed.notANumber",
  "two-readings": "assessments.typed.twoReadings",
  "not-whole": "assessments.typed.notWhole",
  negative: "assessments.typed.negative",
  "too-long": "assessments.typed.tooLong",
  "not-a-date": "assessments.typed.notADate",
  "no-such-day": "assessments.typed.noSuchDay",
  "short-year": "assessments.typed.shortYear",
  "not-a-link": "assessments.typed.notALink",
  "text-too-long": "assessments.typed.textTooLong",
};

/** The sentence that says what is wrong, and what to type instead. */
export function problemId(problem: TypedProblem): TextId {
  return SENTENCES[problem];
}
