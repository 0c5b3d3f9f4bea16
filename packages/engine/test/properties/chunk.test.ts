import { exact, FactChunk, type Rational } from "@opendti/engine";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inputs, setOf } from "../sets.js";
import { runs } from "./runs.js";

const set = setOf({
  indicators: [
    {
      code: "1",
      title: "1",
      max: 10,
      inputs: inputs({ a: "number", b: "number" }),
      rule: { proportional: { of: "a/b" } },
    },
  ],
});

/** Whole, decimal with few or many digits, huge, below zero, or no decimal at all. */
const value: fc.Arbitrary<Rational> = fc.oneof(
  fc.integer({ min: -1000, max: 1000 }).map((n) => exact.rational(n)),
  fc.tuple(fc.integer(), fc.nat(9)).map(([n, digits]) => exact.rational(n, 10 ** digits)),
  fc.bigInt(-(2n ** 60n), 2n ** 60n).map((n) => exact.rational(n)),
  fc.constantFrom(2n ** 53n - 1n, 2n ** 53n, 2n ** 53n + 1n, -(2n ** 53n)).map((n) => exact.rational(n)),
  fc.tuple(fc.integer(), fc.integer({ min: 1, max: 999 })).map(([n, d]) => exact.rational(n, d)),
);

const place = fc.record({ row: fc.nat(4), slot: fc.nat(1) });

function opened(): FactChunk {
  const chunk = new FactChunk(set, 5);
  for (let row = 0; row < 5; row += 1) chunk.open(`u${row}`, "");
  return chunk;
}

function holds(chunk: FactChunk, expected: ReadonlyMap<string, Rational>): void {
  for (let row = 0; row < 5; row += 1)
    for (let slot = 0; slot < 2; slot += 1) {
      const held = chunk.value(row, slot);
      const put = expected.get(`${row} ${slot}`);
      expect(held === undefined || put === undefined ? held === put : exact.equal(held, put)).toBe(true);
    }
}

describe("a chunk of facts gives back exactly what was put into it", () => {
  it("whatever the other rows of a column hold, and however often a fact changes", () => {
    const change = fc.record({ at: place, value: fc.option(value, { nil: undefined }) });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
        const chunk = opened();
        const expected = new Map<string, Rational>();
        for (const { at, value: to } of changes) {
          chunk.put(at.row, at.slot, to);
          if (to) expected.set(`${at.row} ${at.slot}`, to);
          else expected.delete(`${at.row} ${at.slot}`);
          holds(chunk, expected);
        }
      }),
      runs(300),
    );
  });

  it("by the fast ways in too, which say no when a column cannot hold a number", () => {
    const fast = fc.record({
      at: place,
      mantissa: fc.oneof(fc.integer({ min: 0 }), fc.maxSafeInteger().map(Math.abs)),
      digits: fc.nat(8),
      whole: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(fc.oneof(fast, fc.record({ at: place, value })), { maxLength: 30 }), (changes) => {
        const chunk = opened();
        const expected = new Map<string, Rational>();
        for (const change of changes) {
          const { row, slot } = change.at;
          if ("value" in change) {
            chunk.put(row, slot, change.value);
            expected.set(`${row} ${slot}`, change.value);
          } else {
            const { mantissa, digits, whole } = change;
            const put = whole
              ? chunk.putWhole(row, slot, mantissa)
              : chunk.putDecimal(row, slot, mantissa, digits);
            if (put) expected.set(`${row} ${slot}`, exact.rational(mantissa, whole ? 1 : 10 ** digits));
          }
          holds(chunk, expected);
        }
      }),
      runs(300),
    );
  });
});
