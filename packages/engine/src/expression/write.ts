/** A plan written back as an expression of the rules language: `max(a, b) * 2`, as a set would say it. */
import { formatExact } from "../numbers/decimal.js";
import type { ConditionPlan, NumberPlan, Slot } from "../plan/plan.js";

/** What stands for a fact. */
type Name = (slot: Slot) => string;

interface Piece {
  readonly text: string;
  /** How tightly its outermost operation binds. */
  readonly binding: number;
}

const LOOSEST = 0;
const SUM = 2;
const PRODUCT = 3;
const ATOM = 4;

const SIGNS = { add: " + ", subtract: " - ", multiply: " * ", divide: "/" } as const;

/** The number as an expression, bracketed no more than it must be. */
export function writeExpression(plan: NumberPlan, name: Name): string {
  return piece(plan, name).text;
}

function piece(plan: NumberPlan | ConditionPlan, name: Name): Piece {
  switch (plan.kind) {
    case "constant": {
      const text = formatExact(plan.value);
      return { text, binding: /^[\d.]+$/.test(text) ? ATOM : PRODUCT };
    }
    case "slot":
    case "yes":
      return { text: name(plan.slot), binding: ATOM };
    case "negate":
      return { text: `-${held(piece(plan.of, name), ATOM)}`, binding: PRODUCT };
    case "min":
    case "max":
    case "sum":
    case "count":
      return {
        text: `${plan.kind}(${plan.of.map((part) => piece(part, name).text).join(", ")})`,
        binding: ATOM,
      };
    case "add":
    case "subtract":
    case "multiply":
    case "divide": {
      const binding = plan.kind === "add" || plan.kind === "subtract" ? SUM : PRODUCT;
      // a - (b + c) and a/(b * c) keep their brackets.
      const inner = plan.kind === "subtract" || plan.kind === "divide" ? binding + 1 : binding;
      return {
        text: held(piece(plan.left, name), binding) + SIGNS[plan.kind] + held(piece(plan.right, name), inner),
        binding,
      };
    }
    case "compare":
      return {
        text: `${piece(plan.left, name).text} ${plan.operator} ${piece(plan.right, name).text}`,
        binding: LOOSEST,
      };
    case "not":
      return { text: `not ${held(piece(plan.of, name), ATOM)}`, binding: LOOSEST };
    case "and":
    case "or":
      return {
        text: `${held(piece(plan.left, name), ATOM)} ${plan.kind} ${held(piece(plan.right, name), ATOM)}`,
        binding: LOOSEST,
      };
  }
}

function held({ text, binding }: Piece, needed: number): string {
  return binding < needed ? `(${text})` : text;
}
