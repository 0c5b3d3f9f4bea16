/** Expressions written for people: with the letters of the decision, or with the declared numbers put in. */
import type { Language } from "../message.js";
import type { ConditionPlan, NumberPlan, Slot } from "../plan/plan.js";
import { inFull, words } from "./wording.js";

/** What stands in the text for a fact: its letter, or its value. */
export type Spelling = (slot: Slot) => string;

/** How tightly the outermost operation of a text binds. */
const OR = 1;
const AND = 2;
const TEST = 3;
const SUM = 4;
const PRODUCT = 5;
const ATOM = 7;

interface Piece {
  readonly text: string;
  readonly binding: number;
}

/** `(a + b)/c`, or `(1 + 2)/3`, as the spelling says. */
export function writeFormula(plan: NumberPlan, spell: Spelling, language: Language): string {
  return numberPiece(plan, spell, language).text;
}

/** `a + b ≤ e`, or `1 + 2 ≤ 17`, as the spelling says. */
export function writeCondition(plan: ConditionPlan, spell: Spelling, language: Language): string {
  return conditionPiece(plan, spell, language).text;
}

function numberPiece(plan: NumberPlan, spell: Spelling, language: Language): Piece {
  switch (plan.kind) {
    case "constant":
      return value(inFull(plan.value, language));
    case "slot":
      return value(spell(plan.slot));
    case "negate":
      return { text: `-${held(numberPiece(plan.of, spell, language), ATOM)}`, binding: PRODUCT };
    case "sum":
      return plan.of
        .map((part) => numberPiece(part, spell, language))
        .reduce((left, right) => joined(left, " + ", right, SUM));
    case "min":
    case "max":
      return call(plan.kind, plan.of, spell, language);
    case "count":
      return countPiece(plan.of, spell, language);
    default: {
      const left = numberPiece(plan.left, spell, language);
      const right = numberPiece(plan.right, spell, language);
      if (plan.kind === "add") return joined(left, " + ", right, SUM);
      if (plan.kind === "subtract") return joined(left, " - ", right, SUM);
      return joined(left, plan.kind === "multiply" ? " × " : "/", right, PRODUCT);
    }
  }
}

/** A number or a name; a fraction binds like the division it shows, a negative number like a product. */
function value(text: string): Piece {
  return { text, binding: /^\d[\d.,]*\/\d/.test(text) || text.startsWith("-") ? PRODUCT : ATOM };
}

/** The count of one list is the list's own number; of several answers it stays a count. */
function countPiece(of: readonly (NumberPlan | ConditionPlan)[], spell: Spelling, language: Language): Piece {
  const [only] = of;
  if (of.length === 1 && only?.kind === "slot") return value(spell(only.slot));
  return call(words(language, "đếm", "count"), of, spell, language);
}

/** `min(a; b)`: a semicolon, since a Vietnamese number has a comma of its own. */
function call(
  name: string,
  of: readonly (NumberPlan | ConditionPlan)[],
  spell: Spelling,
  language: Language,
): Piece {
  return {
    text: `${name}(${of.map((part) => eitherPiece(part, spell, language).text).join("; ")})`,
    binding: ATOM,
  };
}

function eitherPiece(plan: NumberPlan | ConditionPlan, spell: Spelling, language: Language): Piece {
  switch (plan.kind) {
    case "yes":
    case "compare":
    case "not":
    case "and":
    case "or":
      return conditionPiece(plan, spell, language);
    default:
      return numberPiece(plan, spell, language);
  }
}

const SIGNS = { "=": "=", "!=": "≠", ">": ">", ">=": "≥", "<": "<", "<=": "≤" } as const;

function conditionPiece(plan: ConditionPlan, spell: Spelling, language: Language): Piece {
  switch (plan.kind) {
    case "yes":
      return { text: spell(plan.slot), binding: ATOM };
    case "not":
      return {
        text: `${words(language, "không phải", "not")} ${held(conditionPiece(plan.of, spell, language), ATOM)}`,
        binding: TEST,
      };
    case "compare": {
      const left = numberPiece(plan.left, spell, language);
      const right = numberPiece(plan.right, spell, language);
      return { text: `${left.text} ${SIGNS[plan.operator]} ${right.text}`, binding: TEST };
    }
    case "and":
    case "or": {
      const left = conditionPiece(plan.left, spell, language);
      const right = conditionPiece(plan.right, spell, language);
      const binding = plan.kind === "and" ? AND : OR;
      const word = plan.kind === "and" ? words(language, "và", "and") : words(language, "hoặc", "or");
      return { text: `${held(left, binding)} ${word} ${held(right, binding)}`, binding };
    }
  }
}

/** Left and right of an operator; the right side keeps its brackets where `a - (b + c)` and `a/(b × c)` need them. */
function joined(left: Piece, operator: string, right: Piece, binding: number): Piece {
  const strict = operator === " - " || operator === "/" || right.text.startsWith("-");
  return { text: `${held(left, binding)}${operator}${held(right, strict ? binding + 1 : binding)}`, binding };
}

function held({ text, binding }: Piece, needed: number): string {
  return binding < needed ? `(${text})` : text;
}
