/**
 * Declared facts of up to CHUNK_ROWS units in typed columns. A column holds whole numbers (the value times 10^scale), so
 * that arithmetic on it is exact as long as it stays below 2^53; what does not fit is kept aside as an exact number.
 */
import { type Rational, reduce, toNumber } from "../numbers/rational.js";
import { tenTo } from "../numbers/rounding.js";
import type { CompiledSet } from "../plan/compiled.js";
import { requireGivable } from "../score/given.js";
import type { UnitFacts } from "../score/unit.js";

/** Rows of a chunk: its columns of scratch stay in the processor's nearest caches. */
export const CHUNK_ROWS = 4096;

/** Most decimal digits a column takes; finer numbers are kept aside. */
const MAX_SCALE = 6;

const LARGEST = Number.MAX_SAFE_INTEGER;

/** 10^k as a float, exact for the k used here. */
export const POWER: readonly number[] = Array.from({ length: 23 }, (_, k) => 10 ** k);

export class FactChunk {
  readonly units: string[] = [];
  readonly groups: string[] = [];
  /** Slot-major: the value of slot s of row r is at s * capacity + r; NaN is missing. */
  readonly ints: Float64Array;
  /** Decimal digits of each slot's column. */
  readonly scale: Uint8Array;
  /** No whole number of a column is larger than this; Infinity once a value was kept aside. */
  readonly largest: Float64Array;
  /** 1 once a column has held a number below zero. */
  readonly negative: Uint8Array;
  /** Values that no column can hold, by the same index as `ints`. */
  readonly wide = new Map<number, Rational>();
  /** Per node: rows answered "not applicable", with the reason. */
  readonly notApplicable = new Map<number, Map<number, string | undefined>>();
  /** Per node: rows with points given by a person. */
  readonly given = new Map<number, Map<number, Rational>>();
  length = 0;

  constructor(
    readonly set: CompiledSet,
    readonly capacity: number = CHUNK_ROWS,
  ) {
    this.ints = new Float64Array(set.facts.length * capacity).fill(Number.NaN);
    this.scale = new Uint8Array(set.facts.length);
    this.largest = new Float64Array(set.facts.length);
    this.negative = new Uint8Array(set.facts.length);
  }

  get full(): boolean {
    return this.length >= this.capacity;
  }

  /** Opens a row; its facts are all missing until put. */
  open(unit: string, group: string): number {
    if (this.full) throw new RangeError("FactChunk: full");
    this.units.push(unit);
    this.groups.push(group);
    this.length += 1;
    return this.length - 1;
  }

  /** Adds a unit with all its facts. */
  add(facts: UnitFacts): number {
    const row = this.open(facts.unit, facts.group);
    for (let slot = 0; slot < facts.values.length; slot += 1) {
      const value = facts.values[slot];
      if (value) this.put(row, slot, value);
    }
    for (const [node, reason] of facts.notApplicable) this.putNotApplicable(row, node, reason);
    if (facts.given) for (const [node, points] of facts.given) this.putGiven(row, node, points);
    return row;
  }

  /** Sets or clears one fact. */
  put(row: number, slot: number, value: Rational | undefined): void {
    const at = slot * this.capacity + row;
    this.wide.delete(at);
    if (value === undefined) {
      this.ints[at] = Number.NaN;
      return;
    }
    const digits = decimalDigits(value);
    if (
      digits > MAX_SCALE ||
      !this.putDecimal(row, slot, Number((value.n * tenTo(digits)) / value.d), digits)
    ) {
      this.ints[at] = toNumber(value) * (POWER[this.scale[slot] ?? 0] ?? 1);
      this.wide.set(at, value);
      this.largest[slot] = Number.POSITIVE_INFINITY;
    }
  }

  /** The whole numbers of one slot, by row. */
  column(slot: number): Float64Array {
    return this.ints.subarray(slot * this.capacity, slot * this.capacity + this.length);
  }

  /** Sets one fact to mantissa / 10^digits, the fast way in; false (and nothing set) when the column cannot hold it. */
  putDecimal(row: number, slot: number, mantissa: number, digits: number): boolean {
    if (digits > MAX_SCALE || mantissa > LARGEST || mantissa < -LARGEST) return false;
    const scale = this.scale[slot] as number;
    let int = mantissa;
    if (digits < scale) int *= POWER[scale - digits] as number;
    else if (digits > scale && !this.rescale(slot, digits)) return false;
    if (int > LARGEST || int < -LARGEST) return false;
    if (this.wide.size > 0) this.wide.delete(slot * this.capacity + row);
    this.ints[slot * this.capacity + row] = int;
    if (int > (this.largest[slot] as number)) this.largest[slot] = int;
    if (int < 0) this.negative[slot] = 1;
    return true;
  }

  /** Sets one fact to a whole number below 2^53 that is not negative; false when the column cannot hold it. */
  putWhole(row: number, slot: number, int: number): boolean {
    if (this.scale[slot] !== 0 || this.wide.size > 0) return this.putDecimal(row, slot, int, 0);
    this.ints[slot * this.capacity + row] = int;
    if (int > (this.largest[slot] as number)) this.largest[slot] = int;
    return true;
  }

  putNotApplicable(row: number, node: number, reason: string | undefined): void {
    const rows = this.notApplicable.get(node) ?? new Map<number, string | undefined>();
    rows.set(row, reason);
    this.notApplicable.set(node, rows);
  }

  /** Gives an indicator of a row points in place of its rule's, or (undefined) takes them away. See `UnitFacts.given`. */
  putGiven(row: number, node: number, points: Rational | undefined): void {
    const rows = this.given.get(node) ?? new Map<number, Rational>();
    if (points) {
      requireGivable(this.set, node, points);
      this.given.set(node, rows.set(row, points));
    } else if (rows.delete(row) && rows.size === 0) this.given.delete(node);
  }

  /** The exact value of a fact. */
  value(row: number, slot: number): Rational | undefined {
    const at = slot * this.capacity + row;
    const int = this.ints[at] as number;
    if (Number.isNaN(int)) return undefined;
    return this.wide.get(at) ?? { n: BigInt(int), d: tenTo(this.scale[slot] as number) };
  }

  /** All facts of a row. */
  facts(row: number): UnitFacts {
    const values = this.set.facts.map((fact) => this.value(row, fact.slot));
    const notApplicable = new Map<number, string | undefined>();
    for (const [node, rows] of this.notApplicable) if (rows.has(row)) notApplicable.set(node, rows.get(row));
    const given = new Map<number, Rational>();
    for (const [node, rows] of this.given) {
      const points = rows.get(row);
      if (points) given.set(node, points);
    }
    return {
      unit: this.units[row] ?? "",
      title: undefined,
      group: this.groups[row] ?? "",
      values,
      notApplicable,
      ...(given.size > 0 && { given }),
    };
  }

  /** Empties the chunk for reuse. */
  clear(): void {
    this.units.length = 0;
    this.groups.length = 0;
    this.ints.fill(Number.NaN);
    this.scale.fill(0);
    this.largest.fill(0);
    this.negative.fill(0);
    this.wide.clear();
    this.notApplicable.clear();
    this.given.clear();
    this.length = 0;
  }

  private rescale(slot: number, digits: number): boolean {
    const factor = POWER[digits - (this.scale[slot] as number)] as number;
    const from = slot * this.capacity;
    const to = from + this.length;
    for (let at = from; at < to; at += 1)
      if (Math.abs((this.ints[at] as number) * factor) > LARGEST && !this.wide.has(at)) return false;
    for (let at = from; at < to; at += 1) this.ints[at] = (this.ints[at] as number) * factor;
    this.scale[slot] = digits;
    this.largest[slot] = (this.largest[slot] as number) * factor;
    return true;
  }
}

/** Decimal digits a number needs; more than MAX_SCALE when it has no short decimal form. */
function decimalDigits(value: Rational): number {
  if (value.d === 1n) return 0;
  const { d } = reduce(value);
  for (let digits = 0; digits <= MAX_SCALE; digits += 1) if (tenTo(digits) % d === 0n) return digits;
  return MAX_SCALE + 1;
}
