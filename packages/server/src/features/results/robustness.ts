/** How firm the ranks of an edition are: judgements to come, and weights that could have been others. */
import { pendingRanks, WeightDraws } from "@opendti/engine";
import type { z } from "zod";
import type { LongCall } from "../../http/call.js";
import { type Board, type BoardNode, millionths } from "./board.js";
import { chosenGroups, runHeadOf } from "./ranking.js";
import type { Edition } from "./repository.js";
import type * as schemas from "./schemas.js";
import { judgedCodes } from "./unit-repository.js";

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
  const judged = await judgedCodes(
    call.db,
    rows.flatMap((row) => board.units[row]?.assessmentId ?? []),
  );
  const open = rows.map((row) => openPoints(board, row, judged));
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

/** What a unit's total can still become: each indicator not judged yet may fall to nothing or rise to its maximum. */
function openPoints(
  board: Board,
  row: number,
  judgedOf: ReadonlyMap<string, ReadonlySet<string>>,
): { least: number; most: number; count: number } {
  const unit = board.units[row];
  const total = millionths(unit?.total ?? "0");
  const judged = judgedOf.get(unit?.assessmentId ?? "");
  const sum = { least: total, most: total, count: 0 };
  if (judged === undefined || unit?.submitted === false) return sum;
  for (const node of board.nodes) {
    if (!isLeaf(node) || judged.has(node.code)) continue;
    const points = board.at(row, node.index) ?? 0;
    sum.least -= points;
    sum.most += Math.max(0, node.max - points);
    sum.count += 1;
  }
  return sum;
}
