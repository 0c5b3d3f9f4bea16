/** Sums of parents and totals over a chunk: rounded ticks added, or float sums of exact points proven to round one way. */
import type { CompiledSet, Node } from "../plan/compiled.js";
import { JOINED } from "./lane.js";
import { type ResultChunk, TOTAL } from "./results.js";
import { roundSums } from "./round.js";

/** Finishes a parent whose children have been added to it, and adds it to its own parent. */
export function finishParent(node: Node, chunk: ResultChunk): void {
  const status = chunk.statusOf(node.index);
  for (let row = 0; row < status.length; row += 1) status[row] = JOINED[status[row] as number] as number;
  const sums = chunk.pointsOf(node.index);
  if (sums)
    roundSums(sums, chunk.ticksOf(node.index), (row) => chunk.doubtfulSums.push({ node: node.index, row }));
  if (node.parent === undefined || !node.scored) return;
  if (sums) chunk.addPoints(node.parent, sums);
  else chunk.addTicks(node.parent, node.index);
  chunk.joinStatus(node.parent, node.index);
}

/** Sums the pillars into the totals. */
export function sumTotal(set: CompiledSet, chunk: ResultChunk): void {
  const { exactTotal, length } = chunk;
  exactTotal.fill(0);
  for (const pillar of set.pillars) {
    if (!set.nodes[pillar]?.scored) continue;
    const sums = chunk.pointsOf(pillar);
    if (sums)
      for (let row = 0; row < length; row += 1)
        exactTotal[row] = (exactTotal[row] as number) + (sums[row] as number);
    else {
      const ticks = chunk.ticksOf(pillar);
      for (let row = 0; row < length; row += 1)
        exactTotal[row] = (exactTotal[row] as number) + (ticks[row] as number);
    }
  }
  // Sums of whole ticks are whole, and round to themselves.
  roundSums(exactTotal.subarray(0, length), chunk.total, (row) =>
    chunk.doubtfulSums.push({ node: TOTAL, row }),
  );
}
