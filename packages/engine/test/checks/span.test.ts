import { exact, parseExact, type Rational } from "@opendti/engine";
import { describe, expect, it } from "vitest";
import { type Edges, edgesOf, holds, intersect, isEmpty, spanOf, without } from "../../src/checks/span.js";
import { inSigns } from "../../src/checks/span-words.js";

const value = (text: string): Rational => parseExact(text) ?? exact.ZERO;

/** `>= 1, < 2` as edges. */
function edges(text: string): Edges {
  const [, low] = />=? ?([\d.]+)/.exec(text) ?? [];
  const [, high] = /<=? ?([\d.]+)/.exec(text) ?? [];
  return {
    low: low === undefined ? undefined : { value: value(low), included: text.includes(">=") },
    high: high === undefined ? undefined : { value: value(high), included: text.includes("<=") },
  };
}

const WHOLE = exact.ONE;
const holes = (domain: string, taken: string[], grid?: Rational): string[] =>
  without(
    spanOf(edges(domain), grid),
    taken.map((each) => spanOf(edges(each), grid)),
  ).map((hole) => inSigns(edgesOf(hole, grid), false));

describe("ranges", () => {
  it("closed at the same number share it, half-open ones do not", () => {
    const shared = (a: string, b: string): boolean =>
      !isEmpty(intersect(spanOf(edges(a), undefined), spanOf(edges(b), undefined)));
    expect(shared(">= 0.8", "<= 0.8")).toBe(true);
    expect(shared(">= 0.8", "< 0.8")).toBe(false);
  });

  it("leave the holes between them", () => {
    expect(holes(">= 0", [">= 0.6", "< 0.5"])).toEqual([">= 0.5, < 0.6"]);
    expect(holes(">= 0", ["> 0.5", "< 0.5"])).toEqual(["= 0.5"]);
    expect(holes(">= 0", [">= 0.5", "< 0.5"])).toEqual([]);
    expect(holes(">= 0", [">= 1, <= 2"])).toEqual([">= 0, < 1", "> 2"]);
  });

  it("of whole numbers meet where one ends before the next begins", () => {
    expect(holes(">= 0", [">= 20", ">= 10, <= 19", "< 10"], WHOLE)).toEqual([]);
    expect(holes(">= 0", [">= 20", ">= 10, <= 18", "< 10"], WHOLE)).toEqual(["= 19"]);
    expect(holes(">= 0", ["> 20", "> 9, < 20", "< 10"], WHOLE)).toEqual(["= 20"]);
  });

  it("on a grid of four digits have no hole between 0.7999 and 0.8", () => {
    const grid = value("0.0001");
    expect(holes(">= 0, <= 1", [">= 0.8", "<= 0.7999"], grid)).toEqual([]);
    expect(holes(">= 0, <= 1", [">= 0.8", "<= 0.7998"], grid)).toEqual(["= 0.7999"]);
  });

  it("hold one another when no number is left", () => {
    const inside = (a: string, b: string): boolean =>
      holds(spanOf(edges(a), undefined), spanOf(edges(b), undefined));
    expect(inside(">= 0.5", ">= 0.8")).toBe(true);
    expect(inside("> 0.8", ">= 0.8")).toBe(false);
    expect(inside(">= 0.8, <= 1", ">= 0.8, < 1")).toBe(true);
  });
});
