import { describe, expect, it } from "vitest";
import { differencesOf } from "../src/features/audit/difference.js";
import { deviceOf } from "../src/features/sessions/device.js";
import { qrModules } from "../src/features/sessions/qr-code.js";
import { readDay } from "../src/shared/day-text.js";
import {
  dayOf,
  distanceTo,
  endOfDay,
  formatDate,
  formatDecimal,
  formatPoints,
} from "../src/shared/format.js";
import { matches } from "../src/shared/matches.js";

describe("figures", () => {
  it("are grouped by dots and end after a comma in Vietnamese", () => {
    expect(formatDecimal("51125000", "vi")).toBe("51.125.000");
    expect(formatDecimal("-1234.50", "vi")).toBe("−1.234,50");
    expect(formatDecimal("51125000.5", "en")).toBe("51,125,000.5");
  });

  it("keep every digit of an amount that no float holds", () => {
    expect(formatDecimal("9007199254740993.01", "vi")).toBe("9.007.199.254.740.993,01");
  });

  it("that are no numbers are shown as they are", () => {
    expect(formatDecimal("chưa rõ", "vi")).toBe("chưa rõ");
  });

  it("of points lose the zeros at their end and no other", () => {
    expect(formatPoints("9.56", "vi")).toBe("9,56");
    expect(formatPoints("39.50", "vi")).toBe("39,5");
    expect(formatPoints("10.00", "vi")).toBe("10");
    expect(formatPoints("100", "vi")).toBe("100");
  });
});

describe("days", () => {
  it("are those of Vietnam, whatever the time in London", () => {
    expect(formatDate("2022-07-14T17:30:00Z")).toBe("15/07/2022");
    expect(dayOf("2022-07-14T17:30:00Z")).toBe("2022-07-15");
    expect(endOfDay("2022-07-15")).toBe("2022-07-15T16:59:59.000Z");
  });

  it("are read as people type them", () => {
    expect(["15/7/2022", "15.07.2022", "15-07-2022"].map(readDay)).toEqual(Array(3).fill("2022-07-15"));
  });

  it("that no calendar has are refused", () => {
    expect(["31/02/2025", "7/2022", "2022-07-15", "00/01/2025", ""].map(readDay)).toEqual(
      Array(5).fill(null),
    );
  });
});

describe("a deadline", () => {
  const due = "2022-07-15T10:00:00Z";

  it("counts whole days from one day on, and hours and minutes below that", () => {
    expect(distanceTo(due, new Date("2022-07-09T09:00:00Z"))).toEqual({ past: false, unit: "day", count: 6 });
    expect(distanceTo(due, new Date("2022-07-15T04:30:00Z"))).toEqual({
      past: false,
      unit: "hour",
      count: 5,
    });
    expect(distanceTo(due, new Date("2022-07-15T09:59:50Z"))).toEqual({
      past: false,
      unit: "minute",
      count: 1,
    });
  });

  it("is past a moment after it", () => {
    expect(distanceTo(due, new Date("2022-07-17T11:00:00Z"))).toEqual({ past: true, unit: "day", count: 2 });
  });
});

describe("a search", () => {
  it("finds names typed without tone marks", () => {
    expect(matches("Sở Giáo dục và Đào tạo", "dao tao so")).toBe(true);
    expect(matches("Sở Y tế", "so yte")).toBe(false);
  });
});

describe("an audited change", () => {
  it("shows the fields that differ and no other", () => {
    expect(differencesOf({ name: "a", code: "x" }, { name: "b", code: "x" })).toEqual([
      { field: "name", before: "a", after: "b" },
    ]);
  });

  it("of something without fields is one difference", () => {
    expect(differencesOf(null, "22")).toEqual([{ field: "value", before: null, after: "22" }]);
    expect(differencesOf(null, null)).toEqual([]);
  });
});

describe("a user agent", () => {
  it("is named by the browser people chose, not by those it claims to be", () => {
    const edge = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0";
    expect(deviceOf(edge)).toEqual({ browser: "Edge", system: "Windows" });
    expect(deviceOf("curl/8")).toEqual({ browser: "", system: "" });
  });
});

describe("a QR code", () => {
  it("is as small as its text allows and has a finder in three corners", () => {
    // Level M holds 14 bytes in version 1 (21 modules a side) and 26 in version 2 (25).
    expect(qrModules("x".repeat(14))).toHaveLength(21);
    const modules = qrModules("x".repeat(15));
    expect(modules).toHaveLength(25);
    const ring = (x: number, y: number): boolean[] =>
      [0, 1, 3, 5, 6].map((step) => modules[y + 3]?.[x + step] ?? false);
    for (const [x, y] of [
      [0, 0],
      [18, 0],
      [0, 18],
    ] as const)
      expect(ring(x, y)).toEqual([true, false, true, false, true]);
  });

  it("refuses more than version 13 holds", () => {
    expect(qrModules("x".repeat(331))).toHaveLength(69);
    expect(() => qrModules("x".repeat(332))).toThrow(RangeError);
  });
});
