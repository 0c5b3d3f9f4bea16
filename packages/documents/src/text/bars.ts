/**
 * Tables with one cell a line and a line with a bar behind every cell, as the portals of legal documents give them when
 * their pages are copied. Where rows begin is not written anywhere: it is found by the numbering, the order of the
 * columns and what the cells look like.
 */
import type { Budget } from "../blocks/budget.js";
import { oneLine } from "../blocks/clean.js";
import type { TableCell } from "../blocks/types.js";
import { readCode } from "../columns/code.js";
import { isHeading, readHeading } from "../columns/heading.js";
import { misfit } from "../columns/kinds.js";
import type { ColumnRole } from "../columns/types.js";
import { textCell } from "./cells.js";
import { isBlank, type TextLine } from "./lines.js";
import type { TextTable } from "./tabs.js";

interface Piece {
  readonly text: string;
  readonly line: number;
}

/** So many bars make a table. */
const FEWEST = 6;
/** No table of a decision has more columns. */
const WIDEST = 20;
/** A cell never has so many lines; what has is the text behind the table. */
const LONGEST_CELL = 120;

const isBar = (line: TextLine | undefined): boolean => line?.text.trim() === "|";

/** The table whose first heading stands at a line. */
export function readBarTable(
  lines: readonly TextLine[],
  from: number,
  budget: Budget,
): TextTable | undefined {
  const first = lines[from];
  if (!first || isBar(first) || !isBar(lines[nextBar(lines, from)]) || !isHeading(first.text))
    return undefined;
  const { pieces, to } = piecesFrom(lines, from, budget);
  if (pieces.length < FEWEST) return undefined;
  const width = headerWidth(pieces);
  if (width < 2) return undefined;
  const roles = pieces.slice(0, width).map(({ text }): ColumnRole => readHeading(text)?.role ?? "unknown");
  const body = bodyStart(pieces, width);
  const rows: TableCell[][] = [cellsOf(pieces.slice(0, width), budget)];
  for (const piece of pieces.slice(width, body)) rows.push([textCell(piece.text, piece.line, budget, width)]);
  let start = body;
  for (const length of rowLengths(pieces.slice(body), roles, budget)) {
    rows.push(cellsOf(pieces.slice(start, start + length), budget));
    start += length;
  }
  return { table: { place: { line: first.number }, caption: null, rows }, from, to };
}

function nextBar(lines: readonly TextLine[], from: number): number {
  let at = from;
  while (at < lines.length && at - from < 6 && !isBar(lines[at])) at += 1;
  return at;
}

/** Cells up to the last bar that belongs to the table. */
function piecesFrom(
  lines: readonly TextLine[],
  from: number,
  budget: Budget,
): { pieces: Piece[]; to: number } {
  const pieces: Piece[] = [];
  let to = from;
  let open: TextLine[] = [];
  for (let at = from; at < lines.length; at += 1) {
    const line = lines[at];
    if (!line) break;
    budget.step();
    if (isBar(line)) {
      const filled = open.filter((one) => !isBlank(one));
      pieces.push({ text: filled.map((one) => one.text).join("\n"), line: filled[0]?.number ?? line.number });
      open = [];
      to = at + 1;
    } else {
      open.push(line);
      if (open.length > LONGEST_CELL || startsTable(lines, at, pieces.length)) break;
    }
  }
  return { pieces, to };
}

/** Another header: what stands before it is no cell of this table. */
function startsTable(lines: readonly TextLine[], at: number, cells: number): boolean {
  if (cells < FEWEST || !isBar(lines[at + 1])) return false;
  const own = readHeading(lines[at]?.text ?? "");
  const next = readHeading(lines[at + 2]?.text ?? "");
  return own?.role === "number" && own.share > 0.9 && next !== undefined && next.share > 0.5;
}

/** Cells from the start that are headings; one stranger among them is let by. */
function headerWidth(pieces: readonly Piece[]): number {
  let width = 0;
  let last = 0;
  while (width < Math.min(pieces.length, WIDEST)) {
    const text = pieces[width]?.text ?? "";
    if (isHeading(text)) last = width + 1;
    else if (readCode(text) || width - last >= 1) break;
    width += 1;
  }
  return last;
}

/** The first cell with a number in it begins the first row; what stands before it belongs to the header. */
function bodyStart(pieces: readonly Piece[], width: number): number {
  for (let at = width; at < Math.min(pieces.length, width + WIDEST); at += 1)
    if (readCode(pieces[at]?.text ?? "")) return at;
  return width;
}

function cellsOf(pieces: readonly Piece[], budget: Budget): TableCell[] {
  return pieces.map((piece) => textCell(piece.text, piece.line, budget));
}

/** What it costs when a row is shorter than the header, by a first cell and by every cell that is missing. */
const SHORT = 1.2;
const MISSING = 0.4;
const TOO_LONG = 3;

/** Cuts the cells into rows at the least cost: how badly cells sit in their columns, and how far rows are from whole. */
function rowLengths(pieces: readonly Piece[], roles: readonly ColumnRole[], budget: Budget): number[] {
  const width = roles.length;
  const best = new Array<number>(pieces.length + 1).fill(Number.POSITIVE_INFINITY);
  const length = new Array<number>(pieces.length + 1).fill(1);
  best[pieces.length] = 0;
  for (let at = pieces.length - 1; at >= 0; at -= 1) {
    budget.step();
    let cost = 0;
    for (let cells = 1; cells <= Math.min(width + 1, pieces.length - at); cells += 1) {
      const text = pieces[at + cells - 1]?.text ?? "";
      const role = roles[cells - 1];
      cost += role === undefined ? TOO_LONG + (text === "" ? 0 : 6) : misfit(role, text);
      const whole = cells >= width ? 0 : SHORT + MISSING * (width - cells);
      const total =
        cost + whole + loneCost(pieces[at], cells) + (best[at + cells] ?? Number.POSITIVE_INFINITY);
      if (total < (best[at] ?? 0)) {
        best[at] = total;
        length[at] = cells;
      }
    }
  }
  const lengths: number[] = [];
  for (let at = 0; at < pieces.length; ) {
    const cells = length[at] ?? 1;
    lengths.push(cells);
    at += cells;
  }
  return lengths;
}

/** A row of one cell heads what follows: words, no number, no long text. */
function loneCost(piece: Piece | undefined, cells: number): number {
  if (cells !== 1 || !piece) return 0;
  const text = oneLine(piece.text);
  return text === "" ? 3 : text.length > 160 ? 4 : -3;
}
