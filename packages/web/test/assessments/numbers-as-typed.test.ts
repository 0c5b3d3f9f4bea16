import { formatExact } from "@opendti/engine";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { numberText, readNumber } from "../../src/features/assessments/values/number-text.js";
import { readTyped, typedText } from "../../src/features/assessments/values/typed-value.js";

function read(text: string, whole = false, language: "vi" | "en" = "vi"): string {
  const reading = readNumber(text, language, whole);
  return reading.ok ? `${formatExact(reading.value)}${reading.remark ? "?" : ""}` : reading.problem;
}

describe("a number typed in Vietnamese", () => {
  test.each([
    ["22", "22"],
    ["51.125.000", "51125000"],
    ["51125000", "51125000"],
    ["51 125 000", "51125000"],
    ["1.250.000,5", "1250000.5"],
    ["9,56", "9.56"],
    ["1,5", "1.5"],
    ["0,05", "0.05"],
    ["-3", "-3"],
    ["−3,5", "-3.5"],
    ["007", "7"],
  ])("%s is %s and needs no remark", (text, value) => {
    expect(read(text)).toBe(value);
  });

  test("1.000 is a thousand; where fractions are possible the reading is shown", () => {
    expect(read("1.000", true)).toBe("1000");
    expect(read("1.000", false)).toBe("1000?");
  });

  test("1.5 and 0.125 can only have meant a decimal point, and the reading is shown", () => {
    expect(read("1.5")).toBe("1.5?");
    expect(read("0.125")).toBe("0.125?");
    expect(read("12.50")).toBe("12.5?");
  });

  test("a number written the English way is taken when it has one reading only", () => {
    expect(read("1,234,567")).toBe("1234567?");
    expect(read("1,234.56")).toBe("1234.56?");
  });

  test("1,000 in a whole-number field is refused: it may be one or a thousand", () => {
    expect(read("1,000", true)).toBe("two-readings");
    expect(read("1,000", false)).toBe("1");
    expect(read("0,000", true)).toBe("0");
  });

  test.each([
    ["12a", "not-a-number"],
    ["1.234.56", "not-a-number"],
    ["1,2,3", "not-a-number"],
    [",5", "not-a-number"],
    ["12,", "not-a-number"],
    ["--1", "not-a-number"],
    ["22/23", "not-a-number"],
    ["9".repeat(41), "too-long"],
  ])("%s is refused: %s", (text, problem) => {
    expect(read(text)).toBe(problem);
  });

  test("half a person is refused where people are counted, 12,0 is twelve", () => {
    expect(read("12,5", true)).toBe("not-whole");
    expect(read("12,0", true)).toBe("12");
  });
});

test("English readers type 51,125,000 and 9.56", () => {
  expect(read("51,125,000", true, "en")).toBe("51125000");
  expect(read("9.56", false, "en")).toBe("9.56");
  expect(read("1.000", true, "en")).toBe("two-readings");
});

test("whatever number is shown is read back as itself, in both languages", () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }),
      fc.integer({ min: 0, max: 6 }),
      fc.constantFrom("vi" as const, "en" as const),
      (ticks, digits, language) => {
        const value = { n: ticks, d: 10n ** BigInt(digits) };
        const reading = readNumber(numberText(value, language), language, false);
        return reading.ok && formatExact(reading.value) === formatExact(value);
      },
    ),
  );
});

test("whatever is typed is either read or refused, never half read", () => {
  const digits = fc.string({ unit: fc.constantFrom(..."0123456789.,- "), maxLength: 14 });
  fc.assert(
    fc.property(digits, fc.boolean(), (text, whole) => {
      const reading = readNumber(text, "vi", whole);
      if (!reading.ok) return;
      // Every digit typed is in the value: nothing is dropped but marks and leading or trailing zeros.
      const bare = (source: string): string => source.replace(/[^1-9]/g, "");
      expect(bare(formatExact(reading.value))).toBe(bare(text));
    }),
  );
});

describe("a value typed into a field", () => {
  const typed = (kind: Parameters<typeof readTyped>[0]["kind"], text: string, unit?: string): unknown => {
    const reading = readTyped({ kind, unit }, text, "vi");
    return reading.ok ? reading.value : reading.problem;
  };

  test("95,65 in a percent field means 95,65%, stored as the ratio", () => {
    expect(typed("percent", "95,65")).toBe("0.9565");
    expect(typed("percent", "95,65%")).toBe("0.9565");
    expect(typed("percent", "80 %")).toBe("0.8");
    expect(typedText({ kind: "percent" }, "0.9565", "vi")).toBe("95,65");
  });

  test("nothing typed is nothing declared; zero is declared", () => {
    expect(typed("count", "  ")).toBeNull();
    expect(typed("count", "0")).toBe("0");
  });

  test("only a plain number may be negative", () => {
    expect(typed("number", "-2,5")).toBe("-2.5");
    expect(typed("count", "-2")).toBe("negative");
    expect(typed("percent", "-2")).toBe("negative");
    expect(typed("money", "-2")).toBe("negative");
  });

  test("a link gets its https, and must lead somewhere", () => {
    expect(typed("link", "bandantoc.quangngai.gov.vn")).toBe("https://bandantoc.quangngai.gov.vn");
    expect(typed("link", "http://a.vn/b?c=d")).toBe("http://a.vn/b?c=d");
    expect(typed("link", "xem trang web")).toBe("not-a-link");
    expect(typed("link", "javascript:alert(1)")).toBe("not-a-link");
    expect(typed("link", "intranet")).toBe("not-a-link");
  });

  test("dates as people type them", () => {
    expect(typed("date", "31/12/2022")).toBe("2022-12-31");
    expect(typed("date", "7/6/2022")).toBe("2022-06-07");
    expect(typed("date", "07.06.2022")).toBe("2022-06-07");
    expect(typed("date", "31122022")).toBe("2022-12-31");
    expect(typed("date", "2022-12-31")).toBe("2022-12-31");
    expect(typed("date", "29/02/2024")).toBe("2024-02-29");
    expect(typed("date", "29/02/2023")).toBe("no-such-day");
    expect(typed("date", "31/12/22")).toBe("short-year");
    expect(typed("date", "cuối năm")).toBe("not-a-date");
    expect(typedText({ kind: "date" }, "2022-12-31", "vi")).toBe("31/12/2022");
  });
});
