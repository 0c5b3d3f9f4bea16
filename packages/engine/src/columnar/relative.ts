/** Points of a relative rule for many rows, once the groups' extremes are known: exact, or marked UNSURE. */
import { type Rational, reduce, toNumber } from "../numbers/rational.js";
import { type Rounding, tenTo } from "../numbers/rounding.js";
import type { RelativePlan } from "../plan/plan.js";
import { type FactChunk, POWER } from "./chunk.js";
import { EXACT, type Lane, MAGIC, PROVEN, RELATIVE, SCORED, UNDEFINED } from "./lane.js";
import { Quotients } from "./quotient.js";
import { NEAR_HALF } from "./round.js";

/** Measures the rows of a chunk: status RELATIVE and above/below, both whole, where there is a value. */
export interface RelativeKernel {
  run(chunk: FactChunk, above: Float64Array, below: Float64Array, lane: Lane): void;
}

/** The measuring kernel of a relative rule; undefined when only the exact evaluator can measure. */
export function relativeKernel(plan: RelativePlan): RelativeKernel | undefined {
  const quotients = Quotients.of(plan.measure);
  if (!quotients) return undefined;
  const { rounding } = plan.measure;
  return {
    run(chunk, aboveOut, belowOut, lane) {
      const { above, below, numerator, denominator } = quotients.over(chunk);
      const ticks = rounding && below ? (POWER[rounding.digits] as number) : 0;
      const limit = PROVEN / (Math.max(ticks, 1) * numerator);
      const limitBelow = PROVEN / denominator;
      lane.status.fill(RELATIVE, 0, chunk.length);
      for (let row = 0; row < chunk.length; row += 1) {
        const x = above.values[above.from + row] as number;
        const y = below ? (below.values[below.from + row] as number) : 1;
        if (!(x >= 0 && x <= limit && y > 0 && y <= limitBelow)) {
          lane.irregular(row, x, y);
          continue;
        }
        const p = x * numerator;
        const q = y * denominator;
        const ratio = (p * ticks) / q;
        aboveOut[row] =
          ticks === 0 ? p : rounding?.mode === "half-up" ? Math.floor(ratio + 0.5) : ratio + MAGIC - MAGIC;
        belowOut[row] = ticks === 0 ? q : ticks;
      }
      if (chunk.wide.size > 0) quotients.markWide(chunk, lane);
    },
  };
}

const SAFE = BigInt(EXACT);

/** One group's extremes, ready for its rows. For `to: best` a score is one quotient of whole numbers, rounded exactly. */
export class RelativeFormula {
  /** Best as p/q, and whether both are small enough to be exact. */
  private readonly p: number;
  private readonly q: number;
  private readonly whole: boolean;
  private readonly float: number;
  private readonly worst: number;
  /** Whether a float quotient is good enough to be a filter: not for a range that is a sliver of its values. */
  private readonly steady: boolean;
  private readonly maxN: number;
  private readonly maxD: number;
  /** The maximum in ticks. */
  private readonly cap: number;
  /** Nothing to divide by: best 0, or best = worst. */
  private readonly empty: boolean;
  private readonly higher: boolean;
  private readonly halfUp: boolean;

  constructor(
    private readonly plan: RelativePlan,
    best: Rational,
    worst: Rational,
    rounding: Rounding,
  ) {
    const small = best.n <= SAFE && best.d <= SAFE ? best : reduce(best);
    this.p = Number(small.n);
    this.q = Number(small.d);
    this.whole = Number.isSafeInteger(this.p) && Number.isSafeInteger(this.q);
    this.float = toNumber(best);
    this.worst = toNumber(worst);
    const max = reduce(plan.max);
    this.maxN = Number(max.n) * (POWER[rounding.digits] as number);
    this.maxD = Number(max.d);
    this.cap = this.maxN / this.maxD;
    this.higher = plan.better === "higher";
    this.halfUp = rounding.mode === "half-up";
    const spread = Math.abs(this.float - this.worst);
    const size = Math.max(Math.abs(this.float), Math.abs(this.worst));
    this.steady =
      Number.isInteger(this.cap) &&
      this.p >= 0 &&
      (plan.to === "best" || this.cap * size * 2 ** -48 < NEAR_HALF * spread);
    this.empty = plan.to === "range" ? best.n * worst.d === worst.n * best.d : this.higher && best.n === 0n;
  }

  /** What above and below are multiplied by when a score is one quotient of whole numbers; undefined when it is not. */
  constants(): [up: number, down: number] | undefined {
    if (this.empty || !this.steady || !this.whole || this.plan.to === "range") return undefined;
    return this.higher ? [this.q * this.maxN, this.p * this.maxD] : [this.p * this.maxN, this.q * this.maxD];
  }

  /** Scores one row: exact ticks and the unrounded float ticks, or a doubt. */
  row(above: number, below: number, ticks: Int32Array, lane: Lane, at: number): void {
    if (this.empty) this.nothing(ticks, lane, at);
    else if (!this.steady) lane.doubt(at);
    else if (this.plan.to === "range") {
      // `better: lower` turns best and worst round, and the quotient with them.
      const q = ((above / below - this.worst) / (this.float - this.worst)) * this.cap;
      this.unproven(Math.min(Math.max(q, 0), this.cap), ticks, lane, at);
    } else this.best(above, below, ticks, lane, at);
  }

  /**
   * Scores rows 0 .. rows-1 of one group at once: exact ticks and float ticks into the lane; rows without a measure (below 0) are
   * left in doubt.
   */
  rows(rows: number, above: Float64Array, below: Float64Array, ticks: Int32Array, lane: Lane): void {
    if (this.empty || !this.steady || !this.whole || this.plan.to === "range" || !this.higher) {
      for (let at = 0; at < rows; at += 1) {
        if ((below[at] as number) > 0) this.row(above[at] as number, below[at] as number, ticks, lane, at);
        else lane.doubt(at);
      }
      return;
    }
    const { points, status } = lane;
    const { cap, halfUp } = this;
    const up = this.q * this.maxN;
    const down = this.p * this.maxD;
    for (let at = 0; at < rows; at += 1) {
      const x = above[at] as number;
      const y = below[at] as number;
      const n = x * up;
      const d = y * down;
      if (y > 0 && n <= PROVEN && d <= EXACT) {
        const q = Math.min(n / d, cap);
        points[at] = q;
        ticks[at] = halfUp ? q + 0.5 : q + MAGIC - MAGIC;
        status[at] = SCORED;
      } else if (y > 0) this.row(x, y, ticks, lane, at);
      else lane.doubt(at);
    }
  }

  private best(above: number, below: number, ticks: Int32Array, lane: Lane, at: number): void {
    const n = (this.higher ? above * this.q : this.p * below) * this.maxN;
    const d = (this.higher ? below * this.p : this.q * above) * this.maxD;
    const q = n / d;
    if (!(d > 0)) this.nothing(ticks, lane, at);
    else if (q >= this.cap) {
      ticks[at] = this.cap;
      lane.points[at] = this.cap;
      lane.status[at] = SCORED;
    } else if (n <= PROVEN && d <= EXACT && this.whole) {
      ticks[at] = this.halfUp ? Math.floor(q + 0.5) : q + MAGIC - MAGIC;
      lane.points[at] = q;
      lane.status[at] = SCORED;
    } else this.unproven(q, ticks, lane, at);
  }

  private unproven(q: number, ticks: Int32Array, lane: Lane, at: number): void {
    const down = Math.floor(q);
    const rest = q - down;
    ticks[at] = rest < 0.5 ? down : down + 1;
    lane.points[at] = q;
    lane.status[at] = SCORED;
    if (rest > 0.5 - NEAR_HALF && rest < 0.5 + NEAR_HALF) lane.doubt(at);
  }

  private nothing(ticks: Int32Array, lane: Lane, at: number): void {
    lane.status[at] = UNDEFINED;
    lane.points[at] = 0;
    ticks[at] = 0;
  }
}

/**
 * The constants of all groups' formulas: for `to: best` a row's ticks are (above x up) / (below x down), turned round where lower is
 * better; `up` is 0 where a group's formula must be asked row by row.
 */
export class RelativeFormulas {
  private readonly up: Float64Array;
  private readonly down: Float64Array;
  private readonly halfUp: boolean;
  private readonly cap: number;

  constructor(
    private readonly plan: RelativePlan,
    private readonly formulas: readonly (RelativeFormula | undefined)[],
    rounding: Rounding,
  ) {
    this.up = Float64Array.from(formulas, (formula) => formula?.constants()?.[0] ?? 0);
    this.down = Float64Array.from(formulas, (formula) => formula?.constants()?.[1] ?? 1);
    this.halfUp = rounding.mode === "half-up";
    this.cap = Number(plan.max.n * tenTo(rounding.digits)) / Number(plan.max.d);
  }

  /** Scores the rows of status RELATIVE; those of a group without a formula are left in doubt. */
  score(
    rows: number,
    above: Float64Array,
    below: Float64Array,
    groupOf: Int32Array,
    ticks: Int32Array,
    lane: Lane,
  ): void {
    const { up, down, halfUp, cap } = this;
    const { points, status } = lane;
    const turned = this.plan.better === "lower";
    for (let row = 0; row < rows; row += 1) {
      if (status[row] !== RELATIVE) {
        points[row] = 0;
        continue;
      }
      const group = groupOf[row] as number;
      const x = above[row] as number;
      const y = below[row] as number;
      const n = (turned ? y : x) * (up[group] as number);
      const d = (turned ? x : y) * (down[group] as number);
      if (n > 0 && n <= PROVEN && d > 0 && d <= EXACT) {
        const q = Math.min(n / d, cap);
        points[row] = q;
        ticks[row] = halfUp ? q + 0.5 : q + MAGIC - MAGIC;
        status[row] = SCORED;
      } else {
        const formula = this.formulas[group];
        if (formula) formula.row(x, y, ticks, lane, row);
        else lane.doubt(row);
      }
    }
  }
}
