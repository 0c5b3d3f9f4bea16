/** Tables inside cells: part of the words of a rule, or the table itself inside one that only lays out the page. */
import { importFile } from "@opendti/documents";
import { describe, expect, it } from "vitest";
import { shown, tablesOf } from "./making/reading.js";
import { cell, paragraph, row, table, wordFile } from "./making/word.js";

const HEADER = ["STT", "Chỉ số", "Điểm tối đa", "Cách tính điểm"];
const LEVELS = [
  ["Mức", "Tỷ lệ", "Điểm"],
  ["1", "Từ 95% trở lên", "10 điểm"],
  ["2", "Từ 80% đến dưới 95%", "7 điểm"],
  ["3", "Dưới 80%", "0 điểm"],
];

const html = (rows: readonly (readonly string[])[]) =>
  `<table>${rows.map((cells) => `<tr>${cells.map((one) => `<td>${one}</td>`).join("")}</tr>`).join("")}</table>`;

const files: readonly (readonly [string, (inside: boolean) => Promise<Buffer>])[] = [
  [
    "a.docx",
    (inside) => {
      const levels = table(...LEVELS.map((cells) => row(...cells)));
      const whole = table(
        row(...HEADER),
        row("1", "Nhận thức số", "20", ""),
        row(
          "1.1",
          "Tỷ lệ văn bản ký số",
          "10",
          cell(paragraph("Theo tỷ lệ đạt được:") + levels + paragraph("")),
        ),
        row("1.2", "Có chuyên mục", "10", "Có: 10 điểm; không: 0 điểm"),
      );
      return wordFile(inside ? table(row(cell(whole + paragraph("")))) : whole);
    },
  ],
  [
    "a.html",
    async (inside) => {
      const whole = html([
        HEADER,
        ["1", "Nhận thức số", "20", ""],
        ["1.1", "Tỷ lệ văn bản ký số", "10", `<p>Theo tỷ lệ đạt được:</p>${html(LEVELS)}`],
        ["1.2", "Có chuyên mục", "10", "Có: 10 điểm; không: 0 điểm"],
      ]);
      return Buffer.from(`<html><body>${inside ? html([[whole]]) : whole}</body></html>`);
    },
  ],
];

describe.each(files)("%s", (name, make) => {
  it.each([
    ["a table of levels in the cell of a rule is of its words", false],
    ["so it is where a table around everything lays out the page", true],
  ])("%s", async (_, inside) => {
    const found = await tablesOf(await make(inside), name);
    expect(found.map(({ rows }) => rows.map(shown))).toEqual([
      [
        "group | 1 | 1 | Nhận thức số | 20 | ",
        "indicator | 1.1 | 1.1 | Tỷ lệ văn bản ký số | 10 | Theo tỷ lệ đạt được: Mức Tỷ lệ Điểm 1, Từ 95% trở lên: 10 điểm 2, Từ 80% đến dưới 95%: 7 điểm 3, Dưới 80%: 0 điểm",
        "indicator | 1.2 | 1.2 | Có chuyên mục | 10 | Có: 10 điểm; không: 0 điểm",
      ],
    ]);
  });

  it("what stood in such a table is never certain", async () => {
    const { sets } = await importFile(await make(false), { name });
    expect(sets.flatMap(({ indicators }) => indicators.map(({ code, status }) => [code, status]))).toEqual([
      ["1.1", expect.stringMatching(/doubtful|unread/)],
      ["1.2", "certain"],
    ]);
  });
});
