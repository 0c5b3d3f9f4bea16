/** Points of a relative rule for many rows, once the groups' extremes are known: exact, or marked UNSURE. */
import { type Rational, reduce, toNumber } from "../numbers/rational.js";
import type { Rounding } from "../numbers/rounding.js";
import type { RelativePlan } from "../plan/plan.js";
import { type FactChunk, POWER } from "./chunk.js";
import { EXACT, MAGIC, PROVEN, roundingBy, UNDEFINED } from "./lane.js";
import type { Outcome } from "./outcome.js";
import { Quotients } from "./quotient.js";
import { NEAR_HALF } from "./round.js";

/** Measures the rows of a chunk: above/below, both whole, where there is a value; a status where there is none. */
export interface RelativeKernel {
  run(chunk: FactChunk, above: Float64Array, below: Float64Array, out: Outcome): void;
}

/** The measuring kernel of a relative rule; undefined when only the exact evaluator can measure. */
export function relativeKernel(plan: RelativePlan): RelativeKernel | undefined {
  const quotients = Quotients.of(plan.measure);
  if (!quotients) return undefined;
  const { rounding } = plan.measure;
  return {
    run(chunk, aboveOut, belowOut, out) {
      const { above, below, numerator, denominator } = quotients.over(chunk);
      const a = above.values;
      const b = below ? below.values : above.values;
      const ticks = rounding && below ? (POWER[rounding.digits] as number) : 0;
      const limit = PROVEN / (Math.max(ticks, 1) * numerator);
      const limitBelow = PROVEN / denominator;
      const halfUp = rounding?.mode === "half-up";
      for (let row = 0; row < chunk.length; row += 1) {
        const x = a[row] as number;
        const y = below ? (b[row] as number) : 1;
        if (!(x >= 0 && x <= limit && y > 0 && y <= limitBelow)) {
          out.irregular(row, x, y);
          continue;
        }
        const p = x * numerator;
        const q = y * denominator;
        const ratio = (p * ticks) / q;
        aboveOut[row] = ticks === 0 ? p : halfUp ? Math.floor(ratio + 0.5) : ratio + MAGIC - MAGIC;
        belowOut[row] = ticks === 0 ? q : ticks;
      }
      if (chunk.wide.size > 0) quotients.markWide(chunk, out);
    },
  };
}

const SAFE = BigInt(EXACT);

/** A rule's maximum in ticks, n/d. */
interface FloatMaximum {
  readonly n: number;
  readonly d: number;
}

export function floatMaximum(plan: RelativePlan, rounding: Rounding): FloatMaximum {
  const { n, d } = reduce(plan.max);
  return { n: Number(n) * (POWER[rounding.digits] as number), d: Number(d) };
}

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
  /** Below this a divisor times the maximum is whole and exact. */
  private readonly limitBelow: number;
  /** Nothing to divide by: best 0, or best = worst. */
  private readonly empty: boolean;
  private readonly higher: boolean;
  private readonly halfUp: boolean;

  constructor(
    private readonly plan: RelativePlan,
    best: Rational,
    worst: Rational,
    rounding: Rounding,
    { n, d }: FloatMaximum = floatMaximum(plan, rounding),
  ) {
    const small = best.n <= SAFE && best.d <= SAFE ? best : reduce(best);
    this.p = Number(small.n);
    this.q = Number(small.d);
    this.whole = Number.isSafeInteger(this.p) && Number.isSafeInteger(this.q);
    this.float = toNumber(best);
    this.worst = toNumber(worst);
    this.maxN = n;
    this.maxD = d;
    this.cap = n / d;
    this.limitBelow = Math.min(EXACT, PROVEN / this.cap);
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

  /** Scores one row that has a measure: exact ticks, and the unrounded ones added to the sum; or a doubt. */
  row(above: number, below: number, out: Outcome, at: number): void {
    if (this.empty) out.status[at] = UNDEFINED;
    else if (!this.steady) out.doubt(at);
    else if (this.plan.to === "range") {
      // `better: lower` turns best and worst round, and the quotient with them.
      const q = ((above / below - this.worst) / (this.float - this.worst)) * this.cap;
      this.unproven(Math.min(Math.max(q, 0), this.cap), out, at);
    } else this.best(above, below, out, at);
  }

  /** Scores all members of one group that have a measure; others (below is 0) are left as they are. */
  rows(above: Float64Array, below: Float64Array, out: Outcome): void {
    const { cap, limitBelow, higher } = this;
    const over = higher ? above : below;
    const under = higher ? below : above;
    const { ticks, sums, odd } = out;
    const [up, down] = this.constants() ?? [Number.NaN, Number.NaN];
    const { up: half, magic } = roundingBy(this.halfUp ? "half-up" : "half-even");
    let oddRows = 0;
    for (let at = 0; at < over.length; at += 1) {
      const n = (over[at] as number) * up;
      const d = (under[at] as number) * down;
      const sum = sums[at] as number;
      if (d > 0 && d <= limitBelow && n <= PROVEN) {
        // The lesser of the two, as QuotientRounder.runSafe has it.
        const most = d * cap;
        const q = (n + most - Math.abs(n - most)) / (d + d);
        ticks[at] = q + half + magic - magic;
        sums[at] = sum + q;
      } else odd[oddRows++] = at;
    }
    for (let place = 0; place < oddRows; place += 1) {
      const at = odd[place] as number;
      if ((below[at] as number) > 0) this.row(above[at] as number, below[at] as number, out, at);
    }
  }

  private best(above: number, below: number, out: Outcome, at: number): void {
    const n = (this.higher ? above * this.q : this.p * below) * this.maxN;
    const d = (this.higher ? below * this.p : this.q * above) * this.maxD;
    const q = n / d;
    if (!(d > 0)) out.status[at] = UNDEFINED;
    else if (q >= this.cap) this.give(this.cap, this.cap, out, at);
    else if (n <= PROVEN && d <= EXACT && this.whole)
      this.give(q, this.halfUp ? Math.floor(q + 0.5) : q + MAGIC - MAGIC, out, at);
    else this.unproven(q, out, at);
  }

  private unproven(q: number, out: Outcome, at: number): void {
    const down = Math.floor(q);
    const rest = q - down;
    if (rest > 0.5 - NEAR_HALF && rest < 0.5 + NEAR_HALF) out.doubt(at);
    else this.give(q, rest < 0.5 ? down : down + 1, out, at);
  }

  private give(q: number, ticks: number, { ticks: all, sums }: Outcome, at: number): void {
    all[at] = ticks;
    sums[at] = (sums[at] as number) + q;
  }
}

/**
 * The constants of all groups' formulas: for `to: best` a row's ticks are (above x up) / (below x down), turned round where lower is
 * better; both are NaN where a group's formula must be asked row by row.
 */
export class RelativeFormulas {
  private readonly up: Float64Array;
  private readonly down: Float64Array;
  private readonly rounding: ReturnType<typeof roundingBy>;
  private readonly cap: number;

  constructor(
    private readonly plan: RelativePlan,
    private readonly formulas: readonly (RelativeFormula | undefined)[],
    rounding: Rounding,
  ) {
    this.up = new Float64Array(formulas.length).fill(Number.NaN);
    this.down = new Float64Array(formulas.length).fill(Number.NaN);
    for (const [group, formula] of formulas.entries()) {
      const constants = formula?.constants();
      if (!constants) continue;
      [this.up[group], this.down[group]] = constants;
    }
    this.rounding = roundingBy(rounding.mode);
    const max = floatMaximum(plan, rounding);
    this.cap = max.n / max.d;
  }

  /**
   * Scores the rows that have a measure (where there is none, above and below are 0); those of a group without a formula are left in
   * doubt.
   */
  score(rows: number, above: Float64Array, below: Float64Array, groupOf: Int32Array, out: Outcome): void {
    const { up, down, cap } = this;
    const { ticks, sums, odd } = out;
    const turned = this.plan.better === "lower";
    const over = turned ? below : above;
    const under = turned ? above : below;
    const limitBelow = Math.min(EXACT, PROVEN / cap);
    const { up: half, magic } = this.rounding;
    let oddRows = 0;
    for (let row = 0; row < rows; row += 1) {
      const group = groupOf[row] as number;
      const n = (over[row] as number) * (up[group] as number);
      const d = (under[row] as number) * (down[group] as number);
      const sum = sums[row] as number;
      if (d > 0 && d <= limitBelow && n <= PROVEN) {
        const most = d * cap;
        const q = (n + most - Math.abs(n - most)) / (d + d);
        ticks[row] = q + half + magic - magic;
        sums[row] = sum + q;
      } else odd[oddRows++] = row;
    }
    for (let place = 0; place < oddRows; place += 1) {
      const row = odd[place] as number;
      if (!((below[row] as number) > 0)) continue;
      const formula = this.formulas[groupOf[row] as number];
      if (formula) formula.row(above[row] as number, below[row] as number, out, row);
      else out.doubt(row);
    }
  }
}
