import { describe, expect, it } from "vitest";
import { barsOf, placeIn } from "../../src/features/appraisals/judging/histogram.js";

const bins = [
  { from: "0", to: "2.5", count: 1 },
  { from: "2.5", to: "5", count: 0 },
  { from: "5", to: "10", count: 40 },
];

describe("the picture of a group's points", () => {
  it("stands in its own width, the fullest bin the highest", () => {
    const bars = barsOf(bins, "0");
    expect(bars.map(({ left, width }) => [left, width])).toEqual([
      [0, 0.25],
      [0.25, 0.25],
      [0.5, 0.5],
    ]);
    expect(bars.map(({ height }) => height)).toEqual([0.06, 0, 1]);
  });

  it("marks the bin of one's own points; the upper end belongs to the last", () => {
    const own = (points: string) => barsOf(bins, points).findIndex((bar) => bar.own);
    expect([own("0"), own("2.5"), own("9.99"), own("10")]).toEqual([0, 1, 2, 2]);
  });

  it("holds where all have the same points", () => {
    const bars = barsOf([{ from: "10", to: "10", count: 7 }], "10");
    expect(bars).toEqual([expect.objectContaining({ left: 0, width: 1, height: 1, own: true })]);
    expect(placeIn([{ from: "10", to: "10", count: 7 }], "10")).toBe(0.5);
  });

  it("places the median between the ends", () => {
    expect(placeIn(bins, "5")).toBe(0.5);
    expect(placeIn(bins, "12")).toBe(1);
  });
});
