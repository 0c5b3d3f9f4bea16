/** Conditions that can be chosen from lists: one fact against one number, or a yes. Others are typed. Pure. */
import { ExpressionError, parseExpression } from "@opendti/engine";
import { readFormula } from "./formula.js";

export const comparisons = ["=", "!=", ">", ">=", "<", "<="] as const;
export type Comparison = (typeof comparisons)[number];

/** `servers = 0`: a fact, how it compares, a number; or a fact alone that must be a yes. */
export type SimpleCondition =
  | {
      readonly kind: "compare";
      readonly fact: string;
      readonly operator: Comparison;
      readonly amount: string;
    }
  | { readonly kind: "holds"; readonly fact: string };

/** The condition as its parts; null where it says more than lists can hold. */
export function simpleCondition(text: string): SimpleCondition | null {
  const reading = readFormula(text);
  if (!reading.ok) return null;
  try {
    const tree = parseExpression(reading.source);
    if (tree.kind === "name") return { kind: "holds", fact: tree.name };
    if (tree.kind === "compare" && tree.left.kind === "name" && tree.right.kind === "number")
      return { kind: "compare", fact: tree.left.name, operator: tree.operator, amount: tree.right.text };
    return null;
  } catch (error) {
    if (error instanceof ExpressionError) return null;
    throw error;
  }
}

/** The condition as a formula: the inverse of {@link simpleCondition}. */
export function conditionText(condition: SimpleCondition): string {
  if (condition.kind === "holds") return condition.fact;
  return `${condition.fact} ${condition.operator} ${condition.amount}`;
}
