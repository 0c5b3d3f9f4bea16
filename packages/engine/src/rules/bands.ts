import { message } from "../message.js";
import type { Edge, Step } from "../plan/plan.js";
import type { StepSource } from "../set/schema.js";
import { defineRuleKind, type Path, type RuleContext, SetError } from "./rule-kind.js";

/** Thresholds on a value, edges explicit, first match wins: "Mức 1 ≥ 10% (điểm tối đa); Mức 2 ≥ 7% (70% điểm)". */
export const bands = defineRuleKind({
  name: "bands",
  lower(body, context) {
    return {
      kind: "steps",
      measure: context.measure(body.of, [...context.path, "of"]),
      steps: body.steps.map((step, index) => lowerStep(step, context, [...context.path, "steps", index])),
    };
  },
});

function lowerStep(step: StepSource, context: RuleContext, path: Path): Step {
  const lower = edge(step, "ge", "gt", context, path);
  const upper = edge(step, "le", "lt", context, path);
  if (step.rule && (step.share !== undefined || step.points !== undefined))
    throw new SetError(
      message(
        "Một mức có share/points hoặc rule, không cả hai",
        "A band has share/points or a rule, not both",
      ),
      path,
    );
  return {
    lower,
    upper,
    label: step.label,
    then: step.rule
      ? context.lower(step.rule, context.max, [...path, "rule"])
      : { kind: "points", points: context.worth(step, path) },
  };
}

function edge(
  step: StepSource,
  closed: "ge" | "le",
  open: "gt" | "lt",
  context: RuleContext,
  path: Path,
): Edge | undefined {
  const inside = step[closed];
  const outside = step[open];
  if (inside !== undefined && outside !== undefined)
    throw new SetError(
      message(`Chỉ dùng một trong ${closed}, ${open}`, `Use one of ${closed}, ${open}`),
      path,
    );
  if (inside !== undefined) return { value: context.exact(inside, [...path, closed]), included: true };
  if (outside !== undefined) return { value: context.exact(outside, [...path, open]), included: false };
  return undefined;
}
