/** Printed numbers: which of them are siblings, and which stand below which. */

export type CodeStyle = "letter" | "roman" | "section" | "arabic" | "small" | "dotted";

/** What a row of a tree is by its number; a group is a pillar that prints none. */
export type RowStyle = CodeStyle | "group" | "unnumbered";

/** From the highest: A > I > (a pillar without a number) > II.1 > 1 > 1.1 > a. A row without a number holds nothing. */
const RANK: Readonly<Record<RowStyle, number>> = {
  letter: 0,
  roman: 1,
  group: 2,
  section: 3,
  arabic: 4,
  dotted: 5,
  small: 6,
  unnumbered: 7,
};

const ROMAN = /^(?=[IVXLC])(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/;

/** The style of a printed code; `before` is the last code printed on the highest level, which tells C after B from C after CI. */
export function styleOf(code: string, before: string | undefined): CodeStyle {
  if (/[.-]/.test(code)) return /^\d/.test(code) ? "dotted" : "section";
  if (/^\d+$/.test(code)) return "arabic";
  if (/^[a-zđ]{1,2}\d?$/.test(code)) return "small";
  if (ROMAN.test(code) && !(code.length === 1 && followsLetter(code, before))) return "roman";
  return "letter";
}

/** Whether a row of one style can hold a row of the other. */
export function ranksAbove(one: RowStyle, other: RowStyle): boolean {
  return RANK[one] < RANK[other];
}

/** The number in front of the last mark: "2.1" of "2.1.3"; undefined for a code of one piece. */
export function prefixOf(code: string): string | undefined {
  const at = Math.max(code.lastIndexOf("."), code.lastIndexOf("-"));
  return at < 0 ? undefined : code.slice(0, at);
}

/** The piece behind the last mark: "3" of "2.1.3". */
export function lastOf(code: string): string {
  return code.slice(Math.max(code.lastIndexOf("."), code.lastIndexOf("-")) + 1);
}

/** "C" after "B" is a letter; "I" at the beginning, and "C" after "XCIX", are numerals. */
function followsLetter(code: string, before: string | undefined): boolean {
  return before !== undefined && before.length === 1 && code.charCodeAt(0) === before.charCodeAt(0) + 1;
}

/** A code as the engine takes one: pieces of letters and digits joined by dots; undefined where nothing is left. */
export function cleanCode(printed: string): string | undefined {
  const code = printed
    .normalize("NFC")
    .replace(/[^0-9A-Za-zĐđ.-]+/gu, "")
    .replace(/[.-]{2,}/g, ".")
    .replace(/^[.-]+|[.-]+$/g, "");
  return code === "" ? undefined : code;
}
