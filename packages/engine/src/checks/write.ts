/** Numbers in the sentences of findings. */
import { formatNumber, formatPercent } from "../explain/format.js";
import type { Language } from "../message.js";
import { formatExact } from "../numbers/decimal.js";
import { multiply, type Rational, rational, reduce } from "../numbers/rational.js";

/** `9,56`, `1.000`; a number without a finite decimal form stays a fraction, `22/23`. */
export function vi(value: Rational): string {
  return write(value, "vi");
}

/** Likewise in English: `9.56`. */
export function en(value: Rational): string {
  return write(value, "en");
}

/** `80%` where the quantity is a ratio, else the number. */
export function edge(value: Rational, asPercent: boolean, language: Language): string {
  return asPercent && isDecimal(value) ? formatPercent(value, language) : write(value, language);
}

/** The same for programs: `80%`, `1000`, `0.5`. */
export function plain(value: Rational, asPercent: boolean): string {
  return asPercent ? `${formatExact(multiply(value, rational(100)))}%` : formatExact(value);
}

/** A share of a maximum: `1/2`, `7/10`. */
export function share(value: Rational): string {
  const { n, d } = reduce(value);
  return d === 1n ? String(n) : `${n}/${d}`;
}

function write(value: Rational, language: Language): string {
  return isDecimal(value) ? formatNumber(value, language) : share(value);
}

function isDecimal(value: Rational): boolean {
  return !formatExact(value).includes("/");
}

/** Texts in a row: `a, b và c`. */
export function listed(texts: readonly string[], language: Language): string {
  const last = texts.at(-1) ?? "";
  if (texts.length < 2) return last;
  return `${texts.slice(0, -1).join(", ")} ${language === "vi" ? "và" : "and"} ${last}`;
}
