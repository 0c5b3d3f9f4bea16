/** Exact numbers as a set writes them: `10`, `0.25`, `1/2`, `80%`. */
import { exact, formatExact, type Rational } from "@opendti/engine";

/** A share of the maximum: `1`, `0`, `1/2`, `70%`. */
export function shareText(value: Rational): string | number {
  const { n, d } = exact.reduce(value);
  if (d === 1n) return Number(n);
  if (d <= 9n) return `${n}/${d}`;
  return percentText(value) ?? `${n}/${d}`;
}

/** A limit of a ratio: `80%`; of a number: `2`, `0.5`. */
export function limitText(value: Rational, percent: boolean): string | number {
  if (percent) return percentText(value) ?? fractionText(value);
  const text = formatExact(value);
  if (text.includes("/")) return fractionText(value);
  const number = Number(text);
  return Number.isSafeInteger(number) || text.length < 12 ? number : text;
}

/** A number inside an expression, which knows no fractions of its own. */
export function inExpression(value: Rational): string {
  const text = formatExact(value);
  return text.includes("/") ? `(${text})` : text;
}

function percentText(value: Rational): string | undefined {
  const text = formatExact(exact.multiply(value, exact.rational(100)));
  return text.includes("/") ? undefined : `${text}%`;
}

function fractionText(value: Rational): string {
  const { n, d } = exact.reduce(value);
  return d === 1n ? String(n) : `${n}/${d}`;
}
