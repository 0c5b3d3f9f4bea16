import {
  exact,
  formatExact,
  formatTicks,
  parseExact,
  type Rational,
  type Rounding,
  round,
  roundToTicks,
} from "@opendti/engine";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runs } from "./runs.js";

/** A decimal as people write it, without superfluous zeros: `0`, `-0.05`, `12.345`. */
const canonicalDecimal = fc
  .tuple(fc.boolean(), fc.bigInt(0n, 10n ** 24n), fc.stringMatching(/^\d{0,24}$/))
  .map(([negative, whole, digits]) => {
    const fraction = digits.replace(/0+$/, "");
    const text = fraction === "" ? `${whole}` : `${whole}.${fraction}`;
    return negative && text !== "0" ? `-${text}` : text;
  });

/** Rounds a decimal by looking at its digits, as taught at school. */
function roundText(text: string, { digits, mode }: Rounding): string {
  const negative = text.startsWith("-");
  const [whole = "", fraction = ""] = text.replace("-", "").split(".");
  const kept = whole + fraction.slice(0, digits).padEnd(digits, "0");
  const rest = fraction.slice(digits);
  const exactlyHalf = /^50*$/.test(rest);
  const lastIsOdd = "13579".includes(kept.at(-1) ?? "0");
  const up = exactlyHalf ? mode === "half-up" || lastIsOdd : /^[5-9]/.test(rest);
  return `${negative ? "-" : ""}${up ? plusOne(kept) : kept}`;
}

/** The next whole number, carrying by hand. */
function plusOne(digits: string): string {
  if (digits === "") return "1";
  const last = digits.at(-1);
  return last === "9" ? `${plusOne(digits.slice(0, -1))}0` : `${digits.slice(0, -1)}${Number(last) + 1}`;
}

const rounding = fc.record({
  digits: fc.integer({ min: 0, max: 9 }),
  mode: fc.constantFrom("half-even" as const, "half-up" as const),
});

/** Decimals at, just below and just above a half of the last digit kept. */
const boundary = fc
  .tuple(
    fc.boolean(),
    fc.nat(200),
    fc.stringMatching(/^\d{0,9}$/),
    fc.constantFrom("", "5", "50", "49999999999999999999", "50000000000000000001", "9"),
  )
  .map(
    ([negative, whole, digits, tail]) =>
      `${negative ? "-" : ""}${whole}${digits + tail === "" ? "" : "."}${digits}${tail}`,
  );

function numberOf(text: string): Rational {
  const value = parseExact(text);
  if (!value) throw new Error(`unread: ${text}`);
  return value;
}

describe("rounding", () => {
  it("is that of the decimal's digits in every mode, at the halves and beside them", () => {
    fc.assert(
      fc.property(fc.oneof(boundary, canonicalDecimal), rounding, (text, to) => {
        expect(roundToTicks(numberOf(text), to)).toBe(BigInt(roundText(text, to)));
      }),
      runs(2000),
    );
  });

  it("leaves alone what has no more digits than asked, however the fraction is written", () => {
    fc.assert(
      fc.property(
        fc.bigInt(-(10n ** 15n), 10n ** 15n),
        rounding,
        fc.bigInt(1n, 10n ** 12n),
        (ticks, to, factor) => {
          const power = 10n ** BigInt(to.digits);
          const value = { n: ticks * factor, d: power * factor };
          expect(roundToTicks(value, to)).toBe(ticks);
          expect(exact.equal(round(value, to), value)).toBe(true);
        },
      ),
      runs(500),
    );
  });

  it("of a fraction never moves it by more than half of the last digit", () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 20n), 10n ** 20n), fc.bigInt(1n, 10n ** 12n), rounding, (n, d, to) => {
        const moved = exact.subtract(round({ n, d }, to), { n, d });
        const size = moved.n < 0n ? -moved.n : moved.n;
        expect(
          exact.compare({ n: size, d: moved.d }, { n: 1n, d: 2n * 10n ** BigInt(to.digits) }),
        ).toBeLessThanOrEqual(0);
      }),
      runs(500),
    );
  });
});

describe("numbers in and out of text", () => {
  it("a decimal written without superfluous zeros comes back as it was", () => {
    fc.assert(
      fc.property(canonicalDecimal, (text) => {
        expect(formatExact(numberOf(text))).toBe(text);
      }),
      runs(1000),
    );
  });

  it("superfluous zeros, a percent sign and a common factor do not change a number", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -99_999, max: 99_999 }),
        fc.nat(4),
        fc.nat(5),
        fc.integer({ min: 1, max: 99 }),
        (n, digits, zeros, factor) => {
          const text = formatTicks(n, digits);
          const value = numberOf(text);
          const longer = `${text}${text.includes(".") ? "" : "."}${"0".repeat(zeros + 1)}`;
          expect(formatExact(numberOf(longer))).toBe(text);
          expect(exact.equal(exact.multiply(numberOf(`${text}%`), exact.rational(100)), value)).toBe(true);
          expect(exact.equal(numberOf(`${n * factor}/${10 ** digits * factor}`), value)).toBe(true);
        },
      ),
      runs(500),
    );
  });

  it("any fraction comes back equal", () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 20n), 10n ** 20n), fc.bigInt(1n, 10n ** 18n), (n, d) => {
        expect(exact.equal(numberOf(formatExact({ n, d })), { n, d })).toBe(true);
      }),
      runs(500),
    );
  });

  it("whole ticks are written as the decimal they stand for", () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 18n), 10n ** 18n), fc.nat(9), (ticks, digits) => {
        expect(
          exact.equal(numberOf(formatTicks(ticks, digits)), { n: ticks, d: 10n ** BigInt(digits) }),
        ).toBe(true);
      }),
      runs(500),
    );
  });
});
