/** Conditions of exceptions over a chunk, row by row: 1 holds, 0 does not, 2 unknown (Kleene), 3 ask the exact evaluator. */
import type { ConditionPlan } from "../plan/plan.js";
import { type FactChunk, POWER } from "./chunk.js";
import { asFraction } from "./fraction.js";

export const FALSE = 0;
export const TRUE = 1;
export const UNKNOWN = 2;
export const ASK = 3;

/** Tells the condition's outcome for a row of a chunk. */
export type RowCondition = (chunk: FactChunk, row: number) => number;

export function rowCondition(plan: ConditionPlan): RowCondition {
  switch (plan.kind) {
    case "yes": {
      const { slot } = plan;
      return (chunk, row) => {
        const value = chunk.ints[slot * chunk.capacity + row] as number;
        return value !== value ? UNKNOWN : value === 0 ? FALSE : TRUE;
      };
    }
    case "not": {
      const of = rowCondition(plan.of);
      return (chunk, row) => {
        const value = of(chunk, row);
        return value === TRUE ? FALSE : value === FALSE ? TRUE : value;
      };
    }
    case "and":
    case "or": {
      const left = rowCondition(plan.left);
      const right = rowCondition(plan.right);
      const settles = plan.kind === "and" ? FALSE : TRUE;
      return (chunk, row) => {
        const a = left(chunk, row);
        if (a === settles) return settles;
        const b = right(chunk, row);
        return b === settles ? settles : Math.max(a, b) <= TRUE ? b : Math.max(a, b);
      };
    }
    case "compare":
      return comparison(plan);
  }
}

/** A fact against a constant is compared in whole numbers; anything else is asked of the exact evaluator. */
function comparison(plan: Extract<ConditionPlan, { kind: "compare" }>): RowCondition {
  const { left, right, operator } = plan;
  const fraction = asFraction(right);
  if (left.kind !== "slot" || !fraction || fraction.above.terms.length > 0 || fraction.below.terms.length > 0)
    return () => ASK;
  const { slot } = left;
  const above = fraction.above.constant;
  const below = fraction.below.constant;
  if (below === 0) return () => UNKNOWN;
  return (chunk, row) => {
    const at = slot * chunk.capacity + row;
    const value = chunk.ints[at] as number;
    if (value !== value) return UNKNOWN;
    const x = value * below;
    const y = above * (POWER[chunk.scale[slot] as number] as number);
    if (
      Math.abs(x) > Number.MAX_SAFE_INTEGER ||
      y > Number.MAX_SAFE_INTEGER ||
      (chunk.wide.size > 0 && chunk.wide.has(at))
    )
      return ASK;
    switch (operator) {
      case "=":
        return x === y ? TRUE : FALSE;
      case "!=":
        return x !== y ? TRUE : FALSE;
      case ">":
        return x > y ? TRUE : FALSE;
      case ">=":
        return x >= y ? TRUE : FALSE;
      case "<":
        return x < y ? TRUE : FALSE;
      case "<=":
        return x <= y ? TRUE : FALSE;
    }
  };
}
