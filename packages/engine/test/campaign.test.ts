import { CampaignRun, exact, FactChunk, formatExact, formatTicks, loadSet, scoreUnit } from "@opendti/engine";
import { describe, expect, test } from "vitest";
import { runCampaign } from "./naive/campaign.js";
import { factsOf, inputs, setOf, written } from "./sets.js";

const set = setOf({
  indicators: [
    {
      code: "1",
      title: "Tỷ lệ",
      max: 10,
      inputs: inputs({ a: "count", b: "count" }),
      rule: { proportional: { of: "a/b" } },
    },
  ],
});
const third = { a: 1, b: 3 };

function chunkOf(units: number): FactChunk {
  const chunk = new FactChunk(set, 10);
  for (let place = 0; place < units; place += 1)
    chunk.add(factsOf(set, { unit: `u${place}`, answers: { "1": { a: place, b: 10 } } }));
  return chunk;
}

describe("a campaign", () => {
  test("has nobody and ranks nobody when nobody was added", () => {
    expect(runCampaign(set, []).length).toBe(0);
  });

  test("knows its units by the order in which they were added", () => {
    const run = new CampaignRun(set);
    run.add(chunkOf(3));
    run.add(chunkOf(2));
    const scores = run.finish();
    expect([0, 1, 2, 3, 4].map((row) => scores.unit(row))).toEqual(["u0", "u1", "u2", "u0", "u1"]);
    expect([0, 1, 2, 3, 4].map((row) => scores.totalTicks(row))).toEqual([0, 100, 200, 0, 100]);
  });

  test("refuses a chunk after a shorter one, and one longer than the first", () => {
    const shorter = new CampaignRun(set);
    shorter.add(chunkOf(3));
    shorter.add(chunkOf(2));
    expect(() => shorter.add(chunkOf(1))).toThrow(RangeError);
    const longer = new CampaignRun(set);
    longer.add(chunkOf(2));
    expect(() => longer.add(chunkOf(3))).toThrow(RangeError);
  });

  test("tells a unit's score with its steps, equal to what the columns hold", () => {
    const facts = [factsOf(set, { unit: "x", answers: { "1": third } })];
    const scores = runCampaign(set, facts, { keepFacts: true });
    const told = scores.explain(0);
    expect(formatExact(told.total)).toBe(formatTicks(scores.totalTicks(0), 2));
    expect(told.nodes[0]?.trace.map(({ kind }) => kind)).toEqual(["measure", "scaled", "rounding"]);
  });

  test("says so when it needs facts that were neither kept nor can be recalled", () => {
    const run = new CampaignRun(set);
    run.add(chunkOf(1));
    const scores = run.finish();
    expect(() => scores.explain(0)).toThrow("the facts were not kept and cannot be recalled");
  });

  test("names no unit beyond its last", () => {
    const scores = runCampaign(set, [factsOf(set, { answers: { "1": third } })]);
    expect(() => scores.totalTicks(7)).toThrow(RangeError);
  });

  test("holds scores of many digits and large maxima as they are, or the set is refused", () => {
    const ratio = (code: string) => ({
      code,
      title: code,
      max: 1000,
      inputs: inputs({ a: "count", b: "count" }),
      rule: { proportional: { of: "a/b" } },
    });
    const rounding = { ratio: "exact", score: { digits: 9, mode: "half-even" }, sum: "rounded" };
    const loaded = loadSet(JSON.stringify(written({ rounding, indicators: [ratio("1"), ratio("2")] })));
    if (!loaded.ok) return;
    const wide = loaded.value.set;
    const facts = factsOf(wide, { answers: { "1": { a: 2, b: 3 }, "2": { a: 1, b: 1 } } });
    const scores = runCampaign(wide, [facts]);
    expect(formatTicks(scores.ticks(0, 0), 9)).toBe("666.666666667");
    expect(formatTicks(scores.totalTicks(0), 9)).toBe("1666.666666667");
  });

  test("trusts no float where a range is a sliver of large ratios", () => {
    const range = setOf({
      rounding: { ratio: "exact", score: { digits: 3, mode: "half-even" }, sum: "rounded" },
      indicators: [
        {
          code: "1",
          title: "1",
          max: 1000,
          inputs: inputs({ a: "count", b: "count" }),
          rule: { relative: { of: "a/b", to: "range" } },
        },
      ],
    });
    // Worst is 7.9e9/7 and best 2e6/7 more: every odd step in between is exactly half of a thousandth of a point.
    const worst = 7_900_000_000;
    const odd = Array.from({ length: 400 }, (_, place) => 2 * place * 2_477 + 1);
    const facts = [0, 2_000_000, ...odd].map((step) =>
      factsOf(range, { answers: { "1": { a: worst + step, b: 7 } } }),
    );
    const scores = runCampaign(range, facts);
    const [low, high] = [exact.rational(worst, 7), exact.rational(worst + 2_000_000, 7)];
    const standing = () => ({ complete: true, best: high, worst: low }) as const;
    const wrong = facts.filter(
      (own, row) =>
        formatTicks(scores.totalTicks(row), 3) !== formatExact(scoreUnit(range, own, standing).total),
    );
    expect(wrong.length).toBe(0);
  });
});
