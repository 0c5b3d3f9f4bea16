/** One score with its whole trace, for people. */
import { type Explanation, formatExact, type Rational } from "@opendti/engine";
import { writeDecimal } from "../language.js";
import type { UnitRecord } from "../score/scored.js";
import type { Screen } from "./screen.js";
import { PAGE } from "./table.js";
import { wrap } from "./width.js";

/** Prints the heading, the one line that says why, and every step; a step's further lines are moved in. */
export async function printExplanation(
  unit: UnitRecord,
  label: string,
  explanation: Explanation,
  screen: Screen,
): Promise<void> {
  const written = (value: Rational): string => writeDecimal(formatExact(value), screen.language);
  // What only collects data has no maximum, and no points to be told.
  const points =
    explanation.max.n === 0n ? "" : `: ${written(explanation.score)} / ${written(explanation.max)}`;
  const name = unit.title === undefined ? unit.unit : `${unit.title} (${unit.unit})`;
  await screen.print(
    ...wrap(`${label}  ${explanation.title}`, PAGE).map((text) => screen.paint("strong", text)),
    ...wrap(name + points, PAGE),
    ...wrap(screen.say(explanation.why), PAGE),
  );
  let before = 0;
  for (const step of explanation.steps) {
    const lines = screen.say(step).split("\n");
    if (before !== 1 || lines.length > 1) await screen.print("");
    before = lines.length;
    for (const line of lines) {
      const indent = /^ */.exec(line)?.[0].length ?? 0;
      await screen.print(...wrap(line, PAGE - 4 - indent).map((text) => `  ${" ".repeat(indent)}${text}`));
    }
  }
}
