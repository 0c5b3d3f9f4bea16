/** Formulas as expressions over input ids, and as a number times the maximum times what is measured. */
import { exact, type Rational } from "@opendti/engine";
import { tokensOf } from "../text/tokens.js";
import type { Draft, Quantity, Ratio } from "./draft.js";
import { inExpression } from "./exact-text.js";
import type { Formula } from "./formula.js";
import { inputKindOf } from "./input-kind.js";
import { message } from "./questions.js";
import { labelOf, wordsOf } from "./source-text.js";

/** coefficient x maximum^power x body; the body is what is measured, null where there is none. */
export interface Monomial {
  readonly coefficient: Rational;
  readonly power: number;
  readonly body: Formula | null;
}

/** Numbers and the maximum taken out of a product; null where the maximum stands within a sum. */
export function monomialOf(formula: Formula): Monomial | null {
  if (formula.kind === "number") return { coefficient: formula.value, power: 0, body: null };
  if (formula.kind === "maximum") return { coefficient: exact.ONE, power: 1, body: null };
  if (formula.kind !== "operation") return { coefficient: exact.ONE, power: 0, body: formula };
  const { operator } = formula;
  if (operator === "+" || operator === "-") {
    if (hasMaximum(formula)) return null;
    return { coefficient: exact.ONE, power: 0, body: formula };
  }
  const left = monomialOf(formula.left);
  const right = monomialOf(formula.right);
  if (!left || !right) return null;
  if (operator === "*")
    return {
      coefficient: exact.multiply(left.coefficient, right.coefficient),
      power: left.power + right.power,
      body:
        left.body && right.body
          ? { ...formula, left: left.body, right: right.body }
          : (left.body ?? right.body),
    };
  if (right.coefficient.n === 0n) return null;
  const coefficient = exact.divide(left.coefficient, right.coefficient);
  const power = left.power - right.power;
  if (!right.body) return { coefficient, power, body: left.body };
  const above: Formula = left.body ?? { kind: "number", value: exact.ONE, percent: false };
  return { coefficient, power, body: { ...formula, left: above, right: right.body } };
}

/** The terms of a sum, each with its sign. */
export function termsOf(formula: Formula, sign: 1 | -1 = 1): { sign: 1 | -1; formula: Formula }[] {
  if (formula.kind !== "operation" || (formula.operator !== "+" && formula.operator !== "-"))
    return [{ sign, formula }];
  const right = formula.operator === "+" ? sign : sign === 1 ? -1 : 1;
  return [...termsOf(formula.left, sign), ...termsOf(formula.right, right)];
}

function hasMaximum(formula: Formula): boolean {
  if (formula.kind === "operation") return hasMaximum(formula.left) || hasMaximum(formula.right);
  return formula.kind === "maximum";
}

/** Whether the highest or lowest of the group stands in a formula. */
export function extremesIn(formula: Formula): ("highest" | "lowest")[] {
  if (formula.kind === "operation") return [...extremesIn(formula.left), ...extremesIn(formula.right)];
  return (formula.kind === "ratio" || formula.kind === "named") && formula.extreme ? [formula.extreme] : [];
}

/** The expression of a formula over input ids; undefined (and doubted) where a letter or the ratio is not defined. */
export function expressionOf(
  formula: Formula,
  draft: Draft,
  clauseSpan: { start: number; end: number },
): string | undefined {
  return write(formula, draft, clauseSpan, 0);
}

function write(
  formula: Formula,
  draft: Draft,
  span: { start: number; end: number },
  binding: number,
): string | undefined {
  switch (formula.kind) {
    case "number":
      return inExpression(formula.value);
    case "maximum":
      return draft.max ? inExpression(draft.max) : undefined;
    case "letter":
      return letterOf(formula.name, draft, span);
    case "ratio": {
      const ratio = ratioOf(formula.name, draft);
      if (ratio) return binding > 0 && /[+\-/*]/.test(ratio.of) ? parenthesised(ratio.of, binding) : ratio.of;
      return undefined;
    }
    case "named":
      return namedQuantity(labelOf(draft.text, formula.span), draft).id;
    case "least": {
      const left = write(formula.left, draft, span, 0);
      const right = write(formula.right, draft, span, 0);
      return left === undefined || right === undefined ? undefined : `min(${left}, ${right})`;
    }
    case "operation": {
      const level = formula.operator === "+" || formula.operator === "-" ? 1 : 2;
      const left = write(formula.left, draft, span, level === 1 ? 0 : 2);
      const right = write(formula.right, draft, span, level === 1 ? (formula.operator === "-" ? 2 : 0) : 3);
      if (left === undefined || right === undefined) return undefined;
      const whole = `${left}${formula.operator}${right}`;
      return level < binding || (level === 2 && binding === 3) ? `(${whole})` : whole;
    }
  }
}

function parenthesised(of: string, binding: number): string {
  return binding >= 3 || /[+-]/.test(of) ? `(${of})` : of;
}

function letterOf(name: string, draft: Draft, span: { start: number; end: number }): string | undefined {
  const alias = draft.aliases.get(name);
  if (alias !== undefined) return /[+\-*/]/.test(alias) ? `(${alias})` : alias;
  const id = draft.letters.get(name) ?? draft.known.get(name);
  if (id !== undefined) return id;
  draft.doubt(
    "letter-undeclared",
    message(
      `Công thức dùng chữ "${name}" nhưng lời văn không nói "${name}" là gì.`,
      `The formula uses the letter "${name}", but the text does not say what "${name}" is.`,
    ),
    span,
  );
  return undefined;
}

/** The ratio that words mean: the one of that name, or the only one. */
export function ratioOf(name: string, draft: Draft): Ratio | undefined {
  const exactly = draft.ratios.find((ratio) => ratio.name === name);
  if (exactly) return exactly;
  const [only] = draft.ratios;
  // "Tỷ lệ A x 5 + Tỷ lệ B x 5" are two, even where one is defined and they share a word.
  if (name !== "" && draft.ratioNames.size > 1) return undefined;
  if (only && draft.ratios.length === 1) {
    // "Tỷ lệ A = ...; Điểm = Tỷ lệ B*..." are two ratios, unless the words have one in common or one has none.
    const own = new Set(only.name.split(" "));
    const loose =
      name === "" || only.name === "" || name.split(" ").some((word) => own.has(word)) || general.has(name);
    return loose ? only : undefined;
  }
  if (name === "") return draft.ratios.at(-1);
  const wanted = new Set(name.split(" "));
  const near = draft.ratios.filter(
    (ratio) => ratio.name !== "" && ratio.name.split(" ").every((word) => wanted.has(word)),
  );
  return near.length === 1 ? near[0] : undefined;
}

/** Words after "tỷ lệ" that tell it from no other. */
const general = new Set(
  ["đạt được", "thực hiện", "hoàn thành", "đạt", "này", "trên", "của đơn vị", "của địa phương"].map((words) =>
    wordsOf(tokensOf(words)).join(" "),
  ),
);

/** The quantities that formulas name in words, each once. */
export function namedIn(formulas: readonly Formula[], text: string): number {
  const labels = new Set<string>();
  const visit = (formula: Formula): void => {
    if (formula.kind === "operation") {
      visit(formula.left);
      visit(formula.right);
    } else if (formula.kind === "named" && formula.extreme === null)
      labels.add(folded(labelOf(text, formula.span)));
  };
  for (const formula of formulas) visit(formula);
  return labels.size;
}

/** The names of the ratios in formulas: "hồ sơ trực tuyến", "thanh toán trực tuyến". */
export function ratioNamesIn(formulas: readonly Formula[]): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (formula: Formula): void => {
    if (formula.kind === "operation") {
      visit(formula.left);
      visit(formula.right);
    } else if (formula.kind === "ratio" && formula.extreme === null && formula.name !== "")
      names.add(formula.name);
  };
  for (const formula of formulas) visit(formula);
  return names;
}

/** An input for a quantity that a formula names in words: the next free letter, the same for the same words. */
function namedQuantity(label: string, draft: Draft): Quantity {
  const same = draft.quantities.find((quantity) => folded(quantity.label) === folded(label));
  if (same) return same;
  const single = draft.named === 1 && draft.letters.size === 0;
  const quantity = { id: single ? draft.freeId("value") : draft.freeLetter(), label, words: [] };
  draft.quantities.push(quantity);
  draft.input({ id: quantity.id, label, ...inputKindOf(label, draft.unit) });
  return quantity;
}

const folded = (label: string): string =>
  label
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
