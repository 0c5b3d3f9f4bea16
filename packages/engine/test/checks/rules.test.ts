/** What the checker concludes from rules: which divisions are answered, which points can be had, which bands touch. */
import { describe, expect, it } from "vitest";
import { findings, one, reported } from "./mini.js";

const inputs = (...more: string[]): string =>
  [
    "inputs:",
    "  - { id: a, label: Đã làm, kind: count }",
    "  - { id: b, label: Tổng số, kind: count }",
    ...more,
  ].join("\n");

const ask = "  - { id: e1, label: Không có, kind: yes_no }";
const when = (condition: string, basis = "decision"): string =>
  `exceptions:\n  - { when: ${condition}, gives: full, sentence: Không có, basis: ${basis} }`;
const ratio = "rule: { proportional: { of: a/b } }";

describe("a division by what may be 0 is answered by", () => {
  it.each([
    ["an exception for it", [inputs(), ratio, when("b = 0")]],
    ["one that also asks for something else", [inputs(ask), ratio, when("e1 or b = 0")]],
    ["a claim that rests on it", [inputs(ask), ratio, when("e1 and b = 0", "claim")]],
    ["one that holds for less than 1", [inputs(), ratio, when("b < 1")]],
    [
      "a claim that there is no part, where a block keeps the part within the whole",
      [
        inputs(ask),
        ratio,
        when("e1 and a = 0", "claim"),
        "checks:\n  - { id: a-trong-b, require: a <= b, severity: block, message: Phần lớn hơn tổng. }",
      ],
    ],
    [
      "a least value above 0",
      [inputs().replace("Tổng số, kind: count", "Tổng số, kind: count, min: 1"), ratio],
    ],
    [
      "a least value above 0 of one term",
      [
        inputs("  - { id: c, label: Tổng khác, kind: count, min: 1 }"),
        "rule: { proportional: { of: a/(b+c) } }",
      ],
    ],
    [
      "an exception for either term of a sum, since both are then 0",
      [
        inputs("  - { id: c, label: Tổng khác, kind: count }"),
        "rule: { proportional: { of: a/(b+c) } }",
        when("c = 0"),
      ],
    ],
    [
      "another alternative",
      [
        inputs(ask),
        "rule:\n  best_of:\n    - { rule: { proportional: { of: a/b } } }\n    - { rule: { choice: { of: e1 } } }",
      ],
    ],
  ])("%s", (_, lines) => {
    expect(reported(one(lines.join("\n")))).toEqual([]);
  });

  it.each([
    ["a fact of its own", [inputs(ask), ratio, when("e1 and b = 0")]],
    ["another condition", [inputs(), ratio, when("a = 0")]],
    [
      "a warning that the part is within the whole, with a claim on the part",
      [
        inputs(ask),
        ratio,
        when("e1 and a = 0", "claim"),
        "checks:\n  - { id: a-trong-b, require: a <= b, message: Phần lớn hơn tổng. }",
      ],
    ],
    [
      "the same condition on one of two numbers that are subtracted",
      [
        inputs("  - { id: c, label: Trừ đi, kind: count }"),
        "rule: { proportional: { of: a/(b-c) } }",
        when("b = 0"),
      ],
    ],
  ])("but not by %s", (_, lines) => {
    expect(reported(one(lines.join("\n")))).toEqual(["denominator-may-be-zero 1.1"]);
  });
});

it("a denominator is named as the expression that it is", () => {
  const named = (of: string): unknown[] =>
    findings(
      one(
        `${inputs("  - { id: c, label: Khác, kind: count }", "  - { id: p1, label: Có, kind: yes_no }")}\nrule: { proportional: { of: "${of}" } }`,
      ),
    )
      .filter(({ code }) => code === "denominator-may-be-zero")
      .map(({ expected, message }) => [
        expected,
        message.vi.includes(`mẫu số ${expected?.replace(" > 0", "")} (`),
      ]);
  for (const [of, divisor] of [
    ["a/(b - c)", "b - c"],
    ["a/max(b, c)", "max(b, c)"],
    ["a/(2*(b + c))", "2 * (b + c)"],
    ["a/(b - (c - 80%))", "b - (c - 0.8)"],
    ["a/(b*(c/3))", "b * c/3"],
    ["a/count(b > c, p1)", "count(b > c, p1)"],
    ["a/(b*b)", "b * b"],
  ] as const)
    expect(named(of), of).toEqual([[`${divisor} > 0`, true]]);
});

describe("the most points of a rule", () => {
  const yes = (id: string): string => `  - { id: ${id}, label: Ý ${id}, kind: yes_no }`;

  it("are those of its items, where there are only so many", () => {
    const three = ["inputs:", yes("p1"), yes("p2"), yes("p3")];
    const items = (points: number): string =>
      one([...three, `rule: { per_item: { of: "count(p1, p2, p3)", points: ${points} } }`].join("\n"));
    expect(findings(items(3)).map(({ code, found }) => [code, found])).toEqual([["max-unreachable", "9"]]);
    expect(reported(items(4))).toEqual([]);
  });

  it("of a part over its whole are had at 100%", () => {
    const lines = [
      inputs().replace("Tổng số, kind: count", "Tổng số, kind: count, min: 1"),
      "rule: { proportional: { of: a/b, full_at: 125% } }",
    ];
    const within = "checks:\n  - { id: a-trong-b, require: a <= b, message: Phần lớn hơn tổng. }";
    expect(reported(one(lines.join("\n")))).toEqual([]);
    expect(reported(one([...lines, within].join("\n")))).toEqual(["max-unreachable 1.1"]);
  });

  it("of parts that promise too much are reported as such", () => {
    const lines = ["inputs:", yes("p1"), yes("p2"), "rule:", "  parts:"];
    const parts = ["p1", "p2"].map((id) => `    - { points: 6, rule: { choice: { of: ${id} } } }`);
    expect(
      findings(one([...lines, ...parts].join("\n"))).map(({ code, expected, found }) => [
        code,
        expected,
        found,
      ]),
    ).toEqual([["parts-share-mismatch", "10", "12"]]);
  });
});

describe("bands", () => {
  const bands = (of: string, steps: string[], input = "value"): string =>
    one(
      [
        "inputs:",
        `  - { id: ${input}, label: Số, kind: ${of} }`,
        "rule:",
        "  bands:",
        `    of: ${input}`,
        "    steps:",
        ...steps.map((step) => `      - { ${step} }`),
      ].join("\n"),
    );

  it("of a cascade, each within the one after it, are fine", () => {
    expect(
      reported(
        bands("percent", [
          "ge: 10%, share: 1",
          "ge: 7%, share: 70%",
          "ge: 3%, share: 30%",
          "lt: 3%, share: 0",
        ]),
      ),
    ).toEqual([]);
  });

  it("of whole numbers may end at 19 and begin at 20; of amounts they may not", () => {
    const steps = ["ge: 20, share: 1", "ge: 10, le: 19, share: 1/2", "lt: 10, share: 0"];
    expect(reported(bands("count", steps))).toEqual([]);
    expect(findings(bands("money", steps)).map(({ code, found }) => [code, found])).toEqual([
      ["band-gap", "> 19, < 20"],
    ]);
  });

  it("need not reach beyond the input's own limit", () => {
    const steps = ["ge: 80%, le: 100%, share: 1", "lt: 80%, share: 0"];
    expect(findings(bands("percent", steps)).map(({ code, found }) => [code, found])).toEqual([
      ["band-gap", "> 100%"],
    ]);
    expect(reported(bands("percent, max: 100%", steps))).toEqual([]);
  });

  it("that leave out the low end ask for a min, the high end for a max, the middle for neither", () => {
    const advice = (steps: string[]): string[] =>
      findings(bands("percent", steps)).map(({ message }) =>
        message.vi.replace(/^.*theo văn bản/s, "").replace(/ nếu .*/s, ""),
      );
    expect(advice(["ge: 80%, share: 1", "ge: 30%, lt: 80%, share: 0"])).toEqual([
      ", hoặc khai min của số liệu",
    ]);
    expect(advice(["ge: 80%, le: 100%, share: 1", "lt: 80%, share: 0"])).toEqual([
      ", hoặc khai max của số liệu",
    ]);
    expect(advice(["ge: 80%, share: 1", "lt: 70%, share: 0"])).toEqual(["."]);
  });

  it("that begin in the middle of another overlap it", () => {
    const steps = ["ge: 50, share: 1", "ge: 20, le: 60, share: 1/2", "lt: 20, share: 0"];
    expect(findings(bands("count", steps)).map(({ code, found }) => [code, found])).toEqual([
      ["band-overlap", ">= 50, <= 60"],
    ]);
  });

  it("behind one that holds them, or without a value, are never used", () => {
    expect(
      reported(bands("count", ["ge: 10, share: 1/2", "ge: 20, share: 1", "lt: 10, share: 0"])),
    ).toContain("band-unreachable 1.1");
    expect(reported(bands("count", ["ge: 0, share: 1", "ge: 9, le: 5, share: 1/2"]))).toEqual([
      "band-unreachable 1.1",
    ]);
  });
});

describe("options", () => {
  const options = (...labels: string[]): string =>
    one(
      [
        "rule:",
        "  choice:",
        "    options:",
        ...labels.map((label, index) => `      - { label: "${label}", points: ${10 - index} }`),
      ].join("\n"),
    );

  it("that narrow from the top are fine", () => {
    expect(reported(options("Từ 20 trở lên", "Từ 10 trở lên", "Dưới 10"))).toEqual([]);
  });

  it("of one unit are not compared with those of another", () => {
    expect(reported(options("từ 1 tuần/1 lần", "từ 1 tháng/1 lần", "dưới 1 tháng/1 lần"))).toEqual([]);
  });

  it("in percents leave 79,5% out between 79% and 80%", () => {
    expect(
      findings(options("Từ 80% trở lên", "Từ 50% đến 79%", "Dưới 50%")).map(({ code, found }) => [
        code,
        found,
      ]),
    ).toEqual([["option-gap", "> 79%, < 80%"]]);
  });

  it("of plain words may stand for what no range names", () => {
    expect(reported(options("Từ 20 trở lên", "Từ 10 đến 19", "Chưa có"))).toEqual([]);
    expect(reported(options("Từ 20 trở lên", "Từ 10 đến 15", "Trường hợp khác"))).toEqual([]);
    expect(reported(options("Từ 20 trở lên", "Từ 10 đến 15", "Chưa có"))).toEqual(["option-gap 1.1"]);
  });

  it("whose ranges cross overlap, whichever comes first", () => {
    expect(reported(options("Từ 10 trở lên", "Từ 20 trở lên", "Dưới 10"))).toEqual(["option-overlap 1.1"]);
    expect(reported(options("Từ 20 trở lên", "Dưới 25"))).toEqual(["option-overlap 1.1"]);
  });
});

describe("a relative rule without a stand-in", () => {
  const relative = (more: string): string =>
    one(
      [
        inputs().replace("Tổng số, kind: count", "Tổng số, kind: count, min: 1"),
        "rule: { relative: { of: a/b, to: best } }",
        more,
      ].join("\n"),
    );

  it("is asked for one only where the measure is a part of a whole", () => {
    expect(reported(relative(""))).toEqual([]);
    expect(
      reported(relative("checks:\n  - { id: a-trong-b, require: b >= a, message: Phần lớn hơn tổng. }")),
    ).toEqual(["relative-without-provisional 1.1"]);
  });
});
