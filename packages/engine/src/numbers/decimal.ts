/** Exact numbers in and out of text. */
import { multiply, type Rational, rational, reduce } from "./rational.js";
import { tenTo } from "./rounding.js";

const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/;

/** Longest decimal read: keeps hostile input from becoming huge bigints. */
const MAX_DIGITS = 60;

/** Reads `12`, `-0.05`, `1/2`, `80%`; undefined when the text is none of these (or divides by zero). */
export function parseExact(source: string | number): Rational | undefined {
  const text = String(source).trim();
  if (text.length > MAX_DIGITS) return undefined;
  if (text.endsWith("%")) {
    const value = parseDecimal(text.slice(0, -1).trimEnd());
    return value && multiply(value, { n: 1n, d: 100n });
  }
  const slash = text.indexOf("/");
  if (slash < 0) return parseDecimal(text);
  const above = parseDecimal(text.slice(0, slash).trimEnd());
  const below = parseDecimal(text.slice(slash + 1).trimStart());
  if (!above || !below || below.n === 0n) return undefined;
  return rational(above.n * below.d, above.d * below.n);
}

/** Reads a plain decimal such as `12` or `-0.05`. */
function parseDecimal(text: string): Rational | undefined {
  const match = DECIMAL.exec(text);
  if (!match) return undefined;
  const [, sign, whole = "", fraction = ""] = match;
  const digits = BigInt(whole + fraction);
  return { n: sign === "-" ? -digits : digits, d: tenTo(fraction.length) };
}

/**
 * The decimal form with no trailing zeros (`9.56`, `40`). A number without a finite decimal form is written
 * as a fraction (`22/23`).
 */
export function formatExact(value: Rational): string {
  const { n, d } = reduce(value);
  let digits = 0;
  for (let rest = d; rest !== 1n; digits += 1) {
    if (rest % 10n === 0n) rest /= 10n;
    else if (rest % 5n === 0n) rest /= 5n;
    else if (rest % 2n === 0n) rest /= 2n;
    else return `${n}/${d}`;
  }
  return formatTicks((n * tenTo(digits)) / d, digits);
}

/** An integer count of 10^-digits as a decimal without trailing zeros: (956, 2) is `9.56`. */
export function formatTicks(ticks: bigint | number, digits: number): string {
  const negative = ticks < 0;
  const text = String(negative ? -ticks : ticks).padStart(digits + 1, "0");
  const whole = text.slice(0, text.length - digits);
  const fraction = text.slice(text.length - digits).replace(/0+$/, "");
  return `${negative ? "-" : ""}${whole}${fraction === "" ? "" : `.${fraction}`}`;
}
