import { type CompiledSet, scoreUnit } from "@opendti/engine";
import { describe, expect, test } from "vitest";
import { factsOf, gives, indicator, refusals, together } from "./sets.js";

const options = [
  { label: "Đã ban hành", share: 1 },
  { label: "Đang xây dựng", share: "70%" },
  { label: "Đã có chủ trương", points: 2.5 },
  { label: "Chưa ban hành", share: 0 },
];
const ratio = { a: "count", b: "count" };
const toFourDigits = {
  rounding: {
    ratio: { digits: 4, mode: "half-even" },
    score: { digits: 2, mode: "half-even" },
    sum: "rounded",
  },
};

describe("choice: one of several options", () => {
  const set = indicator({ rule: { choice: { options } } });

  test("is answered by its place in the text, counted from 1", () => {
    expect([1, 2, 3, 4, "2"].map((place) => gives(set, { choice: place }))).toEqual([
      "10",
      "7",
      "2.5",
      "0",
      "7",
    ]);
  });

  test("is answered by its label, however it is spaced, capitalised or closed", () => {
    expect(gives(set, { choice: "Đang xây dựng" })).toBe("7");
    expect(gives(set, { choice: "  đang  xây dựng; " })).toBe("7");
    expect(gives(set, { choice: "ĐANG XÂY DỰNG." })).toBe("7");
    expect(gives(set, { choice: "Đang xây dựng".normalize("NFD") })).toBe("7");
  });

  test("is answered by a lone value as well as by the input's id", () => {
    expect(gives(set, 2)).toBe("7");
    expect(gives(set, "Chưa ban hành")).toBe("0");
  });

  test("not answered is missing, which is not the option worth nothing", () => {
    expect(gives(set, {})).toBe("0 missing");
    expect(gives(set, { choice: "" })).toBe("0 missing");
    expect(gives(set, { choice: 4 })).toBe("0");
  });

  test("a place or a label that is not in the list is refused", () => {
    expect(refusals(set, { answers: { "1": { choice: 5 } } })).toEqual([
      "1.choice: Phương án 5 không có; chọn từ 1 đến 4",
    ]);
    expect(refusals(set, { answers: { "1": { choice: 0 } } })).toEqual([
      "1.choice: Phương án 0 không có; chọn từ 1 đến 4",
    ]);
    expect(refusals(set, { answers: { "1": { choice: "Đã huỷ" } } })).toEqual([
      '1.choice: Không có phương án "Đã huỷ"; có: 1. Đã ban hành; 2. Đang xây dựng; 3. Đã có chủ trương; 4. Chưa ban hành',
    ]);
  });

  test("an option labelled with a number is found by its label where no place has that number", () => {
    const years = indicator({
      rule: {
        choice: {
          options: [
            { label: "2021", share: "1/2" },
            { label: "2022", share: 1 },
          ],
        },
      },
    });
    expect(gives(years, { choice: "2022" })).toBe("10");
    expect(gives(years, { choice: 1 })).toBe("5");
  });
});

describe("choice on a yes/no", () => {
  test("without options: yes is all, no is nothing, neither is missing", () => {
    const set = indicator({ inputs: { p1: "yes_no" }, rule: { choice: { of: "p1" } } });
    expect(["có", "yes", true, "x", 1].map((p1) => gives(set, { p1 }))).toEqual(Array(5).fill("10"));
    expect(["không", "no", false, 0].map((p1) => gives(set, { p1 }))).toEqual(Array(4).fill("0"));
    expect(gives(set, {})).toBe("0 missing");
  });

  test("with two options the first is yes and the second no", () => {
    const set = indicator({
      inputs: { p1: "yes_no" },
      rule: {
        choice: {
          of: "p1",
          options: [
            { label: "Có", share: "80%" },
            { label: "Không", share: "10%" },
          ],
        },
      },
    });
    expect(gives(set, { p1: "có" })).toBe("8");
    expect(gives(set, { p1: "không" })).toBe("1");
  });
});

describe("proportional: value times maximum", () => {
  test("the ratio is multiplied by the maximum and rounded once when the set keeps ratios exact", () => {
    const set = indicator({ inputs: ratio, rule: { proportional: { of: "a/b" } } });
    expect(gives(set, { a: 22, b: 23 })).toBe("9.57");
    expect(gives(set, { a: 3, b: 17 })).toBe("1.76");
    expect(gives(set, { a: 0, b: 17 })).toBe("0");
  });

  test("a ratio rounded first to four digits gives 9,56 for 22/23, as published", () => {
    const set = indicator({ inputs: ratio, rule: { proportional: { of: "a/b" } } }, toFourDigits);
    expect(gives(set, { a: 22, b: 23 })).toBe("9.56");
    expect(gives(set, { a: 2, b: 17 })).toBe("1.18");
  });

  test("full points are reached at full_at and never exceeded", () => {
    const set = indicator({ inputs: ratio, rule: { proportional: { of: "a/b", full_at: "80%" } } });
    expect(gives(set, { a: 79, b: 100 })).toBe("9.88");
    expect(gives(set, { a: 80, b: 100 })).toBe("10");
    expect(gives(set, { a: 99, b: 100 })).toBe("10");
    expect(gives(set, { a: 500, b: 100 })).toBe("10");
  });

  test("never gives less than zero", () => {
    const set = indicator({ inputs: { a: "number", b: "count" }, rule: { proportional: { of: "a/b" } } });
    expect(gives(set, { a: -3, b: 4 })).toBe("0");
    expect(gives(set, { a: "-0.004", b: 4 })).toBe("0");
  });

  test("dividing by a constant is no ratio: nothing is rounded but the score", () => {
    const set = indicator(
      { inputs: { a: "count" }, rule: { proportional: { of: "a/30000" } } },
      toFourDigits,
    );
    expect(gives(set, { a: 1003 })).toBe("0.33");
    expect(gives(set, { a: 4695 })).toBe("1.56");
  });

  test("dividing by a negative constant, or by the least of constants, is no ratio either", () => {
    const byHand = (of: string): string =>
      gives(indicator({ max: 1000, inputs: { a: "count" }, rule: { proportional: { of } } }, toFourDigits), {
        a: 1,
      });
    expect(byHand("a/7")).toBe("142.86");
    expect(byHand("a/(3+4)")).toBe("142.86");
    expect(byHand("a/min(7, 8)")).toBe("142.86");
    expect(byHand("0-a/-7")).toBe("142.86");
  });
});

describe("bands: thresholds on a value", () => {
  const steps = [
    { ge: "10%", share: 1 },
    { ge: "7%", share: "70%" },
    { gt: 0, share: "30%" },
    { le: 0, share: 0 },
  ];

  test("an edge written >= belongs to its band, one written > does not", () => {
    const set = indicator({ inputs: ratio, rule: { bands: { of: "a/b", steps } } });
    expect(gives(set, { a: 10, b: 100 })).toBe("10");
    expect(gives(set, { a: 9, b: 100 })).toBe("7");
    expect(gives(set, { a: 7, b: 100 })).toBe("7");
    expect(gives(set, { a: 1, b: 100 })).toBe("3");
    expect(gives(set, { a: 0, b: 100 })).toBe("0");
  });

  test("an edge written <= belongs to its band, one written < does not", () => {
    const fewer = [
      { lt: 3, points: 10 },
      { ge: 3, le: 5, points: 5 },
      { gt: 5, points: 1 },
    ];
    const set = indicator({ inputs: { value: "number" }, rule: { bands: { of: "value", steps: fewer } } });
    expect([2, "2.999999", 3, 5, "5.000001"].map((value) => gives(set, { value }))).toEqual([
      "10",
      "10",
      "5",
      "5",
      "1",
    ]);
  });

  test("the first band whose edges hold counts, though a later one gives more", () => {
    const overlapping = [
      { ge: 5, points: 4 },
      { ge: 1, points: 9 },
    ];
    const set = indicator({
      inputs: { value: "count" },
      rule: { bands: { of: "value", steps: overlapping } },
    });
    expect(gives(set, { value: 6 })).toBe("4");
    expect(gives(set, { value: 4 })).toBe("9");
  });

  test("a value in no band is undefined and gives nothing", () => {
    const set = indicator({
      inputs: { value: "count" },
      rule: { bands: { of: "value", steps: [{ ge: 5, share: 1 }] } },
    });
    expect(gives(set, { value: 4 })).toBe("0 undefined");
    expect(gives(set, {})).toBe("0 missing");
  });

  test("the threshold is held against the rounded ratio", () => {
    const rule = { bands: { of: "a/b", steps: [{ ge: "33.33%", share: 1 }, { share: 0 }] } };
    expect(gives(indicator({ inputs: ratio, rule }, toFourDigits), { a: 33_329, b: 100_000 })).toBe("10");
    expect(gives(indicator({ inputs: ratio, rule }), { a: 33_329, b: 100_000 })).toBe("0");
  });

  test("a band may go on with a rule, scored out of the whole maximum", () => {
    const rule = {
      bands: {
        of: "a/b",
        steps: [
          { ge: "70%", share: 1 },
          { lt: "70%", rule: { proportional: { of: "a/b", full_at: "70%" } } },
        ],
      },
    };
    const set = indicator({ inputs: ratio, rule });
    expect(gives(set, { a: 70, b: 100 })).toBe("10");
    expect(gives(set, { a: 35, b: 100 })).toBe("5");
    expect(gives(set, { a: 35 })).toBe("0 missing");
  });
});

describe("per_item: points an item", () => {
  test("are added up to the maximum when no cap is stated", () => {
    const set = indicator({ inputs: { value: "count" }, rule: { per_item: { of: "value", points: 2 } } });
    expect([0, 3, 5, 6].map((value) => gives(set, { value }))).toEqual(["0", "6", "10", "10"]);
  });

  test("are added up to the cap when one is", () => {
    const set = indicator({
      inputs: { value: "count" },
      rule: { per_item: { of: "value", points: "0.5", cap: 4 } },
    });
    expect([1, 7, 8, 9].map((value) => gives(set, { value }))).toEqual(["0.5", "3.5", "4", "4"]);
  });

  test("count yes answers, the options chosen, the rows of a table, or the numbers given", () => {
    const kinds = {
      p1: "yes_no",
      p2: "yes_no",
      p3: "yes_no",
      s: { kind: "choices", options: [{ label: "Zalo" }, { label: "Facebook" }, { label: "Website" }] },
      t: { kind: "table", columns: [{ id: "ten", label: "Tên", kind: "text" }] },
      a: "number",
      b: "number",
    };
    const of = (expression: string) =>
      indicator({ inputs: kinds, rule: { per_item: { of: expression, points: 1 } } });
    expect(gives(of("count(p1, p2, p3)"), { p1: "có", p2: "không" })).toBe("1");
    expect(gives(of("count(s)"), { s: ["Zalo", "Website", "Zalo"] })).toBe("2");
    expect(gives(of("count(s)"), { s: "1; 3" })).toBe("2");
    expect(gives(of("count(s)"), { s: [] })).toBe("0");
    expect(gives(of("count(s)"), {})).toBe("0 missing");
    expect(gives(of("count(t)"), { t: [{ ten: "Hệ thống 1" }, { ten: "Hệ thống 2" }] })).toBe("2");
    expect(gives(of("count(a, b)"), { a: 7, b: 0 })).toBe("2");
    expect(gives(of("count(a, b)"), { a: 7 })).toBe("1");
    expect(gives(of("count(a > 3, p1)"), { a: 7, p1: "có" })).toBe("2");
  });

  test("with none of the counted inputs declared the count is missing, not zero", () => {
    const inputs = { p1: "yes_no", p2: "yes_no", a: "number", b: "number" };
    const of = (expression: string): CompiledSet =>
      indicator({ inputs, rule: { per_item: { of: expression, points: 1 } } });
    expect(gives(of("count(p1, p2)"), {})).toBe("0 missing");
    expect(gives(of("count(p1, p2)"), { a: 1 })).toBe("0 missing");
    expect(gives(of("count(p1, p2)"), { p1: "không" })).toBe("0");
    expect(gives(of("count(a > b, not p1)"), {})).toBe("0 missing");
    expect(gives(of("count(a, b) + 1"), {})).toBe("0 missing");
    expect(gives(of("count(a, b) + 1"), { b: 0 })).toBe("2");
  });

  test("count of one number that is given is one, not the number", () => {
    const set = indicator({ inputs: { a: "number" }, rule: { per_item: { of: "count(a)", points: 1 } } });
    expect(gives(set, { a: 7 })).toBe("1");
    expect(gives(set, {})).toBe("0 missing");
  });
});

describe("parts: a sum of rules", () => {
  const rule = {
    parts: [
      { share: "1/2", rule: { choice: { of: "p1" } } },
      { points: 2, rule: { proportional: { of: "a/b" } } },
      { share: "30%", rule: { proportional: { of: "a/b", full_at: "50%" } } },
    ],
  };
  const set = indicator({ inputs: { p1: "yes_no", ...ratio }, rule });

  test("each is scored out of its own share", () => {
    expect(gives(set, { p1: "có", a: 1, b: 4 })).toBe("7");
    expect(gives(set, { p1: "không", a: 1, b: 2 })).toBe("4");
  });

  test("where one is missing the others still count, and the indicator is shown as missing", () => {
    expect(gives(set, { p1: "có" })).toBe("5 missing");
    expect(gives(set, { a: 1, b: 2 })).toBe("4 missing");
    expect(gives(set, {})).toBe("0 missing");
  });

  test("where one is undefined the indicator is, with no points", () => {
    expect(gives(set, { p1: "có", a: 0, b: 0 })).toBe("0 undefined");
  });

  test("their sum is rounded once, not part by part", () => {
    const thirds = indicator({
      inputs: { p1: "yes_no", p2: "yes_no" },
      rule: { parts: ["p1", "p2"].map((of) => ({ share: "1/3", rule: { choice: { of } } })) },
    });
    expect(gives(thirds, { p1: "có", p2: "có" })).toBe("6.67");
    expect(gives(thirds, { p1: "có", p2: "không" })).toBe("3.33");
  });
});

describe("best_of: the alternative that gives most", () => {
  const set = indicator({
    inputs: { ...ratio, value: "count" },
    rule: {
      best_of: [
        { rule: { proportional: { of: "a/b" } } },
        { rule: { per_item: { of: "value", points: 1 } } },
      ],
    },
  });

  test("wins", () => {
    expect(gives(set, { a: 1, b: 2, value: 3 })).toBe("5");
    expect(gives(set, { a: 1, b: 2, value: 8 })).toBe("8");
  });

  test("passes over what is missing or undefined", () => {
    expect(gives(set, { value: 3 })).toBe("3");
    expect(gives(set, { a: 1, b: 2 })).toBe("5");
    expect(gives(set, { a: 0, b: 0, value: 3 })).toBe("3");
  });

  test("is the first written of those that give the same", () => {
    const facts = factsOf(set, { answers: { "1": { a: 1, b: 2, value: 5 } } });
    expect(scoreUnit(set, facts, undefined, true).nodes[0]?.trace[0]).toMatchObject({
      kind: "best",
      index: 0,
    });
  });

  test("has no value when no alternative has", () => {
    expect(gives(set, {})).toBe("0 missing");
    expect(gives(set, { a: 0, b: 0 })).toBe("0 undefined");
  });
});

describe("relative: against the ranking group", () => {
  const best = { relative: { of: "a/b", to: "best", provisional: { proportional: { of: "a/b" } } } };
  const of = (rule: Record<string, unknown>, more: Record<string, unknown> = {}) =>
    indicator({ inputs: { ...ratio, e1: "yes_no" }, rule, ...more });

  test("the best of the group gets everything and the others their part of it", () => {
    const answers = [
      { a: 4, b: 10 },
      { a: 2, b: 10 },
      { a: 0, b: 10 },
      { a: 8, b: 20 },
    ];
    expect(together(of(best), answers)).toEqual(["10", "5", "0", "10"]);
  });

  test("to the best where lower is better, the lowest gets everything", () => {
    const lower = of({ relative: { of: "a", to: "best", better: "lower" } });
    expect(together(lower, [{ a: 5 }, { a: 10 }, { a: 20 }])).toEqual(["10", "5", "2.5"]);
  });

  test("to the range, the worst gets nothing and the best everything", () => {
    const range = of({ relative: { of: "a", to: "range" } });
    expect(together(range, [{ a: 5 }, { a: 10 }, { a: 25 }])).toEqual(["0", "2.5", "10"]);
    const lower = of({ relative: { of: "a", to: "range", better: "lower" } });
    expect(together(lower, [{ a: 5 }, { a: 10 }, { a: 25 }])).toEqual(["10", "7.5", "0"]);
  });

  test("a group of one is not complete: the provisional rule counts and the score is pending", () => {
    expect(together(of(best), [{ a: 4, b: 10 }])).toEqual(["4 pending"]);
    expect(gives(of(best), { a: 4, b: 10 })).toBe("4 pending");
  });

  test("while more units are to come, every score is provisional; a lone unit declared complete is its own best", () => {
    const answers = [
      { a: 4, b: 10 },
      { a: 2, b: 10 },
    ];
    expect(together(of(best), answers, false)).toEqual(["4 pending", "2 pending"]);
    expect(together(of(best), [{ a: 4, b: 10 }], true)).toEqual(["10"]);
  });

  test("without a provisional rule a pending score is 0", () => {
    expect(gives(of({ relative: { of: "a/b", to: "best" } }), { a: 4, b: 10 })).toBe("0 pending");
    expect(gives(of({ relative: { of: "a/b", to: "best" } }), {})).toBe("0 missing");
  });

  test("a provisional rule that measures something else counts though the measure itself is missing", () => {
    const other = of({ relative: { of: "a/b", to: "best", provisional: { choice: { of: "e1" } } } });
    expect(gives(other, { e1: "có" })).toBe("10 pending");
    expect(together(other, [{ e1: "có" }, { e1: "có" }], false)).toEqual(["10 pending", "10 pending"]);
  });

  test("the group's best is the best rounded ratio", () => {
    const set = indicator({ inputs: ratio, rule: { relative: { of: "a/b", to: "best" } } }, toFourDigits);
    // 0.6667 and 0.3333
    expect(
      together(set, [
        { a: 2, b: 3 },
        { a: 1, b: 3 },
      ]),
    ).toEqual(["10", "5"]);
    expect(
      together(
        indicator({ max: 1000, inputs: ratio, rule: { relative: { of: "a/b", to: "best" } } }, toFourDigits),
        [
          { a: 2, b: 3 },
          { a: 1, b: 3 },
        ],
      ),
    ).toEqual(["1000", "499.93"]);
  });

  test("a group whose best is 0, or whose best is its worst in a range, gives nothing to divide by", () => {
    expect(
      together(of(best), [
        { a: 0, b: 10 },
        { a: 0, b: 3 },
      ]),
    ).toEqual(["0 undefined", "0 undefined"]);
    const range = of({ relative: { of: "a", to: "range" } });
    expect(together(range, [{ a: 3 }, { a: 3 }])).toEqual(["0 undefined", "0 undefined"]);
  });

  test("a unit without the measure neither gets points nor holds the others back", () => {
    expect(together(of(best), [{ a: 4, b: 10 }, {}, { a: 0, b: 0 }])).toEqual([
      "10",
      "0 missing",
      "0 undefined",
    ]);
  });

  test("a unit excepted, or to whom the indicator does not apply, does not set the group's best", () => {
    const excepting = of(best, {
      exceptions: [{ when: "e1", gives: "full", sentence: "Được miễn" }],
      not_applicable: "zero",
    });
    const answers = [{ a: 2, b: 10 }, { a: 9, b: 10, e1: "có" }, "NA", { a: 1, b: 10 }];
    expect(together(excepting, answers)).toEqual(["10", "10", "0 not_applicable", "5"]);
  });
});

describe("manual: the points an appraiser gives", () => {
  const set = indicator({ rule: { manual: {} } });

  test("count as they are", () => {
    expect(gives(set, { points: "7.25" })).toBe("7.25");
    expect(gives(set, { points: 0 })).toBe("0");
    expect(gives(set, {})).toBe("0 missing");
  });

  test('may be declared as "value" or "score", or as a lone number', () => {
    expect(gives(set, { value: 7 })).toBe("7");
    expect(gives(set, { score: 7 })).toBe("7");
    expect(gives(set, "7,5")).toBe("7.5");
  });

  test("above the maximum or below zero are refused", () => {
    expect(refusals(set, { answers: { "1": { points: 11 } } })).toEqual([
      '1.points: "11" lớn hơn mức lớn nhất 10',
    ]);
    expect(refusals(set, { answers: { "1": { points: -1 } } })).toEqual([
      '1.points: "-1" nhỏ hơn mức nhỏ nhất 0',
    ]);
  });
});
