import { formatTicks } from "@opendti/engine";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LONGEST_NUMBER, putPlainText, ScoreCells } from "../src/stream/score-cells.js";

/** What a row of points is written as, each cell behind its comma. */
function written(digits: number, row: readonly number[]): string {
  const buffer = Buffer.alloc((row.length + 1) * LONGEST_NUMBER, "!");
  const cells = new ScoreCells(buffer, digits);
  const ticks = Int32Array.from(row);
  const end = cells.row(0, ticks, Int32Array.from(ticks.keys()), 0);
  return buffer.toString("latin1", 0, end);
}

const points = fc.oneof(
  fc.integer({ min: 0, max: 25_000 }),
  fc.integer({ min: 0, max: 2 ** 27 }),
  fc.integer({ min: -1000, max: 0 }),
  fc.constantFrom(0, 1, 10, 99, 100, 20_000, 20_001, 100_000),
);

describe("points written as bytes", () => {
  test("read as the decimals that the other writers of scores give, in any number of digits", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 7 }), fc.array(points, { maxLength: 30 }), (digits, row) => {
        expect(written(digits, row)).toBe(row.map((ticks) => `,${formatTicks(ticks, digits)}`).join(""));
      }),
      { seed: 2022, numRuns: 60 },
    );
  });

  test("a rank is written digit by digit", () => {
    const buffer = Buffer.alloc(64);
    const cells = new ScoreCells(buffer, 2);
    for (const rank of [1, 9, 10, 99, 100, 4096, 1_000_000])
      expect(buffer.toString("latin1", 0, cells.whole(0, rank))).toBe(String(rank));
  });
});

test("a name goes in as it stands only when it needs no quotes and is no formula", () => {
  const buffer = Buffer.alloc(64);
  expect(buffer.toString("latin1", 0, putPlainText(buffer, 0, "don-vi 7 = A"))).toBe("don-vi 7 = A");
  for (const name of ["=1+1", "+84", "-x", "@a", "a,b", 'a"b', "a\nb", "Sở Nội vụ"])
    expect(putPlainText(buffer, 0, name)).toBe(-1);
});
