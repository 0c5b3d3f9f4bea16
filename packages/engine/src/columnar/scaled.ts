/** Kernels of `scaled` plans: value x factor, capped. Proportional, per-item and manual rules are all of these. */
import { type Rational, reduce, toNumber } from "../numbers/rational.js";
import { type Rounding, tenTo } from "../numbers/rounding.js";
import type { Plan } from "../plan/plan.js";
import { type FactChunk, POWER } from "./chunk.js";
import type { Kernel } from "./kernel.js";
import { EXACT, type Lane, MAGIC, MISSING, PROVEN, roundingBy, SCORED, UNSURE } from "./lane.js";
import type { Outcome } from "./outcome.js";
import { type Quotient, Quotients } from "./quotient.js";
import { remembered } from "./remembered.js";
import { commonUnit, inUnit } from "./units.js";

const SMALL = 1n << 31n;

export function scaledKernel(plan: Extract<Plan, { kind: "scaled" }>): Kernel | undefined {
  const quotients = Quotients.of(plan.measure);
  const per = reduce(plan.per);
  if (!quotients || per.n > SMALL || per.d > SMALL) return undefined;
  const { rounding } = plan.measure;
  const unitFor = remembered((denominator: bigint) => commonUnit(denominator * per.d, plan.cap));
  const run = (chunk: FactChunk, lane: Lane): number => {
    const rows = chunk.length;
    const quotient = quotients.over(chunk);
    lane.status.fill(SCORED, 0, rows);
    let unit: number | undefined = 0;
    if (rounding && quotient.below) {
      // Points = round(ratio x 10^k) x per / 10^k, all whole: the rounded ratio is found exactly, then scaled.
      unit = unitFor(tenTo(rounding.digits));
      const perTick =
        unit === undefined
          ? 0
          : (unit / ((POWER[rounding.digits] as number) * Number(per.d))) * Number(per.n);
      roundedRatio(rows, quotient, rounding, perTick, unit === undefined ? 0 : inUnit(plan.cap, unit), lane);
    } else if (quotient.below) plainRatio(rows, quotient, toNumber(per), toNumber(plan.cap), lane);
    else {
      unit = unitFor(BigInt(quotient.denominator));
      const factor = unit === undefined ? 0 : (unit / (quotient.denominator * Number(per.d))) * Number(per.n);
      wholeProduct(rows, quotient, factor, unit === undefined ? 0 : inUnit(plan.cap, unit), lane);
    }
    if (unit === undefined) {
      lane.status.fill(UNSURE, 0, rows);
      lane.unsure = true;
    }
    if (chunk.wide.size > 0) quotients.markWide(chunk, lane);
    return unit ?? 1;
  };
  if (rounding || !quotients.isRatio) return { run };
  return {
    run,
    runRounded(chunk, out, to) {
      const rounder = new QuotientRounder(quotients.over(chunk), per, plan.cap, to);
      if (rounder.safe) rounder.runSafe(chunk.length, out, to.mode);
      else rounder.runChecked(chunk.length, out, to.mode);
      return true;
    },
  };
}

/** round(a/b x per) exactly into ticks, at most cap; the unrounded points as float ticks into the sum. */
class QuotientRounder {
  private readonly scale: number;
  private readonly over: number;
  private readonly cap: number;
  private readonly limit: number;
  private readonly limitBelow: number;
  /** Whether no row of the chunk can leave the bounds within which the float quotient is proven. */
  readonly safe: boolean;

  constructor(
    private readonly quotient: Quotient,
    per: Rational,
    cap: Rational,
    to: Rounding,
  ) {
    this.scale = Number(per.n) * (POWER[to.digits] as number) * quotient.numerator;
    this.over = Number(per.d) * quotient.denominator;
    this.cap = Number(cap.n * tenTo(to.digits)) / Number(cap.d);
    const whole = Number.isInteger(this.cap) && this.cap < 2 ** 31;
    this.limit = whole ? PROVEN / this.scale : -1;
    this.limitBelow = EXACT / this.over;
    const largestBelow = quotient.below?.largest ?? 0;
    this.safe = quotient.above.largest <= this.limit && largestBelow * this.over * this.cap <= PROVEN;
  }

  /**
   * The lesser of n/d and the cap is min(n, cap d)/d, and twice the lesser of two whole numbers is their sum less their distance: a
   * comparison would be a jump that nobody can foresee. Nothing divided by nothing is no number and fails the one test of each row.
   */
  runSafe(rows: number, out: Outcome, mode: Rounding["mode"]): void {
    const { above, below } = this.quotient;
    if (!below) return;
    const { ticks, sums } = out;
    const a = above.values;
    const b = below.values;
    const { scale, cap } = this;
    const full = cap * this.over;
    const twice = 2 * this.over;
    const { up, magic } = roundingBy(mode);
    const { odd } = out;
    let oddRows = 0;
    for (let row = 0; row < rows; row += 1) {
      const x = a[row] as number;
      const y = b[row] as number;
      const sum = sums[row] as number;
      const n = x * scale;
      const most = y * full;
      const q = (n + most - Math.abs(n - most)) / (y * twice);
      if (q <= cap) {
        ticks[row] = q + up + magic - magic;
        sums[row] = sum + q;
      } else odd[oddRows++] = row;
    }
    out.irregularRows(oddRows, a, b);
  }

  runChecked(rows: number, out: Outcome, mode: Rounding["mode"]): void {
    const { above, below } = this.quotient;
    if (!below) return;
    const { ticks, sums } = out;
    const { scale, over, cap, limit, limitBelow } = this;
    const { up, magic } = roundingBy(mode);
    for (let row = 0; row < rows; row += 1) {
      const x = above.values[row] as number;
      const y = below.values[row] as number;
      if (x >= 0 && x <= limit && y > 0 && y <= limitBelow) {
        const q = Math.min((x * scale) / (y * over), cap);
        ticks[row] = q + up + magic - magic;
        sums[row] = (sums[row] as number) + q;
      } else out.irregular(row, x, y);
    }
  }
}

/** round(a/b x 10^k) exactly, times perTick, at most cap. */
function roundedRatio(
  rows: number,
  quotient: Quotient,
  rounding: Rounding,
  perTick: number,
  cap: number,
  lane: Lane,
): void {
  const { above, below } = quotient;
  if (!below) return;
  const { points } = lane;
  const a = above.values;
  const b = below.values;
  const scale = (POWER[rounding.digits] as number) * quotient.numerator;
  const over = quotient.denominator;
  const limit = PROVEN / scale;
  const limitBelow = EXACT / over;
  const halfUp = rounding.mode === "half-up";
  for (let row = 0; row < rows; row += 1) {
    const x = a[row] as number;
    const y = b[row] as number;
    if (x >= 0 && x <= limit && y > 0 && y <= limitBelow) {
      const q = (x * scale) / (y * over);
      const value = (halfUp ? Math.floor(q + 0.5) : q + MAGIC - MAGIC) * perTick;
      points[row] = value < cap ? value : cap;
    } else lane.irregular(row, x, y);
  }
}

/** a/b x per as a float, at most cap. */
function plainRatio(rows: number, quotient: Quotient, per: number, cap: number, lane: Lane): void {
  const { above, below, numerator, denominator } = quotient;
  if (!below) return;
  const { points } = lane;
  const a = above.values;
  const b = below.values;
  const factor = (per * numerator) / denominator;
  for (let row = 0; row < rows; row += 1) {
    const x = a[row] as number;
    const y = b[row] as number;
    if (x >= 0 && x <= EXACT && y > 0 && y <= EXACT) {
      const value = (x / y) * factor;
      points[row] = value < cap ? value : cap;
    } else lane.irregular(row, x, y);
  }
}

/** a x factor, whole numbers, at most cap. */
function wholeProduct(rows: number, { above }: Quotient, factor: number, cap: number, lane: Lane): void {
  const { points, status } = lane;
  const a = above.values;
  const limit = factor > 0 ? EXACT / factor : -1;
  for (let row = 0; row < rows; row += 1) {
    const x = a[row] as number;
    if (x >= 0 && x <= limit) {
      const value = x * factor;
      points[row] = value < cap ? value : cap;
    } else {
      points[row] = 0;
      if (x !== x) status[row] = MISSING;
      else lane.doubt(row);
    }
  }
}
