import {
  type CompiledSet,
  exact,
  explainNode,
  FactChunk,
  formatExact,
  LiveCampaign,
  nothingSettled,
  type Rational,
  scoreUnit,
  type UnitFacts,
} from "@opendti/engine";
import { describe, expect, test } from "vitest";
import { runCampaign } from "./naive/campaign.js";
import { banDanToc, nodeOf, set as quangNgai } from "./quang-ngai.js";
import { factsOf, inColumns, inputs, setOf, shown } from "./sets.js";

const { rational } = exact;

/** The facts with points given to indicators, by code. */
function withGiven(
  set: CompiledSet,
  facts: UnitFacts,
  points: Readonly<Record<string, Rational>>,
): UnitFacts {
  const given = new Map(
    Object.entries(points).map(([code, value]) => [set.nodeOf.get(code) ?? -1, value] as const),
  );
  return { ...facts, given };
}

const ratio = {
  title: "Tỷ lệ",
  max: 10,
  inputs: inputs({ a: "count", b: "count" }),
  rule: { proportional: { of: "a/b" } },
};
const compared = { ...ratio, title: "So với nhóm", rule: { relative: { of: "a/b", to: "best" } } };

describe("points given by a person take the place of the rule's", () => {
  const set = setOf({
    indicators: [
      {
        code: "1",
        title: "Nhóm",
        children: [
          { ...ratio, code: "1.1", not_applicable: "excluded" },
          { ...ratio, code: "1.2" },
        ],
      },
    ],
  });
  const declared = { "1.1": { a: 1, b: 3 }, "1.2": { a: 1, b: 1 } };

  test("rounded as the set declares, in the score, the sums and the total", () => {
    const facts = withGiven(set, factsOf(set, { answers: declared }), { "1.1": rational(15n, 7n) });
    const score = scoreUnit(set, facts);
    expect(["1.1", "1", "1.2"].map((code) => shown(set, score, code))).toEqual(["2.14", "12.14", "10"]);
    expect(formatExact(score.nodes[1]?.exact ?? exact.ZERO)).toBe("15/7");
    const columns = runCampaign(set, [facts]);
    expect([0, 1, 2].map((node) => inColumns(columns, 0, node))).toEqual(["12.14", "2.14", "10"]);
  });

  test("where nothing was declared, the indicator is scored all the same", () => {
    const facts = withGiven(set, factsOf(set, {}), { "1.1": rational(4) });
    expect(["1.1", "1.2"].map((code) => shown(set, scoreUnit(set, facts), code))).toEqual(["4", "0 missing"]);
  });

  test("where the unit said not applicable, the indicator counts and nothing is rescaled", () => {
    const facts = withGiven(set, factsOf(set, { answers: { ...declared, "1.1": "not_applicable" } }), {
      "1.1": rational(4),
    });
    const score = scoreUnit(set, facts);
    expect(["1.1", "1"].map((code) => shown(set, score, code))).toEqual(["4", "14"]);
    expect(score.nodes[1]?.excluded).toBe(false);
    expect(inColumns(runCampaign(set, [facts]), 0, 0)).toBe("14");
  });

  test("only to scored indicators without children, from 0 to the maximum", () => {
    const facts = factsOf(set, { answers: declared });
    const refused = [
      { "1": rational(5) },
      { "9.9": rational(5) },
      { "1.1": rational(1001n, 100n) },
      { "1.1": rational(-1n, 100n) },
    ];
    for (const points of refused) {
      expect(() => scoreUnit(set, withGiven(set, facts, points))).toThrow(RangeError);
      expect(() => new FactChunk(set, 1).add(withGiven(set, facts, points))).toThrow(RangeError);
    }
    const live = new LiveCampaign(runCampaign(set, [facts], { keepFacts: true }));
    expect(() => live.give(0, 0, rational(5))).toThrow(RangeError);
  });
});

describe("points given to a unit in a comparison with its group", () => {
  const set = setOf({ indicators: [{ ...compared, code: "1" }] });
  const facts = [
    { a: 8, b: 10 },
    { a: 4, b: 10 },
    { a: 2, b: 10 },
  ].map((answer, place) => factsOf(set, { unit: `u${place}`, answers: { "1": answer } }));
  const [first, ...others] = facts as [UnitFacts, ...UnitFacts[]];

  test("leave what it declared as the group's best: the others' points stay", () => {
    const scores = runCampaign(set, [withGiven(set, first, { "1": rational(3) }), ...others]);
    expect([0, 1, 2].map((row) => inColumns(scores, row, 0))).toEqual(["3", "5", "2.5"]);
    expect([0, 1, 2].map((row) => scores.rank(row))).toEqual([2, 1, 3]);
  });

  test("move only itself and the ranks in a campaign at work, and stay when the group's best moves", () => {
    const live = new LiveCampaign(runCampaign(set, facts, { keepFacts: true }));
    const change = live.give(1, 0, rational(9));
    expect(change.nodes).toEqual([0]);
    expect([0, 1, 2].map((row) => live.ticks(row, 0))).toEqual([1000, 900, 250]);
    const slot = set.facts[0]?.slot ?? 0;
    live.change(2, slot, rational(10));
    expect([0, 1, 2].map((row) => live.ticks(row, 0))).toEqual([800, 900, 1000]);
    live.give(1, 0, undefined);
    expect([0, 1, 2].map((row) => live.ticks(row, 0))).toEqual([800, 400, 1000]);
  });
});

describe("points given by a person are told with what the rule gives", () => {
  const told = (facts: UnitFacts, code: string, set = quangNgai) => {
    const score = scoreUnit(set, facts, nothingSettled, true);
    const { why, steps } = explainNode(set, score, nodeOf(set, code), facts);
    return { why, vi: steps.map((step) => step.vi), en: steps.map((step) => step.en) };
  };
  const facts = banDanToc();
  const given = (code: string, points: Rational): UnitFacts =>
    withGiven(quangNgai, facts, { [code]: points });

  test("in one line, and then the rule's own steps", () => {
    const { why, vi, en } = told(given("2.1.3", rational(75n, 10n)), "2.1.3");
    expect(why.vi).toBe("Điểm do người thẩm định cho: 7,5 (quy tắc cho 9,56)");
    expect(why.en).toBe("Points given by the appraiser: 7.5 (the rule gives 9.56)");
    expect(vi.slice(0, 2)).toEqual([
      "Điểm do người thẩm định cho: 7,5 (quy tắc cho 9,56)",
      "Theo quy tắc: 22/23 = 95,65% × 10 = 9,56 điểm",
    ]);
    expect(vi.slice(2)).toEqual(told(facts, "2.1.3").vi);
    expect(en).toHaveLength(vi.length);
    expect(en[1]).toBe("By the rule: 22/23 = 95.65% × 10 = 9.56 points");
  });

  test("with their rounding, where the set rounds them", () => {
    expect(told(given("2.1.3", rational(7125n, 1000n)), "2.1.3").vi[1]).toBe(
      "Làm tròn 2 chữ số, nửa về chẵn: 7,125 → 7,12",
    );
  });

  test.each([
    ["2.4.1", "Điểm do người thẩm định cho: 2 (quy tắc tạm cho 1,76)"],
    ["2.5.3", "Điểm do người thẩm định cho: 2 (quy tắc cho 10)"],
  ])("%s: %s", (code, why) => {
    expect(told(given(code, rational(2)), code).why.vi).toBe(why);
  });

  const cases = setOf({
    indicators: [
      { ...ratio, code: "1", not_applicable: "excluded" },
      { ...ratio, code: "2", not_applicable: "full" },
      {
        ...ratio,
        code: "3",
        rule: {
          parts: [
            { share: "1/2", rule: { proportional: { of: "a" } } },
            { share: "1/2", rule: { proportional: { of: "b" } } },
          ],
        },
      },
    ],
  });

  test.each([
    ["1", {}, "đơn vị chưa khai đủ", "not fully declared by the unit"],
    ["1", { "1": { a: 0, b: 0 } }, "theo quy tắc: không xác định", "undefined by the rule"],
    [
      "1",
      { "1": "not_applicable" },
      "theo quy tắc: không áp dụng, không tính vào tổng",
      "by the rule: not applicable, left out of the total",
    ],
    [
      "2",
      { "2": "not_applicable" },
      "đơn vị khai không áp dụng: 10",
      "declared not applicable by the unit: 10",
    ],
    [
      "3",
      { "3": { a: 1 } },
      "đơn vị chưa khai đủ, quy tắc cho 5",
      "not fully declared by the unit, the rule gives 5",
    ],
  ])("indicator %s with %o: %s", (code, answers, vi, en) => {
    const own = withGiven(cases, factsOf(cases, { answers }), { [code]: rational(4) });
    const { why } = told(own, code, cases);
    expect([why.vi, why.en]).toEqual([
      `Điểm do người thẩm định cho: 4 (${vi})`,
      `Points given by the appraiser: 4 (${en})`,
    ]);
  });
});
