/** The measure of a rule over a chunk: two columns of whole numbers, one above the other. */
import type { Measure } from "../plan/plan.js";
import { type FactChunk, POWER } from "./chunk.js";
import { asFraction, type Fraction, type LinearColumn, linearColumn } from "./fraction.js";
import type { Lane } from "./lane.js";
import { Scratch } from "./room.js";

/** Value of a row = above / below x numerator / denominator; without a `below` column, below is 1. */
export interface Quotient {
  readonly above: LinearColumn;
  readonly below: LinearColumn | undefined;
  readonly numerator: number;
  readonly denominator: number;
}

export class Quotients {
  private readonly aboveScratch = new Scratch();
  private readonly belowScratch = new Scratch();
  private readonly slots: ReadonlySet<number>;
  /** Whether it divides by a column, not by a constant. */
  readonly isRatio: boolean;

  private constructor(private readonly fraction: Fraction) {
    this.isRatio = fraction.below.terms.length > 0;
    this.slots = new Set<number>([...fraction.above.terms, ...fraction.below.terms].map((term) => term.slot));
  }

  /** Undefined when the measure is no fraction of linear forms: the exact evaluator then does all rows. */
  static of(measure: Measure): Quotients | undefined {
    const fraction = asFraction(measure.of);
    if (!fraction || (fraction.below.terms.length === 0 && fraction.below.constant === 0)) return undefined;
    return new Quotients(fraction);
  }

  over(chunk: FactChunk): Quotient {
    const above = linearColumn(this.fraction.above, chunk, this.aboveScratch);
    if (!this.isRatio) {
      const denominator = (POWER[above.digits] as number) * this.fraction.below.constant;
      return { above, below: undefined, numerator: 1, denominator };
    }
    const below = linearColumn(this.fraction.below, chunk, this.belowScratch);
    const shift = below.digits - above.digits;
    return {
      above,
      below,
      numerator: shift > 0 ? (POWER[shift] as number) : 1,
      denominator: shift < 0 ? (POWER[-shift] as number) : 1,
    };
  }

  /** Marks the rows that read a value which no column could hold. */
  markWide(chunk: FactChunk, lane: Pick<Lane, "doubt">): void {
    for (const at of chunk.wide.keys())
      if (this.slots.has(Math.floor(at / chunk.capacity))) lane.doubt(at % chunk.capacity);
  }
}
