/** A list in a sheet: a header of known columns, then rows. Every fault says its sheet and cell. */
import type { SheetOfCells } from "@opendti/documents";
import { columnLetters } from "@opendti/documents/pure";
import { foldedText } from "../database/folded-text.js";
import type { Words } from "../http/problem.js";
import { type ReadCell, readCell } from "./cells.js";

export interface Column<K extends string> {
  readonly key: K;
  /** As the template prints it. Read without marks, capitals and the asterisk of what is required. */
  readonly title: string;
  /** The column has to be there; whether a row may leave it empty, the import says. */
  readonly required?: boolean;
}

/** Something wrong in a cell. */
export interface CellFault {
  readonly sheet: string;
  /** `C12` */
  readonly cell: string;
  readonly words: Words;
}

/** A fault as a person reads it; its place stands beside it, said once. */
export interface CellProblem {
  readonly sheet: string;
  readonly cell: string;
  readonly message: string;
}

export interface TableRow<K extends string> {
  /** As the spreadsheet counts, from 1. */
  readonly number: number;
  /** undefined when the cell is empty or the column is not there. */
  cell(key: K): ReadCell;
  /** A fault in this row at a column; at the row's first cell when the column is not there. */
  fault(key: K, words: Words): CellFault;
}

export interface Table<K extends string> {
  readonly rows: readonly TableRow<K>[];
  readonly faults: readonly CellFault[];
}

/** A header stands among the first rows, under titles and remarks. */
const HEADER_WITHIN = 20;
/** Columns people add for themselves. */
const OWN_COLUMNS = new Set(["stt", "tt", "ghi chu", "note", "notes"]);

/**
 * Finds the sheet that has the columns, and reads its rows; empty rows are passed over.
 * @param name the sheet's name in the template: it is taken before others, and faults name it when no sheet fits.
 */
export function readTable<K extends string>(
  sheets: readonly SheetOfCells[],
  name: string,
  columns: readonly Column<K>[],
  mostRows: number,
): Table<K> {
  const wanted = foldedText(name);
  const ordered = [...sheets].sort(
    (a, b) => Number(foldedText(b.name) === wanted) - Number(foldedText(a.name) === wanted),
  );
  for (const sheet of ordered) {
    const header = findHeader(sheet, columns);
    if (header !== undefined) return readRows(sheet, header, mostRows);
  }
  const needed = columns.filter(({ required }) => required).map(({ title }) => `"${title}"`);
  return {
    rows: [],
    faults: [
      {
        sheet: ordered[0]?.name ?? name,
        cell: "A1",
        words: {
          vi: `không thấy dòng tiêu đề có các cột ${needed.join(", ")}; hãy dùng tệp mẫu`,
          en: `there is no header with the columns ${needed.join(", ")}; use the template`,
        },
      },
    ],
  };
}

/** Faults as the reader's language says them. */
export function problemsIn(language: "vi" | "en", faults: readonly CellFault[]): CellProblem[] {
  return faults.map(({ sheet, cell, words }) => ({
    sheet,
    cell,
    message: words[language],
  }));
}

interface Header<K extends string> {
  readonly row: number;
  /** Column numbers, from 1. */
  readonly places: ReadonlyMap<K, number>;
  readonly faults: readonly CellFault[];
}

const titleKey = (title: string): string => foldedText(title.replaceAll("*", ""));

function findHeader<K extends string>(
  sheet: SheetOfCells,
  columns: readonly Column<K>[],
): Header<K> | undefined {
  const byTitle = new Map(columns.map((column) => [titleKey(column.title), column]));
  for (const { number: row, cells } of sheet.rows) {
    if (row > HEADER_WITHIN) return undefined;
    const places = new Map<K, number>();
    const faults: CellFault[] = [];
    for (const [number, cell] of cells) {
      const read = readCell(cell);
      if (read === undefined || !("text" in read)) continue;
      const column = byTitle.get(titleKey(read.text));
      const at = { sheet: sheet.name, cell: `${columnLetters(number)}${row}` };
      if (column === undefined) {
        if (!OWN_COLUMNS.has(titleKey(read.text))) faults.push({ ...at, words: unknownColumn(read.text) });
      } else if (places.has(column.key)) faults.push({ ...at, words: columnTwice(read.text) });
      else places.set(column.key, number);
    }
    if (columns.every(({ key, required }) => !required || places.has(key))) return { row, places, faults };
  }
  return undefined;
}

const unknownColumn = (title: string): Words => ({
  vi: `không có cột nào tên "${title}"; hãy dùng đúng tên cột của tệp mẫu`,
  en: `there is no column "${title}"; use the column names of the template`,
});

const columnTwice = (title: string): Words => ({
  vi: `cột "${title}" có hai lần`,
  en: `the column "${title}" appears twice`,
});

function readRows<K extends string>(sheet: SheetOfCells, header: Header<K>, mostRows: number): Table<K> {
  const rows: TableRow<K>[] = [];
  const faults = [...header.faults];
  for (const { number, cells: stored } of sheet.rows) {
    if (number <= header.row || rows.length > mostRows) continue;
    const cells = new Map<K, ReadCell>();
    for (const [key, place] of header.places) {
      const cell = stored.get(place);
      const read = cell && readCell(cell);
      if (read === undefined) continue;
      cells.set(key, read);
      if ("fault" in read)
        faults.push({ sheet: sheet.name, cell: `${columnLetters(place)}${number}`, words: read.fault });
    }
    if (cells.size === 0) continue;
    rows.push({
      number,
      cell: (key) => cells.get(key),
      fault: (key, words) => ({
        sheet: sheet.name,
        cell: `${columnLetters(header.places.get(key) ?? 1)}${number}`,
        words,
      }),
    });
  }
  if (rows.length > mostRows)
    faults.push({
      sheet: sheet.name,
      cell: `A${rows[mostRows]?.number ?? header.row}`,
      words: {
        vi: `danh sách dài hơn ${mostRows} dòng; hãy chia thành nhiều tệp`,
        en: `the list is longer than ${mostRows} rows; split it into several files`,
      },
    });
  return { rows: rows.slice(0, mostRows), faults };
}
