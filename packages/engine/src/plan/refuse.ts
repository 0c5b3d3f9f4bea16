/** Mistakes of a set as a whole: names used twice, and scores too fine to be counted. */
import { message } from "../message.js";
import { add, ZERO } from "../numbers/rational.js";
import { type Rounding, tenTo } from "../numbers/rounding.js";
import { type Path, SetError } from "../rules/rule-kind.js";
import type { Fact, Node } from "./compiled.js";

/** Most units of the last digit that all maxima together may come to. */
const MOST_TICKS = 1n << 27n;

/** Scores are counted in whole units of the last digit; beyond some hundred million of them the columns are not exact. */
export function tooFine({ digits }: Rounding, nodes: readonly Node[]): SetError[] {
  const all = nodes.reduce(
    (total, node) => (node.children.length === 0 ? add(total, node.max) : total),
    ZERO,
  );
  if (all.n * tenTo(digits) < MOST_TICKS * all.d) return [];
  return [
    new SetError(
      message(
        `Tổng điểm tối đa quá lớn để làm tròn tới ${digits} chữ số; giảm rounding.score.digits`,
        `The maxima are too large to be rounded to ${digits} digits; lower rounding.score.digits`,
      ),
      ["rounding", "score", "digits"],
    ),
  ];
}

/** Inputs declared twice, and breakdowns that name an input that is not there. */
export function badNames(facts: readonly Fact[], path: Path): SetError[] {
  const errors: SetError[] = [];
  const seen = new Set<string>();
  for (const fact of facts)
    for (const name of [fact.id, ...fact.aliases]) {
      if (seen.has(name))
        errors.push(
          new SetError(message(`Số liệu "${name}" khai hai lần`, `Input "${name}" is declared twice`), path),
        );
      seen.add(name);
    }
  for (const fact of facts)
    for (const id of fact.breakdown)
      if (!facts.some((other) => other.id === id))
        errors.push(
          new SetError(message(`breakdown: không có số liệu "${id}"`, `breakdown: no input "${id}"`), path),
        );
  return errors;
}
