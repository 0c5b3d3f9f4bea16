/** Who moved by a change. */
import type { LiveGroup } from "./live-group.js";

/** Units whose total or rank changed, and the changed unit itself, with what they were before. By place, one value a unit. */
export interface Affected {
  readonly rows: Int32Array;
  readonly totalsBefore: Float64Array;
  readonly ranksBefore: Int32Array;
}

/** Members whose total or rank is another than it was. */
export function differences(
  group: LiveGroup,
  totals: Int32Array,
  ranks: Int32Array,
  changed: number,
): Affected {
  const members = new Int32Array(group.size);
  let count = 0;
  for (let member = 0; member < group.size; member += 1)
    if (member === changed || totals[member] !== group.total[member] || ranks[member] !== group.rank[member])
      members[count++] = member;
  return affectedOf(group, members.subarray(0, count), totals, ranks);
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

function affectedOf(group: LiveGroup, members: Int32Array, totals: Int32Array, ranks: Int32Array): Affected {
  const rows = new Int32Array(members.length);
  const totalsBefore = new Float64Array(members.length);
  const ranksBefore = new Int32Array(members.length);
  for (let place = 0; place < members.length; place += 1) {
    const member = members[place] as number;
    rows[place] = group.rows[member] as number;
    totalsBefore[place] = totals[member] as number;
    ranksBefore[place] = ranks[member] as number;
  }
  return { rows, totalsBefore, ranksBefore };
}
