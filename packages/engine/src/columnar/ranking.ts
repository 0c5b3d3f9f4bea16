/** Ranks within each group: ties share a rank and the next is skipped (1-2-2-4). */
import { compare } from "../numbers/rational.js";
import { TRUE } from "./condition.js";
import type { ResultChunk } from "./results.js";
import type { CampaignState } from "./state.js";

/** Float totals (in ticks) nearer than this are compared exactly. */
export const NEAR_TOTAL = 1e-6;

/** Units of one group that can be packed beside their total into one float. */
export const PACKED = 2 ** 21;

/** Fills in the ranks of all units. */
export function rankAll(run: CampaignState): void {
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
  const simple = isSimple(run) && run.program.conditions.every((condition) => !condition.unranked);
  for (const rows of members) {
    if (simple && rows.length < PACKED) rankByTotals(run, rows);
    else assignRanks(run, orderGroup(run, rows));
  }
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

/** Ranks by whole totals: totals and places packed into one float each are sorted without a comparator. */
function rankByTotals(run: CampaignState, rows: Int32Array): void {
  const { chunks } = run;
  const size = chunks[0]?.length ?? 1;
  const keys = new Float64Array(rows.length);
  for (let place = 0; place < rows.length; place += 1) {
    const row = rows[place] as number;
    const chunk = chunks[Math.floor(row / size)] as ResultChunk;
    keys[place] = place - (chunk.total[row % size] as number) * PACKED;
  }
  keys.sort();
  let rank = 0;
  let before = Number.NaN;
  for (let place = 0; place < keys.length; place += 1) {
    const key = keys[place] as number;
    const total = Math.floor(key / PACKED);
    if (total !== before) rank = place + 1;
    before = total;
    const row = rows[key - total * PACKED] as number;
    (chunks[Math.floor(row / size)] as ResultChunk).rank[row % size] = rank;
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
