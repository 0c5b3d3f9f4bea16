/** Published sums: what rounding explains, what is missing, what is beyond its maximum. */
import { describe, expect, it } from "vitest";
import { findings, published, reported, set } from "./mini.js";

const leaf = (code: string, max: number, more = ""): string =>
  `    - { code: "${code}", title: Chỉ số ${code}, max: ${max}, rule: { manual: {} }${more} }\n`;
const pillar = (code: string, max: number, ...leaves: string[]): string =>
  `- code: "${code}"\n  title: Nhóm ${code}\n  max: ${max}\n  children:\n${leaves.join("")}`;
const three = set(pillar("1", 30, leaf("1.1", 10), leaf("1.2", 10), leaf("1.3", 10)));

describe("a published sum", () => {
  it("may differ by what rounding its parts explains, and not by more", () => {
    const parts = { "1.1": "3.33", "1.2": "3.33", "1.3": "3.33" };
    expect(reported(three, { case: published({ "1": "10.00", ...parts }) })).toEqual([]);
    expect(reported(three, { case: published({ "1": "10.01", ...parts }) })).toEqual([]);
    expect(reported(three, { case: published({ "1": "10.02", ...parts }) })).toEqual([
      "published-sum-mismatch 1",
    ]);
  });

  it("of whole numbers is as exact as the set rounds", () => {
    expect(reported(three, { case: published({ "1": "16", "1.1": "5", "1.2": "5", "1.3": "5" }) })).toEqual([
      "published-sum-mismatch 1",
    ]);
  });

  it("may hold what an unpublished part can have", () => {
    expect(reported(three, { case: published({ "1": "18", "1.1": "5", "1.2": "5" }) })).toEqual([]);
    const [tooMuch] = findings(three, { case: published({ "1": "20.5", "1.1": "5", "1.2": "5" }) });
    expect(tooMuch?.message.vi).toContain("Không in điểm: 1.3.");
  });

  it("counts a part above its maximum as the maximum", () => {
    expect(reported(three, { case: published({ "1": "20", "1.1": "100", "1.2": "5", "1.3": "5" }) })).toEqual(
      ["published-above-max 1.1"],
    );
    expect(reported(three, { case: published({ "1": "25", "1.1": "100", "1.2": "5", "1.3": "5" }) })).toEqual(
      ["published-sum-mismatch 1", "published-above-max 1.1"],
    );
  });

  it("of everything may be of the indicators, where pillars are not published", () => {
    const two = set(pillar("1", 10, leaf("1.1", 10)) + pillar("2", 10, leaf("2.1", 10)));
    expect(reported(two, { case: published({ "1.1": "4.5", "2.1": "5" }, "9.5") })).toEqual([]);
    expect(reported(two, { case: published({ "1.1": "4.5", "2.1": "5" }, "9.8") })).toEqual([
      "published-sum-mismatch",
    ]);
  });

  it("is not one where rows may be left out", () => {
    const rescaled = set(pillar("1", 20, leaf("1.1", 10), leaf("1.2", 10, ", not_applicable: excluded")));
    expect(reported(rescaled, { case: published({ "1": "16", "1.1": "8", "1.2": "0" }) })).toEqual([]);
  });

  it("may exceed the scale by a bonus", () => {
    const bonus = set(pillar("1", 10, leaf("1.1", 10), leaf("1.2", 2, ", bonus: true")));
    expect(reported(bonus, { case: published({ "1": "12", "1.1": "10", "1.2": "2" }) })).toEqual([]);
    expect(reported(bonus, { case: published({ "1": "13" }) })).toEqual(["published-above-max 1"]);
  });
});

describe("a case with data", () => {
  const rule = `- code: "1"
  title: Nhóm
  max: 20
  children:
    - code: "1.1"
      title: Tỷ lệ
      max: 10
      inputs: [{ id: a, label: Đã làm, kind: count }, { id: b, label: Tổng, kind: count, min: 1 }]
      rule: { proportional: { of: a/b } }
    - code: "1.2"
      title: Chấm
      max: 10
      rule: { manual: {} }
`;
  const unit = (scores: string, total: string): string => `case: mau
set: mau
units:
  - unit: so-mau
    answers: { "1.1": { a: 3, b: 4 }, "1.2": 5 }
    published: { total: "${total}", scores: { ${scores} } }
`;

  it("that gives its published scores is in order", () => {
    expect(
      reported(set(rule), { case: unit('"1": { score: 12.5 }, "1.1": { score: 7.5 }', "12.5") }),
    ).toEqual([]);
  });

  it("tells a wrong score once, where it begins", () => {
    expect(reported(set(rule), { case: unit('"1": { score: 12 }, "1.1": { score: 7 }', "12") })).toEqual([
      "case-score-mismatch 1.1",
    ]);
  });

  it("tells a wrong sum where its parts are right", () => {
    expect(reported(set(rule), { case: unit('"1": { score: 12 }', "12") })).toEqual([
      "case-score-mismatch 1",
    ]);
    expect(
      reported(set(rule), {
        case: unit('"1": { score: 12 }, "1.1": { score: 7.5 }, "1.2": { score: 5 }', "12"),
      }),
    ).toEqual(["published-sum-mismatch 1"]);
  });

  it("says why a score is 0", () => {
    const [found] = findings(set(rule), {
      case: unit('"1.1": { score: 7.5 }', "7.5").replace("{ a: 3, b: 4 }", "{ a: 3 }"),
    });
    expect(found?.message.vi).toContain("tính được 0 vì thiếu số liệu");
  });
});
