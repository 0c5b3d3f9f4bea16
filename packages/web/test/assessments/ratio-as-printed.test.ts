import { describe, expect, test } from "vitest";
import { outline } from "./ban-dan-toc.js";

const { byAddress } = outline();

/** Each input with the one printed above it. */
function pairsOf(code: string): Record<string, string | undefined> {
  const inputs = byAddress.get(code)?.inputs ?? [];
  return Object.fromEntries(inputs.map(({ id, pairedWith }) => [id, pairedWith]));
}

describe("two inputs of a ratio", () => {
  test("stand as a over b where the rule divides a by b", () => {
    expect(pairsOf("2.1.3")).toEqual({ a: undefined, b: "a" });
  });

  test("stand as b over a where the decision divides b by a", () => {
    expect(pairsOf("2.6.10")).toEqual({ b: undefined, a: "b" });
  });
});
