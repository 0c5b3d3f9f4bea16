/** The numbers, Roman numerals and letters that documents count with. */

export interface Ordinal {
  readonly kind: "number" | "roman" | "latin" | "vietnamese";
  /** From 1. */
  readonly place: number;
  /** What comes after it, in the same case. */
  readonly next: string;
}

const LATIN = "abcdefghijklmnopqrstuvwxyz";
/** Documents in Vietnamese letter their points a, b, c, d, đ, e, g, h, i, k, l, m, n... */
const VIETNAMESE = "abcdđeghiklmnopqrstuvxy";

const NUMERALS: readonly (readonly [string, number])[] = [
  ["C", 100],
  ["XC", 90],
  ["L", 50],
  ["XL", 40],
  ["X", 10],
  ["IX", 9],
  ["V", 5],
  ["IV", 4],
  ["I", 1],
];

/** All ways to read the last part of a code: "5" one way, "C" as a letter of two alphabets and as a hundred. */
export function ordinalsOf(text: string): Ordinal[] {
  if (/^\d{1,9}$/.test(text))
    return [{ kind: "number", place: Number(text), next: String(Number(text) + 1) }];
  const upper = text === text.toUpperCase();
  const cased = (next: string): string => (upper ? next.toUpperCase() : next.toLowerCase());
  const found: Ordinal[] = [];
  const roman = romanValue(text.toUpperCase());
  if (roman !== undefined) found.push({ kind: "roman", place: roman, next: cased(romanText(roman + 1)) });
  for (const [kind, alphabet] of [
    ["latin", LATIN],
    ["vietnamese", VIETNAMESE],
  ] as const) {
    const place = text.length === 1 ? alphabet.indexOf(text.toLowerCase()) : -1;
    if (place >= 0) found.push({ kind, place: place + 1, next: cased(alphabet[place + 1] ?? "") });
  }
  return found;
}

function romanValue(text: string): number | undefined {
  if (!/^[CLXVI]{1,8}$/.test(text)) return undefined;
  let value = 0;
  let rest = text;
  for (const [numeral, worth] of NUMERALS)
    while (rest.startsWith(numeral)) {
      value += worth;
      rest = rest.slice(numeral.length);
    }
  return rest === "" && romanText(value) === text ? value : undefined;
}

function romanText(value: number): string {
  let text = "";
  let rest = value;
  for (const [numeral, worth] of NUMERALS)
    while (rest >= worth) {
      text += numeral;
      rest -= worth;
    }
  return text;
}
