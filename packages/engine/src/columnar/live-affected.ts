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
  const { rows, totalsBefore, ranksBefore } = room(count);
  for (let place = 0; place < count; place += 1) {
    const member = found[place] as number;
    rows[place] = group.rows[member] as number;
    totalsBefore[place] = totalBefore[member] as number;
    ranksBefore[place] = rankBefore[member] as number;
  }
  return { rows, totalsBefore, ranksBefore };
}

/** Room for some units, in one piece: what is made for each change is to be quickly made and thrown away. */
function room(count: number): Affected {
  const memory = new ArrayBuffer(16 * count);
  return {
    rows: new Int32Array(memory, 8 * count, count),
    totalsBefore: new Float64Array(memory, 0, count),
    ranksBefore: new Int32Array(memory, 12 * count, count),
  };
}

/** After the move of one member: itself first, then those whose rank is another than it was. */
export function movers(group: LiveGroup, changed: number, before: { total: number; rank: number }): Affected {
  const { moved, movedFrom, movedCount } = group;
  let count = 1;
  for (let place = 0; place < movedCount; place += 1) if (moved[place] !== changed) count += 1;
  const { rows, totalsBefore, ranksBefore } = room(count);
  rows[0] = group.rows[changed] as number;
  totalsBefore[0] = before.total;
  ranksBefore[0] = before.rank;
  let at = 1;
  for (let place = 0; place < movedCount; place += 1) {
    const member = moved[place] as number;
    if (member === changed) continue;
    rows[at] = group.rows[member] as number;
    totalsBefore[at] = group.total[member] as number;
    ranksBefore[at] = movedFrom[place] as number;
    at += 1;
  }
  return { rows, totalsBefore, ranksBefore };
}
