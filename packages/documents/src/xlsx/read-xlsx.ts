/** Workbooks (.xlsx): every visible sheet as a table, with what each cell shows. */
import type { Budget } from "../blocks/budget.js";
import { type GridRow, gridBlocks } from "../blocks/grid-blocks.js";
import type { Block, Place, ReadingNote, SourceDocument, TableCell } from "../blocks/types.js";
import type { Archive } from "../ooxml/archive.js";
import { externalNotes } from "../ooxml/relationships.js";
import { readXml } from "../ooxml/xml.js";
import type { Merged } from "./cell-elements.js";
import { columnLetters } from "./column-letters.js";
import { Sheet } from "./sheet.js";
import { openParts, sheetPart } from "./workbook-parts.js";

/** @throws {DocumentRefused} when a part is missing or damaged, or a limit is passed */
export async function readXlsx(archive: Archive, budget: Budget): Promise<SourceDocument> {
  const { relationships, workbook, strings, formats } = await openParts(archive, budget);
  const blocks: Block[] = [];
  const notes: ReadingNote[] = [...externalNotes(relationships.external)];
  for (const entry of workbook.sheets) {
    if (entry.hidden) {
      notes.push(hiddenSheet(entry.name));
      continue;
    }
    const sheet = new Sheet(budget, strings, formats, workbook.from1904);
    const name = sheetPart(relationships, entry.relation);
    const found = name === undefined ? undefined : await archive.read(name);
    if (name === undefined || !found) continue;
    await readXml(found, name, sheet, budget);
    blocks.push(...gridBlocks(rowsOf(sheet, entry.name, budget), { sheet: entry.name }));
    notes.push(...sheetNotes(sheet, entry.name));
  }
  return { format: "xlsx", blocks, notes };
}

/** Rows from the first to the last that has a cell, merged cells with their spans; rows between without cells are empty. */
function rowsOf(sheet: Sheet, name: string, budget: Budget): GridRow[] {
  const numbers = [...sheet.rows.keys()].sort((one, other) => one - other);
  const covers = coveredBy(sheet.merges, numbers, budget);
  const rows: GridRow[] = [];
  let previous: number | undefined;
  for (const number of numbers) {
    // One empty row stands for any gap: a sheet may have cells in its first and its last row only.
    if (previous !== undefined && number > previous + 1) rows.push([]);
    previous = number;
    rows.push(rowOf(sheet, number, name, covers, budget));
  }
  return rows;
}

interface Covered {
  /** Spans of cells that merge others, by "row column". */
  readonly spans: ReadonlyMap<string, { readonly columns: number; readonly rows: number }>;
  /** Last column merged into a cell further up, by "row column". */
  readonly until: ReadonlyMap<string, number>;
}

/** @param filled numbers of the rows that have cells, in order: a merge may reach over a million that have none */
function coveredBy(merges: readonly Merged[], filled: readonly number[], budget: Budget): Covered {
  const spans = new Map<string, { columns: number; rows: number }>();
  const until = new Map<string, number>();
  for (const { top, left, bottom, right } of merges) {
    let rows = 1;
    for (let at = firstAfter(filled, top); at < filled.length; at += 1) {
      const row = filled[at] ?? Number.POSITIVE_INFINITY;
      if (row > bottom) break;
      budget.cell(1);
      rows += 1;
      until.set(`${row} ${left}`, right);
    }
    spans.set(`${top} ${left}`, { columns: right - left + 1, rows });
  }
  return { spans, until };
}

/** Position of the first number greater than `limit`. */
function firstAfter(sorted: readonly number[], limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) > limit) high = middle;
    else low = middle + 1;
  }
  return low;
}

function rowOf(sheet: Sheet, number: number, name: string, covered: Covered, budget: Budget): GridRow {
  const cells = sheet.rows.get(number);
  const last = Math.max(0, ...(cells?.keys() ?? []));
  const row: TableCell[] = [];
  for (let column = 1; column <= last; ) {
    const below = covered.until.get(`${number} ${column}`);
    if (below !== undefined) {
      column = below + 1;
      continue;
    }
    const span = covered.spans.get(`${number} ${column}`) ?? { columns: 1, rows: 1 };
    const place: Place = { sheet: name, cell: `${columnLetters(column)}${number}` };
    const cell = cells?.get(column);
    row.push({
      text: cell?.text ?? "",
      place,
      ...(cell?.number === undefined ? {} : { number: cell.number }),
      ...span,
    });
    budget.cell(1);
    column += span.columns;
  }
  return row;
}

function hiddenSheet(name: string): ReadingNote {
  return {
    severity: "warning",
    code: "hidden-sheet-left-out",
    message: {
      vi: `Trang tính '${name}' đang ẩn, không đọc. Bỏ ẩn nếu cần nhập.`,
      en: `Sheet '${name}' is hidden and was not read. Unhide it if it is needed.`,
    },
    place: { sheet: name },
  };
}

function sheetNotes(sheet: Sheet, name: string): ReadingNote[] {
  const notes: ReadingNote[] = [];
  const firstRow = sheet.hiddenRows[0];
  const firstColumn = sheet.hiddenColumns[0];
  if (firstRow !== undefined || firstColumn !== undefined) {
    const cell = firstRow === undefined ? `${columnLetters(firstColumn ?? 1)}1` : `A${firstRow}`;
    notes.push({
      severity: "warning",
      code: "hidden-rows-read",
      message: {
        vi: `Trang tính '${name}' có ${sheet.hiddenRows.length} dòng và ${sheet.hiddenColumns.length} nhóm cột đang ẩn; vẫn được đọc.`,
        en: `Sheet '${name}' has ${sheet.hiddenRows.length} hidden rows and ${sheet.hiddenColumns.length} hidden groups of columns; they were read too.`,
      },
      place: { sheet: name, cell },
    });
  }
  const unset = sheet.unset[0];
  if (unset !== undefined)
    notes.push({
      severity: "warning",
      code: "formula-without-result",
      message: {
        vi: `Trang tính '${name}' có ${sheet.unset.length} ô công thức chưa có kết quả hoặc báo lỗi (ô đầu: ${unset}). Mở bằng Excel, tính lại rồi lưu.`,
        en: `Sheet '${name}' has ${sheet.unset.length} cells whose formula has no result or shows an error (first: ${unset}). Open it in Excel, recalculate and save.`,
      },
      place: { sheet: name, cell: unset },
    });
  return notes;
}
