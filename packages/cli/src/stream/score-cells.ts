/**
 * Cells of a score file as bytes. A cell is written with the comma before it: nearly all points are eight bytes from a table, written
 * in one go whatever their length, and the next cell begins where theirs ended.
 */
import { formatTicks } from "@opendti/engine";

/** Ticks below this are written from the table. */
const TABLE = 20_001;

/** Bytes of an entry: the comma, the number, and spaces that the next cell writes over. */
const ENTRY = 8;

/** Most bytes that a number with its comma takes. */
export const LONGEST_NUMBER = 32;

const COMMA = 44;
const DOT = 46;
const ZERO = 48;
const SPACE = 32;
const TILDE = 126;
const QUOTE = 34;

/** First letters by which a spreadsheet takes a text for a formula. */
const SIGNS = new Set(Array.from("=+-@", (letter) => letter.charCodeAt(0)));

export class ScoreCells {
  /** The bytes of each entry, held as a float: no text is the bits of a NaN, so they come out as they went in. */
  private readonly entries = new Float64Array(TABLE);
  /** Bytes of each entry that count; 0 when the number is too long for one. */
  private readonly lengths = new Uint8Array(TABLE);
  private readonly view: DataView;
  /** Ticks of a point. */
  private readonly point: number;

  constructor(
    private readonly buffer: Buffer,
    private readonly digits: number,
  ) {
    this.view = new DataView(buffer.buffer, buffer.byteOffset, buffer.byteLength);
    this.point = 10 ** digits;
    for (let ticks = 0; ticks < TABLE; ticks += 1) {
      buffer.fill(SPACE, 0, ENTRY);
      const length = this.number(0, ticks);
      this.entries[ticks] = this.view.getFloat64(0, true);
      this.lengths[ticks] = length <= ENTRY ? length : 0;
    }
  }

  /**
   * Writes the points of one row's columns.
   * @param starts where each column of ticks begins.
   * @returns the place after the last cell; there must have been room for {@link LONGEST_NUMBER} bytes a cell.
   */
  row(from: number, ticks: Int32Array, starts: Int32Array, row: number): number {
    const { entries, lengths, view } = this;
    let at = from;
    for (let column = 0; column < starts.length; column += 1) {
      const value = ticks[(starts[column] as number) + row] as number;
      const length = value >= 0 && value < TABLE ? (lengths[value] as number) : 0;
      if (length > 0) {
        view.setFloat64(at, entries[value] as number, true);
        at += length;
      } else at = this.number(at, value);
    }
    return at;
  }

  /** Writes one number of points, without trailing zeros. */
  number(from: number, ticks: number): number {
    const { buffer, point } = this;
    let at = from;
    buffer[at++] = COMMA;
    if (!(ticks >= 0)) return at + buffer.write(formatTicks(ticks, this.digits), at, "latin1");
    const whole = Math.floor(ticks / point);
    at = this.whole(at, whole);
    let rest = ticks - whole * point;
    if (rest === 0) return at;
    buffer[at++] = DOT;
    for (let unit = point / 10; rest > 0; unit /= 10) {
      const digit = Math.floor(rest / unit);
      buffer[at++] = ZERO + digit;
      rest -= digit * unit;
    }
    return at;
  }

  /** Writes the digits of a whole number that is not negative, without a comma. */
  whole(from: number, value: number): number {
    let unit = 1;
    while (value >= unit * 10) unit *= 10;
    let at = from;
    for (let rest = value; unit >= 1; unit = Math.floor(unit / 10)) {
      const digit = Math.floor(rest / unit);
      this.buffer[at++] = ZERO + digit;
      rest -= digit * unit;
    }
    return at;
  }
}

/**
 * Writes a text of plain letters that needs no quotes and is no formula.
 * @returns the place after it; -1, when it is another text. There must be room for it.
 */
export function putPlainText(buffer: Buffer, from: number, text: string): number {
  if (SIGNS.has(text.charCodeAt(0))) return -1;
  let at = from;
  for (let place = 0; place < text.length; place += 1) {
    const letter = text.charCodeAt(place);
    if (letter < SPACE || letter > TILDE || letter === QUOTE || letter === COMMA) return -1;
    buffer[at++] = letter;
  }
  return at;
}
