/** The made campaign as a frame: what exports read. */
import {
  addressOf,
  CampaignScorer,
  type CompiledSet,
  formatExact,
  type RunUnit,
  type Status,
  type UnitResult,
} from "@opendti/engine";
import type { CampaignFrame, FrameNode, FrameUnit } from "../../src/campaign-book/types.js";
import { set as madeSet, unitsOf } from "../bundle/campaign.js";

export const GROUPS = [
  { code: "so-nganh", name: "Sở, ban, ngành" },
  { code: "xa-phuong", name: '=Xã, "phường"' },
];

function nodesOf(set: CompiledSet): FrameNode[] {
  const relative = new Set(set.relatives.map(({ node }) => node));
  return set.nodes.map((node) => {
    let top = node;
    while (top.parent !== undefined) top = set.nodes[top.parent] ?? { ...top, parent: undefined };
    return {
      code: addressOf(set, node),
      printed: node.code,
      title: node.title,
      parent: node.parent ?? null,
      pillar: top.index,
      depth: node.depth,
      leaf: node.children.length === 0,
      scored: node.scored,
      bonus: node.bonus,
      relative: relative.has(node.index),
      max: formatExact(node.max),
    };
  });
}

function unitOf(set: CompiledSet, result: UnitResult): FrameUnit {
  return {
    id: result.unit.id,
    name: result.unit.name,
    kind: "so-nganh",
    group: result.group,
    rank: result.rank,
    total: result.total,
    max: result.max,
    level: result.level,
    submitted: result.submitted,
    declaredTotal: "999.99",
    declaredRank: 1,
    scores: set.nodes.map((node) => {
      const code = addressOf(set, node);
      return {
        declared: "888.88",
        appraised: "777.77",
        final: result.scores[code] ?? null,
        status: (result.statuses[code] ?? null) as Status | null,
        verdict: "adjusted",
        reason: "Lý do chỉ người trong nhà biết",
      };
    }),
  } as FrameUnit;
}

export interface Made {
  readonly frame: CampaignFrame;
  readonly results: readonly UnitResult[];
}

/** What so many units come to, whatever the set; the run as asked. */
export function madeFrame(
  count: number,
  change: Partial<CampaignFrame> = {},
  set: CompiledSet = madeSet,
  runUnits: readonly RunUnit[] = unitsOf(count),
): Made {
  const scorer = new CampaignScorer(set);
  for (const unit of runUnits) scorer.add(unit);
  const results = scorer.finish();
  const groups = [...GROUPS, { code: null, name: "" }].flatMap(({ code, name }) => {
    const units = results.filter(({ group }) => group === code).length;
    return units === 0 ? [] : [{ code, name, units, best: [], median: [] }];
  });
  const frame: CampaignFrame = {
    campaign: { id: "2b7c1f6e-0000-4000-8000-0000000000aa", name: 'Đánh giá, "thử"', year: 2026 },
    set: {
      id: set.id,
      version: set.version,
      title: set.source.title,
      hash: "ab".repeat(32),
      digits: set.scoreRounding.digits,
      max: formatExact(set.max),
      compiled: set,
    },
    run: {
      id: "7d0f2c11-0000-4000-8000-0000000000bb",
      number: 2,
      state: "published",
      resultHash: "cd".repeat(32),
      compiledAt: new Date("2026-11-22T03:00:00Z"),
      approvedAt: new Date("2026-11-22T04:00:00Z"),
      publishedAt: new Date("2026-11-22T05:00:00Z"),
    },
    sight: "whole",
    nodes: nodesOf(set),
    pillars: set.pillars,
    groups,
    unitCount: results.length,
    async *units() {
      for (const result of results) yield unitOf(set, result);
    },
    async *movements() {
      // Of no use here.
    },
    ...change,
  };
  return { frame, results };
}
