/** Exact points as whole counts of a unit fraction: 2.5 points in unit 2 is 5. */
import { gcd, multiply, type Rational, reduce } from "../numbers/rational.js";

const LARGEST_UNIT = 10n ** 9n;

/** The least whole number that makes every given one whole; undefined when it is too large. */
export function unitOf(values: readonly Rational[]): number | undefined {
  let unit = 1n;
  for (const value of values) {
    const { d } = reduce(value);
    unit = (unit / gcd(unit, d)) * d;
  }
  return unit <= LARGEST_UNIT ? Number(unit) : undefined;
}

/** The least multiple of `base` in which `cap` is whole; undefined when it is too large. */
export function commonUnit(base: bigint, cap: Rational): number | undefined {
  const { d } = reduce(cap);
  const unit = (base / gcd(base, d)) * d;
  return unit <= LARGEST_UNIT ? Number(unit) : undefined;
}

/** A number as a whole count of 1/unit. */
export function inUnit(value: Rational, unit: number): number {
  const scaled = multiply(value, { n: BigInt(unit), d: 1n });
  return Number(scaled.n / scaled.d);
}

/** The least common multiple of two units; 0, for float points, when it is too large. */
export function leastCommon(a: number, b: number): number {
  const unit = (BigInt(a) / gcd(BigInt(a), BigInt(b))) * BigInt(b);
  return unit <= LARGEST_UNIT ? Number(unit) : 0;
}
