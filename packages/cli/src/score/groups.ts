/** Ranking groups. */
import type { CampaignScores } from "@opendti/engine";

/** Number of units in a row's ranking group. */
export function groupSize(scores: CampaignScores, row: number): number {
  const { run } = scores;
  return run.groupSize[run.groups.indexOf(scores.group(row))] ?? 0;
}

/** Rows of each group, groups in order of first appearance, rows by rank and then as given; unranked ones last. */
export function rowsByGroup(scores: CampaignScores): { group: string; rows: number[] }[] {
  const groups = new Map<string, number[]>();
  for (let row = 0; row < scores.length; row += 1) {
    const group = scores.group(row);
    const rows = groups.get(group);
    if (rows) rows.push(row);
    else groups.set(group, [row]);
  }
  const place = (row: number): number => scores.rank(row) || Number.POSITIVE_INFINITY;
  return [...groups].map(([group, rows]) => ({
    group,
    rows: rows.sort((a, b) => place(a) - place(b) || a - b),
  }));
}
