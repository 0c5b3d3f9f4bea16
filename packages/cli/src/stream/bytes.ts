/** Cells of a line of CSV in bytes. */
import { Unstreamable } from "./intake.js";

export const NEWLINE = 10;
export const RETURN = 13;
const QUOTE = 34;

/** The place of what ends the cell that begins at `from`: a separator, or the end of the line. Plain cells only. */
export function plainEnd(bytes: Buffer, from: number, separator: number): number {
  let at = from;
  for (
    let byte = bytes[at] as number;
    byte !== separator && byte !== NEWLINE && byte !== RETURN;
    byte = bytes[at] as number
  ) {
    if (byte === QUOTE) throw new Unstreamable("a quote inside a cell");
    at += 1;
  }
  return at;
}

/** The text of the cell that begins at `from`, quotes undone, and the place of what ends it. */
export function cellAt(
  bytes: Buffer,
  from: number,
  end: number,
  separator: number,
): [text: string, at: number] {
  if (bytes[from] !== QUOTE) {
    const at = plainEnd(bytes, from, separator);
    return [bytes.toString("utf8", from, at), at];
  }
  for (let at = from + 1; at < end; at += 1) {
    if (bytes[at] === NEWLINE) throw new Unstreamable("a cell over several lines");
    if (bytes[at] !== QUOTE) continue;
    if (bytes[at + 1] === QUOTE) at += 1;
    else return [bytes.toString("utf8", from + 1, at).replaceAll('""', '"'), at + 1];
  }
  throw new Unstreamable("a quote that is never closed");
}
