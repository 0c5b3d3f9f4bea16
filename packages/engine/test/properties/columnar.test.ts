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
import { factsOf, inputs, setOf } from "../sets.js";
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

  it("on exact halves of a tick, and one unit of the numerator beside them, however large the numbers", () => {
    const scored = fc.record({
      digits: fc.nat(3),
      mode: fc.constantFrom("half-even" as const, "half-up" as const),
      ratioFirst: fc.boolean(),
    });
    const formula = fc.constantFrom("a/b", "(a+c)/b", "a/(b+c)", "2*a/(2*b)");
    const sizes = fc.array(fc.bigInt(2n ** 14n, 2n ** 40n), { minLength: 40, maxLength: 40 });
    fc.assert(
      fc.property(scored, formula, sizes, fc.nat(), ({ digits, mode, ratioFirst }, of, drawn, seed) => {
        const score = { digits, mode };
        const set = setOf({
          // A maximum of 10 points: the ratio is rounded at the digit at which the points are, or not at all.
          rounding: { ratio: ratioFirst ? { digits: digits + 1, mode } : "exact", score, sum: "rounded" },
          indicators: [
            {
              code: "1",
              title: "Tỷ lệ",
              max: 10,
              inputs: inputs({ a: "count", b: "count", c: "count" }),
              rule: { proportional: { of } },
            },
          ],
        });
        const ticks = 2n * 10n ** BigInt(digits + 1);
        const facts = drawn.flatMap((size, place) => {
          const half = (BigInt(seed) * 7919n + BigInt(place) * 104_729n) % (ticks / 2n);
          return [-1n, 0n, 1n].map((beside) =>
            factsOf(set, {
              answers: { "1": { a: size * (2n * half + 1n) + beside, b: size * ticks, c: 0 } },
            }),
          );
        });
        for (const units of [facts, ...facts.slice(0, 6).map((own) => [own])]) {
          const columns = runCampaign(set, units);
          expect(units.map((_, row) => formatTicks(columns.totalTicks(row), digits))).toEqual(
            units.map((own) => formatExact(scoreUnit(set, own).total)),
          );
        }
      }),
      runs(60, 1000),
    );
  });
});
