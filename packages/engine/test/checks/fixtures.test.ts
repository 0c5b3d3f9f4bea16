import { checkSet, findingCatalogue } from "@opendti/engine";
import { describe, expect, it } from "vitest";
import { fixture, fixtureNames } from "./fixture.js";

describe("each code has a fixture with this fault and no other", () => {
  it.each(findingCatalogue.map(({ code }) => code))("%s", (code) => {
    const { loaded, cases, plans, states } = fixture(code);
    const found = checkSet(loaded, cases, plans);
    const { severity } = findingCatalogue.find((entry) => entry.code === code) ?? {};
    expect(found.map(({ message, column, ...rest }) => ({ ...rest, vi: message.vi }))).toEqual([
      {
        severity,
        code,
        at: states.at,
        vi: states.vi,
        expected: states.expected,
        found: states.found,
        file: `${code}.yaml`,
        line: states.line,
      },
    ]);
  });

  it("and no fixture is without a code", () => {
    const codes = findingCatalogue.map(({ code }) => code as string);
    expect(fixtureNames().sort()).toEqual([...codes, "sound"].sort());
  });
});

describe("a sound set", () => {
  it("of every kind of rule, with a case and a plan, gives no finding", () => {
    const { loaded, cases, plans } = fixture("sound");
    expect([cases.length, plans.length]).toEqual([1, 1]);
    expect(checkSet(loaded, cases, plans)).toEqual([]);
  });

  it("needs neither cases nor plans", () => {
    expect(checkSet(fixture("sound").loaded)).toEqual([]);
  });
});

describe("a finding", () => {
  it("in a case without positions still names its file", () => {
    const { loaded, cases } = fixture("published-above-max");
    const [found] = checkSet(
      loaded,
      cases.map(({ data }) => ({ file: "cases/mau.yaml", data })),
    );
    expect(found).toMatchObject({ file: "cases/mau.yaml", line: undefined, column: undefined });
  });

  it("comes out the same twice", () => {
    const { loaded, cases, plans } = fixture("case-rank-mismatch");
    expect(checkSet(loaded, cases, plans)).toEqual(checkSet(loaded, cases, plans));
  });

  it.each(fixtureNames().filter((name) => name !== "sound"))(
    "of %s says in English what it says in Vietnamese",
    (name) => {
      const { loaded, cases, plans, states } = fixture(name);
      const [found] = checkSet(loaded, cases, plans);
      expect(found?.message.en).not.toBe(states.vi);
      for (const number of numbersIn(states.vi)) expect(numbersIn(found?.message.en ?? "")).toContain(number);
    },
  );
});

/** Numbers of a sentence, without the marks in which the two languages differ. */
function numbersIn(text: string): string[] {
  return (text.match(/\d+(?:[.,]\d+)*/g) ?? []).map((number) => number.replace(/[.,]/g, ""));
}
