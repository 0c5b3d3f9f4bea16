import { describe, expect, test } from "vitest";
import { readDeadline } from "../../src/set-import/deadlines.js";
import { readEvidence } from "../../src/set-import/evidence.js";
import { organisationsOf } from "../../src/set-import/organisations.js";
import { readPoints } from "../../src/set-import/points.js";
import { layOutRule } from "../../src/set-import/rule-lines.js";

describe("points", () => {
  test.each([
    ["1.000", "1000"],
    ["1.250,5", "1250.5"],
    ["9,56", "9.56"],
    ["63.33", "63.33"],
    ["05", "5"],
    ["20 điểm", "20"],
    ["2,50", "2.5"],
    ["0.125", "0.125"],
  ])("%s is %s", (text, value) => expect(readPoints(text)?.value).toBe(value));

  test.each(["", "–", "10-20", "5/10", "tối đa"])("%j is no number of points", (text) =>
    expect(readPoints(text)).toBeUndefined(),
  );
});

describe("deadlines", () => {
  test.each([
    ["Quý IV năm 2025", "by", "2025-12-31"],
    ["Quý 2/2024", "by", "2024-06-30"],
    ["Trước ngày 30/9/2024", "by", "2024-09-30"],
    ["ngày 15 tháng 3 năm 2025", "by", "2025-03-15"],
    ["Tháng 02/2024", "by", "2024-02-29"],
    ["6 tháng đầu năm 2025", "by", "2025-06-30"],
    ["Giai đoạn 2023-2025", "by", "2025-12-31"],
    ["Năm 2025", "by", "2025-12-31"],
    ["Đã hoàn thành", "done", undefined],
    ["Thường xuyên", "continuous", undefined],
    ["Quý IV hằng năm", "every_year", undefined],
    ["Thống kê số liệu", "statistics", undefined],
    ["Trong vòng 02 tháng kể từ ngày hoàn thành xây dựng hệ thống", "after_event", undefined],
    ["Bộ TT&TT chưa chấm điểm", "not_scored", undefined],
  ])("%s: %s %s", (text, kind, due) => {
    expect(readDeadline(text)).toEqual({ text, kind, ...(due === undefined ? {} : { due }) });
  });

  test.each(["31/02/2024", "Khi có hướng dẫn", ""])("%j names no time", (text) =>
    expect(readDeadline(text)).toBeUndefined(),
  );
});

describe("agencies", () => {
  const read = (cell: string, others: readonly string[] = []): string[] => {
    const organisations = organisationsOf([cell, ...others]);
    const names = organisations.names();
    return organisations.read(cell).keys.map((key) => names[key] ?? "");
  };

  test.each([
    ["Các sở, ban, ngành, UBND cấp huyện", ["Các sở, ban, ngành", "UBND cấp huyện"]],
    ["Sở TT &TT;\nVăn phòng UBND tỉnh", ["Sở Thông tin và Truyền thông", "Văn phòng UBND tỉnh"]],
    ["Sở Tài\nchính", ["Sở Tài chính"]],
    ["Sở Lao động - Thương binh và Xã hội; Sở Y tế", ["Sở Lao động - Thương binh và Xã hội", "Sở Y tế"]],
    ["Sở Văn hóa, Thể thao và Du lịch", ["Sở Văn hóa, Thể thao và Du lịch"]],
    ["Sở Nội vụ\nSở Y tế", ["Sở Nội vụ", "Sở Y tế"]],
    ["Sở Công Thương và các đơn vị liên quan", ["Sở Công Thương", "Các đơn vị liên quan"]],
  ])("%j", (cell, names) => expect(read(cell)).toEqual(names));

  test("a name cut off by the print is the one it begins, and is reported", () => {
    const organisations = organisationsOf(["Sở Thông tin và Truyền", "Sở Thông tin và Truyền thông"]);
    expect(Object.values(organisations.names())).toEqual(["Sở Thông tin và Truyền thông"]);
    expect(organisations.cut()).toEqual([
      { printed: "Sở Thông tin và Truyền", taken: "Sở Thông tin và Truyền thông" },
    ]);
  });

  test("a shorter name of another agency stays another", () => {
    expect(Object.values(organisationsOf(["Cục Thuế", "Cục Thuế tỉnh"]).names())).toEqual([
      "Cục Thuế",
      "Cục Thuế tỉnh",
    ]);
  });
});

describe("evidence", () => {
  test("documents with number and date, links, and words", () => {
    expect(readEvidence("Quyết định số 1133/QĐ-BDT ngày 31/12/2022; https://a.gov.vn/x")).toMatchObject([
      { kind: "document", number: "1133/QĐ-BDT", date: "2022-12-31" },
      { kind: "link", link: "https://a.gov.vn/x" },
    ]);
    expect(readEvidence("Đã tham gia đầy đủ\n8/8 cuộc")).toEqual([
      { kind: "statement", text: "Đã tham gia đầy đủ 8/8 cuộc" },
    ]);
    expect(readEvidence(" ")).toEqual([]);
  });
});

describe("lines of a rule", () => {
  test("lines that a narrow column broke are joined", () => {
    expect(
      layOutRule("- Trưởng ban là Bí thư/Chủ tịch\ntỉnh, thành phố: Điểm tối đa;\n- Chưa có: 0\nđiểm."),
    ).toBe("- Trưởng ban là Bí thư/Chủ tịch tỉnh, thành phố: Điểm tối đa;\n- Chưa có: 0 điểm.");
  });

  test("items run together stand apart; hyphens and sums inside them stay", () => {
    expect(
      layOutRule("a= Số A;b= Số B;- Tỷ lệ=a/b;- Điểm=+ Tỷ lệ>=80%: Điểm tối đa;+ Tỷ lệ<80%: 0 điểm"),
    ).toBe("a= Số A;\nb= Số B;\n- Tỷ lệ=a/b;\n- Điểm=\n+ Tỷ lệ>=80%: Điểm tối đa;\n+ Tỷ lệ<80%: 0 điểm");
    for (const kept of [
      "- Đài Phát thanh - Truyền hình có chuyên mục: 5 điểm",
      "Điểm = Điểm A + Điểm B",
      "Lao động - Thương binh",
    ])
      expect(layOutRule(kept)).toBe(kept);
  });

  test("no letter is lost, whatever the words", () => {
    for (const text of [
      "Mức 1 ≥ 10 % (điểm tối đa)Mức 2 ≥ 7%",
      "x\n\n\ny;-\nTỷ lệ=a/b",
      "(1) a\n;\nb",
      "TT-\nBTTTT",
    ])
      expect(layOutRule(text).replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
  });

  test("a hundred thousand lines are laid out at once", () => {
    const began = performance.now();
    expect(layOutRule("một dòng, \n".repeat(100_000)).length).toBeGreaterThan(900_000);
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});
