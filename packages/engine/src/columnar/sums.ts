/** Sums of parents and totals over a chunk: rounded ticks added, or float sums of exact points proven to round one way. */
import type { CompiledSet, Node } from "../plan/compiled.js";
import { JOINED } from "./lane.js";
import { type ResultChunk, TOTAL } from "./results.js";
import { roundSums } from "./round.js";

/** Finishes a parent whose children have been added to it, and adds it to its own parent. */
export function finishParent(set: CompiledSet, node: Node, chunk: ResultChunk): void {
  const at = node.index * chunk.capacity;
  for (let row = 0; row < chunk.length; row += 1)
    chunk.status[at + row] = JOINED[chunk.status[at + row] as number] as number;
  if (set.sum === "exact") {
    const own = (chunk.pointsAt[node.index] as number) * chunk.capacity;
    roundSums(chunk.points, own, chunk.ticks, at, 0, chunk.length, (row) =>
      chunk.doubtfulSums.push({ node: node.index, row }),
    );
    if (node.parent !== undefined && node.scored)
      chunk.addPoints(node.parent, chunk.points.subarray(own, own + chunk.length));
  } else if (node.parent !== undefined && node.scored) chunk.addTicks(node.parent, node.index);
  if (node.parent !== undefined && node.scored) chunk.joinStatus(node.parent, node.index);
}

/** Sums the pillars into the totals of rows first .. end-1. */
export function sumTotal(set: CompiledSet, chunk: ResultChunk, first = 0, end = chunk.length): void {
  const { total, exactTotal, ticks, points } = chunk;
  total.fill(0, first, end);
  exactTotal.fill(0, first, end);
  for (const pillar of set.pillars) {
    if (!set.nodes[pillar]?.scored) continue;
    const at = pillar * chunk.capacity;
    const held = chunk.pointsAt[pillar] as number;
    const own = held * chunk.capacity;
    if (held >= 0)
      for (let row = first; row < end; row += 1)
        exactTotal[row] = (exactTotal[row] as number) + (points[own + row] as number);
    else
      for (let row = first; row < end; row += 1)
        exactTotal[row] = (exactTotal[row] as number) + (ticks[at + row] as number);
  }
  if (set.sum === "exact")
    roundSums(exactTotal, 0, total, 0, first, end, (row) => chunk.doubtfulSums.push({ node: TOTAL, row }));
  else for (let row = first; row < end; row += 1) total[row] = exactTotal[row] as number;
}
