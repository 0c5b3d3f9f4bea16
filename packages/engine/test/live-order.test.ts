import { exact, LiveCampaign, type UnitFacts } from "@opendti/engine";
import { expect, test } from "vitest";
import { runCampaign } from "./naive/campaign.js";
import { factsOf, inputs, setOf } from "./sets.js";

const set = setOf({
  rounding: { ratio: "exact", score: { digits: 2, mode: "half-even" }, sum: "exact" },
  indicators: [
    {
      code: "1",
      title: "So với nhóm",
      max: 100,
      inputs: inputs({ a: "count" }),
      rule: { relative: { of: "a", to: "best" } },
    },
    {
      code: "2",
      title: "Riêng",
      max: 50,
      inputs: inputs({ b: "count" }),
      rule: { proportional: { of: "b/700" } },
    },
  ],
});
const UNITS = 700;
const slot = set.facts[0]?.slot ?? 0;

/** The more of the first, the less of the second; every tenth unit ties with the one before it. */
const facts: readonly UnitFacts[] = Array.from({ length: UNITS }, (_, place) => {
  const step = place % 10 === 9 ? place - 1 : place;
  const answers = { "1": 1000 + step * 3, "2": UNITS - step };
  return factsOf(set, { unit: `u${place}`, group: "một nhóm", answers });
});

test.each([
  ["a little, so that most keep their places", 3_150],
  ["so much that the order of the whole group turns round", 1_000_000],
])("the ranks of a large group are right after its best rises %s", (_, best) => {
  const live = new LiveCampaign(runCampaign(set, facts, { keepFacts: true }));
  const row = 5;
  const before = Array.from({ length: UNITS }, (_, each) => live.rank(each));
  const edited = facts.map((own, each) =>
    each === row ? { ...own, values: own.values.with(slot, exact.rational(best)) } : own,
  );
  const full = runCampaign(set, edited);
  const agree = (): void => {
    const ranks = (of: { rank(row: number): number }) =>
      Array.from({ length: UNITS }, (_, each) => of.rank(each));
    expect(ranks(live)).toEqual(ranks(full));
  };
  const change = live.change(row, slot, exact.rational(best));
  agree();
  for (const [place, each] of change.affected.rows.entries())
    expect(change.affected.ranksBefore[place]).toBe(before[each]);
  live.change(row, slot, facts[row]?.values[slot]);
  expect(Array.from({ length: UNITS }, (_, each) => live.rank(each))).toEqual(before);
});

test("a measure that became undefined for the group leaves nobody the points of another indicator", () => {
  const two = setOf({
    rounding: { ratio: "exact", score: { digits: 0, mode: "half-even" }, sum: "exact" },
    indicators: ["range", "best"].map((to, place) => ({
      code: String(place + 1),
      title: to,
      max: 10,
      inputs: inputs({ a: "count", b: "count" }),
      rule: { relative: { of: "a/b", to } },
    })),
  });
  const answers = { "1": { a: 0, b: 1 }, "2": { a: 0, b: 1 } };
  const own = factsOf(two, { unit: "u", group: "một nhóm", answers });
  const live = new LiveCampaign(runCampaign(two, [own], { complete: true, keepFacts: true }));
  const slotOf = (node: number) => two.nodes[node]?.inputs[0]?.slot ?? 0;
  // The best of the second rises from nothing; then both ends of the first move together.
  live.change(0, slotOf(1), exact.rational(1));
  expect([live.status(0, 1), live.ticks(0, 1)]).toEqual(["scored", 10]);
  live.change(0, slotOf(0), exact.rational(1));
  expect([live.status(0, 0), live.ticks(0, 0)]).toEqual(["undefined", 0]);
});
