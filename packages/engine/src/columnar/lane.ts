/** What a kernel writes for the rows of one chunk. */
import type { Rounding } from "../numbers/rounding.js";
import { floatsFor } from "./room.js";

// Statuses are single bits, so that the statuses of many children join by OR.
export const SCORED = 1;
export const MISSING = 2;
export const UNDEFINED = 4;
export const NOT_APPLICABLE = 8;
export const PENDING = 16;
/** A float could not prove the result: the exact evaluator decides. */
export const UNSURE = 64;

/** Largest numerator for which a float quotient of whole numbers, rounded by {@link MAGIC}, is the exact rounding. */
export const PROVEN = 2 ** 51;

/** Whole numbers beyond this are not exact in a float. */
export const EXACT = Number.MAX_SAFE_INTEGER;

/** Adding and taking away 1.5 x 2^52 rounds a float below 2^51 to a whole number, half to even. */
export const MAGIC = 1.5 * 2 ** 52;

/**
 * What rounds a float below 2^51 that is not negative, stored into whole numbers (which cuts the fraction off): `x + up + magic - magic`
 * is floor(x + 0.5) for half-up, and as {@link MAGIC} has it for half-even.
 */
export function roundingBy(mode: Rounding["mode"]): { readonly up: number; readonly magic: number } {
  return mode === "half-up" ? { up: 0.5, magic: 0 } : { up: 0, magic: MAGIC };
}

export class Lane {
  points: Float64Array = new Float64Array(0);
  status: Uint8Array = new Uint8Array(0);
  /** Whether any row was marked UNSURE. */
  unsure = false;

  /** Makes room for so many rows. Whoever gives a lane to a kernel calls it first. */
  room(rows: number): void {
    this.points = floatsFor(this.points, rows);
    if (this.status.length < rows) this.status = new Uint8Array(rows);
  }

  /** Marks one row for the exact evaluator. */
  doubt(row: number): void {
    this.status[row] = UNSURE;
    this.unsure = true;
  }

  /** A row without an ordinary quotient: a missing part, a zero below, or too large for a float to be trusted. */
  irregular(row: number, above: number, below: number): void {
    this.points[row] = 0;
    if (above !== above || below !== below) this.status[row] = MISSING;
    else if (below === 0) this.status[row] = UNDEFINED;
    else this.doubt(row);
  }
}

/** One status for a sum, from the OR of its parts': what all share, else the gravest of undefined and pending, else scored. */
export const JOINED: Uint8Array = Uint8Array.from({ length: 128 }, (_, mask) => {
  if (mask === 0) return SCORED;
  if ((mask & (mask - 1)) === 0) return mask;
  if (mask & UNSURE) return UNSURE;
  if (mask & UNDEFINED) return UNDEFINED;
  return mask & PENDING ? PENDING : SCORED;
});
