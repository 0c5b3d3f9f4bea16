/** Puts paragraphs and tables together as the readers of marked-up formats meet them, tables inside cells included. */

import { readHeading } from "../columns/heading.js";
import type { Budget } from "./budget.js";
import { captionOf } from "./caption.js";
import { cellText, oneLine, tidyLines } from "./clean.js";
import type { Block, DocumentTable, Place } from "./types.js";

/** How a cell continues the one above: Word writes that instead of counting rows. */
export type Merge = "none" | "starts" | "continues";

export interface CellShape {
  readonly columns: number;
  readonly rows: number;
  readonly merge: Merge;
}

interface OpenCell extends CellShape {
  readonly lines: string[];
  place: Place;
  /** A table stood in it, whose lines are words now. */
  flattened?: true;
}

interface BuiltCell {
  text: string;
  place: Place;
  columns: number;
  rows: number;
  unsure?: true;
}

interface OpenTable {
  readonly place: Place;
  readonly rows: BuiltCell[][];
  row: BuiltCell[] | undefined;
  /** Column that the next cell of the row starts in. */
  column: number;
  cell: OpenCell | undefined;
  /** The cell at a column that a "continues" below would lengthen. */
  readonly above: Map<number, BuiltCell>;
  /** Tables of their own that stood in a cell of this one. */
  readonly nested: DocumentTable[];
}

/**
 * A table in a cell of a table of fewer columns than this, which only lays out the page, is one of its own from this size
 * on; so is one whose header names its columns. Any other belongs to the words of the cell.
 */
const OWN_ROWS = 4;
const OWN_COLUMNS = 3;
/** Of a header's cells, so many are headings of different columns. */
const HEADINGS = 3;

/** More columns than any page has: a span beyond it is damage or malice. */
const WIDEST = 1_000;

function isOwn(outer: OpenTable, table: DocumentTable): boolean {
  const columns = Math.max(0, ...table.rows.map((row) => row.length));
  if (table.rows.length < OWN_ROWS || columns < OWN_COLUMNS) return false;
  const around = Math.max(outer.row?.length ?? 0, ...outer.rows.map((row) => row.length));
  if (around + 1 < OWN_COLUMNS) return true;
  return table.rows.slice(0, 2).some((row) => {
    const roles = row.map(({ text }) => readHeading(text)).filter((read) => read && read.share >= 0.5);
    return new Set(roles.map((read) => read?.role)).size >= HEADINGS;
  });
}

/** "Từ 95% trở lên | 10 điểm" in a table in a cell: a case and its points. */
function caseLine(words: readonly string[]): string {
  const last = words.at(-1) ?? "";
  const gives = /^\d+(?:[.,]\d+)?\s*(?:%|điểm|đ)?$|\d\s*điểm|điểm tối đa/iu.test(last.normalize("NFC"));
  const begins = words.slice(0, -1).join(", ");
  if (words.length < 2 || !gives || /[:=]$/.test(begins)) return words.join(" ");
  return `${begins}: ${last}`;
}

export class BlockBuilder {
  private readonly blocks: Block[] = [];
  private readonly tables: OpenTable[] = [];
  private tableCount = 0;

  constructor(private readonly budget: Budget) {}

  get inCell(): boolean {
    return this.tables.at(-1)?.cell !== undefined;
  }

  /** The place of what comes next, with the page where the format knows pages. */
  place(page: number | undefined): Place {
    const table = this.tables[0];
    const paged = page === undefined ? {} : { page };
    return table ? { ...paged, ...table.place, row: table.rows.length + 1 } : paged;
  }

  paragraph(text: string, level: number | null, page?: number): void {
    const tidy = tidyLines(text);
    this.budget.text(tidy.length + 1);
    const cell = this.tables.at(-1)?.cell;
    if (cell) cell.lines.push(tidy);
    else if (tidy !== "") this.blocks.push({ kind: "paragraph", text: tidy, level, place: this.place(page) });
  }

  openTable(page?: number): void {
    if (this.tables.length === 0) this.tableCount += 1;
    this.budget.depth(this.tables.length * 4);
    this.tables.push({
      place: { ...(page === undefined ? {} : { page }), table: this.tableCount },
      rows: [],
      row: undefined,
      column: 0,
      cell: undefined,
      above: new Map(),
      nested: [],
    });
  }

  openRow(): void {
    const table = this.tables.at(-1);
    if (!table) return;
    this.closeRow();
    table.row = [];
    table.column = 0;
  }

  openCell(shape: CellShape, page?: number): void {
    const table = this.tables.at(-1);
    if (!table) return;
    if (!table.row) this.openRow();
    this.closeCell();
    const columns = Math.min(WIDEST, Math.max(1, shape.columns));
    table.cell = {
      columns,
      rows: Math.max(1, shape.rows),
      merge: shape.merge,
      lines: [],
      place: this.place(page),
    };
  }

  /** Columns left out at the start of a row. */
  skipColumns(columns: number): void {
    if (columns < 1) return;
    this.openCell({ columns, rows: 1, merge: "none" });
    this.closeCell();
  }

  closeCell(): void {
    const table = this.tables.at(-1);
    const { cell, row } = table ?? {};
    if (!table || !cell || !row) return;
    table.cell = undefined;
    this.budget.cell(cell.columns);
    const text = cellText(cell.lines.join("\n"));
    const master = cell.merge === "continues" ? table.above.get(table.column) : undefined;
    if (master) {
      master.rows += 1;
      // What stands in a cell that is merged away is not shown; converters still put words there that were cut off.
      if (text !== "") master.text = cellText(`${master.text}\n${text}`);
    } else {
      const built: BuiltCell = { text, place: cell.place, columns: cell.columns, rows: cell.rows };
      if (cell.flattened) built.unsure = true;
      row.push(built);
      if (cell.merge === "starts") table.above.set(table.column, built);
      else table.above.delete(table.column);
    }
    table.column += cell.columns;
  }

  /** Takes the open cell back: a tracked deletion. */
  dropCell(): void {
    const table = this.tables.at(-1);
    if (table) table.cell = undefined;
  }

  /** Takes the open row back: a tracked deletion. */
  dropRow(): void {
    const table = this.tables.at(-1);
    if (!table) return;
    table.cell = undefined;
    table.row = undefined;
  }

  closeRow(): void {
    const table = this.tables.at(-1);
    this.closeCell();
    if (!table?.row) return;
    table.rows.push(table.row);
    table.row = undefined;
  }

  closeTable(): void {
    this.closeRow();
    const table = this.tables.pop();
    if (!table) return;
    const built: DocumentTable = { place: table.place, rows: table.rows, caption: null };
    const outer = this.tables.at(-1);
    if (outer) this.nest(outer, built, table.nested);
    else {
      if (table.rows.some((row) => row.some((cell) => cell.text !== ""))) this.add(built);
      for (const nested of table.nested) {
        this.tableCount += 1;
        this.add({ ...nested, place: { ...nested.place, table: this.tableCount } });
      }
    }
  }

  private nest(outer: OpenTable, table: DocumentTable, nested: readonly DocumentTable[]): void {
    const columns = Math.max(0, ...table.rows.map((row) => row.length));
    if (isOwn(outer, table)) outer.nested.push(table);
    else {
      for (const row of table.rows) {
        const words = row.map((cell) => oneLine(cell.text)).filter((text) => text !== "");
        outer.cell?.lines.push(caseLine(words));
      }
      // What its lines and columns meant is a guess once they are words.
      if (outer.cell && columns > 1 && table.rows.length > 1) outer.cell.flattened = true;
    }
    outer.nested.push(...nested);
  }

  private add(table: DocumentTable): void {
    this.blocks.push({ kind: "table", table: { ...table, caption: captionOf(this.blocks) } });
  }

  finish(): readonly Block[] {
    while (this.tables.length > 0) this.closeTable();
    return this.blocks;
  }
}
