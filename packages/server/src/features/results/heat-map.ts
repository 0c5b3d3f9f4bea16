/** Units by indicators: how much of each maximum was reached. */
import type { z } from "zod";
import { type Board, shareOf } from "./board.js";
import { chosenGroups, indicatorHeadOf, runHeadOf } from "./ranking.js";
import type { Edition } from "./repository.js";
import type * as schemas from "./schemas.js";

/** The scored indicators without children, in the order of the document; units by group and rank. */
export function heatMapOf(
  edition: Edition,
  board: Board | undefined,
  group: string | undefined,
): z.input<typeof schemas.heatMap> {
  if (board === undefined) return { run: runHeadOf(edition), indicators: [], units: [] };
  const leaves = board.nodes.filter(({ leaf, scored }) => leaf && scored);
  return {
    run: runHeadOf(edition),
    indicators: leaves.map((node) => ({
      ...indicatorHeadOf(node),
      pillar: pillarOf(board, node.index),
    })),
    units: chosenGroups(board, group).flatMap(({ rows }) =>
      rows.flatMap((row) => {
        const unit = board.units[row];
        if (unit === undefined) return [];
        const shares = leaves.map(({ index, max }) =>
          board.status(row, index) === "not_applicable" ? null : shareOf(board.at(row, index), max),
        );
        const { id, name, group: code, rank, total } = unit;
        return [{ id, name, group: code, rank, total, shares }];
      }),
    ),
  };
}

function pillarOf(board: Board, index: number): string {
  let node = board.nodes[index];
  while (node?.parent !== undefined) node = board.nodes[node.parent];
  return node?.code ?? "";
}
