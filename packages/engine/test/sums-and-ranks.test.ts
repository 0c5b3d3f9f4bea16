import { formatExact, scoreUnit } from "@opendti/engine";
import { describe, expect, test } from "vitest";
import { runCampaign } from "./naive/campaign.js";
import { factsOf, inputs, scoresOf, setOf, shown } from "./sets.js";

const manual = (code: string, max: number | string, more: Record<string, unknown> = {}) => ({
  code,
  title: code,
  max,
  rule: { manual: {} },
  ...more,
});
const ratioOf = (code: string, max: number | string, more: Record<string, unknown> = {}) => ({
  code,
  title: code,
  max,
  inputs: inputs({ a: "count", b: "count" }),
  rule: { proportional: { of: "a/b" } },
  ...more,
});
const rounding = (sum: string, digits = 2, mode = "half-even") => ({
  ratio: "exact",
  score: { digits, mode },
  sum,
});
const third = { a: 1, b: 3 };

describe("sums", () => {
  const children = [ratioOf("1.1", 10), ratioOf("1.2", 10), ratioOf("1.3", 10)];
  const answers = { "1.1": third, "1.2": third, "1.3": third };

  test("of rounded scores are what one gets by adding the printed numbers", () => {
    const set = setOf({ rounding: rounding("rounded"), indicators: [{ code: "1", title: "1", children }] });
    expect(shown(set, scoresOf(set, { answers }), "1")).toBe("9.99");
  });

  test("of exact scores are rounded once, at each sum", () => {
    const set = setOf({ rounding: rounding("exact"), indicators: [{ code: "1", title: "1", children }] });
    const score = scoresOf(set, { answers });
    expect(["1.1", "1"].map((code) => shown(set, score, code))).toEqual(["3.33", "10"]);
    expect(formatExact(score.total)).toBe("10");
  });

  test("of exact scores take pillars that are indicators themselves as exactly as the others, in columns too", () => {
    const set = setOf({ rounding: rounding("exact", 0), indicators: [ratioOf("1", 10), ratioOf("2", 10)] });
    const facts = factsOf(set, { answers: { "1": third, "2": third } });
    expect(formatExact(scoreUnit(set, facts).total)).toBe("7");
    for (const keepFacts of [true, false])
      expect(runCampaign(set, [facts], { keepFacts }).totalTicks(0)).toBe(7);
  });

  test("may rank below what is added up exactly: the rounded total is not the sum of rounded pillars", () => {
    const pillars = ["1", "2", "3"].map((code) => ({
      code,
      title: code,
      children: [ratioOf(`${code}.1`, 10)],
    }));
    const set = setOf({ rounding: rounding("exact"), indicators: pillars });
    const score = scoresOf(set, { answers: { "1.1": third, "2.1": third, "3.1": third } });
    expect(["1", "2", "3"].map((code) => shown(set, score, code))).toEqual(["3.33", "3.33", "3.33"]);
    expect(formatExact(score.total)).toBe("10");
  });

  test("halves go to the even neighbour, or up, as the set says", () => {
    const half = (mode: string): string[] => {
      const set = setOf({
        rounding: rounding("rounded", 0, mode),
        indicators: [ratioOf("1", 10), ratioOf("2", 10)],
      });
      const score = scoresOf(set, { answers: { "1": { a: 1, b: 4 }, "2": { a: 3, b: 20 } } });
      return [shown(set, score, "1"), shown(set, score, "2")];
    };
    expect(half("half-even")).toEqual(["2", "2"]);
    expect(half("half-up")).toEqual(["3", "2"]);
  });

  test("leave out what carries no points: unscored rows and conditions", () => {
    const set = setOf({
      indicators: [
        {
          code: "1",
          title: "1",
          children: [
            manual("1.1", 10),
            { code: "1.2", title: "Chưa chấm", max: 50, scored: false },
            { code: "1.3", title: "Điều kiện", inputs: inputs({ p1: "yes_no" }), condition: { of: "p1" } },
          ],
        },
      ],
    });
    expect(shown(set, scoresOf(set, { answers: { "1.1": 4, "1.3": { p1: "có" } } }), "1")).toBe("4");
    expect(formatExact(set.max)).toBe("10");
  });
});

describe("the maximum of a set", () => {
  test("is the sum of its pillars, bonuses left out; a pillar without one is the sum of its own", () => {
    const set = setOf({
      indicators: [
        {
          code: "1",
          title: "1",
          children: [manual("1.1", "7.5"), manual("1.2", "0.25"), manual("1.3", 5, { bonus: true })],
        },
        { code: "2", title: "2", max: 40, children: [manual("2.1", 40)] },
        manual("3", 20, { bonus: true }),
      ],
    });
    expect(formatExact(set.max)).toBe("47.75");
  });
});

describe("bonus", () => {
  test("points go beyond the scale", () => {
    const set = setOf({ indicators: [manual("1", 10), manual("2", 5, { bonus: true })] });
    expect(formatExact(scoresOf(set, { answers: { "1": 10, "2": 5 } }).total)).toBe("15");
    expect(formatExact(set.max)).toBe("10");
  });
});

describe("the status of a sum", () => {
  const set = setOf({
    indicators: [{ code: "1", title: "1", children: [ratioOf("1.1", 10), ratioOf("1.2", 10)] }],
  });
  const of = (first: Record<string, number>, second: Record<string, number>): string =>
    shown(set, scoresOf(set, { answers: { "1.1": first, "1.2": second } }), "1");

  test("is what all parts share", () => {
    expect(of({}, {})).toBe("0 missing");
    expect(of({ a: 0, b: 0 }, { a: 0, b: 0 })).toBe("0 undefined");
    expect(of(third, third)).toBe("6.66");
  });

  test("is scored when only some are missing, and undefined when any is", () => {
    expect(of(third, {})).toBe("3.33");
    expect(of(third, { a: 0, b: 0 })).toBe("3.33 undefined");
  });
});

describe("ranks", () => {
  const ranksOf = (
    totals: readonly (number | string)[],
    more: Record<string, unknown> = {},
    groups: readonly string[] = [],
  ): number[] => {
    const set = setOf({ indicators: [manual("1", 100)], ...more });
    const facts = totals.map((points, place) =>
      factsOf(set, { unit: `u${place}`, group: groups[place] ?? "", answers: { "1": { points } } }),
    );
    const scores = runCampaign(set, facts);
    return facts.map((_, row) => scores.rank(row));
  };

  test("ties share a rank and the next is skipped: 1, 2, 2, 4", () => {
    expect(ranksOf([70, 90, 50, 70])).toEqual([2, 1, 4, 2]);
    expect(ranksOf([5, 5, 5, 4])).toEqual([1, 1, 1, 4]);
  });

  test("are given within the ranking group", () => {
    expect(ranksOf([70, 90, 50, 80], {}, ["Sở", "Huyện", "Sở", "Huyện"])).toEqual([1, 1, 2, 2]);
  });

  test("on rounded totals tie what rounds alike; on exact totals they do not", () => {
    const close = ["70.001", "70.004", "69.999"];
    expect(ranksOf(close, { ranking: { on: "rounded" } })).toEqual([1, 1, 1]);
    expect(ranksOf(close, { ranking: { on: "exact" }, rounding: rounding("exact") })).toEqual([2, 1, 3]);
  });

  test("on exact totals tell apart totals that differ by less than any float", () => {
    const close = ["70.00000000000000000001", "70.00000000000000000002", "70.00000000000000000001"];
    expect(ranksOf(close, { ranking: { on: "exact" }, rounding: rounding("exact") })).toEqual([2, 1, 2]);
  });

  test("on exact totals tie totals that are equal though they are made of different parts", () => {
    const pillars = ["1", "2", "3", "4"].map((code) => ratioOf(code, 10));
    const set = setOf({ indicators: pillars, ranking: { on: "exact" }, rounding: rounding("exact") });
    const made = [
      [1, 2, 3, 6],
      [6, 3, 2, 1],
      [2, 6, 1, 3],
      [3, 3, 3, 3],
      [6, 6, 0, 0],
      [5, 3, 2, 1],
    ];
    const facts = made.map((parts, place) =>
      factsOf(set, {
        unit: `u${place}`,
        answers: Object.fromEntries(parts.map((a, pillar) => [String(pillar + 1), { a, b: 7 }])),
      }),
    );
    const scores = runCampaign(set, facts);
    expect(facts.map((_, row) => scores.rank(row))).toEqual([1, 1, 1, 1, 1, 6]);
  });

  test("a declared order of indicators breaks ties", () => {
    const set = setOf({
      indicators: [manual("1", 10), manual("2", 10)],
      ranking: { on: "rounded", tie_break: ["2"] },
    });
    const facts = [
      [6, 4],
      [4, 6],
      [5, 5],
      [4, 6],
      [7, 4],
    ].map(([first, second], place) =>
      factsOf(set, { unit: `u${place}`, answers: { "1": first, "2": second } }),
    );
    const scores = runCampaign(set, facts);
    expect(facts.map((_, row) => scores.rank(row))).toEqual([5, 2, 4, 2, 1]);
  });

  test("a unit that does not meet a condition for ranking has none, and the others close up", () => {
    const set = setOf({
      indicators: [
        manual("1", 10),
        {
          code: "2",
          title: "Có kết nối",
          inputs: inputs({ p1: "yes_no" }),
          condition: { of: "p1", unmet: "unranked" },
        },
      ],
    });
    const facts = [
      [9, "không"],
      [8, "có"],
      [10, undefined],
      [7, "có"],
    ].map(([points, p1], place) =>
      factsOf(set, { unit: `u${place}`, answers: { "1": points, "2": { p1 } } }),
    );
    const scores = runCampaign(set, facts);
    expect(facts.map((_, row) => scores.rank(row))).toEqual([0, 1, 0, 2]);
  });

  test("a condition that only flags leaves the rank alone", () => {
    const set = setOf({
      indicators: [
        manual("1", 10),
        { code: "2", title: "Có kết nối", inputs: inputs({ p1: "yes_no" }), condition: { of: "p1" } },
      ],
    });
    const own = factsOf(set, { answers: { "1": 9, "2": { p1: "không" } } });
    expect(scoreUnit(set, own).conditions).toEqual([{ node: 1, holds: false }]);
    expect(runCampaign(set, [own]).rank(0)).toBe(1);
  });
});

describe("levels", () => {
  const steps = [
    { key: "muc-1", label: "Mức 1", ge: "50%" },
    { key: "muc-3", label: "Mức 3", ge: "90%" },
    { key: "muc-2", label: "Mức 2", ge: "70%" },
  ];

  test("are reached from their threshold on, whatever order they are written in", () => {
    const set = setOf({ indicators: [manual("1", 200)], levels: { by: "total", steps } });
    const level = (points: number | string) => scoresOf(set, { answers: { "1": points } }).level;
    expect([200, 180, "179.99", 140, 100, "99.99", 0].map(level)).toEqual([
      "muc-3",
      "muc-3",
      "muc-2",
      "muc-2",
      "muc-1",
      undefined,
      undefined,
    ]);
  });

  test("may be thresholds in points", () => {
    const set = setOf({
      indicators: [manual("1", 200)],
      levels: { by: "total", steps: [{ key: "dat", label: "Đạt", ge: 120 }] },
    });
    expect(scoresOf(set, { answers: { "1": 120 } }).level).toBe("dat");
    expect(scoresOf(set, { answers: { "1": 119 } }).level).toBeUndefined();
  });

  test("are held against the rounded total", () => {
    const set = setOf({
      indicators: [ratioOf("1", 100)],
      rounding: rounding("exact", 0),
      levels: { by: "total", steps },
    });
    expect(scoresOf(set, { answers: { "1": { a: 6_996, b: 10_000 } } }).level).toBe("muc-2");
  });

  test("by the weaker group, the weakest group of pillars counts", () => {
    const set = setOf({
      indicators: [manual("1", 100), manual("2", 50), manual("3", 50)],
      groups: [
        { key: "nen-tang", title: "Nền tảng", pillars: ["1"] },
        { key: "hoat-dong", title: "Hoạt động", pillars: ["2", "3"] },
      ],
      levels: { by: "weaker_group", steps },
    });
    const level = (...points: number[]) =>
      scoresOf(set, { answers: Object.fromEntries(points.map((each, place) => [String(place + 1), each])) })
        .level;
    expect(level(95, 45, 45)).toBe("muc-3");
    expect(level(95, 50, 20)).toBe("muc-2");
    expect(level(95, 10, 20)).toBeUndefined();
    expect(level(55, 50, 50)).toBe("muc-1");
  });

  test("by the weaker group, a group's sum is rounded once where exact scores are added", () => {
    const set = setOf({
      rounding: rounding("exact", 0),
      indicators: [ratioOf("1", 10), ratioOf("2", 10)],
      groups: [{ key: "chung", title: "Chung", pillars: ["1", "2"] }],
      levels: { by: "weaker_group", steps: [{ key: "dat", label: "Đạt", ge: 7 }] },
    });
    expect(scoresOf(set, { answers: { "1": third, "2": third } }).level).toBe("dat");
  });
});
