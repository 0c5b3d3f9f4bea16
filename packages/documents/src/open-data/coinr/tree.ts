/**
 * The index as COINr wants it (bluefoxr/COINr, check_iMeta): indicators at level 1, every parent in the level immediately
 * above its children, one index at the top. Sets nest as deep as they like, so an indicator that stands right below a
 * pillar while others stand deeper reaches its parent by aggregates of its own with nothing else in them: their weighted
 * mean is the indicator itself.
 */
import type { CampaignFrame, FrameNode } from "../../campaign-book/types.js";

export interface CoinrRow {
  readonly level: number | null;
  readonly code: string;
  readonly name: string;
  readonly parent: string | null;
  /** The maximum: COINr scales weights to 1 within a parent. */
  readonly weight: string | null;
  readonly type: "Indicator" | "Aggregate" | "Group" | "Other";
  /** What the data hold under it: a share of the maximum in percent, points, or a text. */
  readonly unit: string;
}

export interface CoinrTree {
  readonly rows: readonly CoinrRow[];
  /** Places (in the frame's nodes) of the indicators of the index, in the order of the columns. */
  readonly indicators: readonly number[];
  /** Places of the bonuses: points beyond the scale, which a weighted mean cannot hold. */
  readonly bonuses: readonly number[];
  readonly codeOf: (place: number) => string;
  readonly hasGroups: boolean;
}

const INDEX = "Index";
export const GROUP = "RankingGroup";

export function coinrTree(frame: CampaignFrame): CoinrTree {
  const { nodes } = frame;
  const codes = codesOf(nodes);
  const codeOf = (place: number): string => codes[place] ?? "";
  const counted = (place: number): boolean => countsIn(nodes, place);
  const places = [...nodes.keys()];
  const indicators = places.filter((place) => counted(place) && nodes[place]?.leaf === true);
  const bonuses = places.filter((place) => isOwnBonus(nodes, place));
  const deepest = indicators.reduce((most, place) => Math.max(most, nodes[place]?.depth ?? 0), 0);
  /** Level of an aggregate by its depth; indicators are all at 1. */
  const levelOf = (depth: number): number => deepest - depth + 1;
  const top = levelOf(-1);
  const rows: CoinrRow[] = [];
  for (const place of places) {
    const node = nodes[place];
    if (node === undefined || !counted(place)) continue;
    const parent = node.parent === null ? INDEX : codeOf(node.parent);
    const common = { name: `${node.printed} ${node.title}`, weight: node.max, unit: "%" };
    if (!node.leaf) {
      rows.push({ ...common, level: levelOf(node.depth), code: codeOf(place), parent, type: "Aggregate" });
      continue;
    }
    const chain = Array.from({ length: levelOf(node.depth) }, (_, step) =>
      step === 0 ? codeOf(place) : `${codeOf(place)}__${step + 1}`,
    );
    for (const [step, code] of chain.entries())
      rows.push({
        ...common,
        level: step + 1,
        code,
        parent: chain[step + 1] ?? parent,
        type: step === 0 ? "Indicator" : "Aggregate",
      });
  }
  rows.push({
    level: top,
    code: INDEX,
    name: frame.set.title,
    parent: null,
    weight: "1",
    type: "Aggregate",
    unit: "%",
  });
  const aside = { level: null, parent: null, weight: null } as const;
  for (const place of bonuses) {
    const { printed, title } = nodes[place] as FrameNode;
    rows.push({ ...aside, code: codeOf(place), name: `${printed} ${title}`, type: "Other", unit: "điểm" });
  }
  const hasGroups = frame.groups.some(({ code }) => code !== null);
  if (hasGroups) rows.push({ ...aside, code: GROUP, name: "Nhóm xếp hạng", type: "Group", unit: "" });
  return { rows, indicators, bonuses, codeOf, hasGroups };
}

/** Codes that start with a letter and hold letters, digits and `_` alone. */
function codesOf(nodes: readonly FrameNode[]): string[] {
  const taken = new Set<string>();
  return nodes.map(({ code }) => {
    const base = `i${code.replace(/[^A-Za-z0-9]+/g, "_")}`;
    let own = base;
    for (let next = 2; taken.has(own); next += 1) own = `${base}_x${next}`;
    taken.add(own);
    return own;
  });
}

/** Whether a node is a part of the index: it gives points, and neither it nor anything above it is a bonus. */
function countsIn(nodes: readonly FrameNode[], place: number): boolean {
  for (let at: number | null = place; at !== null; at = nodes[at]?.parent ?? null) {
    const node = nodes[at];
    if (node === undefined || node.bonus || !node.scored) return false;
  }
  // Without points there is no share of them, and no weight.
  return nodes[place]?.max !== "0";
}

/** Whether a node is a bonus that stands below no other. */
function isOwnBonus(nodes: readonly FrameNode[], place: number): boolean {
  const node = nodes[place];
  if (node === undefined || !node.bonus || !node.scored) return false;
  for (let at = node.parent; at !== null; at = nodes[at]?.parent ?? null) if (nodes[at]?.bonus) return false;
  return true;
}
