/** Tables of Word: fixed columns, header rows that repeat, short rows in one piece. */
import {
  AlignmentType,
  BorderStyle,
  type ITableBordersOptions,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from "docx";
import type { Alignment, PaperTable } from "../paper.js";
import { CELL_PADDING, type PlacedCell, type PlacedRow, placeTable } from "../table-grid.js";
import { twips } from "./measures.js";
import { paragraphsOf } from "./runs.js";
import { STYLE } from "./styles.js";

const LINE = { style: BorderStyle.SINGLE, size: 4, color: "000000" } as const;
const NO_LINE = { style: BorderStyle.NONE, size: 0, color: "auto" } as const;

/** No lines at all: the tables that only set things side by side. */
export const NO_LINES: ITableBordersOptions = {
  top: NO_LINE,
  bottom: NO_LINE,
  left: NO_LINE,
  right: NO_LINE,
  insideHorizontal: NO_LINE,
  insideVertical: NO_LINE,
};

const LINES: ITableBordersOptions = {
  top: LINE,
  bottom: LINE,
  left: LINE,
  right: LINE,
  insideHorizontal: LINE,
  insideVertical: LINE,
};

export const ALIGNMENT = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  justify: AlignmentType.BOTH,
} as const satisfies Record<Alignment, string>;

/** @param textWidth of the page, in millimetres */
export function tableOf(table: PaperTable, textWidth: number): Table {
  const { widths, points, header, body } = placeTable(table, textWidth);
  const padding = twips(CELL_PADDING / 2);
  const style = points < 12 ? STYLE.table11 : STYLE.table12;
  return new Table({
    rows: [...header, ...body].map((row) => rowOf(row, style)),
    columnWidths: widths.map(twips),
    width: { size: widths.map(twips).reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    borders: table.lines === "none" ? NO_LINES : LINES,
    margins: { left: padding, right: padding, top: 0, bottom: 0, marginUnitType: WidthType.DXA },
  });
}

function rowOf(row: PlacedRow, style: string): TableRow {
  return new TableRow({
    tableHeader: row.kind === "header",
    cantSplit: row.whole,
    children: row.cells.map((cell) => cellOf(cell, row, style)),
  });
}

function cellOf(cell: PlacedCell, row: PlacedRow, style: string): TableCell {
  return new TableCell({
    width: { size: twips(cell.width), type: WidthType.DXA },
    ...(cell.columns > 1 ? { columnSpan: cell.columns } : {}),
    ...(cell.rows > 1 ? { rowSpan: cell.rows } : {}),
    ...(row.kind === "note" ? { borders: { left: NO_LINE, right: NO_LINE, bottom: NO_LINE } } : {}),
    verticalAlign: row.kind === "header" ? VerticalAlign.CENTER : VerticalAlign.TOP,
    children: paragraphsOf(
      cell.text,
      {
        style,
        alignment: ALIGNMENT[cell.align],
        ...(row.withNext || row.kind === "header" ? { keepNext: true } : {}),
      },
      { bold: cell.bold ?? (row.strong ? true : undefined), italic: cell.italic },
    ),
  });
}
