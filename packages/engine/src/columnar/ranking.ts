/** Ranks within each group: ties share a rank and the next is skipped (1-2-2-4). */
import { compare } from "../numbers/rational.js";
import { TRUE } from "./condition.js";
import type { CampaignState } from "./state.js";

/** Float totals (in ticks) nearer than this are compared exactly. */
export const NEAR_TOTAL = 1e-6;

/** Fills in the ranks of all units. */
export function rankAll(run: CampaignState): void {
  if (isSimple(run) && run.program.conditions.every((condition) => !condition.unranked)) {
    rankByTotals(run);
    return;
  }
  const members = run.groups.map((_, group) => new Int32Array(run.groupSize[group] ?? 0));
  const filled = new Int32Array(run.groups.length);
  for (const [index, chunk] of run.chunks.entries()) {
    const from = run.rowOf(index, 0);
    for (let row = 0; row < chunk.length; row += 1) {
      const group = chunk.groupOf[row] as number;
      const rows = members[group] as Int32Array;
      rows[filled[group] as number] = from + row;
      filled[group] = (filled[group] as number) + 1;
    }
  }
  for (const rows of members) assignRanks(run, orderGroup(run, rows));
}

/** The ranked units of a group, best first; units that an unmet condition leaves unranked get rank 0 and are left out. */
function orderGroup(run: CampaignState, rows: Int32Array): Int32Array {
  const ranked = run.program.conditions.some((condition) => condition.unranked)
    ? rows.filter((row) => isRanked(run, row))
    : rows;
  return ranked.slice().sort(comparator(run));
}

/** Whether rank follows from whole totals alone. */
export function isSimple(run: Pick<CampaignState, "set">): boolean {
  return run.set.rankOn === "rounded" && run.set.tieBreak.length === 0;
}

/** Ranks all groups at once by whole totals: all units from the highest total down, then each counted within its group. */
function rankByTotals(run: CampaignState): void {
  const totals = new Int32Array(run.length);
  const groupOf = new Int32Array(run.length);
  for (const [index, chunk] of run.chunks.entries()) {
    totals.set(chunk.total.subarray(0, chunk.length), run.rowOf(index, 0));
    groupOf.set(chunk.groupOf, run.rowOf(index, 0));
  }
  const ranks = new Int32Array(run.length);
  const met = new Int32Array(run.groups.length);
  const rank = new Int32Array(run.groups.length);
  const last = new Float64Array(run.groups.length).fill(Number.NaN);
  const order = fromTheTop(totals);
  for (let at = 0; at < order.length; at += 1) {
    const row = order[at] as number;
    const group = groupOf[row] as number;
    const total = totals[row] as number;
    const place = (met[group] as number) + 1;
    met[group] = place;
    if (total !== last[group]) {
      rank[group] = place;
      last[group] = total;
    }
    ranks[row] = rank[group] as number;
  }
  for (const [index, chunk] of run.chunks.entries()) {
    const from = run.rowOf(index, 0);
    chunk.rank.set(ranks.subarray(from, from + chunk.length));
  }
}

/** Most bits sorted by at a time. */
const MOST_BITS = 11;

/** Room that every sorting uses again. */
let orders: readonly [Int32Array, Int32Array] = [new Int32Array(0), new Int32Array(0)];
const counts = new Int32Array(2 ** MOST_BITS + 1);

/**
 * Places of whole numbers, those of the highest first: sorted digit by digit, counting, from the last digit up.
 * @returns places that hold until the next call.
 */
export function fromTheTop(values: Int32Array): Int32Array {
  const { length } = values;
  if (orders[0].length < length) orders = [new Int32Array(length), new Int32Array(length)];
  let highest = Number.NEGATIVE_INFINITY;
  let lowest = Number.POSITIVE_INFINITY;
  for (let place = 0; place < length; place += 1) {
    const value = values[place] as number;
    if (value > highest) highest = value;
    if (value < lowest) lowest = value;
  }
  const bits = length === 0 ? 0 : Math.ceil(Math.log2(highest - lowest + 1));
  const passes = Math.ceil(bits / MOST_BITS);
  const digitBits = Math.ceil(bits / Math.max(1, passes));
  const mask = 2 ** digitBits - 1;
  let [order, sorted] = orders;
  if (passes === 0) for (let place = 0; place < length; place += 1) order[place] = place;
  for (let pass = 0; pass < passes; pass += 1) {
    const starts = countDigits(values, highest, pass * digitBits, mask);
    if (pass === 0) placeByDigit(values, highest, mask, starts, sorted);
    else sortByDigit(values, highest, pass * digitBits, mask, starts, order, sorted);
    [order, sorted] = [sorted, order];
  }
  return order.subarray(0, length);
}

/** Where the places of each digit of the distance from the highest begin. */
function countDigits(values: Int32Array, highest: number, shift: number, mask: number): Int32Array {
  const starts = counts;
  starts.fill(0, 0, mask + 2);
  for (let place = 0; place < values.length; place += 1) {
    const next = (((highest - (values[place] as number)) >>> shift) & mask) + 1;
    starts[next] = (starts[next] as number) + 1;
  }
  for (let digit = 0; digit <= mask; digit += 1)
    starts[digit + 1] = (starts[digit + 1] as number) + (starts[digit] as number);
  return starts;
}

/** Puts places in the order of the last digit of their distance from the highest. */
function placeByDigit(
  values: Int32Array,
  highest: number,
  mask: number,
  starts: Int32Array,
  sorted: Int32Array,
): void {
  for (let place = 0; place < values.length; place += 1) {
    const digit = (highest - (values[place] as number)) & mask;
    const to = starts[digit] as number;
    sorted[to] = place;
    starts[digit] = to + 1;
  }
}

/** Puts places in the order of one digit of their distance from the highest; equal digits stay as they were. */
function sortByDigit(
  values: Int32Array,
  highest: number,
  shift: number,
  mask: number,
  starts: Int32Array,
  order: Int32Array,
  sorted: Int32Array,
): void {
  for (let place = 0; place < values.length; place += 1) {
    const at = order[place] as number;
    const digit = ((highest - (values[at] as number)) >>> shift) & mask;
    const to = starts[digit] as number;
    sorted[to] = at;
    starts[digit] = to + 1;
  }
}

/** Writes the ranks of units already in order. */
function assignRanks(run: CampaignState, order: Int32Array): void {
  const order_ = comparator(run);
  let rank = 0;
  for (let place = 0; place < order.length; place += 1) {
    const row = order[place] as number;
    if (place === 0 || order_(order[place - 1] as number, row) !== 0) rank = place + 1;
    run.chunkOf(row).rank[run.rowIn(row)] = rank;
  }
}

function isRanked(run: CampaignState, row: number): boolean {
  const chunk = run.chunkOf(row);
  const at = run.rowIn(row);
  const ranked = run.program.conditions.every(
    (condition, index) => !condition.unranked || chunk.conditions[index * chunk.capacity + at] === TRUE,
  );
  if (!ranked) chunk.rank[at] = 0;
  return ranked;
}

/** Orders two rows: negative when the first ranks before the second, zero when they tie. */
function comparator(run: CampaignState): (a: number, b: number) => number {
  const { set } = run;
  const exact = set.rankOn === "exact";
  return (a, b) => {
    const x = run.chunkOf(a);
    const y = run.chunkOf(b);
    const at = run.rowIn(a);
    const bt = run.rowIn(b);
    const difference = exact
      ? (y.exactTotal[bt] as number) - (x.exactTotal[at] as number)
      : (y.total[bt] as number) - (x.total[at] as number);
    if (exact && Math.abs(difference) <= NEAR_TOTAL) {
      const order = compare(run.exactUnit(b).exactTotal, run.exactUnit(a).exactTotal);
      if (order !== 0) return order;
    } else if (difference !== 0) return difference;
    for (const node of set.tieBreak) {
      const ahead = (y.ticks[node * y.capacity + bt] as number) - (x.ticks[node * x.capacity + at] as number);
      if (ahead !== 0) return ahead;
    }
    return 0;
  };
}
