import { describe, expect, test } from "vitest";
import { readRecords } from "../src/input/records.js";
import { writeDecimal } from "../src/language.js";
import { nearest } from "../src/misuse.js";
import { layTable } from "../src/output/table.js";
import { plain, shorten, widthOf, wrap } from "../src/output/width.js";

describe("columns on a screen", () => {
  test("Vietnamese letters take one, composed or not; East Asian letters and pictures two", () => {
    expect(widthOf("Tỷ lệ".normalize("NFC"))).toBe(5);
    expect(widthOf("Tỷ lệ".normalize("NFD"))).toBe(5);
    expect(widthOf("数字 👍")).toBe(7);
  });

  test("text is broken between words, and a long word between letters", () => {
    expect(wrap("Tỷ lệ công chức được tập huấn".normalize("NFD"), 12).map(widthOf)).toEqual([10, 9, 8]);
    expect(wrap("https://example.vn/a/b/c", 10)).toEqual(["https://ex", "ample.vn/a", "/b/c"]);
    expect(wrap("", 10)).toEqual([""]);
  });

  test("what a terminal would obey is not printed", () => {
    expect(plain("a\u001b[31mb\u202ec\nd")).toBe("a\ufffd[31mb\ufffdc d");
    expect(shorten("Sở Thông tin", 8)).toBe("Sở Thôn…");
  });

  test("a table never passes the page, whatever is in it", () => {
    const long = "chuyển đổi số ".repeat(40);
    const lines = layTable(
      [
        { title: "Mã", align: "left" },
        { title: "Chỉ số", align: "left", flex: 1 },
        { title: "Điểm", align: "right" },
        { title: "Vì sao", align: "left", flex: 1, lines: 2 },
      ],
      [{ cells: ["1.1", long, "9,56", long], indent: 4 }, { cells: ["1.2", "ngắn", "10", ""] }],
      (_, text) => text,
    );
    expect(Math.max(...lines.map(widthOf))).toBeLessThanOrEqual(100);
    expect(lines.join("\n")).toMatch(/…/);
  });
});

describe("numbers and names", () => {
  test("decimal strings as people write them", () => {
    expect(writeDecimal("51125000", "vi")).toBe("51.125.000");
    expect(writeDecimal("9.56", "vi")).toBe("9,56");
    expect(writeDecimal("-1234.5", "en")).toBe("-1,234.5");
  });

  test("the nearest name is the one that a slip of the finger made", () => {
    expect(nearest("scoer", ["score", "sets"])).toEqual(["score"]);
    expect(nearest("Ban Dan toc", ["Ban Dân tộc", "Sở Y tế"])).toEqual(["Ban Dân tộc"]);
    expect(nearest("xyz", ["score", "sets"])).toEqual([]);
  });
});

describe("records of a CSV file", () => {
  const cells = (text: string): string[][] => readRecords(text).records.map((record) => record.cells);

  test("the separator is the one the header has most of, or the one Excel names", () => {
    expect(cells("a;b,c;d\n1;2;3")).toEqual([
      ["a", "b,c", "d"],
      ["1", "2", "3"],
    ]);
    expect(cells('"a;b",c\n1,2')).toEqual([
      ["a;b", "c"],
      ["1", "2"],
    ]);
    expect(cells("sep=|\na|b\n1|2")).toEqual([
      ["a", "b"],
      ["1", "2"],
    ]);
  });

  test("quotes, doubled quotes, line ends of every kind, blank lines, the line of each record", () => {
    const { records } = readRecords('a,b\r\n"x ""y""\n z",1\r\n\r\n2,\r3,4');
    expect(records).toEqual([
      { line: 1, cells: ["a", "b"] },
      { line: 2, cells: ['x "y"\n z', "1"] },
      { line: 5, cells: ["2", ""] },
      { line: 6, cells: ["3", "4"] },
    ]);
  });

  test("a quote that is never closed is named by the line where it opens", () => {
    expect(readRecords('a\n1\n"2\n3').fault).toEqual({ line: 3, kind: "open-quote" });
    expect(readRecords('a\n"1"2').fault).toEqual({ line: 2, kind: "after-quote" });
  });
});
