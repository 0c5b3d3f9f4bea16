import { describe, expect, it } from "vitest";
import { differencesOf } from "../../src/features/runs/differences.js";
import type { UnitResult } from "../../src/features/runs/scoring.js";
import { SetShelf, setHash } from "../../src/features/sets/shelf.js";
import { rankedSet } from "../running/ranked-campaign.js";

const { set } = new SetShelf().load(rankedSet, setHash(rankedSet));

const result = (declared: string, final: string): UnitResult => ({
  unit: { id: "u", name: "Đơn vị" },
  assessmentId: "a",
  group: null,
  submitted: true,
  total: final,
  max: "50",
  declaredTotal: declared,
  declaredRank: 1,
  rank: 1,
  level: null,
  scores: { "1.1": final, "1.2": final },
  declaredScores: { "1.1": declared, "1.2": declared },
  statuses: {},
});
const causes = (before: UnitResult, after: UnitResult, reason?: string) => {
  const given = new Map(reason === undefined ? [] : [["a", new Map([["1.1", reason]])] as const]);
  const [difference] = differencesOf(set, () => before, [after], given);
  return Object.fromEntries(difference?.codes.map(({ code, cause }) => [code, cause]) ?? []);
};

describe("what moved an indicator between two runs", () => {
  it("is its appraiser where it was adjusted, and where an adjustment was taken back", () => {
    expect(causes(result("9", "9"), result("9", "8"), "Thiếu một văn bản")["1.1"]).toBe("appraised");
    expect(causes(result("9", "8"), result("9", "9"))["1.1"]).toBe("appraised");
  });

  it("is the unit's own data where it declared something else", () => {
    expect(causes(result("8", "8"), result("9", "9"))["1.1"]).toBe("data");
  });

  it("is the best of the group where it is measured against it and nobody judged it otherwise", () => {
    expect(causes(result("9", "8"), result("9", "9"))["1.2"]).toBe("relative");
  });
});
