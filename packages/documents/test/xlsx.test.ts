import { readDocument, type TableCell } from "@opendti/documents";
import { describe, expect, it } from "vitest";
import { cellOf, cellTexts, roles, shown, tablesOf } from "./making/reading.js";
import { rawWorkbook, workbook, workbookOf } from "./making/workbook.js";

async function rowsOf(bytes: Buffer): Promise<readonly (readonly TableCell[])[]> {
  const { blocks } = await readDocument(bytes, "a.xlsx");
  return blocks.flatMap((block) => (block.kind === "table" ? block.table.rows : []));
}

const FORMATS = [
  '<numFmts count="3"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="#,##0.0#&quot; tỷ&quot;"/><numFmt numFmtId="166" formatCode="0.00;[Red]\\-0.00"/></numFmts>',
  '<cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs>',
  ...[0, 2, 3, 10, 164, 165, 166, 49, 14].map((id) => `<xf numFmtId="${id}"/>`),
  "</cellXfs>",
].join("");

describe("numbers and dates of a workbook", () => {
  const cases: readonly (readonly [string, number, string, string | undefined])[] = [
    ["9.56", 0, "9,56", "9.56"],
    ["0.30000000000000004", 0, "0,3", "0.3"],
    ["1.125", 0, "1,125", "1.125"],
    ["10", 1, "10,00", "10"],
    ["1.005", 1, "1,01", "1.005"],
    ["51125000", 2, "51.125.000", "51125000"],
    ["0.9565", 3, "95,65%", "0.9565"],
    ["44926", 4, "31/12/2022", undefined],
    ["44926", 8, "31/12/2022", undefined],
    ["7.1", 5, "7,1", "7.1"],
    ["-2.5", 6, "-2,50", "-2.5"],
    ["1E-3", 0, "0,001", "0.001"],
    ["61", 4, "01/03/1900", undefined],
  ];
  it.each(cases)("%s in format %i is shown as %s", async (value, style, text, number) => {
    const bytes = await rawWorkbook(
      `<row r="1"><c r="A1" s="${style}"><v>${value}</v></c><c r="B1" t="inlineStr"><is><t>x</t></is></c></row>`,
      { formats: FORMATS },
    );
    const [cell] = (await rowsOf(bytes))[0] ?? [];
    expect(cell).toMatchObject({ text, place: { sheet: "A", cell: "A1" } });
    expect(cell?.number).toBe(number);
  });

  it("reads shared texts, rich texts, results of formulas, truth values and ISO dates", async () => {
    const bytes = await workbook((book) => {
      const sheet = book.addWorksheet("A");
      sheet.addRow([
        "chung",
        { richText: [{ text: "đậm " }, { text: "nhạt" }] },
        { formula: "1+1", result: 2 },
        true,
      ]);
      sheet.addRow([new Date(Date.UTC(2024, 5, 30)), "b", "c", "d"]);
    });
    expect(cellTexts(await rowsOf(bytes))).toEqual([
      ["chung", "đậm nhạt", "2", "TRUE"],
      ["30/06/2024", "b", "c", "d"],
    ]);
  });

  it("reads workbooks whose elements have a prefix", async () => {
    const bytes = await rawWorkbook(
      '<x:row r="1"><x:c r="A1" t="str"><x:v>a</x:v></x:c><x:c r="B1"><x:v>2</x:v></x:c></x:row>',
      { prefix: "x" },
    );
    expect(cellTexts(await rowsOf(bytes))).toEqual([["a", "2"]]);
  });
});

describe("sheets", () => {
  it("keeps merged cells with their spans; title and signature are no rows of the table", async () => {
    const bytes = await workbook((book) => {
      const sheet = book.addWorksheet("Bộ chỉ số");
      sheet.addRow(["BỘ CHỈ SỐ CHUYỂN ĐỔI SỐ CẤP XÃ"]);
      sheet.mergeCells("A1:D1");
      sheet.addRow(["(Kèm theo Quyết định số 12/QĐ-UBND ngày 01/02/2025)"]);
      sheet.addRow(["TT", "Tiêu chí", "Điểm", ""]);
      sheet.addRow(["", "", "Tối đa", "Tự đánh giá"]);
      sheet.mergeCells("A3:A4");
      sheet.mergeCells("B3:B4");
      sheet.mergeCells("C3:D3");
      sheet.addRow(["1", "Kế hoạch", 10, 9.5]);
      sheet.addRow(["2", "Trang tin", 5, 5]);
      sheet.addRow([]);
      sheet.addRow(["", "", "TRƯỞNG BAN"]);
    });
    const document = await readDocument(bytes, "a.xlsx");
    expect(document.blocks.map((block) => (block.kind === "paragraph" ? block.text : "table"))).toEqual([
      "BỘ CHỈ SỐ CHUYỂN ĐỔI SỐ CẤP XÃ",
      "(Kèm theo Quyết định số 12/QĐ-UBND ngày 01/02/2025)",
      "table",
      "TRƯỞNG BAN",
    ]);
    const [found] = await tablesOf(bytes, "a.xlsx");
    expect(roles(found)).toEqual(["number", "title", "max", "self_score"]);
    expect(found?.rows.map(shown)).toEqual([
      "indicator | 1 | 1 | Kế hoạch | 10 | 9,5",
      "indicator | 2 | 2 | Trang tin | 5 | 5",
    ]);
    expect(found?.rows[0]?.cells[3]).toMatchObject({
      number: "9.5",
      place: { sheet: "Bộ chỉ số", cell: "D5" },
    });
  });

  it("reads every visible sheet, notes hidden sheets, rows, columns and formulas without a result", async () => {
    const bytes = await workbook((book) => {
      for (const name of ["Một", "Hai", "Ẩn"]) {
        const sheet = book.addWorksheet(name);
        sheet.addRow(["STT", "Chỉ số", "Điểm tối đa"]);
        sheet.addRow(["1", name, 5]);
        sheet.addRow(["2", `${name} nữa`, { formula: "C2*2" }]);
        if (name === "Một") sheet.getRow(2).hidden = true;
        if (name === "Ẩn") sheet.state = "hidden";
      }
    });
    const { notes } = await readDocument(bytes, "a.xlsx");
    const found = await tablesOf(bytes, "a.xlsx");
    expect(found.map((table) => table.rows.map((row) => cellOf(table, row, "title")))).toEqual([
      ["Một", "Một nữa"],
      ["Hai", "Hai nữa"],
    ]);
    expect(notes.map((note) => [note.code, note.place])).toEqual([
      ["hidden-rows-read", { sheet: "Một", cell: "A2" }],
      ["formula-without-result", { sheet: "Một", cell: "C3" }],
      ["formula-without-result", { sheet: "Hai", cell: "C3" }],
      ["hidden-sheet-left-out", { sheet: "Ẩn" }],
    ]);
  });

  it("puts 1.10 and 1.20 right, which Excel keeps as 1.1 and 1.2, and says so", async () => {
    const bytes = await workbook((book) => {
      const sheet = book.addWorksheet("A");
      sheet.addRow(["STT", "Chỉ số", "Điểm tối đa"]);
      for (let at = 1; at <= 21; at += 1) sheet.addRow([Number(`1.${at}`), `Chỉ số thứ ${at}`, 1]);
    });
    const [found] = await tablesOf(bytes, "a.xlsx");
    expect(found?.rows.map((row) => row.code)).toEqual(Array.from({ length: 21 }, (_, at) => `1.${at + 1}`));
    expect(found?.notes.map((note) => [note.code, note.place.cell])).toEqual([
      ["number-restored", "A11"],
      ["number-restored", "A21"],
    ]);
  });

  it("leaves a repeated 1.1 alone when it is written as text", async () => {
    const bytes = await workbookOf({
      A: [
        ["STT", "Chỉ số", "Điểm tối đa"],
        ...["1.8", "1.9", "1.1"].map((code) => [code, `Chỉ số ${code}`, "1"]),
      ],
    });
    const [found] = await tablesOf(bytes, "a.xlsx");
    expect(found?.rows.map((row) => row.code)).toEqual(["1.8", "1.9", "1.1"]);
  });

  it("survives cells at both ends of a sheet", async () => {
    const bytes = await rawWorkbook(
      '<row r="1"><c r="A1" t="str"><v>a</v></c><c r="B1" t="str"><v>b</v></c></row><row r="1048576"><c r="XFD1048576" t="str"><v>cuối</v></c></row>',
    );
    const rows = await rowsOf(bytes);
    expect(rows.flat().filter((cell) => cell.text !== "").length).toBeGreaterThanOrEqual(2);
  });
});
