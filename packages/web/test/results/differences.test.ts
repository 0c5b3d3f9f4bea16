import { describe, expect, it } from "vitest";
import type { RunDifference } from "../../src/api/results-contract.js";
import { byIndicator, bySize, countsOf } from "../../src/features/runs/differences.js";

function difference(name: string, before: string, after: string, ranks: [number, number]): RunDifference {
  return {
    unit: { id: name, name },
    group: "so-nganh",
    totalBefore: before,
    totalAfter: after,
    rankBefore: ranks[0],
    rankAfter: ranks[1],
    codes: [
      { code: "2.1.3", title: "Văn bản chỉ đạo", before, after, cause: "appraised", reason: "Thiếu văn bản" },
    ],
  };
}

const differences = [
  difference("Sở Y tế", "10", "9.56", [1, 2]),
  difference("Ban Dân tộc", "9", "9.5", [2, 1]),
  difference("Sở Nội vụ", "5", "5", [3, 3]),
];

describe("the differences of two compilations", () => {
  it("stand with the largest change of points first, whether won or lost", () => {
    expect(bySize(differences).map(({ unit }) => unit.name)).toEqual(["Ban Dân tộc", "Sở Y tế", "Sở Nội vụ"]);
  });

  it("say how many units win, lose and change their rank", () => {
    expect(countsOf(differences)).toEqual({ up: 1, down: 1, ranks: 2 });
  });

  it("are told by indicator as well: its units, and its changes summed exactly", () => {
    const [indicator, ...others] = byIndicator(differences);
    expect(others).toEqual([]);
    expect(indicator?.change).toBe("0.06");
    expect(indicator?.units.map(({ unit, cause }) => [unit.name, cause])).toEqual([
      ["Sở Y tế", "appraised"],
      ["Ban Dân tộc", "appraised"],
      ["Sở Nội vụ", "appraised"],
    ]);
  });
});
