/** Every rule of an indicator, with what it is scored out of and where it stands. */
import { parseExact } from "../numbers/decimal.js";
import { multiply, ONE, type Rational } from "../numbers/rational.js";
import type { Path } from "../rules/rule-kind.js";
import type { RuleSource } from "../set/schema.js";
import type { Entry } from "./subject.js";

export interface RulePlace {
  readonly rule: RuleSource;
  /** What the rule is scored out of: the indicator's maximum, or a part's share. */
  readonly max: Rational;
  /** Path of the rule, the key `rule` included. */
  readonly path: Path;
}

/** Something worth points: an option, a band, a part. */
export interface Worth {
  readonly kind: "option" | "step" | "part";
  readonly label: string | undefined;
  /** Points it gives. */
  readonly points: Rational;
  /** What it is a part of. */
  readonly max: Rational;
  readonly written: "share" | "points";
  readonly path: Path;
}

/** The rules of an indicator, outer before inner. An unscored row without a maximum counts as 1. */
export function rulesOf(entry: Entry): RulePlace[] {
  if (!entry.source.rule || entry.source.children) return [];
  const max = exactOf(entry.source.max) ?? ONE;
  return inside({ rule: entry.source.rule, max, path: [...entry.path, "rule"] });
}

function inside(place: RulePlace): RulePlace[] {
  const { rule, max, path } = place;
  const inner: RulePlace[] = [];
  if ("parts" in rule)
    for (const [index, part] of rule.parts.entries())
      inner.push({
        rule: part.rule,
        max: worthOf(part, max) ?? max,
        path: [...path, "parts", index, "rule"],
      });
  if ("best_of" in rule)
    for (const [index, each] of rule.best_of.entries())
      inner.push({ rule: each.rule, max, path: [...path, "best_of", index, "rule"] });
  if ("bands" in rule)
    for (const [index, step] of rule.bands.steps.entries())
      if (step.rule) inner.push({ rule: step.rule, max, path: [...path, "bands", "steps", index, "rule"] });
  if ("relative" in rule && rule.relative.provisional)
    inner.push({ rule: rule.relative.provisional, max, path: [...path, "relative", "provisional"] });
  return [place, ...inner.flatMap(inside)];
}

/** What the options, bands or parts of one rule are worth. */
export function worthsOf({ rule, max, path }: RulePlace): Worth[] {
  type Priced = {
    label?: string | undefined;
    share?: string | number | undefined;
    points?: string | number | undefined;
  };
  const priced = (kind: Worth["kind"], list: readonly Priced[], at: Path): Worth[] =>
    list.flatMap((each, index) => {
      const points = worthOf(each, max);
      const written = each.share === undefined ? "points" : "share";
      return points ? [{ kind, label: each.label, points, max, written, path: [...at, index] }] : [];
    });
  if ("choice" in rule) return priced("option", rule.choice.options ?? [], [...path, "choice", "options"]);
  if ("bands" in rule) return priced("step", rule.bands.steps, [...path, "bands", "steps"]);
  if ("parts" in rule) return priced("part", rule.parts, [...path, "parts"]);
  return [];
}

/** The expressions that a rule measures. */
export function measuresOf(rule: RuleSource): (string | number)[] {
  if ("proportional" in rule) return [rule.proportional.of];
  if ("bands" in rule) return [rule.bands.of];
  if ("per_item" in rule) return [rule.per_item.of];
  return "relative" in rule ? [rule.relative.of] : [];
}

/** A number of the set; undefined when absent. */
export function exactOf(source: string | number | undefined): Rational | undefined {
  return source === undefined ? undefined : parseExact(source);
}

function worthOf(
  source: { share?: string | number | undefined; points?: string | number | undefined },
  max: Rational,
): Rational | undefined {
  const share = exactOf(source.share);
  return share ? multiply(share, max) : exactOf(source.points);
}
