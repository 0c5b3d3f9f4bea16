import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { differenceOf, signOf, sumOf } from "../../src/shared/decimal.js";
import { signedText } from "../../src/shared/signed-text.js";

describe("sums of points", () => {
  it("are taken digit for digit, where a float would not", () => {
    expect(sumOf(["0.1", "0.2"])).toBe("0.3");
    expect(sumOf(["451.26", "-451.3"])).toBe("-0.04");
    expect(differenceOf("9.56", "10")).toBe("-0.44");
    expect(differenceOf("9.56", "-0.44")).toBe("10.00");
    expect(sumOf([])).toBe("0");
  });

  it("of a total and its change give the other total", () => {
    const points = fc.integer({ min: -10_000_000, max: 10_000_000 }).map((hundredths) => {
      const digits = String(Math.abs(hundredths)).padStart(3, "0");
      return `${hundredths < 0 ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
    });
    fc.assert(
      fc.property(points, points, (one, other) => {
        const back = sumOf([other, differenceOf(one, other)]);
        expect(signOf(differenceOf(back, one))).toBe(0);
      }),
    );
  });

  it("say whether points were won or lost, with a sign and the figure", () => {
    const points = (value: string): string => value.replace("-", "−");
    expect(signedText("1.6", points)).toBe("+1.6");
    expect(signedText("-6.62", points)).toBe("−6.62");
    expect(signedText("0.00", points)).toBe("0.00");
  });
});
