/** Numbers as people here write them: `9,56`, `51.125.000`, `1.5`, `80 %`. */
import { exact, type Rational } from "@opendti/engine";
import { type Characters, digitsEnd, isDigit, isSpace } from "../references/characters.js";

export interface NumberToken {
  /** 0.8 for `80%`. */
  readonly value: Rational;
  readonly percent: boolean;
  /** Digits with several dots that are no number: `5.12.1`. */
  readonly code: boolean;
  /** As written, with dots for decimals: `1.5`, `80`. */
  readonly written: string;
  /** Two readings, as `1,000`. */
  readonly ambiguous: boolean;
}

/** More digits than any decision writes: a longer run is a code, not a number. */
const MOST_DIGITS = 18;

/**
 * The number that begins here. Dots between groups of three are separators (`1.000` is a thousand); a comma before decimals,
 * and a dot that cannot separate thousands (`0.25`, `1.5`), are the decimal point.
 */
export function numberAt(c: Characters, at: number): { number: NumberToken; end: number } {
  const groups: string[] = [];
  const marks: string[] = [];
  let end = at;
  for (;;) {
    const to = digitsEnd(c, end);
    groups.push(c.letter.slice(end, to).join(""));
    end = to;
    const mark = c.letter[end] ?? "";
    if ((mark !== "." && mark !== ",") || !isDigit(c, end + 1)) break;
    marks.push(mark);
    end++;
  }
  const read = readGroups(groups, marks);
  const sign = percentAt(c, end);
  const percent = sign > end && !read.code;
  const value = percent ? exact.divide(read.value, exact.rational(100)) : read.value;
  return { number: { ...read, value, percent }, end: percent ? sign : end };
}

function percentAt(c: Characters, at: number): number {
  let end = at;
  while (isSpace(c, end) && c.letter[end] !== "\n" && end - at < 3) end++;
  return c.letter[end] === "%" ? end + 1 : at;
}

function readGroups(groups: readonly string[], marks: readonly string[]): Omit<NumberToken, "percent"> {
  const digits = groups.join("").length;
  const whole = groups[0] ?? "";
  const decimals = marks.at(-1) === "," ? (groups.at(-1) ?? "") : "";
  const separated = decimals === "" ? groups.slice(1) : groups.slice(1, -1);
  const dots = decimals === "" ? marks : marks.slice(0, -1);
  const thousands =
    separated.length > 0 &&
    dots.every((mark) => mark === ".") &&
    separated.every((group) => group.length === 3) &&
    /^[1-9]\d{0,2}$/.test(whole);
  if (digits <= MOST_DIGITS) {
    if (thousands || (separated.length === 0 && (decimals !== "" || marks.length === 0))) {
      const written = `${whole}${separated.join("")}${decimals === "" ? "" : `.${decimals}`}`;
      // "1,000" may be one, or a thousand written the English way.
      const ambiguous = decimals.length === 3 && whole !== "0" && separated.length === 0;
      return { value: decimalOf(written), code: false, written, ambiguous };
    }
    if (groups.length === 2 && marks[0] === ".") {
      const written = `${whole}.${groups[1] ?? ""}`;
      return { value: decimalOf(written), code: false, written, ambiguous: false };
    }
  }
  const written = groups.map((group, index) => `${group}${marks[index] ?? ""}`).join("");
  return { value: exact.ZERO, code: true, written, ambiguous: false };
}

function decimalOf(written: string): Rational {
  const [whole = "0", decimals = ""] = written.split(".");
  return exact.rational(BigInt(whole + decimals), 10n ** BigInt(decimals.length));
}
