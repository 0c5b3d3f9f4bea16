/** Marks that a clause begins with: numbers, letters, "Cách 1."; and letters that stand for what is measured. */
import { standsAt } from "../text/phrases.js";
import type { Token } from "../text/tokens.js";

/** The end of "1.", "2)", "(3)", "a)", "Cách 2." that begins here; `at` where none does. */
export function markerEnd(tokens: readonly Token[], at: number): number {
  const token = tokens[at];
  if (!token) return at;
  const bracket = token.base === "(" ? 1 : 0;
  const name = tokens[at + bracket];
  const after = tokens[at + bracket + 1];
  const next = tokens[at + bracket + 2];
  if (!name || !after) return at;
  const numbered = name.kind === "number" && !name.number?.percent && !after.spaced;
  const lettered = isVariable(name) && !after.spaced && (after.base === ")" || token.breaks > 0 || at === 0);
  const closes =
    after.base === ")" ||
    (bracket === 0 && after.base === "." && (next?.upper || next?.breaks || next?.base === "("));
  if ((numbered || lettered) && closes && (bracket === 0 || after.base === ")")) return at + bracket + 2;
  if (bracket === 0 && standsAt(tokens, at, wayWords) && after.kind === "number") {
    const stop = tokens[at + 2];
    return stop && [".", ":", ")"].includes(stop.base) ? at + 3 : at;
  }
  return at;
}

const wayWords = {
  byBase: new Map(["cach", "phan", "y"].map((base) => [base, [[{ base, key: "", loose: true }]]] as const)),
};

export const isVariable = (token: Token | undefined): boolean =>
  token?.kind === "word" && token.base.length === 1 && token.bare && token.key === `${token.base}0`;

/** `a =`, `a1 =`, `b là`: only a definition begins so. */
export function startsDefinition(tokens: readonly Token[], at: number): boolean {
  if (!isVariable(tokens[at])) return false;
  const digit = tokens[at + 1];
  const to = digit?.kind === "number" && !digit.spaced ? at + 2 : at + 1;
  const sign = tokens[to];
  if (sign?.base === "=" && tokens[at]?.base !== "x") return true;
  if (sign?.base === "la" && sign.key === "la1") return true;
  return (
    sign?.base === ":" && ((tokens[at]?.breaks ?? 0) > 0 || [",", ";"].includes(tokens[at - 1]?.base ?? ""))
  );
}

/** Where the bracket that opens here closes; -1 when it does not. */
export function closesAt(tokens: readonly Token[], at: number, to: number): number {
  let depth = 0;
  for (let i = at; i < to; i++) {
    if (tokens[i]?.base === "(" || tokens[i]?.base === "[") depth++;
    if (tokens[i]?.base === ")" || tokens[i]?.base === "]") depth--;
    if (depth === 0) return i;
  }
  return -1;
}
