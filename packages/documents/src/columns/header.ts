/** The header of a table: the row, or rows, whose cells name the columns; wherever in the table it stands. */
import { oneLine } from "../blocks/clean.js";
import type { TableCell } from "../blocks/types.js";
import { readCode } from "./code.js";
import type { GridLine } from "./grid.js";
import { isHeading, type ReadHeading, readHeading } from "./heading.js";
import { plain } from "./plain.js";
import type { ColumnRole, RecognisedColumn } from "./types.js";

export interface HeaderColumn extends RecognisedColumn {
  /** Positions of the grid that it covers: `from` up to, not including, `to`. */
  readonly from: number;
  readonly to: number;
}

export interface Header {
  readonly columns: readonly HeaderColumn[];
  /** Lines of the grid that it takes. */
  readonly lines: number;
}

/** A heading longer than this is a sentence. */
const LONGEST = 220;

/** The distinct filled cells of a line, from left to right. */
function filledCells(line: GridLine): TableCell[] {
  const cells: TableCell[] = [];
  for (const cell of line) if (cell && cell.text.trim() !== "" && !cells.includes(cell)) cells.push(cell);
  return cells;
}

/** At least two columns are named, and hardly anything else stands there. */
function isHeaderLine(line: GridLine): boolean {
  const cells = filledCells(line);
  if (cells.length < 2) return false;
  if (cells.some((cell) => cell.text.length > LONGEST * 2)) return false;
  const roles = new Set<ColumnRole>();
  let named = 0;
  for (const cell of cells) {
    const read = readHeading(cell.text);
    if (!read || read.share < 0.5) continue;
    named += 1;
    roles.add(read.role);
  }
  if (roles.size < 2) return false;
  const strangers = cells.length - named;
  // "II | Chỉ số đánh giá | Điểm tối đa": the number column may hold a number where the header heads a part.
  const first = cells[0];
  const numbered = first !== undefined && !isHeading(first.text) && readCode(first.text) !== undefined;
  if (numbered && !(roles.has("title") && roles.size >= 2 && strangers === 1)) return false;
  if (numbered && line.some((cell) => cell && /^\d+([.,]\d+)?$/.test(cell.text.trim()) && cell !== first))
    return false;
  return (
    strangers - (numbered ? 1 : 0) <= named && (roles.has("title") || roles.has("number") || roles.size >= 3)
  );
}

/**
 * Reads the header that begins at a line.
 * @returns undefined when the line names no columns
 */
export function readHeader(grid: readonly GridLine[], at: number): Header | undefined {
  const top = grid[at];
  if (!top || !isHeaderLine(top)) return undefined;
  let lines = 1;
  const subs: GridLine[] = [];
  for (;;) {
    const next = grid[at + lines];
    if (!next || lines > 4) break;
    if (isSubHeader(next, [top, ...subs])) subs.push(next);
    else if (!isColumnNumbers(next) && !isRemark(next)) break;
    lines += 1;
  }
  return { columns: columnsOf(top, subs), lines };
}

/** "(1) (2) (3)", "1 2 3", "A B 1 2 3=1+2": numbers of the columns, under the header. */
function isColumnNumbers(line: GridLine): boolean {
  return isColumnNumberTexts(filledCells(line).map((cell) => cell.text));
}

export function isColumnNumberTexts(cells: readonly string[]): boolean {
  const texts = cells.map((cell) => cell.replace(/\s+/g, "")).filter((text) => text !== "");
  if (texts.length < 3) return false;
  let expected = 1;
  for (const text of texts) {
    const number = /^[([]?(\d{1,2})[)\]]?(?:=.*)?$/.exec(text)?.[1];
    if (number === undefined) {
      if (expected > 1 || !/^[([]?[A-Za-z][)\]]?$/.test(text)) return false;
    } else {
      if (Number(number) < expected || Number(number) > expected + 2) return false;
      expected = Number(number) + 1;
    }
  }
  return expected > 2;
}

/** A line across the table that only says where the columns come from: "Theo Quyết định số 922/QĐ-BTTTT". */
function isRemark(line: GridLine): boolean {
  const cells = filledCells(line);
  const [only] = cells;
  return (
    cells.length === 1 && only !== undefined && /^(theo |don vi tinh|dvt|\(don vi)/.test(plain(only.text))
  );
}

/** Every cell stands under a heading that spans several columns, or under one that leaves the next column unnamed. */
function isSubHeader(line: GridLine, above: readonly GridLine[]): boolean {
  const [top] = above;
  const last = above.at(-1);
  if (!top || !last) return false;
  let own = 0;
  for (let column = 0; column < line.length; column += 1) {
    const cell = line[column];
    if (!cell || cell.text.trim() === "" || cell === last[column] || cell === top[column]) continue;
    if (cell === line[column - 1]) continue;
    own += 1;
    if (cell.text.length > LONGEST || column === 0) return false;
    const parent = last[column];
    const spans = parent !== undefined && parent.columns > 1 && parent.columns > cell.columns;
    const unnamed = parent === undefined || parent.text.trim() === "";
    const right = last[column + 1];
    const leads = !unnamed && (right === undefined || right.text.trim() === "") && column + 1 < line.length;
    if (!spans && !unnamed && !leads) return false;
    if (/^\d+([.,]\d+)*%?$/.test(cell.text.trim()) && !/^20\d\d$/.test(cell.text.trim())) return false;
  }
  // One word under an unnamed column is the rest of a heading, or of a row: only with a heading's words is it the former.
  if (own === 1)
    return line.some((cell) => cell !== undefined && isHeading(cell.text) && !last.includes(cell));
  return own >= 2;
}

function columnsOf(top: GridLine, subs: readonly GridLine[]): HeaderColumn[] {
  const columns: HeaderColumn[] = [];
  let column = 0;
  while (column < top.length) {
    const cells = [top, ...subs].map((line) => line[column]);
    let to = column + 1;
    while (
      to < top.length &&
      sameCells(
        cells,
        [top, ...subs].map((line) => line[to]),
      )
    )
      to += 1;
    const words = headingWords(column, top, subs);
    columns.push({ ...roleOf(words), heading: words.join(" · "), from: column, to });
    column = to;
  }
  return columns;
}

/** Positions that the same cells cover in every line of the header are one column. */
function sameCells(
  one: readonly (TableCell | undefined)[],
  other: readonly (TableCell | undefined)[],
): boolean {
  return one.every((cell, line) => cell !== undefined && cell === other[line]);
}

/** What is written over a column, from top to bottom; a heading without spans lends its words to the unnamed on its right. */
function headingWords(column: number, top: GridLine, subs: readonly GridLine[]): string[] {
  const words: string[] = [];
  const add = (text: string | undefined): void => {
    const line = oneLine(text ?? "");
    if (line !== "" && words.at(-1) !== line) words.push(line);
  };
  const named = subs.some((sub) => (sub[column]?.text.trim() ?? "") !== "");
  let own = top[column];
  if (named && (own?.text.trim() ?? "") === "")
    for (let left = column - 1; left >= 0 && (own?.text.trim() ?? "") === ""; left -= 1)
      if (subs.some((sub) => (sub[left]?.text.trim() ?? "") !== "")) own = top[left];
      else break;
  add(own?.text);
  for (const sub of subs) if (sub[column] !== own) add(sub[column]?.text);
  return words;
}

/** Roles that the words of a lower heading may leave open until those above are read with them. */
const VAGUE: ReadonlySet<ColumnRole> = new Set(["declared", "title", "unit", "note", "group"]);

function roleOf(words: readonly string[]): { role: ColumnRole; year?: number } {
  const last = words.at(-1);
  if (last === undefined) return { role: "unknown" };
  const good = (read: ReadHeading | undefined): ReadHeading | undefined =>
    read && read.share >= 0.45 ? read : undefined;
  const own = good(readHeading(last));
  const together = words.length > 1 ? good(readHeading(words.join(" "))) : undefined;
  const parent = words.length > 1 ? good(readHeading(words[0] ?? "")) : undefined;
  const read = own && !VAGUE.has(own.role) ? own : (together ?? own ?? parent);
  if (!read) return { role: "unknown" };
  const year = read.year ?? together?.year;
  return { role: read.role, ...(year === undefined ? {} : { year }) };
}
