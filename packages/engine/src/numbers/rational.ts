/**
 * Exact rational numbers on bigint. Every score of record goes through these; floats appear only in the
 * columnar kernels, as a filter whose result is proven (see plan/columnar).
 */

/** n/d with d > 0; not necessarily reduced. */
export interface Rational {
  readonly n: bigint;
  readonly d: bigint;
}

export const ZERO: Rational = { n: 0n, d: 1n };
export const ONE: Rational = { n: 1n, d: 1n };

/** Beyond this size a fraction is reduced after an operation, so that long sums stay small. */
const REDUCE_BEYOND = 1n << 128n;

const SAFE = BigInt(Number.MAX_SAFE_INTEGER);

/** Makes n/d. Refuses d = 0: a quotient by zero is `undefined` in the rules language, never a number. */
export function rational(n: bigint | number, d: bigint | number = 1n): Rational {
  const numerator = BigInt(n);
  const denominator = BigInt(d);
  if (denominator === 0n) throw new RangeError("rational: zero denominator");
  return denominator < 0n ? { n: -numerator, d: -denominator } : { n: numerator, d: denominator };
}

export function add(a: Rational, b: Rational): Rational {
  return a.d === b.d ? { n: a.n + b.n, d: a.d } : slim({ n: a.n * b.d + b.n * a.d, d: a.d * b.d });
}

export function subtract(a: Rational, b: Rational): Rational {
  return add(a, { n: -b.n, d: b.d });
}

export function multiply(a: Rational, b: Rational): Rational {
  return slim({ n: a.n * b.n, d: a.d * b.d });
}

/** a / b; b must not be zero. */
export function divide(a: Rational, b: Rational): Rational {
  if (b.n === 0n) throw new RangeError("divide: by zero");
  return b.n < 0n ? slim({ n: -a.n * b.d, d: a.d * -b.n }) : slim({ n: a.n * b.d, d: a.d * b.n });
}

/** Negative, zero or positive as a is less than, equal to or greater than b. */
export function compare(a: Rational, b: Rational): number {
  const left = a.n * b.d;
  const right = b.n * a.d;
  return left < right ? -1 : left > right ? 1 : 0;
}

export function equal(a: Rational, b: Rational): boolean {
  return a.n * b.d === b.n * a.d;
}

export function least(a: Rational, b: Rational): Rational {
  return compare(b, a) < 0 ? b : a;
}

export function greatest(a: Rational, b: Rational): Rational {
  return compare(b, a) > 0 ? b : a;
}

/** Held between low and high. */
export function clamp(a: Rational, low: Rational, high: Rational): Rational {
  return greatest(low, least(a, high));
}

/** Lowest terms. */
export function reduce(a: Rational): Rational {
  const divisor = gcd(a.n < 0n ? -a.n : a.n, a.d);
  return divisor === 1n ? a : { n: a.n / divisor, d: a.d / divisor };
}

/** The nearest float; for display and for filters only. */
export function toNumber(a: Rational): number {
  if (a.d <= SAFE && a.n <= SAFE && a.n >= -SAFE) return Number(a.n) / Number(a.d);
  const small = reduce(a);
  const n = Number(small.n);
  const d = Number(small.d);
  return Number.isFinite(n) && Number.isFinite(d) ? n / d : scaledNumber(small);
}

/** A quotient whose parts are beyond the range of floats: both are cut to their leading bits first. */
function scaledNumber({ n, d }: Rational): number {
  const excess = BigInt(Math.max(0, d.toString(2).length - 1000));
  return Number(n >> excess) / Number(d >> excess);
}

export function gcd(a: bigint, b: bigint): bigint {
  let x = a;
  let y = b;
  while (y > SAFE || y < -SAFE) [x, y] = [y, x % y];
  if (y === 0n) return x;
  // Floats hold whole numbers so small exactly, and divide them many times faster: almost all that there are.
  let m = Number(y);
  let n = Number(x % y);
  while (n !== 0) [m, n] = [n, m % n];
  return BigInt(m);
}

function slim(a: Rational): Rational {
  return a.d > REDUCE_BEYOND ? reduce(a) : a;
}
