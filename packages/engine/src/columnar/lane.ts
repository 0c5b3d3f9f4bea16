/** What a kernel writes for the rows of one chunk. */
import { CHUNK_ROWS } from "./chunk.js";

export const SCORED = 0;
export const MISSING = 1;
export const UNDEFINED = 2;
export const NOT_APPLICABLE = 3;
export const PENDING = 4;
/** Points come later, from the group's best. */
export const RELATIVE = 5;
/** A float could not prove the result: the exact evaluator decides. */
export const UNSURE = 6;

/** Status codes by number, for the statuses that leave the engine. */
export const statusNames = ["scored", "missing", "undefined", "not_applicable", "pending"] as const;

/** Largest numerator for which a float quotient of whole numbers, rounded by {@link MAGIC}, is the exact rounding. */
export const PROVEN = 2 ** 51;

/** Adding and taking away 1.5 x 2^52 rounds a float below 2^51 to a whole number, half to even. */
export const MAGIC = 1.5 * 2 ** 52;

export class Lane {
  /** Points times the unit that the kernel's run returned; plain float points when it returned 0. */
  readonly points: Float64Array;
  readonly status: Uint8Array;

  constructor(readonly capacity: number = CHUNK_ROWS) {
    this.points = new Float64Array(capacity);
    this.status = new Uint8Array(capacity);
  }
}
