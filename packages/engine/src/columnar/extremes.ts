/** Best and worst of one relative measure in one ranking group, exact, found in one pass. */

import { compare, type Rational, toNumber } from "../numbers/rational.js";

/** Floats nearer to each other than this, relatively, are compared exactly. */
const NEAR = 1e-12;

/** One extreme: p/q in whole floats while they are exact, or a wider exact number. */
class Extreme {
  private float = Number.NaN;
  private near = 0;
  private p = 0;
  private q = 1;
  private exact: Rational | undefined;

  constructor(private readonly sign: 1 | -1) {}

  offer(p: number, q: number): void {
    const value = p / q;
    const ahead = (value - this.float) * this.sign;
    const near = this.near;
    if (ahead < -near) return;
    if (ahead <= near && !this.beats({ n: BigInt(p), d: BigInt(q) })) return;
    this.float = value;
    this.near = Math.abs(value) * NEAR;
    this.p = p;
    this.q = q;
    this.exact = undefined;
  }

  offerExact(value: Rational): void {
    if (this.found() && !this.beats(value)) return;
    this.float = toNumber(value);
    this.near = Math.abs(this.float) * NEAR;
    this.exact = value;
  }

  /** A value must reach this to be the extreme, or near enough to it to be compared exactly. */
  bound(): number {
    if (this.float !== this.float) return this.sign > 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
    return this.float - this.sign * this.near;
  }

  found(): Rational | undefined {
    return this.float === this.float ? this.value() : undefined;
  }

  private beats(value: Rational): boolean {
    return compare(value, this.value()) * this.sign > 0;
  }

  private value(): Rational {
    return this.exact ?? { n: BigInt(this.p), d: BigInt(this.q) };
  }
}

/** Enters the measures of rows into their groups' extremes of one kind; sign is that of the extremes. */
function offerEach(
  extremes: readonly Extreme[],
  sign: 1 | -1,
  rows: number,
  above: Float64Array,
  below: Float64Array,
  groupOf: Int32Array,
): void {
  const bounds = Float64Array.from(extremes, (extreme) => extreme.bound() * sign);
  for (let row = 0; row < rows; row += 1) {
    const p = above[row] as number;
    const q = below[row] as number;
    const group = groupOf[row] as number;
    if ((p / q) * sign >= (bounds[group] as number)) {
      const extreme = extremes[group] as Extreme;
      extreme.offer(p, q);
      bounds[group] = extreme.bound() * sign;
    }
  }
}

/** The extremes of one relative measure over all groups. The lowest are kept only where the rule asks for them. */
export class Extremes {
  private readonly high: Extreme[] = [];
  private readonly low: Extreme[] = [];

  constructor(
    private readonly needsHighest: boolean,
    private readonly needsLowest: boolean,
  ) {}

  addGroup(): void {
    this.high.push(new Extreme(1));
    this.low.push(new Extreme(-1));
  }

  /**
   * Enters the measures of a chunk's rows; both parts are 0 where there is none, so that no comparison holds. Most are neither highest
   * nor lowest: a float comparison passes over them.
   */
  offerRows(rows: number, above: Float64Array, below: Float64Array, groupOf: Int32Array): void {
    if (this.needsHighest) offerEach(this.high, 1, rows, above, below, groupOf);
    if (this.needsLowest) offerEach(this.low, -1, rows, above, below, groupOf);
  }

  /** Enters all measures of one group; both parts are 0 where there is none, so that no comparison holds. */
  offerGroup(group: number, above: Float64Array, below: Float64Array): void {
    const high = this.high[group];
    const low = this.low[group];
    if (!high || !low) return;
    let floor = this.needsHighest ? high.bound() : Number.POSITIVE_INFINITY;
    let ceiling = this.needsLowest ? low.bound() : Number.NEGATIVE_INFINITY;
    for (let member = 0; member < above.length; member += 1) {
      const p = above[member] as number;
      const q = below[member] as number;
      const value = p / q;
      if (value >= floor) {
        high.offer(p, q);
        floor = high.bound();
      }
      if (value <= ceiling) {
        low.offer(p, q);
        ceiling = low.bound();
      }
    }
  }

  offerExact(group: number, value: Rational): void {
    if (this.needsHighest) this.high[group]?.offerExact(value);
    if (this.needsLowest) this.low[group]?.offerExact(value);
  }

  /** Forgets a group's extremes. */
  reset(group: number): void {
    this.high[group] = new Extreme(1);
    this.low[group] = new Extreme(-1);
  }

  highest(group: number): Rational | undefined {
    return this.high[group]?.found();
  }

  lowest(group: number): Rational | undefined {
    return this.low[group]?.found();
  }
}
