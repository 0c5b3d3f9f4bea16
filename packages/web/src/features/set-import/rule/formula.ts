/** Formulas and conditions as people write them (`(a+b)×c`, `0,5 × a`, `≥`), and as a set's source does. Pure. */
import { ExpressionError, type Message, parseExpression } from "@opendti/engine";
import type { Language } from "../../../api/contract.js";
import type { Exact } from "../model/set-source.js";

/** What people and word processors write for the signs of the rules language. */
const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/[×∙·]/g, "*"],
  [/÷/g, "/"],
  [/[−–]/g, "-"],
  [/≥/g, ">="],
  [/≤/g, "<="],
  [/≠|<>/g, "!="],
  [/(^|[\s(])và(?=[\s(])/gi, "$1and"],
  [/(^|[\s(])hoặc(?=[\s(])/gi, "$1or"],
  [/(^|[\s(])không(?=[\s(])/gi, "$1not"],
];

/** Where a comma parts the arguments of a function, or a dot the code of another indicator, neither is a decimal mark. */
const CALL = /@|\b(min|max|sum|count)\s*\(/;

/** What a formula is as a source writes it, or why it cannot be read. */
export type FormulaReading =
  | { readonly ok: true; readonly source: string }
  | { readonly ok: false; readonly why: Message };

function problemOf(source: string): Message | null {
  try {
    parseExpression(source);
    return null;
  } catch (error) {
    if (error instanceof ExpressionError) return error.text;
    throw error;
  }
}

/** Reads a formula or a condition; empty text is one that is missing. */
export function readFormula(text: string): FormulaReading {
  let source = text.trim().normalize("NFC");
  for (const [sign, plain] of SIGNS) source = source.replace(sign, plain);
  // Letters of the decision are often typed as capitals: A/B.
  source = source.replace(/(?<!@)\b[A-Z](?![\w.])/g, (letter) => letter.toLowerCase());
  const decimals = CALL.test(source) ? source : source.replace(/(\d),(?=\d)/g, "$1.");
  const why = problemOf(decimals);
  return why === null ? { ok: true, source: decimals } : { ok: false, why };
}

/** A formula of a source as a person reads and types it: the inverse of {@link readFormula}. */
export function formulaText(source: Exact, language: Language): string {
  const text = String(source).replace(/\s*\*\s*/g, " × ");
  return language === "en" || CALL.test(text) ? text : text.replace(/(\d)\.(?=\d)/g, "$1,");
}
