/** Unit data in a workbook: every visible sheet that has a header, long or wide (see headers.ts). */
import type { Cell, CellValue, Worksheet } from "@cj-tech-master/excelts";
import { type CompiledSet, type Message, message, type Problem } from "@opendti/engine";
import { type DeclaredFile, unreadable } from "./declared.js";
import { type Header, noHeader, readHeader } from "./headers.js";
import { MOST_BYTES } from "./limits.js";
import { type Place, problemAt } from "./place.js";
import { codeText, type TableCell, TableReader } from "./table.js";
import { openWorkbook } from "./workbook.js";

/** A header stands among the first rows, under titles and remarks. */
const HEADER_WITHIN = 50;

/** Reads a workbook; every fault with its sheet and cell. */
export async function readXlsx(bytes: Buffer, file: string, set: CompiledSet): Promise<DeclaredFile> {
  if (bytes.length > MOST_BYTES)
    return unreadable(file, [
      problemAt(
        { file },
        message(
          `Tệp lớn ${Math.ceil(bytes.length / 1024 / 1024)} MB, quá mức ${MOST_BYTES / 1024 / 1024} MB; chia nhỏ hoặc dùng CSV`,
          `The file has ${Math.ceil(bytes.length / 1024 / 1024)} MB, more than ${MOST_BYTES / 1024 / 1024} MB; split it or use CSV`,
        ),
      ),
    ]);
  const sheets = await openWorkbook(bytes);
  if ("vi" in sheets) return unreadable(file, [problemAt({ file }, sheets)]);
  const reader = new TableReader(set, file);
  const skipped: Message[] = [];
  let tables = 0;
  for (const sheet of sheets) {
    const found = findHeader(set, sheet, file);
    if (found) {
      tables += 1;
      if (found.problems.length > 0) reader.problems.push(...found.problems);
      else readRows(sheet, found.row, found.header, reader, file);
    } else if (sheet.actualRowCount > 0) skipped.push(headless(file, sheet.name));
  }
  if (tables === 0) return unreadable(file, [problemAt({ file }, noHeader(set))]);
  return { ...reader.finish(), skipped };
}

function headless(file: string, sheet: string): Message {
  return message(
    `${file}: bỏ qua sheet '${sheet}' vì không có dòng tiêu đề`,
    `${file}: sheet '${sheet}' has no header and was passed over`,
  );
}

interface FoundHeader {
  readonly row: number;
  readonly header: Header;
  readonly problems: Problem[];
}

function findHeader(set: CompiledSet, sheet: Worksheet, file: string): FoundHeader | undefined {
  for (let row = 1; row <= Math.min(HEADER_WITHIN, sheet.rowCount); row += 1) {
    const cells = readRow(sheet, row);
    const faulty: Problem[] = [];
    const names = cells.map((cell, at) => {
      const name = codeText(set, cell);
      if (typeof name === "string") return name;
      faulty.push(problemAt(placeOf(file, sheet, row, at), name.fault));
      return "";
    });
    const read = readHeader(set, names);
    if (read)
      return {
        row,
        header: read.header,
        problems: [
          ...faulty,
          ...read.faults.map((fault) => problemAt(placeOf(file, sheet, row, fault.at), fault.text)),
        ],
      };
  }
  return undefined;
}

function readRows(
  sheet: Worksheet,
  headerRow: number,
  header: Header,
  reader: TableReader,
  file: string,
): void {
  sheet.eachRow((_, row) => {
    if (row > headerRow)
      reader.take(header, readRow(sheet, row), (column) => placeOf(file, sheet, row, column));
  });
}

/** The cells of a row, from column A on. */
function readRow(sheet: Worksheet, row: number): TableCell[] {
  const cells: TableCell[] = [];
  sheet.findRow(row)?.eachCell((cell, column) => {
    while (cells.length < column - 1) cells.push(undefined);
    cells[column - 1] = readCell(cell);
  });
  return cells;
}

function placeOf(file: string, sheet: Worksheet, row: number, column: number): Place {
  return { file, cell: { sheet: sheet.name, address: `${columnLetters(column + 1)}${row}` } };
}

function columnLetters(column: number): string {
  let letters = "";
  for (let left = column; left > 0; left = Math.floor((left - 1) / 26))
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  return letters;
}

function readCell(cell: Cell): TableCell {
  // A merged cell shows the value of the first one of its range.
  const master = cell.isMerged ? cell.master : cell;
  const format = typeof master.numFmt === "string" ? master.numFmt : undefined;
  return readCellValue(master.value, format, false);
}

function readCellValue(value: CellValue, format: string | undefined, computed: boolean): TableCell {
  if (value === null || value === undefined) return undefined;
  switch (typeof value) {
    case "string":
    case "boolean":
      return value;
    case "number":
      return { number: decimalOf(value, computed), format };
    default:
  }
  if (value instanceof Date) return { date: value.toISOString().replace(/T00:00:00\.000Z$/, "") };
  if ("richText" in value) return value.richText.map((run) => run.text).join("");
  if ("error" in value)
    return { fault: message(`ô đang báo lỗi ${value.error}`, `the cell shows the error ${value.error}`) };
  if ("formula" in value || "sharedFormula" in value) {
    if (value.result === undefined || value.result === null)
      return {
        fault: message(
          "công thức chưa có kết quả; mở bằng phần mềm bảng tính, tính lại rồi lưu",
          "the formula has no result; open the file in a spreadsheet, recalculate and save",
        ),
      };
    return readCellValue(value.result, format, true);
  }
  if ("text" in value) return String(value.text);
  return { fault: message("ô có nội dung không đọc được", "the cell has content that cannot be read") };
}

/**
 * A stored number in plain decimals. What a formula computed is cut to the 15 digits that spreadsheets work with:
 * 0.1 + 0.2 is stored as 0.30000000000000004 and shown as 0.3.
 */
function decimalOf(value: number, computed: boolean): string {
  const kept = computed && !Number.isInteger(value) ? Number(value.toPrecision(15)) : value;
  const text = String(kept);
  const match = /^(-?)(\d+)(?:\.(\d+))?e([+-]\d+)$/.exec(text);
  if (!match) return text;
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = match;
  const digits = whole + fraction;
  const point = whole.length + Number(exponent);
  if (point <= 0) return `${sign}0.${"0".repeat(-point)}${digits}`;
  return point >= digits.length
    ? sign + digits.padEnd(point, "0")
    : `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}
