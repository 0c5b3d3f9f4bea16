/**
 * Long CSV (`unit,group,code,input,value`), read from bytes straight into columns. The lines of a unit stand together; units mostly
 * declare the same data in the same order, so that a line's code and input are recognised by comparing bytes with the line expected.
 */
import { type CompiledSet, FactChunk } from "@opendti/engine";
import type { LongHeader } from "../input/headers.js";
import { cellAt, NEWLINE, plainEnd, RETURN } from "./bytes.js";
import { type Bounds, boundsOf, readsTwoWays, type Target, TEN, targetOf } from "./columns.js";
import { type Intake, Unstreamable } from "./intake.js";

const DOT = 46;
const ZERO = 48;
const NINE = 57;
const LONGEST_NUMBER = 15;

interface Expected {
  /** Bytes of the code and of the input, as they stand in a line. */
  readonly code: Buffer;
  readonly input: Buffer;
  readonly target: Target;
}

export class LongReader {
  private readonly expected: Expected[] = [];
  private readonly placeOf = new Map<string, number>();
  private readonly starts: Int32Array;
  private readonly ends: Int32Array;
  private readonly bounds: Bounds;
  private unit: Buffer = Buffer.alloc(0);
  private group: Buffer = Buffer.alloc(0);
  private row = -1;
  private next = 0;

  constructor(
    private readonly intake: Intake,
    private readonly header: LongHeader,
    width: number,
    private readonly separator: number,
  ) {
    this.starts = new Int32Array(width);
    this.ends = new Int32Array(width);
    this.bounds = boundsOf(intake.set.facts);
  }

  read(bytes: Buffer, from: number, end: number, offset: number, chunk: FactChunk): number {
    let at = from;
    while (at < end) {
      const start = at;
      at = this.split(bytes, at, end);
      if (at > start && this.ends[this.header.unit] !== -1) {
        if (!this.sameUnit(bytes)) {
          this.finish(chunk);
          if (chunk.full) return start;
          this.open(bytes, offset + start, chunk);
        }
        this.line(bytes, chunk);
      }
      this.intake.line += 1;
    }
    return at;
  }

  /** Completes the unit that is open. */
  finish(chunk: FactChunk): void {
    if (this.row >= 0) this.intake.complete(this.row, chunk);
    this.row = -1;
    this.unit = Buffer.alloc(0);
  }

  /** Reads a unit's lines again. */
  again(bytes: Buffer, chunk: FactChunk): void {
    this.finish(new FactChunk(this.intake.set as CompiledSet, 1));
    for (let at = 0; at < bytes.length; ) {
      at = this.split(bytes, at, bytes.length);
      if (this.ends[this.header.unit] === -1) continue;
      if (this.row < 0) this.start(bytes, chunk);
      this.line(bytes, chunk);
    }
    this.finish(chunk);
  }

  /** Finds the cells of a line; an empty line has none. */
  private split(bytes: Buffer, from: number, end: number): number {
    const { starts, ends, separator } = this;
    let at = from;
    if (bytes[at] === NEWLINE || (bytes[at] === RETURN && bytes[at + 1] === NEWLINE)) {
      ends[this.header.unit] = -1;
      return bytes[at] === NEWLINE ? at + 1 : at + 2;
    }
    const last = starts.length - 1;
    for (let column = 0; column <= last; column += 1) {
      starts[column] = at;
      at = bytes[at] === 34 ? cellAt(bytes, at, end, separator)[1] : plainEnd(bytes, at, separator);
      ends[column] = at;
      if (column === last) break;
      if (bytes[at] !== separator) throw new Unstreamable("a row shorter than the header");
      at += 1;
    }
    if (bytes[at] === RETURN) at += 1;
    if (bytes[at] !== NEWLINE) throw new Unstreamable("a row longer than the header");
    return at + 1;
  }

  private sameUnit(bytes: Buffer): boolean {
    const from = this.starts[this.header.unit] as number;
    const to = this.ends[this.header.unit] as number;
    return this.row >= 0 && same(bytes, from, to, this.unit);
  }

  private open(bytes: Buffer, offset: number, chunk: FactChunk): void {
    this.start(bytes, chunk);
    this.intake.enter(chunk.units[this.row] ?? "", offset);
  }

  private start(bytes: Buffer, chunk: FactChunk): void {
    const { unit, group } = this.header;
    this.unit = Buffer.from(bytes.subarray(this.starts[unit], this.ends[unit]));
    if (group !== undefined) this.group = Buffer.from(bytes.subarray(this.starts[group], this.ends[group]));
    this.row = chunk.open(this.text(bytes, unit), group === undefined ? "" : this.text(bytes, group));
    this.next = 0;
  }

  private sameGroup(bytes: Buffer): boolean {
    const { group } = this.header;
    return (
      group === undefined || same(bytes, this.starts[group] as number, this.ends[group] as number, this.group)
    );
  }

  private text(bytes: Buffer, column: number): string {
    return cellAt(bytes, this.starts[column] as number, bytes.length, this.separator)[0].trim();
  }

  private line(bytes: Buffer, chunk: FactChunk): void {
    if (!this.sameGroup(bytes)) throw new Unstreamable("a unit in two groups");
    const target = this.target(bytes);
    const { value } = this.header;
    const from = this.starts[value] as number;
    const to = this.ends[value] as number;
    if (from === to) return;
    const { slot } = target.fact;
    if (!Number.isNaN(chunk.ints[slot * chunk.capacity + this.row] as number))
      throw new Unstreamable("one input declared twice");
    if (!this.number(bytes, from, to, slot, chunk))
      this.intake.take(this.text(bytes, value), target, this.row, chunk);
  }

  /** Takes a plain number; false when the cell is something else. */
  private number(bytes: Buffer, from: number, to: number, slot: number, chunk: FactChunk): boolean {
    if (to - from > LONGEST_NUMBER) return false;
    let number = 0;
    let digits = -1;
    for (let at = from; at < to; at += 1) {
      const byte = bytes[at] as number;
      if (byte >= ZERO && byte <= NINE) {
        number = number * 10 + (byte - ZERO);
        if (digits >= 0) digits += 1;
      } else if (byte === DOT && digits < 0 && at > from && at < to - 1 && this.bounds.fraction[slot] === 1)
        digits = 0;
      else return false;
    }
    const places = Math.max(digits, 0);
    if (places >= TEN.length || readsTwoWays(bytes[from] as number, to - from - places - 1, places))
      return false;
    const one = TEN[places] as number;
    const { least, most } = this.bounds;
    if (!(number >= (least[slot] as number) * one && number <= (most[slot] as number) * one)) return false;
    return places === 0
      ? chunk.putWhole(this.row, slot, number)
      : chunk.putDecimal(this.row, slot, number, places);
  }

  private target(bytes: Buffer): Target {
    const { code, input } = this.header;
    const expected = this.expected[this.next];
    if (expected && this.matches(bytes, expected)) {
      this.next += 1;
      return expected.target;
    }
    const key = `${this.text(bytes, code)}\n${input === undefined ? "" : this.text(bytes, input)}`;
    const place = this.placeOf.get(key) ?? this.learn(bytes, key);
    this.next = place + 1;
    return (this.expected[place] as Expected).target;
  }

  private matches(bytes: Buffer, expected: Expected): boolean {
    const { code, input } = this.header;
    return (
      same(bytes, this.starts[code] as number, this.ends[code] as number, expected.code) &&
      (input === undefined ||
        same(bytes, this.starts[input] as number, this.ends[input] as number, expected.input))
    );
  }

  private learn(bytes: Buffer, key: string): number {
    const { code, input } = this.header;
    const [name = "", id = ""] = key.split("\n");
    const target = targetOf(this.intake.set, name.normalize("NFC"), id);
    if (!target) throw new Unstreamable("a code or an input that the set does not have");
    this.expected.push({
      code: Buffer.from(bytes.subarray(this.starts[code], this.ends[code])),
      input:
        input === undefined
          ? Buffer.alloc(0)
          : Buffer.from(bytes.subarray(this.starts[input], this.ends[input])),
      target,
    });
    this.placeOf.set(key, this.expected.length - 1);
    return this.expected.length - 1;
  }
}

function same(bytes: Buffer, from: number, to: number, other: Buffer): boolean {
  const { length } = other;
  if (to - from !== length) return false;
  for (let at = 0; at < length; at += 1) if (bytes[from + at] !== other[at]) return false;
  return true;
}
