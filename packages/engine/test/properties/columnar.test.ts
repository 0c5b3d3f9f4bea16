import {
  type CampaignOptions,
  type CampaignScores,
  formatExact,
  formatTicks,
  type NodeScore,
  scoreUnit,
  type UnitFacts,
} from "@opendti/engine";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Given, givens } from "../naive/arbitraries.js";
import { runCampaign } from "../naive/campaign.js";
import { type Played, play } from "../naive/play.js";
import { runs } from "./runs.js";

/** What the columns hold of one unit, and what the exact evaluator says of it. */
function inColumns({ set }: Played, scores: CampaignScores, row: number): string[] {
  const { digits } = set.scoreRounding;
  return [
    ...set.nodes.map(
      (node) =>
        `${node.code} ${scores.status(row, node.index)} ${formatTicks(scores.ticks(row, node.index), digits)}`,
    ),
    `total ${formatTicks(scores.totalTicks(row), digits)} rank ${scores.rank(row)} group ${scores.group(row)}`,
  ];
}

function exactly({ set, naive, standing }: Played, own: UnitFacts, row: number): string[] {
  const unit = scoreUnit(set, own, standing(own.group));
  return [
    ...set.nodes.map((node) => {
      const { status, score } = unit.nodes[node.index] as NodeScore;
      return `${node.code} ${status} ${formatExact(score)}`;
    }),
    `total ${formatExact(unit.total)} rank ${naive[row]?.rank} group ${own.group}`,
  ];
}

function agrees(given: Given, options: CampaignOptions): void {
  const played = play(given, options.complete);
  const scores = runCampaign(played.set, played.facts, options);
  expect(scores.length).toBe(played.facts.length);
  for (const [row, own] of played.facts.entries())
    expect(inColumns(played, scores, row)).toEqual(exactly(played, own, row));
}

describe("the columns hold what the exact evaluator gives: every score, status, total and rank", () => {
  it("with the facts kept", () => {
    fc.assert(
      fc.property(givens(), (given) => agrees(given, { keepFacts: true })),
      runs(300),
    );
  });

  it("with the facts thrown away and recalled", () => {
    fc.assert(
      fc.property(givens(), (given) => agrees(given, { keepFacts: false })),
      runs(300),
    );
  });

  it("while no group is complete, and when a lone unit is its whole group", () => {
    fc.assert(
      fc.property(givens(), fc.boolean(), fc.boolean(), (given, complete, keepFacts) =>
        agrees(given, { complete, keepFacts }),
      ),
      runs(150),
    );
  });
});
