/**
 * Wide CSV, read from bytes straight into columns: one row a unit. Plain whole numbers and decimals, which are nearly all cells, never
 * become strings; whatever else a cell holds goes through the ordinary reader of values.
 */
import type { FactChunk } from "@opendti/engine";
import { cellAt, NEWLINE, RETURN } from "./bytes.js";
import { type Columns, FACT, GROUP, readsTwoWays, TEN, UNIT } from "./columns.js";
import { type Intake, Unstreamable } from "./intake.js";

const DOT = 46;
const ZERO = 48;
const NINE = 57;

/** Digits that a float holds exactly, with the dot. */
const LONGEST_NUMBER = 15;

export class WideReader {
  private readonly slots: Int32Array;

  constructor(
    private readonly intake: Intake,
    private readonly columns: Columns,
    private readonly separator: number,
  ) {
    this.slots = Int32Array.from(columns.targets, (target) => target?.fact.slot ?? -1);
  }

  /**
   * Reads lines from `from` on into the chunk until it is full or the bytes end.
   * @returns the place after the last line read.
   */
  read(bytes: Buffer, from: number, end: number, offset: number, chunk: FactChunk): number {
    let at = from;
    while (at < end && !chunk.full) {
      if (bytes[at] === NEWLINE) at += 1;
      else if (bytes[at] === RETURN && bytes[at + 1] === NEWLINE) at += 2;
      else {
        const start = at;
        const row = chunk.open("", "");
        at = this.row(bytes, start, end, row, chunk);
        this.intake.enter(chunk.units[row] ?? "", offset + start);
      }
      this.intake.line += 1;
    }
    return at;
  }

  /** The rows are whole at their line's end. */
  finish(): void {
    // Nothing is left open.
  }

  /** Reads a unit's line again. */
  again(bytes: Buffer, chunk: FactChunk): void {
    this.row(bytes, 0, bytes.length, chunk.open("", ""), chunk);
  }

  private row(bytes: Buffer, start: number, end: number, row: number, chunk: FactChunk): number {
    const { roles, bounds } = this.columns;
    const { least, most, fraction } = bounds;
    const { separator, slots } = this;
    const last = roles.length - 1;
    const { ints, largest, scale, capacity } = chunk;
    let at = start;
    for (let column = 0; column <= last; column += 1) {
      const from = at;
      if (roles[column] === FACT) {
        let byte = bytes[at] as number;
        let number = 0;
        while (byte >= ZERO && byte <= NINE) {
          number = number * 10 + (byte - ZERO);
          at += 1;
          byte = bytes[at] as number;
        }
        if (byte === separator && at > from) {
          // A whole number within its bounds for a column of whole numbers: nearly every cell.
          const slot = slots[column] as number;
          if (
            scale[slot] === 0 &&
            at - from <= LONGEST_NUMBER &&
            number >= (least[column] as number) &&
            number <= (most[column] as number)
          ) {
            ints[slot * capacity + row] = number;
            if (number > (largest[slot] as number)) largest[slot] = number;
            if (column === last) throw new Unstreamable("a row longer than the header");
            at += 1;
            continue;
          }
        }
        let digits = 0;
        if (byte === DOT && at > from && fraction[column] === 1) {
          const dot = at;
          at += 1;
          byte = bytes[at] as number;
          while (byte >= ZERO && byte <= NINE) {
            number = number * 10 + (byte - ZERO);
            at += 1;
            byte = bytes[at] as number;
          }
          digits = at - dot - 1;
          // A dot with nothing after it is not a plain number, and 1.250 may be a thousand.
          if (digits === 0 || readsTwoWays(bytes[from] as number, dot - from, digits)) digits = TEN.length;
        }
        const plain = byte === separator || byte === NEWLINE || byte === RETURN;
        const empty = plain && at === from;
        if (
          !empty &&
          !(
            plain &&
            at - from <= LONGEST_NUMBER &&
            digits < TEN.length &&
            this.put(row, column, number, digits, least, most, slots, chunk)
          )
        )
          at = this.odd(bytes, from, end, column, row, chunk);
      } else at = this.text(bytes, from, end, roles[column] as number, row, chunk);
      if (column < last) {
        if (bytes[at] !== separator) throw new Unstreamable("a row shorter than the header");
        at += 1;
      }
    }
    if (bytes[at] === RETURN) at += 1;
    if (bytes[at] !== NEWLINE) throw new Unstreamable("a row longer than the header");
    this.intake.complete(row, chunk);
    return at + 1;
  }

  private put(
    row: number,
    column: number,
    number: number,
    digits: number,
    least: Float64Array,
    most: Float64Array,
    slots: Int32Array,
    chunk: FactChunk,
  ): boolean {
    const one = TEN[digits] as number;
    if (!(number >= (least[column] as number) * one && number <= (most[column] as number) * one))
      return false;
    const slot = slots[column] as number;
    return digits === 0 ? chunk.putWhole(row, slot, number) : chunk.putDecimal(row, slot, number, digits);
  }

  /** Reads a cell of text: a unit, a group, or one to be passed over. */
  private text(
    bytes: Buffer,
    from: number,
    end: number,
    role: number,
    row: number,
    chunk: FactChunk,
  ): number {
    const [content, at] = cellAt(bytes, from, end, this.separator);
    if (role === UNIT) chunk.units[row] = content.trim();
    else if (role === GROUP) chunk.groups[row] = content.trim();
    return at;
  }

  private odd(
    bytes: Buffer,
    from: number,
    end: number,
    column: number,
    row: number,
    chunk: FactChunk,
  ): number {
    const [content, at] = cellAt(bytes, from, end, this.separator);
    const target = this.columns.targets[column];
    if (target) this.intake.take(content, target, row, chunk);
    return at;
  }
}
