import { dateInWords, numberOf, signingLines } from "@opendti/documents";
import { describe, expect, test } from "vitest";

describe("a date in words", () => {
  test("has a zero before days below ten, and before January and February alone", () => {
    expect(dateInWords({ day: 15, month: 7, year: 2026 })).toBe("ngày 15 tháng 7 năm 2026");
    expect(dateInWords({ day: 5, month: 2, year: 2026 })).toBe("ngày 05 tháng 02 năm 2026");
  });

  test("leaves room for a day that is not known yet", () => {
    expect(dateInWords({ month: 7, year: 2026 })).toMatch(/^ngày \u00a0+ tháng 7 năm 2026$/);
    expect(dateInWords({ year: 2026 })).toMatch(/^ngày \u00a0+ tháng \u00a0+ năm 2026$/);
  });
});

test("a number that is not given yet is left free before its symbol", () => {
  expect(numberOf({ number: "12", symbol: "BDT-VP" })).toBe("12/BDT-VP");
  expect(numberOf({ symbol: "QĐ-UBND" })).toMatch(/^\u00a0+\/QĐ-UBND$/);
});

describe("who signs", () => {
  test("for a collective, in the head's place, by order, by delegation, or acting", () => {
    const head = "Chủ tịch";
    const collective = "Ủy ban nhân dân";
    const office = "Phó Chủ tịch";
    expect(signingLines({ form: "head", head: "Giám đốc" })).toEqual(["GIÁM ĐỐC"]);
    expect(signingLines({ form: "deputy", collective, head, office })).toEqual([
      "TM. ỦY BAN NHÂN DÂN",
      "KT. CHỦ TỊCH",
      "PHÓ CHỦ TỊCH",
    ]);
    expect(signingLines({ form: "ordered", collective, head, office: "Chánh Văn phòng" })).toEqual([
      "TL. CHỦ TỊCH",
      "CHÁNH VĂN PHÒNG",
    ]);
    expect(signingLines({ form: "delegated", head, office })).toEqual(["TUQ. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]);
    expect(signingLines({ form: "acting", head: "Giám đốc" })).toEqual(["Q. GIÁM ĐỐC"]);
  });
});
