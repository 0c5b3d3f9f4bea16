/** Rounds a lane's points to whole ticks of the set's score rounding, exactly, or marks the row UNSURE. */
import type { Rounding } from "../numbers/rounding.js";
import { CHUNK_ROWS, POWER } from "./chunk.js";
import { type Lane, MAGIC, PROVEN, SCORED } from "./lane.js";

/**
 * How near a half (in ticks) a float result must not be to be trusted. Some hundred additions of up to 2^27 ticks (the most that a set
 * may have) err by less.
 */
export const NEAR_HALF = 1e-5;

/**
 * @param unit of the lane's points, or 0 for float points (see Kernel.run).
 * On return the lane's points are float ticks, and `ticks` holds the rounded ones of rows with status SCORED.
 */
export function roundLane(
  rows: number,
  unit: number,
  lane: Lane,
  ticks: Int32Array,
  rounding: Rounding,
): void {
  const perPoint = POWER[rounding.digits] as number;
  if (unit === 0) roundFloats(rows, lane, ticks, perPoint);
  else if (perPoint % unit === 0) takeWhole(rows, lane, ticks, perPoint / unit);
  else roundWhole(rows, unit, lane, ticks, perPoint, rounding.mode === "half-up");
}

function takeWhole(rows: number, { points }: Lane, ticks: Int32Array, factor: number): void {
  for (let row = 0; row < rows; row += 1) {
    const value = (points[row] as number) * factor;
    ticks[row] = value;
    points[row] = value;
  }
}

function roundWhole(
  rows: number,
  unit: number,
  lane: Lane,
  ticks: Int32Array,
  perPoint: number,
  halfUp: boolean,
): void {
  const { points, status } = lane;
  const limit = PROVEN / perPoint;
  for (let row = 0; row < rows; row += 1) {
    const value = points[row] as number;
    const q = (value * perPoint) / unit;
    ticks[row] = halfUp ? Math.floor(q + 0.5) : q + MAGIC - MAGIC;
    points[row] = q;
    if (value > limit && status[row] === SCORED) lane.doubt(row);
  }
}

function roundFloats(rows: number, lane: Lane, ticks: Int32Array, perPoint: number): void {
  const { points } = lane;
  for (let row = 0; row < rows; row += 1) {
    const q = (points[row] as number) * perPoint;
    points[row] = q;
    const down = Math.floor(q);
    const rest = q - down;
    ticks[row] = rest < 0.5 ? down : down + 1;
    if (rest > 0.5 - NEAR_HALF && rest < 0.5 + NEAR_HALF) lane.doubt(row);
  }
}

/** Room for the rows that {@link roundSums} could not prove. */
const doubtfulRows = new Int32Array(CHUNK_ROWS);

/** Rounds float ticks of sums; rows too near a half to be proven are told to `doubt`. */
export function roundSums(sums: Float64Array, ticks: Int32Array, doubt: (row: number) => void): void {
  let doubtful = 0;
  for (let row = 0; row < sums.length; row += 1) {
    const raised = (sums[row] as number) + 0.5;
    const rounded = Math.floor(raised);
    ticks[row] = rounded;
    // How far from the middle between two halves.
    if (Math.abs(raised - rounded - 0.5) > 0.5 - NEAR_HALF) doubtfulRows[doubtful++] = row;
  }
  for (let place = 0; place < doubtful; place += 1) doubt(doubtfulRows[place] as number);
}
