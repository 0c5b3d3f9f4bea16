/** A file in large pieces that end at line ends. */

import { closeSync, openSync, readSync } from "node:fs";
import { Unstreamable } from "./intake.js";

const PIECE = 1 << 22;

/** Longest line accepted: a real one of the widest set is a few thousand letters. */
const LONGEST_LINE = 1 << 26;

export interface Piece {
  readonly bytes: Buffer;
  /** The piece's own bytes are 0 .. end-1; the last of them ends a line. */
  readonly end: number;
  /** Place of byte 0 in the file. */
  readonly offset: number;
}

/** Pieces of a file, in order. The buffer is used again for the next piece. A last line without an end is given one. */
export function* pieces(path: string): Generator<Piece> {
  const file = openSync(path, "r");
  try {
    let buffer = Buffer.allocUnsafe(PIECE + 1);
    let kept = 0;
    let offset = 0;
    for (;;) {
      const read = readSync(file, buffer, kept, buffer.length - 1 - kept, null);
      let filled = kept + read;
      if (read === 0) {
        if (filled === 0) return;
        if (buffer[filled - 1] !== 10) buffer[filled++] = 10;
        yield { bytes: buffer, end: filled, offset };
        return;
      }
      const end = buffer.lastIndexOf(10, filled - 1) + 1;
      if (end === 0) {
        if (buffer.length > LONGEST_LINE) throw new Unstreamable("a line of more than 64 MB");
        buffer = Buffer.concat([buffer.subarray(0, filled)], buffer.length * 2);
        kept = filled;
        continue;
      }
      yield { bytes: buffer, end, offset };
      buffer.copyWithin(0, end, filled);
      kept = filled - end;
      offset += end;
    }
  } finally {
    closeSync(file);
  }
}
