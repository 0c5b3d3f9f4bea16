/** The slots a plan reads. */
import type { ConditionPlan, NumberPlan, Plan, Slot } from "./plan.js";

/** Every slot read by the plan, once each, in order of appearance. */
export function slotsOf(...plans: readonly (Plan | NumberPlan | ConditionPlan | undefined)[]): Slot[] {
  const found = new Set<Slot>();
  for (const plan of plans) if (plan) visit(plan, found);
  return [...found];
}

function visit(plan: Plan | NumberPlan | ConditionPlan, found: Set<Slot>): void {
  switch (plan.kind) {
    case "points":
    case "constant":
      return;
    case "slot":
    case "yes":
    case "table":
      found.add(plan.slot);
      return;
    case "negate":
    case "not":
      visit(plan.of, found);
      return;
    case "min":
    case "max":
    case "count":
      for (const part of plan.of) visit(part, found);
      return;
    case "best":
      for (const part of plan.of) visit(part.plan, found);
      return;
    case "sum":
      if ("parts" in plan) for (const part of plan.parts) visit(part.plan, found);
      else for (const part of plan.of) visit(part, found);
      return;
    case "scaled":
      visit(plan.measure.of, found);
      return;
    case "steps":
      visit(plan.measure.of, found);
      for (const step of plan.steps) visit(step.then, found);
      return;
    case "relative":
      visit(plan.measure.of, found);
      if (plan.provisional) visit(plan.provisional, found);
      return;
    case "add":
    case "subtract":
    case "multiply":
    case "divide":
    case "compare":
    case "and":
    case "or":
      visit(plan.left, found);
      visit(plan.right, found);
  }
}
