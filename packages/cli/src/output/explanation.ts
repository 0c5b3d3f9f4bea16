/** One score with its whole trace, for people. */
import { type Explanation, formatExact } from "@opendti/engine";
import type { UnitRecord } from "../input/units.js";
import { writeDecimal } from "../language.js";
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
  const { facts } = unit;
  const points = `${writeDecimal(formatExact(explanation.score), screen.language)} / ${writeDecimal(formatExact(explanation.max), screen.language)}`;
  await screen.print(
    ...wrap(`${label}  ${explanation.title}`, PAGE).map((text) => screen.paint("strong", text)),
    ...wrap(`${facts.title === undefined ? facts.unit : `${facts.title} (${facts.unit})`}: ${points}`, PAGE),
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
