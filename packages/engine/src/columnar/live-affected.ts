/** Who moved by a change. */
import type { LiveGroup } from "./live-group.js";

/** Units whose total or rank changed, and the changed unit itself, with what they were before. By place, one value a unit. */
export interface Affected {
  readonly rows: Int32Array;
  readonly totalsBefore: Float64Array;
  readonly ranksBefore: Int32Array;
}

/** Members whose total or rank is another than when the group was last remembered, and the changed one. */
export function differences(group: LiveGroup, changed: number): Affected {
  const { size, total, rank, totalBefore, rankBefore, moved: found } = group;
  let count = 0;
  for (let member = 0; member < size; member += 1)
    if (member === changed || totalBefore[member] !== total[member] || rankBefore[member] !== rank[member])
      found[count++] = member;
  const rows = new Int32Array(count);
  const totals = new Float64Array(count);
  const ranks = new Int32Array(count);
  for (let place = 0; place < count; place += 1) {
    const member = found[place] as number;
    rows[place] = group.rows[member] as number;
    totals[place] = totalBefore[member] as number;
    ranks[place] = rankBefore[member] as number;
  }
  return { rows, totalsBefore: totals, ranksBefore: ranks };
}

/** After the move of one member: itself first, then those whose rank is another than it was. */
export function movers(group: LiveGroup, changed: number, before: { total: number; rank: number }): Affected {
  const { moved, movedFrom, movedCount } = group;
  const rows = [group.rows[changed] as number];
  const totalsBefore = [before.total];
  const ranksBefore = [before.rank];
  for (let place = 0; place < movedCount; place += 1) {
    const member = moved[place] as number;
    if (member === changed) continue;
    rows.push(group.rows[member] as number);
    totalsBefore.push(group.total[member] as number);
    ranksBefore.push(movedFrom[place] as number);
  }
  return {
    rows: Int32Array.from(rows),
    totalsBefore: Float64Array.from(totalsBefore),
    ranksBefore: Int32Array.from(ranksBefore),
  };
}
