import { describe, expect, it } from "vitest";
import type { ResultItem } from "../../src/api/results-contract.js";
import { ALL_GROUPS, chosenGroup, inGroup, NO_GROUP } from "../../src/features/results/group-choice.js";
import { inOrder } from "../../src/features/results/order.js";
import { placesRisen } from "../../src/features/results/places.js";
import { liveSearchOf, resultsSearchOf } from "../../src/features/results/search.js";

function item(name: string, rank: number | null, rest: Partial<ResultItem> = {}): ResultItem {
  return {
    unit: { id: name, name, kind: "so-nganh" },
    group: "so-nganh",
    rank,
    of: 4,
    total: "400",
    max: "485",
    level: null,
    pillars: {},
    before: null,
    declaredTotal: null,
    declaredRank: null,
    submitted: true,
    ...rest,
  };
}

const before = (rank: number | null): ResultItem["before"] => ({
  campaignId: "2025",
  year: 2025,
  total: "390",
  max: "485",
  rank,
  of: 4,
  unitName: "",
});

const names = (items: readonly ResultItem[]): string[] => items.map(({ unit }) => unit.name);

describe("a ranking", () => {
  const items = [
    item("Sở Y tế", 2, { pillars: { "2.1": "39.56" }, before: before(1) }),
    item("Ban Dân tộc", 1, { pillars: { "2.1": "30" }, before: before(3) }),
    item("Sở Nội vụ", 2, { pillars: { "2.1": "40" } }),
    item("Sở Đất đai", null, { total: "0", pillars: { "2.1": "0" } }),
  ];

  it("stands in the order of rank, units that tie by name, units without a rank last", () => {
    expect(names(inOrder(items, "rank"))).toEqual(["Ban Dân tộc", "Sở Nội vụ", "Sở Y tế", "Sở Đất đai"]);
  });

  it("is put in order by name as Vietnamese is spelt", () => {
    expect(names(inOrder(items, "name"))).toEqual(["Ban Dân tộc", "Sở Đất đai", "Sở Nội vụ", "Sở Y tế"]);
  });

  it("is put in order by the points of a pillar, the most first", () => {
    expect(names(inOrder(items, "pillar:2.1"))).toEqual([
      "Sở Nội vụ",
      "Sở Y tế",
      "Ban Dân tộc",
      "Sở Đất đai",
    ]);
  });

  it("is put in order by places risen, units that cannot be compared last", () => {
    expect(names(inOrder(items, "risen")).slice(0, 2)).toEqual(["Ban Dân tộc", "Sở Y tế"]);
  });

  it("says how many places a unit rose or fell, and nothing where it had no rank before", () => {
    expect(items.map(placesRisen)).toEqual([-1, 2, null, null]);
    expect(placesRisen(item("Sở Tư pháp", 3, { before: before(null) }))).toBeNull();
  });
});

describe("a ranking group", () => {
  const groups = [
    { code: "xa", name: "Xã", units: 2 },
    { code: null, name: "", units: 1 },
  ];

  it("is the one that is asked for, and the first where there is no such group", () => {
    expect(chosenGroup(groups, "xa")).toBe("xa");
    expect(chosenGroup(groups, "phuong")).toBe("xa");
    expect(chosenGroup(groups, undefined)).toBe("xa");
    expect(chosenGroup([], "xa")).toBe(ALL_GROUPS);
  });

  it("may be all groups together, or the units that stand in none", () => {
    const units = [{ group: "xa" }, { group: null }, { group: "xa" }];
    expect(inGroup(units, chosenGroup(groups, ALL_GROUPS))).toHaveLength(3);
    expect(inGroup(units, chosenGroup(groups, NO_GROUP))).toEqual([{ group: null }]);
    expect(inGroup(units, "xa")).toHaveLength(2);
  });
});

describe("an address of results", () => {
  it("keeps run, view, group and compared units, and nothing that it does not know", () => {
    expect(resultsSearchOf({ run: "r", view: "compare", group: 1, units: ["a", 2, "b"], x: "y" })).toEqual({
      run: "r",
      view: "compare",
      group: "1",
      units: ["a", "b"],
    });
    expect(resultsSearchOf({ view: "map", run: 7 })).toEqual({});
    expect(liveSearchOf({ basis: "final", group: "xa" })).toEqual({ group: "xa" });
  });
});
