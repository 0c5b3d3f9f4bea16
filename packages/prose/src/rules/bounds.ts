/** The most that a sum of ratios can come to: 1 for each; and sums that mix ratios with plain counts. */
import { exact, type Rational } from "@opendti/engine";
import type { Draft } from "./draft.js";
import type { Formula } from "./formula.js";
import { monomialOf, termsOf } from "./measure.js";

/** What a sum comes to at most; "mixed" where ratios and counts are added; null where nothing is known. */
export function mostOf(formula: Formula, draft: Draft): Rational | "mixed" | null {
  const terms = termsOf(formula);
  if (terms.length < 2) return boundOf(formula, draft);
  const bounds = terms.map(({ formula: term }) => boundOf(term, draft));
  const known = bounds.filter((bound) => bound !== null);
  if (known.length === 0) return null;
  const counted = terms.some(({ formula: term }, at) => bounds[at] === null && counts(term, draft));
  if (known.length < bounds.length) return counted ? "mixed" : null;
  return terms.reduce((sum, { sign, formula: term }, at) => {
    const bound = bounds[at] ?? exact.ZERO;
    if (sign === 1) return exact.add(sum, bound);
    // "Tỷ lệ - 50%" comes to 50% at most; what a ratio takes off may be nothing.
    return term.kind === "number" ? exact.subtract(sum, bound) : sum;
  }, exact.ZERO);
}

/** A ratio is at most 1, a number itself; a count has no bound. */
function boundOf(formula: Formula, draft: Draft): Rational | null {
  switch (formula.kind) {
    case "number":
      return formula.value;
    case "ratio":
      return exact.ONE;
    case "letter":
      return kindOf(formula.name, draft) === "percent" ? exact.ONE : null;
    case "least":
      return boundOf(formula.right, draft);
    case "operation":
      return boundOfOperation(formula, draft);
    default:
      return null;
  }
}

function boundOfOperation(formula: Extract<Formula, { kind: "operation" }>, draft: Draft): Rational | null {
  const { operator, left, right } = formula;
  const above = boundOf(left, draft);
  if (operator === "-") return above;
  if (operator === "+") {
    const below = boundOf(right, draft);
    return above && below ? exact.add(above, below) : null;
  }
  // "0,6*a/b": the number, and a ratio that is at most 1.
  const monomial = monomialOf(formula);
  const body = monomial?.body ?? null;
  if (!monomial || !body || monomial.power !== 0) return null;
  const product = body.kind === "operation" && (body.operator === "*" || body.operator === "/");
  const most = product ? productOf(body, draft) : boundOf(body, draft);
  return most && exact.multiply(monomial.coefficient, most);
}

function productOf(
  { operator, left, right }: Extract<Formula, { kind: "operation" }>,
  draft: Draft,
): Rational | null {
  if (operator === "/") return exact.ONE;
  const [above, below] = [boundOf(left, draft), boundOf(right, draft)];
  return above && below ? exact.multiply(above, below) : null;
}

/** Whether a term is a count alone: "c" beside "a/b". */
function counts(formula: Formula, draft: Draft): boolean {
  return formula.kind === "letter" && kindOf(formula.name, draft) === "count";
}

function kindOf(letter: string, draft: Draft): string | undefined {
  const id = draft.letters.get(letter);
  return draft.inputs.find((input) => input.id === id)?.kind;
}

/** "a/b*c" with three counts: a ratio times a count, which has no most. */
export function multipliesCount(formula: Formula, draft: Draft): boolean {
  return dividesByInput(formula) && degreeOf(formula, draft) > 0;
}

function dividesByInput(formula: Formula): boolean {
  if (formula.kind !== "operation") return false;
  if (formula.operator === "/" && degreesIn(formula.right)) return true;
  return dividesByInput(formula.left) || dividesByInput(formula.right);
}

const degreesIn = (formula: Formula): boolean =>
  formula.kind === "operation"
    ? degreesIn(formula.left) || degreesIn(formula.right)
    : formula.kind === "letter" || formula.kind === "named";

/** How many counts are multiplied, less those that divide; only letters that count are known to. */
export function degreeOf(formula: Formula, draft: Draft): number {
  if (formula.kind === "letter") return counts(formula, draft) ? 1 : 0;
  if (formula.kind !== "operation") return 0;
  const [left, right] = [degreeOf(formula.left, draft), degreeOf(formula.right, draft)];
  switch (formula.operator) {
    case "*":
      return left + right;
    case "/":
      return left - right;
    default:
      return Math.max(left, right);
  }
}
