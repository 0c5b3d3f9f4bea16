/** How firm the ranks of an edition are: judgements to come, and weights that could have been others. */
import { pendingRanks, WeightDraws } from "@opendti/engine";
import type { z } from "zod";
import type { LongCall } from "../../http/call.js";
import type { Board, BoardNode } from "./board.js";
import { openTotals } from "./open-points.js";
import { chosenGroups, runHeadOf } from "./ranking.js";
import type { Edition } from "./repository.js";
import type * as schemas from "./schemas.js";

export interface Robustness {
  readonly seed: number;
  readonly draws: number;
  readonly weights: number;
  readonly vary: "indicators" | "pillars";
}

/** So many unit-parts are weighed between two looks at other requests: some ten milliseconds. */
const SLICE = 4_000_000;

/** Unranked units are left out: nothing moves them. */
export async function robustnessOf(
  call: LongCall,
  {
    edition,
    board,
    asked,
  }: {
    readonly edition: Edition;
    readonly board: Board | undefined;
    readonly asked: Robustness & { readonly group?: string | undefined };
  },
): Promise<z.input<typeof schemas.robustness>> {
  const head = {
    run: runHeadOf(edition),
    seed: asked.seed,
    draws: asked.draws,
    weights: asked.weights,
    vary: asked.vary,
  };
  if (board === undefined) return { ...head, items: [] };
  const rows = chosenGroups(board, asked.group).flatMap((group) =>
    group.rows.filter((row) => board.units[row]?.rank !== null),
  );
  const groups = rows.map((row) => board.units[row]?.group ?? "");
  const ranges = await weighted(board, rows, groups, asked);
  const open = await openTotals(call, { edition, board, rows });
  const pending = pendingRanks(groups, open);
  return {
    ...head,
    items: rows.flatMap((row, place) => {
      const unit = board.units[row];
      const range = ranges[place];
      const bounds = pending[place];
      if (unit?.rank == null || range === undefined || bounds === undefined) return [];
      return [
        {
          unit: { id: unit.id, name: unit.name },
          group: unit.group,
          rank: unit.rank,
          of: board.group(unit.group).rows.length,
          ...range,
          pending: open[place]?.count ?? 0,
          pendingLow: bounds.low,
          pendingHigh: bounds.high,
        },
      ];
    }),
  };
}

async function weighted(
  board: Board,
  rows: readonly number[],
  groups: readonly string[],
  { seed, draws, weights, vary }: Robustness,
) {
  if (rows.length === 0) return [];
  const parts = vary === "pillars" ? board.pillars : board.nodes.filter(isLeaf);
  const ticks = new Float64Array(rows.length * parts.length);
  // As fine as the set rounds, and no finer: weighed points have to stay whole numbers.
  const tick = 10 ** Math.max(0, 6 - board.set.scoreRounding.digits);
  for (const [place, row] of rows.entries())
    for (const [part, { index }] of parts.entries())
      ticks[place * parts.length + part] = Math.round((board.at(row, index) ?? 0) / tick);
  const drawn = new WeightDraws({ groups, parts: parts.length, ticks }, { seed, spread: weights });
  const atOnce = Math.max(1, Math.floor(SLICE / Math.max(1, ticks.length)));
  while (drawn.count < draws) {
    drawn.draw(Math.min(atOnce, draws - drawn.count));
    // Thousands of draws take seconds: others are served in between.
    await new Promise((resolve) => setImmediate(resolve));
  }
  return drawn.ranges();
}

const isLeaf = ({ leaf, scored }: BoardNode): boolean => leaf && scored;
