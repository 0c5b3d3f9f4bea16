import { type CampaignScores, CHUNK_ROWS, type UnitFacts } from "@opendti/engine";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { givens } from "../naive/arbitraries.js";
import { runCampaign } from "../naive/campaign.js";
import { type Played, play } from "../naive/play.js";
import { runs } from "./runs.js";

/** Everything the campaign says of a row, without its place. */
function said({ set }: Played, scores: CampaignScores, row: number): string {
  const nodes = set.nodes.map((node) => `${scores.status(row, node.index)} ${scores.ticks(row, node.index)}`);
  return `${scores.unit(row)} ${scores.group(row)} #${scores.rank(row)} ${scores.totalTicks(row)}: ${nodes.join(", ")}`;
}

const all = (played: Played, scores: CampaignScores): string[] =>
  Array.from({ length: scores.length }, (_, row) => said(played, scores, row));

describe("the order of units", () => {
  it("changes no score, no total and no rank", () => {
    const given = givens();
    const shuffled = given.chain((each) =>
      fc
        .shuffledSubarray(each.units as [], { minLength: each.units.length })
        .map((units) => ({ before: each, after: { ...each, units } })),
    );
    fc.assert(
      fc.property(shuffled, ({ before, after }) => {
        const one = play(before);
        const other = play(after);
        expect(all(other, runCampaign(other.set, other.facts)).sort()).toEqual(
          all(one, runCampaign(one.set, one.facts)).sort(),
        );
      }),
      runs(100, 1000),
    );
  });
});

describe("splitting a campaign over chunks", () => {
  it("changes nothing, whatever their size, facts kept or not", () => {
    fc.assert(
      fc.property(givens(), fc.integer({ min: 1, max: 12 }), fc.boolean(), (given, rows, keepFacts) => {
        const played = play(given);
        const whole = runCampaign(played.set, played.facts);
        const split = runCampaign(played.set, played.facts, { keepFacts }, rows);
        expect(all(played, split)).toEqual(all(played, whole));
      }),
      runs(150),
    );
  });

  it("changes nothing when the units are more than one full chunk", () => {
    fc.assert(
      fc.property(givens(), fc.integer({ min: 1, max: 300 }), fc.boolean(), (given, beyond, keepFacts) => {
        const played = play(given);
        const { facts } = played;
        const many: UnitFacts[] = Array.from(
          { length: CHUNK_ROWS + beyond },
          (_, row) => facts[row % facts.length] as UnitFacts,
        );
        const split = runCampaign(played.set, many, { keepFacts, complete: true }, CHUNK_ROWS);
        const small = runCampaign(played.set, facts, { complete: true });
        expect(split.length).toBe(many.length);
        const expected = facts.map((_, row) => said(played, small, row).replace(/#\d+/, "#"));
        const wrong = many.findIndex(
          (_, row) => said(played, split, row).replace(/#\d+/, "#") !== expected[row % facts.length],
        );
        expect(wrong).toBe(-1);
        for (const [row, own] of facts.entries()) {
          const copies = (unit: number): number => Math.floor((many.length - 1 - unit) / facts.length) + 1;
          const ahead = facts.flatMap((other, place) =>
            other.group === own.group && small.rank(place) > 0 && small.rank(place) < small.rank(row)
              ? [copies(place)]
              : [],
          );
          const rank = small.rank(row) === 0 ? 0 : 1 + ahead.reduce((sum, each) => sum + each, 0);
          expect(split.rank(row)).toBe(rank);
          expect(split.rank(row + facts.length * (copies(row) - 1))).toBe(rank);
        }
      }),
      runs(6, 20),
    );
  });
});
