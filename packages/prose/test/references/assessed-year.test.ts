import { assessedYearDoubt, readReferences } from "@opendti/prose";
import { describe, expect, it } from "vitest";
import { theDocument } from "./short.js";

const doubt = (text: string, allow = {}) => assessedYearDoubt(theDocument(text), 2022, allow)?.code ?? null;

describe("a document dated outside the assessed year", () => {
  it.each([
    ["Quyết định số 1133/QĐ-BDT ngày 31/12/2022", null],
    ["Báo cáo số 2/BC-BDT tháng 12/2022", null],
    ["Báo cáo số 2/BC-BDT năm 2022", null],
    ["Kế hoạch số 560/KH-BDT ngày 27/8/2021", "before"],
    ["Lịch làm việc ngày 08/12/2023", "after"],
    ["Quyết định số 2126/QĐ-UBND", "unknown"],
    ["Quyết định số 12/QĐ-UBND ngày 31/02/2022", "unknown"],
    ["Nghị định số 45/2019/NĐ-CP", "before"],
  ])("%j: %j", (text, expected) => {
    expect(doubt(text)).toBe(expected);
  });

  it("is in order within the years that the caller admits", () => {
    expect(doubt("Kế hoạch số 485/KH-BDT ngày 31/8/2020", { before: 2 })).toBeNull();
    expect(doubt("Kế hoạch số 485/KH-BDT ngày 31/8/2020", { before: 1 })).toBe("before");
    expect(doubt("Báo cáo số 2/BC-BDT ngày 5/1/2023", { after: 1 })).toBeNull();
    expect(doubt("Báo cáo số 2/BC-BDT ngày 5/1/2023", { before: 5 })).toBe("after");
  });

  it("is explained with both years, in both languages", () => {
    const found = assessedYearDoubt(theDocument("Kế hoạch số 560/KH-BDT ngày 27/8/2021"), 2022);
    expect(found).toEqual({
      code: "before",
      documentYear: 2021,
      message: {
        vi: "Ngoài năm đánh giá: văn bản năm 2021, trước năm 2022; cần xác nhận còn hiệu lực.",
        en: "Outside the assessed year: dated 2021, before 2022; confirm that it is still in force.",
      },
    });
  });

  it("is never said of a link", () => {
    const [link] = readReferences("https://dti.quangngai.gov.vn/").references;
    expect(link && assessedYearDoubt(link, 2022)).toBeNull();
  });
});
