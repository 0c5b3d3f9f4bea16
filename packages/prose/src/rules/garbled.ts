/** Numbers that a scanner or a typist broke. */
import type { Token } from "../text/tokens.js";

/** Whether a number that begins at a token is broken, or mixed with letters. */
export function isGarbled(text: string, tokens: readonly Token[], at: number): boolean {
  return hasLetter(tokens, at) || isParted(text, tokens, at);
}

/** "8O%", "l0 điểm": a letter that a scanner took for a digit. */
function hasLetter(tokens: readonly Token[], at: number): boolean {
  const [one, other] = [tokens[at], tokens[at + 1]];
  if (!one || !other || other.spaced) return false;
  const letter = one.number ? other : other.number ? one : undefined;
  return letter?.kind === "word" && ["o", "l", "i"].includes(letter.base) && letter.bare;
}

/** "7 5 điểm", "1 00%", "80,%": digits of one number apart. A new line parts two numbers, unless the second is only its end. */
function isParted(text: string, tokens: readonly Token[], at: number): boolean {
  const [token, other, next] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  const one = token?.number;
  if (!one || one.percent || one.code || !other) return false;
  if (other.base === "," && next?.base === "%") return true;
  if (!other.number || other.number.code) return false;
  // A tab parts the cells of a table.
  if (text.slice(token.end, other.start).includes("\t")) return false;
  return other.breaks === 0 || (other.number.percent && other.number.written.startsWith("0"));
}
