/** A kernel: the columnar evaluator of one plan. */
import type { Rounding } from "../numbers/rounding.js";
import type { FactChunk } from "./chunk.js";
import type { Lane } from "./lane.js";
import type { Outcome } from "./outcome.js";

export interface Kernel {
  /**
   * Fills the lane for all rows of the chunk.
   * @returns the unit: points are lane.points / unit exactly; 0 when lane.points are float points, good to 2^-48 or so.
   */
  run(chunk: FactChunk, lane: Lane): number;
  /**
   * Where a kernel can round at once, in one pass: exact ticks (10^-digits of a point) and statuses, and the points added to the sum.
   * @returns false, having written nothing, when this chunk must go by `run`. Not called on a chunk with values kept aside.
   */
  runRounded?(chunk: FactChunk, out: Outcome, rounding: Rounding): boolean;
}
