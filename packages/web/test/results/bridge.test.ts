import { describe, expect, it } from "vitest";
import type { Bridge } from "../../src/api/results-contract.js";
import { waterfallOption, waterfallSteps } from "../../src/features/results/unit/waterfall.js";

const year = (of: number, total: string) => ({ campaignId: String(of), year: of, total, max: "485" });

const bridge: Bridge = {
  from: year(2025, "433.15"),
  to: year(2026, "428.13"),
  change: "-5.02",
  own: "1.6",
  rules: "0",
  others: "-6.62",
  rows: [],
  rest: null,
  exact: true,
  gap: null,
  why: null,
};

describe("a bridge drawn as a waterfall", () => {
  it("leads from the total of the year before, step by step, to this year's", () => {
    const steps = waterfallSteps(bridge) ?? [];
    expect(steps.map(({ kind, low, high }) => [kind, low, high])).toEqual([
      ["from", "0", "433.15"],
      ["own", "433.15", "434.75"],
      ["rules", "434.75", "434.75"],
      ["others", "428.13", "434.75"],
      ["to", "0", "428.13"],
    ]);
  });

  it("is not drawn while the parts are not known", () => {
    expect(waterfallSteps({ ...bridge, own: null, rules: null, others: null, exact: false })).toBeUndefined();
  });

  it("writes its figure on every bar, and says losses and gains by more than a colour", () => {
    const steps = waterfallSteps(bridge) ?? [];
    const option = waterfallOption(steps, {
      name: ({ kind }) => kind,
      figure: ({ points }) => `=${points}`,
      axis: String,
    })({
      text: "t",
      dimmed: "d",
      hairline: "h",
      surface: "s",
      accent: "accent",
      good: "good",
      bad: "bad",
      track: "k",
      series: [],
      font: "f",
      narrow: false,
    });
    const [ground, bars] = option.series as unknown as [
      { data: number[] },
      { data: { value: number; itemStyle: { color: string }; label: { formatter: string } }[] },
    ];
    expect(bars.data.map(({ label }) => label.formatter)).toEqual([
      "=433.15",
      "=1.6",
      "=0",
      "=-6.62",
      "=428.13",
    ]);
    expect(bars.data.map(({ itemStyle }) => itemStyle.color)).toEqual([
      "accent",
      "good",
      "good",
      "bad",
      "accent",
    ]);
    // What stands under a bar and the bar itself reach its upper edge.
    for (const [place, { high }] of steps.entries())
      expect((ground.data[place] ?? 0) + (bars.data[place]?.value ?? 0)).toBeCloseTo(Number(high), 8);
  });
});
