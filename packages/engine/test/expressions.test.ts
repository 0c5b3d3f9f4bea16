import { ExpressionError, parseExpression } from "@opendti/engine";
import { describe, expect, test } from "vitest";
import { gives, indicator } from "./sets.js";

/** The value of an expression over a = 2, b = 3, c = 12 and the yes/no p1 = yes, p2 = no. */
function worth(expression: string): string {
  const set = indicator({
    max: 1_000_000,
    inputs: { a: "count", b: "count", c: "count", p1: "yes_no", p2: "yes_no" },
    rule: { per_item: { of: expression, points: 1 } },
  });
  return gives(set, { a: 2, b: 3, c: 12, p1: "có", p2: "không" });
}

function holds(condition: string): boolean {
  const set = indicator({
    inputs: {
      a: "count",
      b: "count",
      c: "count",
      p1: "yes_no",
      p2: "yes_no",
      k: { kind: "choice", options: [{ label: "Một" }, { label: "Hai" }] },
    },
    rule: { manual: {} },
    exceptions: [{ when: condition, gives: "full", sentence: "Câu của văn bản" }],
  });
  return gives(set, { a: 2, b: 3, c: 12, p1: "có", p2: "không", k: "Hai" }) === "10";
}

/** What is wrong with an expression, and at which character (from 0). */
function wrong(expression: string): string {
  try {
    parseExpression(expression);
  } catch (error) {
    if (error instanceof ExpressionError) return `${error.at}: ${error.text.vi}`;
    throw error;
  }
  return "nothing";
}

describe("formulas", () => {
  test.each([
    ["a + b * c", "38"],
    ["(a + b) * c", "60"],
    ["c - b - a", "7"],
    ["c / b / a", "2"],
    ["c / (b / a)", "8"],
    ["c-a*b+1", "7"],
    ["80% * c", "9.6"],
    ["12.5 % * c", "1.5"],
    ["c / 80%", "15"],
    ["-a + c", "10"],
    ["c - -a", "14"],
    ["c * -a + 30", "6"],
    ["--a", "2"],
    ["min(a, b, c) + max(a, b, c)", "14"],
    ["sum(a, b, c)", "17"],
    ["count(p1, p2)", "1"],
    ["count(p1 or p2, not p2, a > b)", "2"],
    ["((((a))))", "2"],
    ["a/b", "0.67"],
  ])("%s = %s", (expression, value) => {
    expect(worth(expression)).toBe(value);
  });

  test("not binds tighter than and, and tighter than or", () => {
    expect(holds("p1 or p2 and p2")).toBe(true);
    expect(holds("(p1 or p2) and p2")).toBe(false);
    expect(holds("not p1 or p1")).toBe(true);
    expect(holds("not (p1 or p1)")).toBe(false);
    expect(holds("not p2 and p1")).toBe(true);
    expect(holds("not a = b")).toBe(true);
    expect(holds("not not p1")).toBe(true);
  });

  test("comparisons come after sums", () => {
    expect(holds("a + 1 = b")).toBe(true);
    expect(holds("a * b < c and a != b")).toBe(true);
    expect(holds("c >= 12 and c <= 12 and not (c > 12) and not (c < 12)")).toBe(true);
  });

  test("a chosen option is compared by its place", () => {
    expect(holds("k = 2")).toBe(true);
    expect(holds("k = 1 or k > 2")).toBe(false);
  });
});

describe("what is wrong with an expression is said, and where", () => {
  test.each([
    ["a +", "3: Biểu thức chưa hết"],
    ["", "0: Biểu thức chưa hết"],
    ["a b", '2: Thừa "b"'],
    ["a + b)", '5: Thừa ")"'],
    ["(a + b", '6: Thiếu ")"'],
    ["a + * b", '4: Không chờ "*" ở đây'],
    ["a $ b", "2: Ký tự lạ: $"],
    ["a+ệ", "2: Ký tự lạ: ệ"],
    ["a; b", "1: Ký tự lạ: ;"],
    ["1 < a < 2", "6: So sánh liền nhau: viết x >= 1 and x < 2"],
    ["1 + avg(a)", '4: Không có hàm "avg"; chỉ có min, max, sum, count'],
    ["min(a,)", '6: Không chờ ")" ở đây'],
    ["min()", '4: Không chờ ")" ở đây'],
    ["@2 + a", "0: Viết @MÃ.số_liệu, ví dụ @2.4.1.e"],
    ["a and", "5: Biểu thức chưa hết"],
    ["or a", '0: Không chờ "or" ở đây'],
    [`${"(".repeat(70)}a${")".repeat(70)}`, "65: Biểu thức lồng quá sâu"],
    [`${"a+".repeat(1000)}a`, "2000: Biểu thức quá dài"],
  ])("%s", (expression, message) => {
    expect(wrong(expression)).toBe(message);
  });

  test("nothing in an expression is ever run as code", () => {
    for (const text of [
      "process.exit()",
      "a[0]",
      "`a`",
      "a ? b : c",
      "a => b",
      "constructor(a)",
      "a = b = c",
    ])
      expect(wrong(text), text).not.toBe("nothing");
  });

  test("a word that JavaScript knows is a name like any other, not an operator", () => {
    expect(wrong("constructor")).toBe("nothing");
    expect(wrong("a constructor b")).toBe('2: Thừa "constructor"');
  });
});
