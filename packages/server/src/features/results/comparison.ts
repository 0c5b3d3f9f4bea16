/** Chosen units beside one another. */
import type { z } from "zod";
import { type Board, pointsText } from "./board.js";
import { indicatorHeadOf, runHeadOf } from "./ranking.js";
import type { Edition } from "./repository.js";
import type * as schemas from "./schemas.js";

/** @param rows of the board, in the order asked for. */
export function comparisonOf(
  edition: Edition,
  board: Board,
  rows: readonly number[],
): z.input<typeof schemas.comparison> {
  const units = rows.flatMap((row) => board.units[row] ?? []);
  return {
    run: runHeadOf(edition),
    units: units.map(({ id, name, group, rank, total, max }) => ({
      id,
      name,
      group,
      rank,
      of: board.group(group).rows.length,
      total,
      max,
    })),
    indicators: board.nodes
      .filter(({ scored }) => scored)
      .map((node) => ({
        ...indicatorHeadOf(node),
        parent: node.parent === undefined ? null : (board.nodes[node.parent]?.code ?? null),
        depth: node.depth,
        leaf: node.leaf,
        scores: Object.fromEntries(
          rows.flatMap((row) => {
            const value = board.at(row, node.index);
            const id = board.units[row]?.id;
            return value === undefined || id === undefined ? [] : [[id, pointsText(value)]];
          }),
        ),
      })),
  };
}
