import { explainNode, scoreUnit } from "@opendti/engine";
import { describe, expect, test } from "vitest";
import { factsOf, gives, indicator, inputs, refusals, scoresOf, setOf, shown } from "./sets.js";

const ratio = { a: "count", b: "count" };

describe("a value, missing, and not applicable are three different answers", () => {
  const set = indicator({ inputs: ratio, rule: { proportional: { of: "a/b" } }, not_applicable: "zero" });

  test("zero is a value", () => {
    expect(gives(set, { a: 0, b: 4 })).toBe("0");
  });

  test("nothing declared is missing", () => {
    expect(gives(set, {})).toBe("0 missing");
    expect(gives(set, { a: 1 })).toBe("0 missing");
    expect(gives(set, { a: 1, b: "" })).toBe("0 missing");
    expect(gives(set, { a: null, b: 4 })).toBe("0 missing");
  });

  test("not applicable is said in one word, or with its reason", () => {
    for (const answer of [
      "not_applicable",
      "NA",
      "N/A",
      { not_applicable: "Không có thủ tục hành chính" },
      { not_applicable: true },
    ])
      expect(gives(set, answer)).toBe("0 not_applicable");
    expect(factsOf(set, { answers: { "1": { not_applicable: "Không có" } } }).notApplicable).toEqual(
      new Map([[0, "Không có"]]),
    );
  });

  test("not applicable outweighs numbers declared beside it", () => {
    expect(gives(set, { not_applicable: true, a: 1, b: 1 })).toBe("0 not_applicable");
  });

  test('"not_applicable: false" beside numbers says nothing', () => {
    expect(gives(set, { not_applicable: false, a: 1, b: 1 })).toBe("10");
  });
});

describe("a quotient by zero is undefined, never 0, 1 or NaN", () => {
  const set = indicator({ inputs: ratio, rule: { proportional: { of: "a/b" } } });

  test.each([
    [0, 0],
    [5, 0],
  ])("%i/%i gives no points and is shown", (a, b) => {
    expect(gives(set, { a, b })).toBe("0 undefined");
  });

  test("wherever in the formula it stands", () => {
    const of = (expression: string) =>
      indicator({ inputs: { ...ratio, c: "count" }, rule: { proportional: { of: expression } } });
    for (const expression of [
      "a/b + c",
      "c - a/b",
      "c/(a/b)",
      "min(a/b, c)",
      "max(c, a/b)",
      "sum(c, a/b)",
      "-(a/b)",
      "0 * a/b",
      "a/0 + c",
    ])
      for (const a of [0, 3])
        expect(gives(of(expression), { a, b: 0, c: 1 }), expression).toBe("0 undefined");
  });

  test("and what is divided by it is undefined too", () => {
    const inputsOf = { ...ratio, c: "count" };
    for (const expression of ["c/(a/0)", "1/(1/(a/0))", "c*(a/0)"]) {
      const of = indicator({ inputs: inputsOf, rule: { proportional: { of: expression } } });
      for (const a of [0, 3]) expect(gives(of, { a, b: 0, c: 1 }), expression).toBe("0 undefined");
    }
  });

  test("of a quotient with a part missing, the missing part is said first", () => {
    expect(gives(set, { b: 0 })).toBe("0 missing");
  });
});

describe("not applicable goes by the policy of the indicator", () => {
  const of = (not_applicable: string | undefined) =>
    indicator({ inputs: ratio, rule: { proportional: { of: "a/b" } }, not_applicable });

  test("full gives the maximum", () => {
    expect(gives(of("full"), "NA")).toBe("10 not_applicable");
  });

  test("zero gives nothing", () => {
    expect(gives(of("zero"), "NA")).toBe("0 not_applicable");
  });

  test("undeclared is refused", () => {
    expect(refusals(of(undefined), { answers: { "1": "NA" } })).toEqual([
      '1: Chỉ số 1 không cho phép "không áp dụng"; khai số liệu hoặc để trống',
    ]);
  });

  test("comes before the exceptions", () => {
    const set = indicator({
      inputs: { ...ratio, e1: "yes_no" },
      rule: { proportional: { of: "a/b" } },
      not_applicable: "zero",
      exceptions: [{ when: "b = 0", gives: "full", sentence: "Không có thì được điểm tối đa" }],
    });
    expect(gives(set, { not_applicable: true, b: 0 })).toBe("0 not_applicable");
  });
});

describe("excluded: the rest of the parent is rescaled to the whole", () => {
  const leaf = (code: string, max: number | string, more: Record<string, unknown> = {}) => ({
    code,
    title: code,
    max,
    inputs: inputs(ratio),
    rule: { proportional: { of: "a/b" } },
    not_applicable: "excluded",
    ...more,
  });
  const pillars = (...children: Record<string, unknown>[]) => ({
    indicators: [
      { code: "1", title: "Nhóm 1", children },
      { code: "2", title: "Nhóm 2", children: [leaf("2.1", 60)] },
    ],
  });
  const half = { a: 1, b: 2 };

  test("half of the rest is half of the whole", () => {
    const set = setOf(pillars(leaf("1.1", 10), leaf("1.2", 20), leaf("1.3", 10)));
    const score = scoresOf(set, { answers: { "1.1": "NA", "1.2": half, "1.3": half, "2.1": half } });
    expect(["1.1", "1.2", "1.3", "1", "2"].map((code) => shown(set, score, code))).toEqual([
      "0 not_applicable",
      "10",
      "5",
      "20",
      "30",
    ]);
    expect(score.total).toEqual({ n: 5000n, d: 100n });
  });

  test("by the maxima, not by the number of indicators", () => {
    const set = setOf(pillars(leaf("1.1", 30), leaf("1.2", 10)));
    const score = scoresOf(set, { answers: { "1.1": "NA", "1.2": { a: 1, b: 3 } } });
    expect(shown(set, score, "1")).toBe("13.32");
    const exactly = setOf({
      ...pillars(leaf("1.1", 30), leaf("1.2", 10)),
      rounding: { ratio: "exact", score: { digits: 2, mode: "half-even" }, sum: "exact" },
    });
    expect(shown(exactly, scoresOf(exactly, { answers: { "1.1": "NA", "1.2": { a: 1, b: 3 } } }), "1")).toBe(
      "13.33",
    );
  });

  test("rounded scores, rescaled, never come to more than the whole", () => {
    const set = setOf(pillars(leaf("1.1", "2/3"), leaf("1.2", "2/3"), leaf("1.3", "2/3")));
    const full = { a: 1, b: 1 };
    const facts = factsOf(set, { answers: { "1.1": "NA", "1.2": full, "1.3": full, "2.1": full } });
    // (0.67 + 0.67) x 3/2 would be 2.01 of 2.
    const score = scoreUnit(set, facts, undefined, true);
    expect(["1.2", "1", "2"].map((code) => shown(set, score, code))).toEqual(["0.67", "2", "60"]);
    expect(explainNode(set, score, 0, facts).why.vi).toContain("(0,67 + 0,67) × 1,5 (không quá 2) = 2 điểm");
  });

  test("when all of a parent is excluded so is the parent, and its own parent is rescaled", () => {
    const set = setOf(pillars(leaf("1.1", 30), leaf("1.2", 10)));
    const score = scoresOf(set, { answers: { "1.1": "NA", "1.2": "NA", "2.1": half } });
    expect(shown(set, score, "1")).toBe("0 not_applicable");
    expect(score.total).toEqual({ n: 5000n, d: 100n });
  });

  test("bonus points are neither rescaled nor counted in the whole", () => {
    const set = setOf(pillars(leaf("1.1", 10), leaf("1.2", 10), leaf("1.3", 5, { bonus: true })));
    const score = scoresOf(set, { answers: { "1.1": "NA", "1.2": half, "1.3": { a: 1, b: 1 } } });
    expect(shown(set, score, "1")).toBe("15");
  });

  test("an exception may exclude as well", () => {
    const exceptions = [{ when: "b = 0", gives: "excluded", sentence: "Không có thì không đánh giá" }];
    const set = setOf(pillars(leaf("1.1", 10, { exceptions }), leaf("1.2", 10)));
    const score = scoresOf(set, { answers: { "1.1": { a: 0, b: 0 }, "1.2": half } });
    expect(["1.1", "1"].map((code) => shown(set, score, code))).toEqual(["0 not_applicable", "10"]);
  });

  test("an indicator with children goes by its own policy when it is answered not applicable", () => {
    const group = (not_applicable: string) =>
      setOf({
        indicators: [
          { code: "1", title: "Nhóm 1", not_applicable, children: [leaf("1.1", 30), leaf("1.2", 10)] },
          { code: "2", title: "Nhóm 2", children: [leaf("2.1", 60)] },
        ],
      });
    const first = (not_applicable: string): string => {
      const set = group(not_applicable);
      const score = scoresOf(set, { answers: { "1": "NA", "1.1": half, "1.2": half, "2.1": half } });
      return `${shown(set, score, "1")}, total ${score.total.n / score.total.d}`;
    };
    expect(first("zero")).toBe("0 not_applicable, total 30");
    expect(first("full")).toBe("40 not_applicable, total 70");
    expect(first("excluded")).toBe("0 not_applicable, total 50");
  });
});

describe("an indicator that is listed without points", () => {
  const listed = (more: Record<string, unknown>) =>
    setOf({
      indicators: [
        {
          code: "1",
          title: "Chỉ liệt kê",
          scored: false,
          inputs: inputs({ ...ratio, e1: "yes_no" }),
          ...more,
        },
        {
          code: "2",
          title: "Chấm điểm",
          max: 10,
          inputs: inputs(ratio),
          rule: { proportional: { of: "a/b" } },
        },
      ],
    });
  const of = (more: Record<string, unknown>, answer: Record<string, unknown> | string): string => {
    const set = listed(more);
    const score = scoresOf(set, { answers: { "1": answer, "2": { a: 1, b: 2 } } });
    return `${shown(set, score, "1")}, total ${score.total.n / score.total.d}`;
  };

  test("has none, whatever its maximum, rule and answers", () => {
    expect(of({ max: 10, rule: { proportional: { of: "a/b" } } }, { a: 1, b: 1 })).toBe("0, total 5");
    expect(of({}, {})).toBe("0, total 5");
  });

  test("has none by exception or by not applying, and takes nothing from the others", () => {
    const exceptions = [{ when: "e1", gives: "full", sentence: "Câu của văn bản" }];
    expect(of({ max: 10, exceptions }, { e1: "có" })).toBe("0, total 5");
    expect(of({ max: 10, not_applicable: "full" }, "NA")).toBe("0, total 5");
    expect(of({ max: 10, not_applicable: "excluded" }, "NA")).toBe("0, total 5");
  });
});
