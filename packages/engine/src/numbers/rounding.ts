/** Declared rounding: to a number of decimal digits, half-even or half-up, done once on an exact value. */
import type { Rational } from "./rational.js";

export type RoundingMode = "half-even" | "half-up";

export interface Rounding {
  readonly digits: number;
  readonly mode: RoundingMode;
}

const POWERS: readonly bigint[] = Array.from({ length: 40 }, (_, k) => 10n ** BigInt(k));

/** 10^k as a bigint, 0 <= k. */
export function tenTo(k: number): bigint {
  return POWERS[k] ?? 10n ** BigInt(k);
}

/** The rounded value in units of 10^-digits. Half-up rounds halves away from zero. */
export function roundToTicks(value: Rational, rounding: Rounding): bigint {
  const n = value.n * tenTo(rounding.digits);
  const negative = n < 0n;
  const size = negative ? -n : n;
  let quotient = size / value.d;
  const twice = (size % value.d) * 2n;
  if (twice > value.d || (twice === value.d && (rounding.mode === "half-up" || quotient % 2n === 1n)))
    quotient += 1n;
  return negative ? -quotient : quotient;
}

/** The rounded value as an exact number. */
export function round(value: Rational, rounding: Rounding): Rational {
  return { n: roundToTicks(value, rounding), d: tenTo(rounding.digits) };
}
