import { describe, expect, it } from "vitest";
import { ordinalsOf } from "../../src/checks/ordinal.js";
import { findings, set } from "./mini.js";

/** A set of rows, each `parent: child child ...`, and what is said of their numbering. */
function order(...rows: string[]): [string, string | undefined][] {
  const indicators = rows.map((row) => {
    const [code = "", children = ""] = row.split(":");
    const inner = children
      .trim()
      .split(/\s+/)
      .map((child) => `    - { code: "${child}", title: Chỉ số ${child}, max: 1, rule: { manual: {} } }`);
    return [
      `- code: "${code}"`,
      `  title: Nhóm ${code}`,
      `  max: ${inner.length}`,
      "  children:",
      ...inner,
    ].join("\n");
  });
  return findings(set(indicators.join("\n"))).flatMap(({ code, at, expected }) =>
    code === "code-order" ? [[at, expected]] : [],
  );
}

describe("numbering", () => {
  it.each([
    [["1: 1.1 1.2 1.3", "2: 2.1 2.2"]],
    [["I: I.1 I.2", "II: II.1", "III: III.1", "IV: IV.1"]],
    [["A: 1 2 3", "B: 4 5"]],
    [["A: A.a A.b A.c A.d A.đ A.e A.g"]],
    [["1: 1.a 1.b 1.c 1.d 1.e 1.f"]],
    [["2.1: 2.1.1 2.1.2", "2.2: 2.2.1"]],
    [["1: 1.9 1.10 1.11".replace("1.9", "1.1 1.2 1.3 1.4 1.5 1.6 1.7 1.8 1.9")]],
    // A table after the last section is numbered by itself.
    [["VI: VI.1", "BANG.1: x", "BANG.2: y"]],
  ])("of %j is in order", (rows) => {
    expect(order(...rows)).toEqual([]);
  });

  it.each([
    [["1: 1.1 1.3"], [["1.3", "1.2"]]],
    [
      ["1: 1.1 1.3 1.2"],
      [
        ["1.3", "1.2"],
        ["1.2", "1.4"],
      ],
    ],
    [["I: I.1", "III: III.1"], [["III", "II"]]],
    [["A: A.a A.b A.d A.e"], [["A.d", "A.c"]]],
    [["1: 1.2 1.3"], [["1.2", undefined]]],
    [["1: 1.1 2.2 1.3"], [["2.2", "1"]]],
    [["1: 1.1", "3: 3.1"], [["3", "2"]]],
  ])("of %j is not", (rows, expected) => {
    expect(order(...rows)).toEqual(expected);
  });
});

describe("the last part of a code", () => {
  it("is read every way it can be", () => {
    expect(ordinalsOf("10")).toEqual([{ kind: "number", place: 10, next: "11" }]);
    expect(ordinalsOf("IV").map(({ kind, place, next }) => [kind, place, next])).toEqual([["roman", 4, "V"]]);
    expect(ordinalsOf("c").map(({ kind, place, next }) => [kind, place, next])).toEqual([
      ["roman", 100, "ci"],
      ["latin", 3, "d"],
      ["vietnamese", 3, "d"],
    ]);
    expect(ordinalsOf("d").map(({ next }) => next)).toEqual(["e", "đ"]);
    expect(ordinalsOf("IIII")).toEqual([]);
    expect(ordinalsOf("rows")).toEqual([]);
  });
});
