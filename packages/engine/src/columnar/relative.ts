/** Points of a relative rule for many rows, once the groups' extremes are known: exact, or marked UNSURE. */
import { type Rational, reduce, toNumber } from "../numbers/rational.js";
import type { Rounding } from "../numbers/rounding.js";
import type { RelativePlan } from "../plan/plan.js";
import { POWER } from "./chunk.js";
import { MAGIC, PROVEN, RELATIVE, SCORED, UNDEFINED, UNSURE } from "./lane.js";
import { NEAR_HALF } from "./round.js";

/**
 * One group's extremes as float constants of the formula points = value x factor + shift, or of its inverse.
 * For `to: best` the formula is a single quotient of whole numbers, rounded exactly.
 */
export class RelativeFormula {
  /** Whole numbers of best (or of what stands below the line), and whether they are small enough to be exact. */
  private readonly p: number;
  private readonly q: number;
  private readonly whole: boolean;
  private readonly float: number;
  private readonly worst: number;
  private readonly steady: boolean;
  private readonly perPoint: number;
  private readonly maxN: number;
  private readonly maxD: number;
  private readonly capTicks: number;
  private readonly empty: boolean;

  constructor(
    private readonly plan: RelativePlan,
    best: Rational,
    worst: Rational,
    private readonly rounding: Rounding,
  ) {
    const reduced = reduce(best);
    this.p = Number(reduced.n);
    this.q = Number(reduced.d);
    this.whole = Number.isSafeInteger(this.p) && Number.isSafeInteger(this.q) && this.p >= 0;
    this.float = toNumber(best);
    this.worst = toNumber(worst);
    this.perPoint = POWER[rounding.digits] as number;
    const max = reduce(plan.max);
    this.maxN = Number(max.n) * this.perPoint;
    this.maxD = Number(max.d);
    this.capTicks = this.maxN / this.maxD;
    const spread = Math.abs(this.float - this.worst);
    const size = Math.max(Math.abs(this.float), Math.abs(this.worst));
    this.steady = Number.isInteger(this.capTicks) && (plan.to === "best" || spread > size * 2 ** -12);
    this.empty = plan.to === "range" ? best.n * worst.d === worst.n * best.d : plan.better === "higher" && best.n === 0n;
  }

  /** Scores one row of status RELATIVE: writes its ticks and float points, or marks it. */
  row(above: number, below: number, ticks: Int32Array, points: Float64Array, status: Uint8Array, at: number): void {
    if (this.empty) {
      status[at] = UNDEFINED;
      ticks[at] = 0;
      points[at] = 0;
      return;
    }
    if (!this.steady) {
      status[at] = UNSURE;
      return;
    }
    if (this.plan.to === "range") this.range(above / below, ticks, points, status, at);
    else this.best(above, below, ticks, points, status, at);
  }

  private best(above: number, below: number, ticks: Int32Array, points: Float64Array, status: Uint8Array, at: number): void {
    const higher = this.plan.better === "higher";
    const n = (higher ? above * this.q : this.p * below) * this.maxN;
    const d = (higher ? below * this.p : this.q * above) * this.maxD;
    if (!(d > 0)) {
      status[at] = UNDEFINED;
      ticks[at] = 0;
      points[at] = 0;
      return;
    }
    const q = n / d;
    if (q >= this.capTicks && this.whole) {
      ticks[at] = this.capTicks;
      points[at] = this.capTicks / this.perPoint;
      status[at] = SCORED;
    } else if (n <= PROVEN && d <= Number.MAX_SAFE_INTEGER && this.whole) {
      ticks[at] = this.rounding.mode === "half-up" ? Math.floor(q + 0.5) : q + MAGIC - MAGIC;
      points[at] = q / this.perPoint;
      status[at] = SCORED;
    } else this.float_(q, ticks, points, status, at);
  }

  private range(value: number, ticks: Int32Array, points: Float64Array, status: Uint8Array, at: number): void {
    // `better: lower` turns best and worst round, and the quotient with them.
    const q = ((value - this.worst) / (this.float - this.worst)) * this.capTicks;
    this.float_(Math.min(Math.max(q, 0), this.capTicks), ticks, points, status, at);
  }

  private float_(q: number, ticks: Int32Array, points: Float64Array, status: Uint8Array, at: number): void {
    const down = Math.floor(q);
    const rest = q - down;
    ticks[at] = rest < 0.5 ? down : down + 1;
    points[at] = q / this.perPoint;
    status[at] = rest > 0.5 - NEAR_HALF && rest < 0.5 + NEAR_HALF ? UNSURE : SCORED;
  }
}

/** Scores the rows of status RELATIVE, each by its group's formula; a group without one leaves its rows UNSURE. */
export function scoreRelative(
  rows: number,
  above: Float64Array,
  below: Float64Array,
  groupOf: Int32Array,
  formulas: readonly (RelativeFormula | undefined)[],
  ticks: Int32Array,
  points: Float64Array,
  status: Uint8Array,
): void {
  for (let row = 0; row < rows; row += 1) {
    if (status[row] !== RELATIVE) continue;
    const formula = formulas[groupOf[row] as number];
    if (formula) formula.row(above[row] as number, below[row] as number, ticks, points, status, row);
    else status[row] = UNSURE;
  }
}
