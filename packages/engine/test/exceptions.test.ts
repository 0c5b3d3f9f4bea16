import { scoreUnit } from "@opendti/engine";
import { describe, expect, test } from "vitest";
import { factsOf, gives, indicator, scoresOf } from "./sets.js";

const profile = [
  { id: "servers", label: "Máy chủ", kind: "count" },
  { id: "small", label: "Đơn vị nhỏ", kind: "yes_no" },
];

/** a/b out of 10 with exceptions, the first of them said in the decision. */
const withExceptions = (...exceptions: Record<string, unknown>[]) =>
  indicator(
    {
      inputs: { a: "count", b: "count", e1: "yes_no", e2: "yes_no" },
      rule: { proportional: { of: "a/b" } },
      exceptions: exceptions.map((each) => ({ sentence: "Câu của văn bản", ...each })),
    },
    { profile },
  );

describe("exceptions", () => {
  test("come before the rule", () => {
    const set = withExceptions({ when: "servers = 0", gives: "full" });
    expect(gives(set, { a: 1, b: 4 }, { servers: 0 })).toBe("10");
    expect(gives(set, { a: 1, b: 4 }, { servers: 3 })).toBe("2.5");
  });

  test("answer 0/0", () => {
    const set = withExceptions({ when: "b = 0", gives: "full" });
    expect(gives(set, { a: 0, b: 0 })).toBe("10");
  });

  test("answer what is missing when their own facts are there", () => {
    const set = withExceptions({ when: "servers = 0", gives: "full" });
    expect(gives(set, {}, { servers: 0 })).toBe("10");
  });

  test("are tried in order and the first that holds counts", () => {
    const set = withExceptions({ when: "a = 0", gives: { points: 3 } }, { when: "b = 0", gives: "full" });
    expect(gives(set, { a: 0, b: 0 })).toBe("3");
    expect(gives(set, { a: 1, b: 0 })).toBe("10");
  });

  test("give everything, nothing, a share or points", () => {
    const given = (what: unknown): string =>
      gives(withExceptions({ when: "e1", gives: what }), { a: 1, b: 4, e1: "có" });
    expect([given("full"), given("zero"), given({ share: "1/3" }), given({ points: "2.345" })]).toEqual([
      "10",
      "0",
      "3.33",
      "2.34",
    ]);
  });

  test("may exclude the indicator", () => {
    const set = withExceptions({ when: "e1", gives: "excluded" });
    const [own] = scoresOf(set, { answers: { "1": { a: 1, b: 4, e1: "có" } } }).nodes;
    expect(own).toMatchObject({ status: "not_applicable", excluded: true });
  });

  test("on a fact of their own do not hold unless it is claimed", () => {
    const set = withExceptions({ when: "e1", gives: "full" });
    expect(gives(set, { a: 1, b: 4 })).toBe("2.5");
    expect(gives(set, { a: 1, b: 4, e1: "không" })).toBe("2.5");
    expect(gives(set, { a: 1, b: 4, e1: "có" })).toBe("10");
  });

  test("that a unit claims say so in the trace, those of the decision too", () => {
    const set = withExceptions({ when: "e1", gives: "full", basis: "claim" }, { when: "e2", gives: "full" });
    const step = (answer: Record<string, unknown>) =>
      scoreUnit(set, factsOf(set, { answers: { "1": answer } }), undefined, true).nodes[0]?.trace[0];
    expect(step({ e1: "có" })).toMatchObject({ kind: "exception", basis: "claim" });
    expect(step({ e2: "có" })).toMatchObject({
      kind: "exception",
      basis: "decision",
      sentence: "Câu của văn bản",
    });
  });
});

describe("a condition on a fact that is missing is unknown", () => {
  const holds = (
    when: string,
    facts: Record<string, unknown>,
    about: Record<string, unknown> = {},
  ): boolean => gives(withExceptions({ when, gives: { points: 9 } }), { ...facts }, about) === "9";

  test("and unknown does not match, nor does its opposite", () => {
    expect(holds("a = 0", {})).toBe(false);
    expect(holds("not (a = 0)", {})).toBe(false);
    expect(holds("a != 0", {})).toBe(false);
    expect(holds("small", {})).toBe(false);
    expect(holds("not small", {})).toBe(false);
  });

  test("one true side settles an or, one false side an and", () => {
    expect(holds("a = 0 or e1", { e1: "có" })).toBe(true);
    expect(holds("e1 or a = 0", { e1: "có" })).toBe(true);
    expect(holds("not (a = 0 and e1)", { e1: "không" })).toBe(true);
    expect(holds("not (e1 and a = 0)", { e1: "không" })).toBe(true);
  });

  test("an unknown side keeps the rest unknown", () => {
    expect(holds("a = 0 and e1", { e1: "có" })).toBe(false);
    expect(holds("a = 0 or e1", { e1: "không" })).toBe(false);
    expect(holds("not (a = 0 or e1)", { e1: "không" })).toBe(false);
  });

  test("a quotient by zero is unknown too", () => {
    expect(holds("a/b > 1/2", { a: 1, b: 0 })).toBe(false);
    expect(holds("not (a/b > 1/2)", { a: 1, b: 0 })).toBe(false);
    expect(holds("a/b > 1/2 or b = 0", { a: 1, b: 0 })).toBe(true);
  });

  test("the profile's facts count like the indicator's own", () => {
    expect(holds("small", {}, { small: "có" })).toBe(true);
    expect(holds("servers < a", { a: 3 }, { servers: 2 })).toBe(true);
  });

  test("ratios in conditions are exact, however the set rounds ratios", () => {
    const coarse = {
      rounding: {
        ratio: { digits: 1, mode: "half-up" },
        score: { digits: 2, mode: "half-up" },
        sum: "rounded",
      },
    };
    const set = indicator(
      {
        inputs: { a: "count", b: "count" },
        rule: { proportional: { of: "a/b" } },
        exceptions: [{ when: "a/b >= 50%", gives: { points: 9 }, sentence: "Câu của văn bản" }],
      },
      coarse,
    );
    expect(gives(set, { a: 49, b: 100 })).toBe("5");
    expect(gives(set, { a: 50, b: 100 })).toBe("9");
  });
});
