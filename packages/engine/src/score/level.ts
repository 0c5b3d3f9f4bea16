/** Levels from thresholds: on the total, or on each group of pillars with the weakest counting. */
import { parseExact } from "../numbers/decimal.js";
import { add, compare, multiply, type Rational, ZERO } from "../numbers/rational.js";
import { round } from "../numbers/rounding.js";
import type { CompiledSet } from "../plan/compiled.js";

/**
 * Key of the level reached; undefined when the set has no levels or none is reached.
 * @param pillarScore as the set adds it up: rounded or exact.
 */
export function levelOf(
  set: CompiledSet,
  total: Rational,
  pillarScore: (pillar: number) => Rational,
): string | undefined {
  const { levels } = set.source;
  if (!levels) return undefined;
  const ladder = levels.steps.flatMap((step) => {
    const value = parseExact(step.ge);
    return value ? [{ key: step.key, value, share: String(step.ge).trim().endsWith("%") }] : [];
  });
  ladder.sort((a, b) => compare(b.value, a.value));
  const reached = (score: Rational, max: Rational): number => {
    const place = ladder.findIndex(
      (step) => compare(score, step.share ? multiply(step.value, max) : step.value) >= 0,
    );
    return place < 0 ? ladder.length : place;
  };
  const place =
    levels.by === "total"
      ? reached(total, set.max)
      : Math.max(
          ...set.groups.map((group) =>
            reached(
              round(
                group.pillars.reduce((sum, pillar) => add(sum, pillarScore(pillar)), ZERO),
                set.scoreRounding,
              ),
              group.max,
            ),
          ),
        );
  return ladder[place]?.key;
}
