/**
 * Ranges of numbers, for finding overlaps and holes. A range is held between two cuts; a cut stands just before or just
 * after a number, so that open and closed edges need no cases. On a grid (whole numbers, ratios rounded to four
 * digits) edges are first moved to its points.
 */
import { compare, divide, multiply, type Rational, subtract } from "../numbers/rational.js";

/** Just before a number (`after: false`) or just after it; undefined is no end. */
export interface Cut {
  readonly value: Rational;
  readonly after: boolean;
}

/** From one cut to another; an absent cut is without end on that side. */
export interface Span {
  readonly from: Cut | undefined;
  readonly to: Cut | undefined;
}

export interface Edges {
  readonly low?: { readonly value: Rational; readonly included: boolean } | undefined;
  readonly high?: { readonly value: Rational; readonly included: boolean } | undefined;
}

/** The range between two edges; with a grid step, of the grid's points between them. */
export function spanOf({ low, high }: Edges, grid: Rational | undefined): Span {
  if (!grid)
    return {
      from: low && { value: low.value, after: !low.included },
      to: high && { value: high.value, after: high.included },
    };
  return {
    from: low && { value: onGrid(low.value, grid, low.included ? "up" : "next"), after: false },
    // The range ends just before the first grid point that is no longer in it.
    to: high && { value: onGrid(high.value, grid, high.included ? "next" : "up"), after: false },
  };
}

/** The first grid point at or above a value (`up`), or strictly above it (`next`). */
function onGrid(value: Rational, grid: Rational, which: "up" | "next"): Rational {
  const steps = divide(value, grid);
  const floor = steps.n >= 0n ? steps.n / steps.d : -((-steps.n + steps.d - 1n) / steps.d);
  const exact = floor * steps.d === steps.n;
  return multiply({ n: which === "up" && exact ? floor : floor + 1n, d: 1n }, grid);
}

/** Order of two lower ends (no end is lowest). */
function compareFrom(a: Cut | undefined, b: Cut | undefined): number {
  if (!a || !b) return a ? 1 : b ? -1 : 0;
  return compareCut(a, b);
}

/** Order of two upper ends (no end is highest). */
function compareTo(a: Cut | undefined, b: Cut | undefined): number {
  if (!a || !b) return a ? -1 : b ? 1 : 0;
  return compareCut(a, b);
}

function compareCut(a: Cut, b: Cut): number {
  const order = compare(a.value, b.value);
  return order === 0 ? Number(a.after) - Number(b.after) : order;
}

/** Whether two ends are at one place; two that have no end are. */
export function sameCut(a: Cut | undefined, b: Cut | undefined): boolean {
  return a && b ? compareCut(a, b) === 0 : a === b;
}

export function isEmpty({ from, to }: Span): boolean {
  return from !== undefined && to !== undefined && compareCut(from, to) >= 0;
}

export function intersect(a: Span, b: Span): Span {
  return {
    from: compareFrom(a.from, b.from) >= 0 ? a.from : b.from,
    to: compareTo(a.to, b.to) <= 0 ? a.to : b.to,
  };
}

/** Whether every number of b is in a. */
export function holds(a: Span, b: Span): boolean {
  return isEmpty(b) || (compareFrom(a.from, b.from) <= 0 && compareTo(a.to, b.to) >= 0);
}

/** What is left of a range after others are taken away, from low to high. */
export function without(whole: Span, taken: readonly Span[]): Span[] {
  let left: Span[] = isEmpty(whole) ? [] : [whole];
  for (const span of taken) {
    if (isEmpty(span)) continue;
    left = left.flatMap((piece) => {
      const pieces: Span[] = [];
      if (span.from) pieces.push(intersect(piece, { from: undefined, to: span.from }));
      if (span.to) pieces.push(intersect(piece, { from: span.to, to: undefined }));
      return pieces.filter((each) => !isEmpty(each));
    });
  }
  return left;
}

/** The range's edges again: on a grid, its first and last points. */
export function edgesOf({ from, to }: Span, grid: Rational | undefined): Edges {
  return {
    low: from && { value: from.value, included: !from.after },
    high:
      to &&
      (grid ? { value: subtract(to.value, grid), included: true } : { value: to.value, included: to.after }),
  };
}

/** The order of two ranges by where they begin. */
export function compareStart(a: Span, b: Span): number {
  return compareFrom(a.from, b.from);
}

/** Whether a single number is all that a range holds. */
export function isPoint({ low, high }: Edges): boolean {
  return low !== undefined && high !== undefined && compare(low.value, high.value) === 0;
}
