/** The inner loops of the hand-written contestant, one pass over plain columns each. */
import { GROUPS } from "./generate.js";

export type Column = Float64Array;

/** Statuses; scored is 0. */
export const MISSING = 1;
export const UNDEFINED = 2;

export function ratioLoop(
  rows: number,
  a: Column,
  b: Column,
  per: number,
  max: number,
  score: Column,
  status: Uint8Array,
  sum: Column,
): void {
  for (let row = 0; row < rows; row += 1) {
    const points = ((a[row] as number) / (b[row] as number)) * per;
    if (points < max) {
      score[row] = Math.round(points * 100) / 100;
      sum[row] = (sum[row] as number) + points;
    } else if (points - points === 0) {
      score[row] = max;
      sum[row] = (sum[row] as number) + max;
    } else status[row] = b[row] === 0 && a[row] === a[row] ? UNDEFINED : MISSING;
  }
}

export function choiceLoop(
  rows: number,
  choice: Column,
  points: Float64Array,
  score: Column,
  status: Uint8Array,
  sum: Column,
): void {
  for (let row = 0; row < rows; row += 1) {
    const place = choice[row] as number;
    if (place === place) {
      const given = points[place | 0] as number;
      score[row] = given;
      sum[row] = (sum[row] as number) + given;
    } else status[row] = MISSING;
  }
}

/** Bands by their lower edges, the highest first; points of what lies below all of them come last. */
export function bandLoop(
  rows: number,
  value: Column,
  edges: readonly number[],
  points: readonly number[],
  score: Column,
  status: Uint8Array,
  sum: Column,
): void {
  const e0 = edges[0] ?? Number.POSITIVE_INFINITY;
  const e1 = edges[1] ?? Number.NEGATIVE_INFINITY;
  const e2 = edges[2] ?? Number.NEGATIVE_INFINITY;
  const [p0 = 0, p1 = 0, p2 = 0, p3 = 0] = points;
  for (let row = 0; row < rows; row += 1) {
    const x = value[row] as number;
    if (x - x === 0) {
      const given = x >= e0 ? p0 : x >= e1 ? p1 : x >= e2 ? p2 : p3;
      score[row] = given;
      sum[row] = (sum[row] as number) + given;
    } else status[row] = x === Number.POSITIVE_INFINITY ? UNDEFINED : MISSING;
  }
}

export function relativeLoop(
  rows: number,
  value: Column,
  groupOf: Int32Array,
  max: number,
  score: Column,
  status: Uint8Array,
  sum: Column,
): void {
  const best = new Float64Array(GROUPS);
  for (let row = 0; row < rows; row += 1) {
    const x = value[row] as number;
    if (x > (best[groupOf[row] as number] as number) && x !== Number.POSITIVE_INFINITY)
      best[groupOf[row] as number] = x;
  }
  for (let row = 0; row < rows; row += 1) {
    const points = ((value[row] as number) / (best[groupOf[row] as number] as number)) * max;
    if (points - points === 0) {
      score[row] = Math.round(points * 100) / 100;
      sum[row] = (sum[row] as number) + points;
    } else status[row] = value[row] === Number.POSITIVE_INFINITY ? UNDEFINED : MISSING;
  }
}

export function partLoop(
  rows: number,
  part: Column,
  points: number,
  score: Column,
  status: Uint8Array,
): void {
  for (let row = 0; row < rows; row += 1) {
    const yes = part[row] as number;
    if (yes === yes) score[row] = (score[row] as number) + yes * points;
    else status[row] = MISSING;
  }
}

export function sumLoop(rows: number, from: Column, into: Column): void {
  for (let row = 0; row < rows; row += 1) into[row] = (into[row] as number) + (from[row] as number);
}

export function orLoop(rows: number, from: Uint8Array, into: Uint8Array): void {
  for (let row = 0; row < rows; row += 1) into[row] = (into[row] as number) | (from[row] as number);
}

export function roundLoop(rows: number, from: Column, into: Column): void {
  for (let row = 0; row < rows; row += 1) into[row] = Math.round((from[row] as number) * 100) / 100;
}

export function rankByGroup(total: Column, groupOf: Int32Array): Int32Array {
  const rank = new Int32Array(total.length);
  const members: number[][] = Array.from({ length: GROUPS }, () => []);
  for (let row = 0; row < total.length; row += 1) members[groupOf[row] as number]?.push(row);
  for (const group of members) {
    group.sort((x, y) => (total[y] as number) - (total[x] as number));
    for (const [place, row] of group.entries()) {
      const before = group[place - 1];
      rank[row] = before !== undefined && total[before] === total[row] ? (rank[before] as number) : place + 1;
    }
  }
  return rank;
}
