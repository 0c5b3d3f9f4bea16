/**
 * Exact fractions in cells: n/d in whole numbers, times a factor that is known when the workbook is written. Whole numbers up to
 * {@link MOST} and their quotients are exact in every spreadsheet; what would need more digits is said to be beyond it.
 */
import { exact, type Rational } from "@opendti/engine";
import {
  absolute,
  all,
  any,
  type Expression,
  greatest,
  is,
  minus,
  num,
  plus,
  times,
  when,
} from "./expression.js";
import type { CalculationSheet } from "./sheet.js";
import { BEYOND, MISSING, SCORED, status, UNDEFINED } from "./status.js";

type Num = Expression<number>;
type Truth = Expression<boolean>;

/**
 * Spreadsheets take numbers that differ in the fifteenth digit for equal, and differences of them for nothing. Whole numbers
 * up to here differ in the thirteenth.
 */
export const MOST = 10_000_000_000_000;

/** A number of the sheet, or why there is none: n/d * factor, d > 0, factor > 0. */
export interface Quantity {
  readonly status: Num;
  readonly n: Num;
  readonly d: Num;
  readonly factor: Rational;
  /** Known never to be negative. */
  readonly natural: boolean;
  /** Whether d is 1, 10, 100, ...: a number as it was typed, or a sum of such. */
  readonly tens?: boolean;
}

export function constant(value: Rational): Quantity {
  const sign = value.n === 0n ? 0 : value.n < 0n ? -1 : 1;
  const size: Rational = { n: value.n < 0n ? -value.n : value.n, d: value.d };
  return {
    status: status(SCORED),
    n: sign < 0 ? minus(num(0), num(1)) : num(sign),
    d: num(1),
    factor: sign === 0 ? exact.ONE : exact.reduce(size),
    natural: sign >= 0,
  };
}

/** A power of ten by a smaller one, or by itself. */
const quotient = (over: Num, d: Num): Num =>
  over.text === d.text ? num(1) : { text: `(${over.text}/${d.text})`, value: over.value / d.value };

/** The greatest factor of which all are whole multiples. */
function sharedFactor(of: readonly Rational[]): Rational {
  const [first = exact.ONE, ...rest] = of;
  return rest.reduce(
    (shared, one) => exact.reduce({ n: exact.gcd(shared.n * one.d, one.n * shared.d), d: shared.d * one.d }),
    first,
  );
}

/** How many times a factor holds another that divides it. */
function multiple(factor: Rational, shared: Rational): Num {
  const { n } = exact.reduce(exact.divide(factor, shared));
  return num(n);
}

/** Several quantities over one factor. */
function aligned(of: readonly Quantity[]): Quantity[] {
  const real = of.filter(({ n }) => n.text !== "0");
  const factor = sharedFactor(real.map((one) => one.factor));
  return of.map((one) =>
    one.n.text === "0"
      ? { ...one, factor }
      : { ...one, n: times(one.n, multiple(one.factor, factor)), factor },
  );
}

/** Statuses of numbers that go into one: a missing one comes before all. */
function numberStatus(of: readonly Quantity[]): Num {
  const statuses = [...new Map(of.map((one) => [one.status.text, one.status])).values()].filter(
    ({ text }) => text !== "0",
  );
  const [only] = statuses;
  if (only === undefined) return status(SCORED);
  if (statuses.length === 1) return only;
  return when(
    any(...statuses.map((one) => is(one, "=", status(MISSING)))),
    status(MISSING),
    greatest(...statuses),
  );
}

export class Arithmetic {
  constructor(readonly sheet: CalculationSheet) {}

  /**
   * Puts a quantity into cells, so that what follows refers to it.
   * @param graveFrom statuses from here on have no number: 1 for numbers, 3 for points (missing ones may have some).
   */
  keep(
    label: string,
    { status: of, n, d, factor, natural, tens = false }: Quantity,
    graveFrom = PENDING_NUMBER,
  ): Quantity {
    const row = this.sheet.row(label);
    const first = row.put(of);
    const usable = (one: Num): Truth => is(one, "<", num(graveFrom));
    const small = (one: Num): boolean => /^(?:[B-P]\d+|\d+)$/.test(one.text);
    const tests = [n, d].filter((one) => !small(one)).map((one) => is(absolute(one), ">", num(MOST)));
    // Nested, not joined by AND: that looks at both even where the first does not hold, and errors spread.
    const last =
      tests.length === 0
        ? first
        : row.put(when(usable(first), when(any(...tests), status(BEYOND), first), first));
    if (last.text === "0") return { status: last, n: row.put(n), d: row.put(d), factor, natural, tens };
    return {
      status: last,
      n: row.put(when(usable(last), n, num(0))),
      d: row.put(when(usable(last), d, num(1))),
      factor,
      natural,
      tens,
    };
  }

  /**
   * Numerators over one denominator, and that one, where all denominators are powers of ten: the products of denominators would soon
   * be beyond the sheet. Undefined where they are anything else.
   */
  private overTens(label: string, of: readonly Quantity[]): { over: Num; numerators: Num[] } | undefined {
    if (!of.every(({ d, tens }) => tens || d.text === "1") || of.every(({ d }) => d.text === "1"))
      return undefined;
    const distinct = [...new Map(of.map(({ d }) => [d.text, d])).values()];
    const over = this.sheet.row(label).put(greatest(...distinct));
    return { over, numerators: of.map(({ n, d }) => times(n, quotient(over, d))) };
  }

  negate(label: string, of: Quantity): Quantity {
    return this.keep(label, { ...of, n: minus(num(0), of.n), natural: false });
  }

  add(label: string, of: readonly Quantity[], graveFrom = PENDING_NUMBER, own = numberStatus(of)): Quantity {
    const [first, ...rest] = aligned(of);
    if (first === undefined) return constant(exact.ZERO);
    const tens = this.overTens(label, [first, ...rest]);
    if (tens) {
      const n = plus(...tens.numerators);
      const natural = of.every((one) => one.natural);
      return this.keep(
        label,
        { n, d: tens.over, factor: first.factor, status: own, natural, tens: true },
        graveFrom,
      );
    }
    let { n, d } = first;
    for (const right of rest) {
      if (d.text === right.d.text) n = plus(n, right.n);
      else {
        n = plus(times(n, right.d), times(right.n, d));
        d = times(d, right.d);
      }
    }
    return this.keep(
      label,
      { n, d, factor: first.factor, status: own, natural: of.every(({ natural }) => natural) },
      graveFrom,
    );
  }

  multiply(label: string, left: Quantity, right: Quantity): Quantity {
    return this.keep(label, {
      status: numberStatus([left, right]),
      n: times(left.n, right.n),
      d: times(left.d, right.d),
      factor: exact.reduce(exact.multiply(left.factor, right.factor)),
      natural: left.natural && right.natural,
    });
  }

  /** What is divided by nothing is undefined. */
  divide(label: string, left: Quantity, right: Quantity): Quantity {
    const base = numberStatus([left, right]);
    const tens = this.overTens(label, [left, right]);
    const [above = times(left.n, right.d), below = times(left.d, right.n)] = tens?.numerators ?? [];
    const sign = right.natural ? num(1) : when(is(right.n, "<", num(0)), minus(num(0), num(1)), num(1));
    return this.keep(label, {
      status: when(all(is(base, "=", status(SCORED)), is(right.n, "=", num(0))), status(UNDEFINED), base),
      n: times(above, sign),
      d: right.natural ? below : absolute(below),
      factor: exact.reduce(exact.divide(left.factor, right.factor)),
      natural: left.natural && right.natural,
    });
  }

  /** Two quantities as whole numbers that stand to one another as they do. `beyond`: too large to compare. */
  compare(label: string, left: Quantity, right: Quantity): { left: Num; right: Num; beyond: Truth } {
    const [one = left, other = right] = aligned([left, right]);
    const tens = this.overTens(label, [one, other]);
    const [above = times(one.n, other.d), below = times(other.n, one.d)] = tens?.numerators ?? [];
    const row = this.sheet.row(label);
    const over = row.put(above);
    const under = row.put(below);
    return {
      left: over,
      right: under,
      beyond: any(is(absolute(over), ">", num(MOST)), is(absolute(under), ">", num(MOST))),
    };
  }

  /** The least or the greatest of several. */
  extreme(label: string, which: "min" | "max", of: readonly Quantity[]): Quantity {
    const [first, ...rest] = of;
    if (first === undefined) return constant(exact.ZERO);
    let best = first;
    for (const next of rest) {
      const sides = this.compare(label, next, best);
      const takes = is(sides.left, which === "min" ? "<" : ">", sides.right);
      const base = numberStatus([best, next]);
      const chosen = choose([{ test: takes, gives: next }], best);
      const state = when(all(is(base, "=", status(SCORED)), sides.beyond), status(BEYOND), base);
      best = this.keep(label, { ...chosen, status: state });
    }
    return best;
  }
}

/** Numbers have no value from the first status on; points of something missing do. */
const PENDING_NUMBER = 1;
export const GRAVE_POINTS = 3;

/** The first whose test holds, else the last. */
export function choose(
  cases: readonly { readonly test: Truth; readonly gives: Quantity }[],
  otherwise: Quantity,
): Quantity {
  const parts = aligned([...cases.map(({ gives }) => gives), otherwise]);
  const last = parts.at(-1) ?? otherwise;
  return cases.reduceRight<Quantity>((below, { test }, at) => {
    const part = parts[at] ?? last;
    return {
      status: when(test, part.status, below.status),
      n: when(test, part.n, below.n),
      d: when(test, part.d, below.d),
      factor: last.factor,
      natural: part.natural && below.natural,
    };
  }, last);
}

export const nothing = (code: number): Quantity => ({ ...constant(exact.ZERO), status: status(code) });
