/** A table placed on its grid: where each cell stands, how wide its columns are, and which rows are kept in one piece. */
import { linesIn } from "./measure.js";
import type { Alignment, PaperCell, PaperRow, PaperTable, SpanningCell } from "./paper.js";
import { plainText } from "./text.js";

/** Size of a table's text; twelve points where there is room, eleven in tables of many columns. */
const MANY_COLUMNS = 7;

/** Room at both sides of a cell's text together, in millimetres. */
export const CELL_PADDING = 3;

/** Rows of more lines than this may be cut by a page's end: about a third of a landscape page. */
const LONG_ROW = 14;

export interface PlacedCell extends SpanningCell {
  /** From 0. */
  readonly column: number;
  readonly columns: number;
  readonly rows: number;
  readonly align: Alignment;
  /** In millimetres. */
  readonly width: number;
}

export interface PlacedRow {
  readonly kind: PaperRow["kind"];
  readonly cells: readonly PlacedCell[];
  /** Short enough to stay in one piece. */
  readonly whole: boolean;
  /** Stays on the page of the row after it. */
  readonly withNext: boolean;
  /** A cell from above reaches into it, or one of its own reaches below. */
  readonly spanned: boolean;
}

export interface PlacedTable {
  /** In millimetres. */
  readonly widths: readonly number[];
  readonly points: number;
  readonly header: readonly PlacedRow[];
  readonly body: readonly PlacedRow[];
}

/**
 * @param textWidth of the page, in millimetres
 * @throws {RangeError} when rows have more or fewer cells than there are columns, or cells reach out of the table: a mistake of the
 * report that made it, never of what a person declared
 */
export function placeTable({ columns, rows }: PaperTable, textWidth: number): PlacedTable {
  const asked = columns.reduce((sum, { width }) => sum + width, 0);
  const scale = Math.min(1, textWidth / asked);
  const widths = columns.map(({ width }) => width * scale);
  const points = columns.length >= MANY_COLUMNS ? 11 : 12;
  /** By column, how many rows more a cell from above reaches into. */
  const reach = columns.map(() => 0);
  const placed = rows.map((row, at): PlacedRow => {
    const spanned = reach.some((left) => left > 0);
    const cells = placeRow(row, at, reach, (column, count) => ({
      width: widths.slice(column, column + count).reduce((sum, width) => sum + width, 0),
      align: row.kind === "header" ? "center" : (columns[column]?.align ?? "left"),
    }));
    const lines = cells.map(({ text, width, rows: over, bold }) =>
      over > 1 ? 1 : linesIn(plainText(text), width - CELL_PADDING, points, bold ?? row.kind !== "body"),
    );
    const short = Math.max(1, ...lines) <= LONG_ROW;
    const next = rows[at + 1]?.kind;
    return {
      kind: row.kind,
      cells,
      whole: row.kind === "header" || short,
      withNext:
        next !== undefined &&
        (row.kind === "header" || row.kind === "section" || (short && row.kind === "body" && next === "sub")),
      spanned: spanned || cells.some(({ rows: over }) => over > 1),
    };
  });
  if (reach.some((left) => left > 0)) throw new RangeError("placeTable: a cell reaches below the last row");
  const first = placed.findIndex(({ kind }) => kind !== "header");
  const end = first < 0 ? placed.length : first;
  return { widths, points, header: placed.slice(0, end), body: placed.slice(end) };
}

function placeRow(
  { cells }: PaperRow,
  row: number,
  reach: number[],
  placeOf: (column: number, columns: number) => { width: number; align: Alignment },
): PlacedCell[] {
  const placed: PlacedCell[] = [];
  const left = [...cells];
  let column = 0;
  while (column < reach.length) {
    const taken = reach[column] ?? 0;
    if (taken > 0) {
      reach[column] = taken - 1;
      column += 1;
      continue;
    }
    const cell = asCell(left.shift());
    const columns = cell?.columns ?? 1;
    const rows = cell?.rows ?? 1;
    const free = reach.slice(column, column + columns);
    if (!cell || free.length < columns || free.some((below) => below > 0))
      throw new RangeError(`placeTable: row ${row + 1} does not fit its ${reach.length} columns`);
    const { width, align } = placeOf(column, columns);
    placed.push({ ...cell, column, columns, rows, width, align: cell.align ?? align });
    reach.fill(rows - 1, column, column + columns);
    column += columns;
  }
  if (left.length > 0)
    throw new RangeError(`placeTable: row ${row + 1} has ${left.length} cells more than its columns`);
  return placed;
}

function asCell(cell: PaperCell | undefined): SpanningCell | undefined {
  return typeof cell === "string" ? { text: cell } : cell;
}
