/** Rule texts beside rules: what agrees in other words, and what does not. */
import { describe, expect, it } from "vitest";
import { findings, one, reported } from "./mini.js";

const text = (...lines: string[]): string => ["text: |", ...lines.map((line) => `  ${line}`)].join("\n");
const ab =
  "inputs:\n  - { id: a, label: Đã làm, kind: count }\n  - { id: b, label: Tổng số, kind: count, min: 1 }";
const value = (kind: string): string => `inputs:\n  - { id: value, label: Số, kind: ${kind} }`;
const bands = (...steps: string[]): string =>
  ["rule:", "  bands:", "    of: value", "    steps:", ...steps.map((step) => `      - { ${step} }`)].join(
    "\n",
  );
const of = (...lines: string[]): string => one(lines.join("\n"));

describe("points", () => {
  const items = "rule: { per_item: { of: value, points: 2 } }";

  it.each(["Tổng điểm không quá 10", "Tối đa 10 điểm.", "Điểm tối đa: 10", "Mỗi hoạt động: 2 điểm;"])(
    "of the rule may be stated: %s",
    (line) => {
      expect(reported(of(text(line), value("count"), items))).toEqual([]);
    },
  );

  it.each([
    ["Tổng điểm không quá 8", "8"],
    ["Tối đa 5 điểm.", "5"],
    ["Mỗi hoạt động: 1 điểm;", "1"],
  ])("that the rule does not give are reported: %s", (line, expected) => {
    const found = findings(of(text(line), value("count"), items));
    expect(found.map((each) => [each.code, each.expected, each.found])).toEqual([
      ["text-max-mismatch", expected, "10"],
    ]);
  });

  it("of options are compared line by line", () => {
    const rule =
      "rule:\n  choice:\n    options:\n      - { label: Đã có, points: 10 }\n      - { label: Đang làm, points: 4 }\n      - { label: Chưa có, points: 0 }";
    expect(reported(of(text("- Đã có: 10 điểm;", "- Đang làm: 4 điểm;", "- Chưa có: 0 điểm"), rule))).toEqual(
      [],
    );
    const [found] = findings(of(text("- Đã có: 10 điểm;", "- Đang làm: 5 điểm;", "- Chưa có: 0 điểm"), rule));
    expect(found?.message.vi).toContain(
      'với phương án "Đang làm", lời văn cho 5 điểm nhưng quy tắc cho 4 điểm',
    );
  });
});

describe("thresholds", () => {
  it("of whole numbers may be written in words", () => {
    const lines = text(
      "+ Từ 20 trở lên: điểm tối đa;",
      "+ Từ 10 đến 19: 1/2*Điểm tối đa;",
      "+ Dưới 10: 0 điểm",
    );
    const rule = (edge: number): string =>
      bands(`ge: ${edge}, share: 1`, `ge: 10, lt: ${edge}, share: 1/2`, "lt: 10, share: 0");
    expect(reported(of(lines, value("count"), rule(20)))).toEqual([]);
    expect(findings(of(lines, value("count"), rule(25))).map((each) => [each.code, each.found])).toEqual([
      ["text-threshold-mismatch", "25"],
    ]);
  });

  it("of money may be in đồng where the text says tỷ", () => {
    const lines = text("Mức 1: ≥ 2 tỷ: 100% điểm;", "Mức 2: < 2 tỷ: 0% điểm");
    expect(reported(of(lines, value("money"), bands("ge: 2, share: 1", "lt: 2, share: 0")))).toEqual([]);
    expect(
      reported(of(lines, value("money"), bands("ge: 2000000000, share: 1", "lt: 2000000000, share: 0"))),
    ).toEqual([]);
    expect(reported(of(lines, value("money"), bands("ge: 3, share: 1", "lt: 3, share: 0")))).toEqual([
      "text-threshold-mismatch 1.1",
    ]);
  });

  it("in percents may be ratios, or hundredths", () => {
    const lines = text("- Tỷ lệ ≥ 80%: Điểm tối đa", "- Tỷ lệ < 80%: 0 điểm");
    expect(reported(of(lines, value("percent"), bands("ge: 80%, share: 1", "lt: 80%, share: 0")))).toEqual(
      [],
    );
    expect(
      reported(of(lines, value("number, min: 0"), bands("ge: 80, share: 1", "lt: 80, share: 0"))),
    ).toEqual([]);
    expect(reported(of(lines, value("percent"), bands("ge: 8%, share: 1", "lt: 8%, share: 0")))).toEqual([
      "text-threshold-mismatch 1.1",
    ]);
  });

  it("that the text alone has are reported", () => {
    const lines = text("- Tỷ lệ = a/b", "- Tỷ lệ ≥ 80%: Điểm tối đa", "- Tỷ lệ < 80%: Tỷ lệ/80%*Điểm tối đa");
    const [found] = findings(of(lines, ab, "rule: { proportional: { of: a/b } }"));
    expect([found?.code, found?.expected, found?.found]).toEqual(["text-threshold-mismatch", "80%", ""]);
  });
});

describe("ratios", () => {
  const written = (formula: string, rule: string): string[] =>
    reported(
      of(
        text(`- Tỷ lệ = ${formula}`, "- Điểm = Tỷ lệ*Điểm tối đa"),
        ab,
        `rule: { proportional: { of: ${rule} } }`,
      ),
    );

  it("agree in any order of terms, and in hundredths", () => {
    expect(written("(a+b)/b", "(b + a)/b")).toEqual([]);
    expect(written("a/b*100%", "a/b")).toEqual([]);
    expect(written("a*100/b", "a/b")).toEqual([]);
  });

  it("of letters that are no inputs are left alone", () => {
    expect(written("a/c", "a/b")).toEqual([]);
  });

  it("turned round are reported", () => {
    expect(written("b/a", "a/b")).toEqual(["text-formula-mismatch 1.1"]);
  });
});

describe("a sentence of an exception", () => {
  it("may stand in the text of the pillar", () => {
    const lines = [ab, "rule: { proportional: { of: a/b } }", "text: Tỷ lệ = a/b"];
    const exception =
      "exceptions:\n  - { when: b = 0, gives: full, sentence: Không có thì được điểm tối đa }";
    const row = of(...lines, exception);
    expect(reported(row)).toEqual(["exception-not-in-text 1.1"]);
    expect(
      reported(
        row.replace("title: Nhận thức số", "title: Nhận thức số\n    text: (Không có thì được điểm tối đa.)"),
      ),
    ).toEqual([]);
  });
});
