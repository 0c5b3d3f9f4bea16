/** What the inputs of an indicator are beyond what it lists: those a rule brings along, their options and defaults. */
import { parseExact } from "../numbers/decimal.js";
import { ONE, type Rational, ZERO } from "../numbers/rational.js";
import type { IndicatorSource, InputSource, RuleSource } from "../set/schema.js";

/** The two inputs that a rule brings along: `choice` with its options, and the `points` of a manual rule. */
export function impliedInputs(source: IndicatorSource): InputSource[] {
  const declared = new Set(source.inputs?.map((input) => input.id));
  const implied: InputSource[] = [];
  visitRules(source.rule, (rule) => {
    if ("choice" in rule && !declared.has(rule.choice.of ?? "choice") && rule.choice.options) {
      const id = rule.choice.of ?? "choice";
      declared.add(id);
      implied.push({ id, label: source.title, kind: "choice" });
    }
    if ("manual" in rule && !declared.has(rule.manual.of ?? "points")) {
      const id = rule.manual.of ?? "points";
      declared.add(id);
      const aliases = ["value", "score"].filter((alias) => alias !== id && !declared.has(alias));
      implied.push({ id, label: source.title, kind: "number", min: 0, max: source.max, aliases });
    }
  });
  return implied;
}

function visitRules(rule: RuleSource | undefined, visit: (rule: RuleSource) => void): void {
  if (!rule) return;
  visit(rule);
  if ("parts" in rule) for (const part of rule.parts) visitRules(part.rule, visit);
  if ("best_of" in rule) for (const alternative of rule.best_of) visitRules(alternative.rule, visit);
  if ("bands" in rule) for (const step of rule.bands.steps) visitRules(step.rule, visit);
  if ("relative" in rule) visitRules(rule.relative.provisional, visit);
}

/** The option labels that a choice rule lists for an input. */
export function ruleOptions(rule: RuleSource | undefined, input: string): string[] {
  let labels: string[] = [];
  visitRules(rule, (inner) => {
    if ("choice" in inner && (inner.choice.of ?? "choice") === input && inner.choice.options)
      labels = inner.choice.options.map((option) => option.label);
  });
  return labels;
}

/** Facts that only an exception needs (`e1`, `e2`, ...) are "no" unless said otherwise. */
export function defaultOf(input: Partial<InputSource>, ofIndicator: boolean): Rational | undefined {
  const given = input.default;
  if (given === undefined)
    return ofIndicator && input.kind === "yes_no" && /^e\d+$/.test(input.id ?? "") ? ZERO : undefined;
  if (typeof given === "boolean") return given ? ONE : ZERO;
  return parseExact(given);
}
