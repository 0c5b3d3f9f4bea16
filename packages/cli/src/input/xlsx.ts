/** Unit data in a workbook: every visible sheet that has a header, long or wide (see headers.ts). */
import {
  columnLetters,
  DocumentRefused,
  readSheets,
  type SheetOfCells,
  type SheetRow,
  type StoredCell,
} from "@opendti/documents";
import { type CompiledSet, type Message, message, type Problem } from "@opendti/engine";
import { type DeclaredFile, unreadable } from "./declared.js";
import { type Header, noHeader, readHeader } from "./headers.js";
import { WORKBOOK_LIMITS } from "./limits.js";
import { type Place, problemAt } from "./place.js";
import { codeText, type TableCell, TableReader } from "./table.js";

/** A header stands among the first rows, under titles and remarks. */
const HEADER_WITHIN = 50;

const WANTED = {
  vi: "Mở bằng phần mềm bảng tính rồi lưu lại dạng .xlsx, hoặc dùng CSV.",
  en: "Open it in a spreadsheet and save it as .xlsx, or use CSV.",
};

/** Reads a workbook; every fault with its sheet and cell. */
export async function readXlsx(bytes: Buffer, file: string, set: CompiledSet): Promise<DeclaredFile> {
  const sheets = await openSheets(bytes);
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
    } else if (sheet.rows.length > 0) skipped.push(headless(file, sheet.name));
  }
  if (tables === 0) return unreadable(file, [problemAt({ file }, noHeader(set))]);
  return { ...reader.finish(), skipped };
}

async function openSheets(bytes: Buffer): Promise<SheetOfCells[] | Message> {
  try {
    return await readSheets(bytes, WANTED, WORKBOOK_LIMITS);
  } catch (error) {
    if (error instanceof DocumentRefused) return message(error.text.vi, error.text.en);
    throw error;
  }
}

function headless(file: string, sheet: string): Message {
  return message(
    `${file}: bỏ qua sheet '${sheet}' vì không có dòng tiêu đề`,
    `${file}: sheet '${sheet}' has no header and was passed over`,
  );
}

interface FoundHeader {
  readonly row: SheetRow;
  readonly header: Header;
  readonly problems: Problem[];
}

function findHeader(set: CompiledSet, sheet: SheetOfCells, file: string): FoundHeader | undefined {
  for (const row of sheet.rows) {
    if (row.number > HEADER_WITHIN) return undefined;
    const faulty: Problem[] = [];
    const names = readRow(row).map((cell, at) => {
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
  sheet: SheetOfCells,
  { number }: SheetRow,
  header: Header,
  reader: TableReader,
  file: string,
): void {
  for (const row of sheet.rows)
    if (row.number > number) reader.take(header, readRow(row), (column) => placeOf(file, sheet, row, column));
}

/** The cells of a row, from column A on. */
function readRow({ cells }: SheetRow): TableCell[] {
  const last = Math.max(0, ...cells.keys());
  return Array.from({ length: last }, (_, at) => readCell(cells.get(at + 1)));
}

function placeOf(file: string, sheet: SheetOfCells, row: SheetRow, column: number): Place {
  return { file, cell: { sheet: sheet.name, address: `${columnLetters(column + 1)}${row.number}` } };
}

function readCell(cell: StoredCell | undefined): TableCell {
  switch (cell?.kind) {
    case undefined:
      return undefined;
    case "text":
      return cell.text;
    case "boolean":
      return cell.value;
    case "number":
      return cell.day === undefined ? { number: cell.number, format: cell.format } : { date: cell.day };
    case "day":
      return { date: cell.day };
    case "error":
      return { fault: message(`ô đang báo lỗi ${cell.error}`, `the cell shows the error ${cell.error}`) };
    case "no-result":
      return {
        fault: message(
          "công thức chưa có kết quả; mở bằng phần mềm bảng tính, tính lại rồi lưu",
          "the formula has no result; open the file in a spreadsheet, recalculate and save",
        ),
      };
  }
}
