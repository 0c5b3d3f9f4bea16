/** A score explained to people: one line that says why, and the steps from the declared facts to the points. */
import { type Language, type Message, message } from "../message.js";
import type { Rational } from "../numbers/rational.js";
import type { CompiledSet } from "../plan/compiled.js";
import type { Status, UnitFacts, UnitScore } from "../score/unit.js";
import { givenLine, givenOf, givenSteps } from "./given.js";
import { indicatorSource } from "./indicator-source.js";
import { readTrace } from "./reading.js";
import { stepLines } from "./steps.js";
import type { View } from "./view.js";
import { whyLine } from "./why.js";
import { inBoth } from "./wording.js";

/** One score in words; the numbers are exact, the sentences formatted for people. */
export interface Explanation {
  /** As the document prints it: `2.1.3`. */
  readonly code: string;
  readonly title: string;
  readonly max: Rational;
  readonly status: Status;
  /** Rounded as the set declares. */
  readonly score: Rational;
  /** One line: `22/23 = 95,65% × 10 = 9,56 điểm`. */
  readonly why: Message;
  /** Inputs, formula, ratio, points, rounding; the decision's own text last, as long as it is. */
  readonly steps: readonly Message[];
}

/**
 * Explains the score of one node.
 * @param score from `scoreUnit` with `traced`; without a trace `why` falls back on the status and the score.
 * @param node index of the node in the set; a `RangeError` when there is none.
 * @param facts what the score was computed from.
 */
export function explainNode(set: CompiledSet, score: UnitScore, node: number, facts: UnitFacts): Explanation {
  const of = set.nodes[node];
  const own = score.nodes[node];
  if (!of || !own) throw new RangeError(`explainNode: ${set.id} has no node ${node}`);
  const given = givenOf(own);
  const reading = readTrace(indicatorSource(set, node).rule, of.plan, given?.rule.trace ?? own.trace);
  const view = (language: Language): View => ({ set, node: of, own, score, facts, reading, language });
  const why = (language: Language): string =>
    oneLine(given ? givenLine(given, language) : whyLine(view(language)));
  const steps = (language: Language): string[] =>
    given ? givenSteps(view(language), given) : stepLines(view(language));
  return {
    code: of.code,
    title: of.title,
    max: of.max,
    status: own.status,
    score: own.score,
    why: inBoth(why),
    // Told when asked for: a table of many units shows the one line alone.
    get steps() {
      const en = steps("en");
      return steps("vi").map((vi, index) => message(vi, en[index] ?? vi));
    },
  };
}

/** Sentences and labels of a set may run over several lines; what quotes them does not. */
function oneLine(text: string): string {
  return text.includes("\n") ? text.replace(/\s+/g, " ") : text;
}
