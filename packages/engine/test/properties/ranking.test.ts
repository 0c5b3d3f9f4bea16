import type { SetSource, UnitData } from "@opendti/engine";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { givens } from "../naive/arbitraries.js";
import { runCampaign } from "../naive/campaign.js";
import { play } from "../naive/play.js";
import { manualSet } from "../sets.js";
import { runs } from "./runs.js";

describe("ranks", () => {
  it("are those of the naive evaluator, on rounded and on exact totals", () => {
    fc.assert(
      fc.property(givens(), (given) => {
        const { set, facts, naive } = play(given);
        const scores = runCampaign(set, facts);
        expect(facts.map((_, row) => scores.rank(row))).toEqual(naive.map(({ rank }) => rank));
      }),
      runs(200),
    );
  });

  it("are one more than the number of units ahead in the group, for any number of ties", () => {
    const group = fc.constantFrom("Sở", "Huyện");
    const given = fc.array(fc.record({ group, total: fc.nat(6) }), { minLength: 1, maxLength: 60 });
    const on = fc.constantFrom<NonNullable<SetSource["ranking"]>["on"][]>("rounded", "exact");
    fc.assert(
      fc.property(given, on, (drawn, rankOn) => {
        const set = { ...manualSet("10"), ranking: { on: rankOn } };
        const units: UnitData[] = drawn.map((one, place) => ({
          unit: `u${place}`,
          group: one.group,
          answers: { "1": { points: one.total } },
        }));
        const { set: compiled, facts } = play({ set, units });
        const scores = runCampaign(compiled, facts, {}, 7);
        expect(drawn.map((_, row) => scores.rank(row))).toEqual(
          drawn.map(
            (one) => 1 + drawn.filter((other) => other.group === one.group && other.total > one.total).length,
          ),
        );
      }),
      runs(100),
    );
  });
});
