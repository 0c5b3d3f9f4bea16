/** How firm ranks are: cases worked out by hand, and the same draws from the same seed. */
import { execFileSync } from "node:child_process";
import { pendingRanks, WeightDraws } from "@opendti/engine";
import { describe, expect, it } from "vitest";

const drawn = (
  ticks: readonly (readonly number[])[],
  { seed = 1, spread = 0.1, draws = 500, groups = ticks.map(() => "g") } = {},
) => {
  const parts = ticks[0]?.length ?? 0;
  const run = new WeightDraws({ groups, parts, ticks: Float64Array.from(ticks.flat()) }, { seed, spread });
  run.draw(draws);
  return run.ranges();
};

describe("ranks under pending judgements", () => {
  const fixed = (total: number) => ({ least: total, most: total });

  it("are what they are when nothing is open, ties sharing one", () => {
    expect(pendingRanks(["g", "g", "g", "g"], [30, 20, 20, 10].map(fixed))).toEqual([
      { low: 1, high: 1 },
      { low: 2, high: 2 },
      { low: 2, high: 2 },
      { low: 4, high: 4 },
    ]);
  });

  it("go from the best, all others at their least, to the worst, all others at their most", () => {
    const totals = [{ least: 10, most: 30 }, fixed(20), { least: 5, most: 20 }];
    expect(pendingRanks(["g", "g", "g"], totals)).toEqual([
      { low: 1, high: 3 },
      { low: 1, high: 2 },
      { low: 1, high: 3 },
    ]);
  });

  it("count the own group only", () => {
    expect(pendingRanks(["a", "b"], [fixed(1), fixed(9)])).toEqual([
      { low: 1, high: 1 },
      { low: 1, high: 1 },
    ]);
  });

  it("bound every outcome there can be", () => {
    // Every way in which the open points of four units can fall, in steps of 5.
    const totals = [
      { least: 10, most: 20 },
      { least: 15, most: 15 },
      { least: 0, most: 25 },
      { least: 20, most: 20 },
    ];
    const met = totals.map(() => ({ low: 9, high: 0 }));
    for (let a = 10; a <= 20; a += 5)
      for (let c = 0; c <= 25; c += 5) {
        const all = [a, 15, c, 20];
        for (const [unit, own] of all.entries()) {
          const rank = 1 + all.filter((other) => other > own).length;
          const range = met[unit] ?? { low: 0, high: 0 };
          met[unit] = { low: Math.min(range.low, rank), high: Math.max(range.high, rank) };
        }
      }
    expect(pendingRanks(["g", "g", "g", "g"], totals)).toEqual(met);
  });

  it("refuse a unit with more at least than at most", () => {
    expect(() => pendingRanks(["g"], [{ least: 2, most: 1 }])).toThrow(RangeError);
  });
});

describe("ranks under varied weights", () => {
  it("stay when no weight is varied", () => {
    expect(drawn([[300], [200], [200], [100]], { spread: 0 })).toEqual(
      [1, 2, 2, 4].map((rank) => ({ low: rank, high: rank, p05: rank, p95: rank })),
    );
  });

  it("stay when one unit is ahead everywhere, however weights are varied", () => {
    expect(
      drawn(
        [
          [90, 80, 70],
          [80, 70, 60],
        ],
        { spread: 1 },
      ),
    ).toEqual([
      { low: 1, high: 1, p05: 1, p95: 1 },
      { low: 2, high: 2, p05: 2, p95: 2 },
    ]);
  });

  it("turn where one is ahead here and the other there", () => {
    const [first, second] = drawn([
      [1000, 0],
      [0, 990],
    ]);
    expect(first).toEqual({ low: 1, high: 2, p05: 1, p95: 2 });
    expect(second).toEqual({ low: 1, high: 2, p05: 1, p95: 2 });
  });

  it("do not turn when the lead is more than the weights can take back", () => {
    // 1.1 * 800 < 0.9 * 1000.
    const [first] = drawn([
      [1000, 0],
      [0, 800],
    ]);
    expect(first).toEqual({ low: 1, high: 1, p05: 1, p95: 1 });
  });

  it("keep a tie of equal units a tie in every draw", () => {
    const same = [333, 667, 1];
    for (const range of drawn([same, same, [1, 1, 1]], { spread: 0.5 }).slice(0, 2))
      expect(range).toEqual({ low: 1, high: 1, p05: 1, p95: 1 });
  });

  it("leave the rare draws out of the middle 90 of 100", () => {
    const [first] = drawn(
      [
        [1000, 0],
        [0, 830],
      ],
      { draws: 2000 },
    );
    // It takes a first weight near 0.9 and a second near 1.1: one draw in some 200.
    expect(first).toEqual({ low: 1, high: 2, p05: 1, p95: 1 });
  });

  it("are the same for the same seed, in one call or in many, and others for another", () => {
    const ticks = Array.from({ length: 30 }, (_, unit) =>
      Array.from({ length: 12 }, (__, part) => ((unit * 37 + part * 101) % 97) + 400),
    );
    const once = drawn(ticks, { seed: 7, draws: 90 });
    const parts = 12;
    const many = new WeightDraws(
      { groups: ticks.map(() => "g"), parts, ticks: Float64Array.from(ticks.flat()) },
      { seed: 7, spread: 0.1 },
    );
    for (let time = 0; time < 9; time += 1) many.draw(10);
    expect(many.ranges()).toEqual(once);
    expect(drawn(ticks, { seed: 8, draws: 90 })).not.toEqual(once);
    const script = `
      import { WeightDraws } from ${JSON.stringify(import.meta.resolve("@opendti/engine"))};
      const run = new WeightDraws(
        { groups: ${JSON.stringify(ticks.map(() => "g"))}, parts: 12, ticks: Float64Array.from(${JSON.stringify(ticks.flat())}) },
        { seed: 7, spread: 0.1 });
      run.draw(90);
      console.log(JSON.stringify(run.ranges()));`;
    const elsewhere = execFileSync(process.execPath, ["--input-type=module", "--eval", script]);
    expect(JSON.parse(elsewhere.toString())).toEqual(once);
  });

  it("are counted group by group", () => {
    const ranges = drawn([[10], [20], [5]], { groups: ["a", "b", "a"] });
    expect(ranges.map(({ low, high }) => [low, high])).toEqual([
      [1, 1],
      [1, 1],
      [2, 2],
    ]);
  });

  it("refuse points that are no whole ticks, and totals too large to stay exact", () => {
    const make = (tick: number) => () =>
      new WeightDraws({ groups: ["g"], parts: 1, ticks: Float64Array.of(tick) }, { seed: 1, spread: 0.1 });
    expect(make(0.5)).toThrow(RangeError);
    expect(make(2 ** 52)).toThrow(RangeError);
    expect(make(1_000_000)).not.toThrow();
  });
});
