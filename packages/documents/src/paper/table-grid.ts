/** A table placed on its grid: where each cell stands, how wide its columns are, and which rows are kept in one piece. */
import { linesIn } from "./measure.js";
import type { Alignment, Inline, PaperCell, PaperRow, PaperTable, SpanningCell } from "./paper.js";
import { plainText } from "./text.js";

/** Size of a table's text; twelve points where there is room, eleven in tables of many columns. */
const MANY_COLUMNS = 7;

/** Room at both sides of a cell's text together, in millimetres. */
export const CELL_PADDING = 3;

/** Rows of more lines than this may be cut by a page's end: about a third of a landscape page. */
const LONG_ROW = 14;

/** An item with the rows below it stays on one page up to this many lines: well within a landscape page below its header. */
const LONG_ITEM = 18;

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
  /** `note`: what stands below the table, in a row of its own without lines. */
  readonly kind: PaperRow["kind"] | "note";
  readonly cells: readonly PlacedCell[];
  /** Short enough to stay in one piece. */
  readonly whole: boolean;
  /** Stays on the page of the row after it. */
  readonly withNext: boolean;
  /** Bold unless a cell says otherwise. */
  readonly strong: boolean;
}

interface Measured extends Omit<PlacedRow, "whole" | "withNext"> {
  readonly lines: number;
  readonly heads: boolean;
}

interface PlacedTable {
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
export function placeTable({ columns, rows, whole, note }: PaperTable, textWidth: number): PlacedTable {
  const asked = columns.reduce((sum, { width }) => sum + width, 0);
  const scale = Math.min(1, textWidth / asked);
  const widths = columns.map(({ width }) => width * scale);
  const points = columns.length >= MANY_COLUMNS ? 11 : 12;
  /** By column, how many rows more a cell from above reaches into. */
  const reach = columns.map(() => 0);
  const measured = rows.map((row, at): Measured => {
    const cells = placeRow(row, at, reach, (column, count) => ({
      width: widths.slice(column, column + count).reduce((sum, width) => sum + width, 0),
      align: row.kind === "header" ? "center" : (columns[column]?.align ?? "left"),
    }));
    const strong = row.kind === "header" || row.kind === "section" || row.kind === "total";
    const lines = cells.map(({ text, width, rows: over, bold = strong }) =>
      over > 1 ? 1 : linesIn(plainText(text), width - CELL_PADDING, points, bold),
    );
    return { kind: row.kind, cells, strong, lines: Math.max(1, ...lines), heads: row.heads ?? false };
  });
  if (note !== undefined) measured.push(noteRow(note, widths, points));
  const kept = whole
    ? measured.map(({ kind }, at) => kind !== "header" && at < measured.length - 1)
    : keptTogether(measured);
  const placed = measured.map(
    ({ lines, heads: _, ...row }, at): PlacedRow => ({
      ...row,
      whole: row.kind === "header" || lines <= LONG_ROW,
      withNext: kept[at] ?? false,
    }),
  );
  if (reach.some((left) => left > 0)) throw new RangeError("placeTable: a cell reaches below the last row");
  const first = placed.findIndex(({ kind }) => kind !== "header");
  const end = first < 0 ? placed.length : first;
  return { widths, points, header: placed.slice(0, end), body: placed.slice(end) };
}

/** Which rows stay with the row after them: headings with what they head, items with the rows below them, sums with their last item. */
function keptTogether(rows: readonly Measured[]): boolean[] {
  const kept = rows.map(() => false);
  let start = 0;
  while (start < rows.length) {
    let end = start + 1;
    while (end < rows.length && belongs(rows[end - 1]?.kind, rows[end]?.kind)) end += 1;
    const lines = rows.slice(start, end).reduce((sum, row) => sum + row.lines, 0);
    for (let at = start; at < end - 1; at += 1)
      kept[at] =
        lines <= LONG_ITEM ||
        rows[at]?.kind === "section" ||
        (rows[at]?.kind === "body" && rows[at + 1]?.kind === "sub" && (rows[at]?.lines ?? 0) <= LONG_ROW);
    start = end;
  }
  for (const [at, { heads, lines }] of rows.entries())
    if (heads && at < rows.length - 1 && lines <= LONG_ROW) kept[at] = true;
  keepTail(rows, kept);
  return kept;
}

/** Rows at the end of a table that no page's end parts; below it may stand a note. */
const TAIL = 2;

/** The last row, or the note, never stands alone on a page: what is above stays with it, as long as the whole fits well. */
function keepTail(rows: readonly Measured[], kept: boolean[]): void {
  const last = rows.length - 1;
  const tail = rows[last]?.kind === "note" ? TAIL + 1 : TAIL;
  let lines = rows[last]?.lines ?? 0;
  let from = last;
  while (from > 0 && last - from + 1 < tail && rows[from - 1]?.kind !== "header") {
    let start = from - 1;
    while (start > 0 && kept[start - 1]) start -= 1;
    lines += rows.slice(start, from).reduce((sum, row) => sum + row.lines, 0);
    if (lines > LONG_ITEM) return;
    kept[from - 1] = true;
    from = start;
  }
}

/** Across all columns. */
function noteRow(text: Inline, widths: readonly number[], points: number): Measured {
  const width = widths.reduce((sum, one) => sum + one, 0);
  const cell: PlacedCell = { text, column: 0, columns: widths.length, rows: 1, align: "left", width };
  const lines = linesIn(plainText(text), width - CELL_PADDING, points, false);
  return { kind: "note", cells: [cell], strong: false, lines, heads: false };
}

function belongs(above: PlacedRow["kind"] | undefined, below: PlacedRow["kind"] | undefined): boolean {
  return above === "section" || below === "sub" || below === "total";
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
