/** Fractions, the naive way: always in lowest terms, nothing shared with the engine. */

export interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
}

export type Mode = "half-even" | "half-up";

export function fraction(n: bigint, d = 1n): Fraction {
  if (d === 0n) throw new RangeError("zero below the line");
  if (d < 0n) return fraction(-n, -d);
  let [x, y] = [n < 0n ? -n : n, d];
  while (y !== 0n) [x, y] = [y, x % y];
  return { n: n / x, d: d / x };
}

export const zero = fraction(0n);
export const one = fraction(1n);

export const plus = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.d + b.n * a.d, a.d * b.d);
export const minus = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.d - b.n * a.d, a.d * b.d);
export const times = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.n, a.d * b.d);
export const over = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.d, a.d * b.n);

/** Below zero, zero, above zero as a is less than, equal to, greater than b. */
export function order(a: Fraction, b: Fraction): number {
  const { n } = minus(a, b);
  return n < 0n ? -1 : n > 0n ? 1 : 0;
}

export const smaller = (a: Fraction, b: Fraction): Fraction => (order(a, b) <= 0 ? a : b);
export const larger = (a: Fraction, b: Fraction): Fraction => (order(a, b) >= 0 ? a : b);
export const between = (low: Fraction, a: Fraction, high: Fraction): Fraction =>
  larger(low, smaller(a, high));

/** `12`, `-0.05`, `80%`, `1/2`. */
export function read(source: string | number): Fraction {
  const text = String(source).trim();
  if (text.endsWith("%")) return over(read(text.slice(0, -1)), fraction(100n));
  const [above, below] = text.split("/");
  if (above !== undefined && below !== undefined) return over(read(above), read(below));
  const [whole = "", digits = ""] = text.split(".");
  return fraction(BigInt(whole.concat(digits)), 10n ** BigInt(digits.length));
}

/** To that many decimal digits; a half goes to the even neighbour, or (half-up) away from zero. */
export function roundTo(value: Fraction, digits: number, mode: Mode): Fraction {
  const power = 10n ** BigInt(digits);
  const size = value.n < 0n ? -value.n : value.n;
  const floor = (size * power) / value.d;
  const rest = minus(fraction(size * power, value.d), fraction(floor));
  const half = order(rest, fraction(1n, 2n));
  const up = half > 0 || (half === 0 && (mode === "half-up" || floor % 2n === 1n));
  const rounded = up ? floor + 1n : floor;
  return fraction(value.n < 0n ? -rounded : rounded, power);
}

/** For messages and comparisons: `7/2`, `3`. */
export const show = (a: Fraction): string => (a.d === 1n ? String(a.n) : `${a.n}/${a.d}`);
