/** One sheet as a stream of XML: a title, a header that stays in sight, rows under a filter, set up to be printed. */
import { columnLetters } from "../xlsx/column-letters.js";
import { cellText, linesOf, quotedSheet, xmlText } from "./cell-text.js";
import type { SharedStrings } from "./shared-strings.js";
import { type Style, styleOf } from "./styles.js";

/** What a column holds. "text" is written into each cell, "word" once for all that say the same. */
export type ColumnKind = "text" | "word" | "whole" | "points" | "change" | "places" | "share";

export interface Column {
  readonly title: string;
  readonly kind: ColumnKind;
  /** In characters. */
  readonly width: number;
}

/** Text, or a decimal as text, by the kind of its column; null: nothing. */
export type CellValue = string | null;

export interface TableSheet {
  readonly name: string;
  /** Lines above the header; the first is the title. None: the header is the first row, as other programs like it. */
  readonly lines: readonly { readonly text: string; readonly style: Style }[];
  readonly columns: readonly Column[];
  /** Columns at the left that stay in sight. */
  readonly frozen: number;
  /** Pieces of some rows each; see {@link TableRows}. */
  readonly rows: AsyncIterable<string> | Iterable<string>;
}

/** What a sheet tells of itself to the workbook when it is written. */
export interface WrittenSheet {
  readonly name: string;
  /** The last column that is printed on every page, where the sheet is wider than one. */
  readonly repeated: string | undefined;
  /** `$A$4:$K$120`, with its header. */
  readonly filter: string;
  readonly headerRow: number;
}

const STYLE_OF: Readonly<Record<ColumnKind, number>> = {
  text: styleOf("text"),
  word: styleOf("text"),
  whole: styleOf("whole"),
  points: styleOf("points"),
  change: styleOf("change"),
  places: styleOf("places"),
  share: styleOf("share"),
};
const NUMBER = /^-?\d+(\.\d+)?$/;

/** Makes the XML of rows, one after the other, and counts them. */
export class TableRows {
  private readonly letters: readonly string[];
  private written = 0;

  /** @param headerRow under which the first row stands. */
  constructor(
    private readonly columns: readonly Column[],
    private readonly strings: SharedStrings,
    private readonly headerRow: number,
  ) {
    this.letters = columns.map((_, place) => columnLetters(place + 1));
  }

  get count(): number {
    return this.written;
  }

  /** The next row. A number that is none (a fraction) stays text. */
  row(cells: readonly CellValue[]): string {
    this.written += 1;
    const number = this.headerRow + this.written;
    let xml = "";
    let lines = 1;
    for (let place = 0; place < this.columns.length; place += 1) {
      const { kind, width } = this.columns[place] ?? PLAIN;
      const at = `r="${this.letters[place]}${number}" s="${STYLE_OF[kind]}"`;
      const value = cells[place] ?? null;
      if (value === null || value === "") {
        xml += `<c ${at}/>`;
        continue;
      }
      if (kind === "word" || kind === "text") lines = Math.max(lines, linesOf(value, width * LETTERS));
      if (kind === "word") xml += `<c ${at} t="s"><v>${this.strings.place(value)}</v></c>`;
      else if (kind === "text" || !NUMBER.test(value)) xml += `<c ${at} ${inline(value)}`;
      else xml += `<c ${at}><v>${value}</v></c>`;
    }
    return `<row r="${number}"${heightOf(lines)}>${xml}</row>`;
  }
}

const PLAIN: Pick<Column, "kind" | "width"> = { kind: "text", width: 10 };

/** Letters of text that stand in the width of a figure. */
const LETTERS = 1.15;
const LINE = 15;
const MOST_LINES = 8;

/** The height of a row whose text takes so many lines; nothing for one line: not every program finds it by itself. */
export const heightOf = (lines: number): string =>
  lines === 1 ? "" : ` ht="${Math.min(lines, MOST_LINES) * LINE}" customHeight="1"`;

const inline = (text: string): string =>
  `t="inlineStr"><is><t xml:space="preserve">${cellText(text)}</t></is></c>`;

/** The row of the header: under the lines and, where there are lines, an empty row. */
export const headerRowOf = (lines: TableSheet["lines"]): number =>
  lines.length === 0 ? 1 : lines.length + 2;

const HEAD = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">`;

/** The whole part of a sheet with a table. @returns at its end what the workbook has to know of it. */
export async function* tableSheetXml(
  sheet: TableSheet,
  rows: TableRows,
  footer: PrintFooter,
): AsyncGenerator<string, WrittenSheet> {
  const { columns, lines, frozen } = sheet;
  const pages = Math.max(1, Math.round(columns.reduce((sum, { width }) => sum + width, 0) / PAGE_WIDTH));
  const headerRow = headerRowOf(lines);
  const corner = `${columnLetters(frozen + 1)}${headerRow + 1}`;
  const pane =
    frozen === 0
      ? `<pane ySplit="${headerRow}" topLeftCell="${corner}" activePane="bottomLeft" state="frozen"/>`
      : `<pane xSplit="${frozen}" ySplit="${headerRow}" topLeftCell="${corner}" activePane="bottomRight" state="frozen"/>`;
  yield `${HEAD}<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`;
  yield `<sheetViews><sheetView workbookViewId="0" showGridLines="0">${pane}</sheetView></sheetViews>`;
  yield '<sheetFormatPr defaultRowHeight="15"/>';
  yield `<cols>${columns
    .map(
      ({ width }, place) => `<col min="${place + 1}" max="${place + 1}" width="${width}" customWidth="1"/>`,
    )
    .join("")}</cols><sheetData>`;
  yield lines.map(({ text, style }, place) => lineXml(place + 1, text, style)).join("");
  yield headerXml(headerRow, columns);
  yield* sheet.rows;
  const last = Math.max(headerRow + rows.count, headerRow);
  const filter = `$A$${headerRow}:$${columnLetters(columns.length)}$${last}`;
  yield `</sheetData><autoFilter ref="${filter.replaceAll("$", "")}"/>${printXml(footer, pages)}</worksheet>`;
  const repeated = pages > 1 && frozen > 0 ? columnLetters(frozen) : undefined;
  return { name: sheet.name, repeated, filter, headerRow };
}

/** One line of text over the table. */
export const lineXml = (row: number, text: string, style: Style): string =>
  `<row r="${row}"><c r="A${row}" s="${styleOf(style)}" ${inline(text)}</row>`;

/** Titles with the height that their longest needs. */
export function headerXml(
  row: number,
  columns: readonly Pick<Column, "title" | "width">[],
  from = 1,
): string {
  const lines = Math.max(...columns.map(({ title, width }) => Math.ceil((title.length * 1.35) / width)));
  const cells = columns
    .map(
      ({ title }, place) =>
        `<c r="${columnLetters(from + place)}${row}" s="${styleOf("header")}" ${inline(title)}`,
    )
    .join("");
  return `<row r="${row}" ht="${Math.max(20, lines * 15)}" customHeight="1">${cells}</row>`;
}

export interface PrintFooter {
  readonly left: string;
  /** Says page and pages around the codes that stand for them. */
  readonly page: string;
}

/** Characters that can be read across a page. */
const PAGE_WIDTH = 220;

/** A4 across, so many pages wide, numbered. */
export function printXml({ left, page }: PrintFooter, pages = 1): string {
  const footer = `&L&8${left.replaceAll("&", "&&")}&R&8${page}`;
  return `<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="${pages}" fitToHeight="0"/><headerFooter><oddFooter>${xmlText(footer)}</oddFooter></headerFooter>`;
}

/** Where a column's cells stand, for a chart of another sheet. */
export const rangeOf = (sheet: string, column: number, from: number, to: number): string =>
  `${quotedSheet(sheet)}!$${columnLetters(column)}$${from}:$${columnLetters(column)}$${to}`;

/** The place of one cell. */
export const cellOf = (sheet: string, column: number, row: number): string =>
  `${quotedSheet(sheet)}!$${columnLetters(column)}$${row}`;
