/** Ranks within each group: ties share a rank and the next is skipped (1-2-2-4). */
import { compare } from "../numbers/rational.js";
import { scoreUnit } from "../score/unit.js";
import { TRUE } from "./condition.js";
import type { CampaignScores } from "./campaign.js";

/** Floats of exact totals nearer than this are compared exactly. */
const NEAR_TOTAL = 1e-7;

/** Fills in the ranks of all units. */
export function rankUnits(scores: CampaignScores): void {
  const { run } = scores;
  const members: number[][] = run.groups.map(() => []);
  const size = run.chunks[0]?.length ?? 1;
  for (const [index, chunk] of run.chunks.entries())
    for (let at = 0; at < chunk.length; at += 1) members[chunk.groupOf[at] as number]?.push(index * size + at);
  for (const group of members) rankGroup(scores, Int32Array.from(group));
}

/** Ranks one group's units, given by their rows; returns them in order of rank. */
export function rankGroup(scores: CampaignScores, rows: Int32Array): Int32Array {
  const ranked = rows.filter((row) => isRanked(scores, row));
  const order = orderOf(scores, ranked);
  let rank = 0;
  for (let place = 0; place < order.length; place += 1) {
    const row = order[place] as number;
    if (place === 0 || comparator(scores)(order[place - 1] as number, row) !== 0) rank = place + 1;
    const { chunk, at } = scores.run.place(row);
    chunk.rank[at] = rank;
  }
  return order;
}

function isRanked(scores: CampaignScores, row: number): boolean {
  const { run } = scores;
  const { chunk, at } = run.place(row);
  return run.program.conditions.every(
    (condition, index) => !condition.unranked || chunk.conditions[index * chunk.capacity + at] === TRUE,
  );
}

function orderOf(scores: CampaignScores, rows: Int32Array): Int32Array {
  const simple = scores.set.rankOn === "rounded" && scores.set.tieBreak.length === 0;
  if (!simple) return rows.slice().sort(comparator(scores));
  // Whole totals and places packed into one float each: sorted without a comparator.
  const keys = new Float64Array(rows.length);
  for (let place = 0; place < rows.length; place += 1) {
    keys[place] = -scores.totalTicks(rows[place] as number) * 2 ** 21 + (place % 2 ** 21);
  }
  if (rows.length >= 2 ** 21) return rows.slice().sort(comparator(scores));
  keys.sort();
  return Int32Array.from(keys, (key) => rows[((key % 2 ** 21) + 2 ** 21) % 2 ** 21] as number);
}

/** Orders two rows: negative when the first ranks before the second, zero when they tie. */
export function comparator(scores: CampaignScores): (a: number, b: number) => number {
  const { set, run } = scores;
  return (a, b) => {
    if (set.rankOn === "exact") {
      const x = run.place(a);
      const y = run.place(b);
      const difference = (y.chunk.exactTotal[y.at] as number) - (x.chunk.exactTotal[x.at] as number);
      if (Math.abs(difference) > NEAR_TOTAL) return difference;
      const exact = compare(exactTotal(scores, b), exactTotal(scores, a));
      if (exact !== 0) return exact;
    } else {
      const difference = scores.totalTicks(b) - scores.totalTicks(a);
      if (difference !== 0) return difference;
    }
    for (const node of set.tieBreak) {
      const difference = scores.ticks(b, node) - scores.ticks(a, node);
      if (difference !== 0) return difference;
    }
    return 0;
  };
}

function exactTotal(scores: CampaignScores, row: number): ReturnType<typeof scoreUnit>["exactTotal"] {
  return scoreUnit(scores.set, scores.run.factsOf(row), scores.run.standingOf(row)).exactTotal;
}
