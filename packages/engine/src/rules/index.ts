/** All rule kinds, by name. */
import type { Plan } from "../plan/plan.js";
import type { RuleSource } from "../set/schema.js";
import { bands } from "./bands.js";
import { bestOf } from "./best-of.js";
import { choice } from "./choice.js";
import { manual } from "./manual.js";
import { parts } from "./parts.js";
import { perItem } from "./per-item.js";
import { proportional } from "./proportional.js";
import { relative } from "./relative.js";
import type { RuleContext } from "./rule-kind.js";

/** Lowers a rule by its kind. */
export function lowerRule(rule: RuleSource, context: RuleContext): Plan {
  if ("choice" in rule) return choice.lower(rule.choice, inside(context, "choice"));
  if ("proportional" in rule) return proportional.lower(rule.proportional, inside(context, "proportional"));
  if ("bands" in rule) return bands.lower(rule.bands, inside(context, "bands"));
  if ("per_item" in rule) return perItem.lower(rule.per_item, inside(context, "per_item"));
  if ("parts" in rule) return parts.lower(rule.parts, inside(context, "parts"));
  if ("best_of" in rule) return bestOf.lower(rule.best_of, inside(context, "best_of"));
  if ("relative" in rule) return relative.lower(rule.relative, inside(context, "relative"));
  return manual.lower(rule.manual, inside(context, "manual"));
}

function inside(context: RuleContext, kind: string): RuleContext {
  return { ...context, path: [...context.path, kind] };
}
