/**
 * The text as words, numbers and signs, each with the stretch of the text as given that it was read from. One reading for
 * NFC and NFD, for both places of the tone mark, for every dash, and for the signs that Word, HTML and scanners write.
 */
import { exact } from "@opendti/engine";
import {
  type Characters,
  charactersOf,
  isDigit,
  isLetter,
  isSpace,
  isUpper,
} from "../references/characters.js";
import { type NumberToken, numberAt } from "./numbers.js";

export interface Token {
  readonly kind: "word" | "number" | "sign";
  /** A word's letters without marks, in lower case; a sign in its one form: `>=`, `-`, `→`, `•`. */
  readonly base: string;
  /** A word's letters with the marks that make other letters, and its tone at the end: equal for hoà and hòa. */
  readonly key: string;
  readonly start: number;
  readonly end: number;
  /** Whether the word begins with a capital. */
  readonly upper: boolean;
  /** Whether it carries no mark at all. */
  readonly bare: boolean;
  /** Line breaks before it. */
  readonly breaks: number;
  /** Whether a space or break stands before it. */
  readonly spaced: boolean;
  readonly number?: NumberToken;
}

const signs: readonly (readonly [string, string])[] = [
  ["&gt;=", ">="],
  ["&lt;=", "<="],
  ["&gt;", ">"],
  ["&lt;", "<"],
  ["&ge;", ">="],
  ["&le;", "<="],
  ["\\geq", ">="],
  ["\\leq", "<="],
  ["\\ge", ">="],
  ["\\le", "<="],
  ["\\times", "*"],
  ["...", "…"],
  [">=", ">="],
  ["=>", "=>"],
  ["<=", "<="],
  ["=<", "<="],
  ["->", "→"],
  ["≥", ">="],
  ["⩾", ">="],
  ["≧", ">="],
  ["≤", "<="],
  ["⩽", "<="],
  ["≦", "<="],
  ["×", "*"],
  ["∗", "*"],
  ["·", "*"],
  ["÷", "/"],
  ["∕", "/"],
  ["⁄", "/"],
  ["→", "→"],
  ["⇒", "→"],
  ["➔", "→"],
  ["•", "•"],
  ["▪", "•"],
  ["●", "•"],
  ["◦", "•"],
  ["○", "•"],
  ["■", "•"],
  ["\uf0b7", "•"],
  ["\uf0a7", "•"],
  ["…", "…"],
  ["：", ":"],
  ["；", ";"],
];
const signsBy = new Map<string, (readonly [string, string])[]>();
for (const each of signs) {
  const first = each[0][0] ?? "";
  signsBy.set(first, [...(signsBy.get(first) ?? []), each]);
}
const fractions = new Map<string, readonly [number, number]>([
  ["½", [1, 2]],
  ["¼", [1, 4]],
  ["¾", [3, 4]],
  ["⅓", [1, 3]],
  ["⅔", [2, 3]],
  ["⅕", [1, 5]],
  ["⅖", [2, 5]],
  ["⅗", [3, 5]],
  ["⅘", [4, 5]],
]);
/** Marks around words that change nothing: quotation marks, the dollars of printed mathematics. */
const silent = new Set(['"', "“", "”", "„", "'", "‘", "’", "«", "»", "$", "_", "`", "|"]);

/** Reads a text into tokens. Linear in its length; nothing is refused. */
export function tokensOf(text: string): Token[] {
  const c = charactersOf(text);
  const tokens: Token[] = [];
  let at = 0;
  let breaks = 0;
  let spaced = true;
  while (at < c.size) {
    if (isSpace(c, at)) {
      if (c.letter[at] === "\n") breaks++;
      spaced = true;
      at++;
      continue;
    }
    if (silent.has(c.letter[at] ?? "")) {
      at++;
      continue;
    }
    const token = wordAt(c, at) ?? numberTokenAt(c, at) ?? signAt(c, at);
    tokens.push({
      ...token.body,
      start: c.offset[at] ?? text.length,
      end: c.offset[token.end] ?? text.length,
      breaks,
      spaced,
    });
    at = token.end;
    breaks = 0;
    spaced = false;
  }
  return tokens;
}

type Body = Omit<Token, "start" | "end" | "breaks" | "spaced">;

/** A run of letters; it ends where a capital follows a small letter, as in words that a file fused ("đaChưa"). */
function wordAt(c: Characters, at: number): { body: Body; end: number } | null {
  if (!isLetter(c, at)) return null;
  let end = at + 1;
  while (isLetter(c, end) && !(isUpper(c, end) && !isUpper(c, end - 1))) end++;
  return { body: wordOf(c, at, end), end };
}

/** A word of some characters, for the text and for the phrases that are looked for. */
export function wordOf(c: Characters, from: number, to: number): Body {
  let base = "";
  let key = "";
  let tone = 0;
  let bare = true;
  for (let i = from; i < to; i++) {
    const letter = c.letter[i] ?? "";
    const quality = c.quality[i] ?? 0;
    base += letter;
    key += quality === 0 ? letter : letter + String.fromCharCode(0x370 + quality);
    tone += c.tone[i] ?? 0;
    bare &&= quality === 0 && (c.tone[i] ?? 0) === 0;
  }
  return { kind: "word", base, key: `${key}${tone}`, upper: isUpper(c, from), bare };
}

function numberTokenAt(c: Characters, at: number): { body: Body; end: number } | null {
  const shape = { kind: "number", base: "", key: "", upper: false, bare: true } as const;
  const fraction = fractions.get(c.letter[at] ?? "");
  if (fraction) {
    const value = exact.rational(fraction[0], fraction[1]);
    const number = { value, percent: false, code: false, written: fraction.join("/"), ambiguous: false };
    return { body: { ...shape, number }, end: at + 1 };
  }
  if (!isDigit(c, at)) return null;
  const { number, end } = numberAt(c, at);
  return { body: { ...shape, number }, end };
}

function signAt(c: Characters, at: number): { body: Body; end: number } {
  const offset = c.offset[at] ?? 0;
  const shape = { kind: "sign", key: "", upper: false, bare: true } as const;
  const letter = c.letter[at] ?? "";
  for (const [written, base] of signsBy.get(letter) ?? []) {
    if (!c.text.startsWith(written, offset)) continue;
    let end = at;
    while ((c.offset[end] ?? c.text.length) < offset + written.length) end++;
    return { body: { ...shape, base }, end };
  }
  return { body: { ...shape, base: letter }, end: at + 1 };
}
