/** Tables whose cells are separated by tabs, also when a cell runs over several lines. */
import type { Budget } from "../blocks/budget.js";
import type { DocumentTable, TableCell } from "../blocks/types.js";
import { readCode } from "../columns/code.js";
import { isHeading } from "../columns/heading.js";
import { textCell } from "./cells.js";
import { isBlank, type TextLine } from "./lines.js";

export interface TextTable {
  readonly table: DocumentTable;
  /** Lines that it takes: from `from` up to, not including, `to`, as positions in the list. */
  readonly from: number;
  readonly to: number;
}

interface Fields {
  readonly line: number;
  readonly texts: string[];
}

/** How far the lines of one cell may go on without a tab. */
const LONGEST_CELL = 60;

/** The table that begins at a line; undefined when none does. */
export function readTabTable(
  lines: readonly TextLine[],
  from: number,
  budget: Budget,
): TextTable | undefined {
  if (!hasTab(lines[from])) return undefined;
  const rows: Fields[] = [];
  let width = 0;
  let at = from;
  while (at < lines.length) {
    const line = lines[at];
    if (!line || isBlank(line)) break;
    budget.step();
    const row = rows.at(-1);
    if (hasTab(line)) {
      const quoted = quotedLines(lines, at);
      const texts = quoted.text.split("\t").map(unquoted);
      const goesOn = row !== undefined && completes(row, lines, at, width);
      at += quoted.count;
      if (isRule(texts)) continue;
      if (row && goesOn) {
        row.texts[row.texts.length - 1] += `\n${texts[0] ?? ""}`;
        row.texts.push(...texts.slice(1));
      } else rows.push({ line: line.number, texts });
      width = Math.max(width, rows.at(-1)?.texts.length ?? 0);
      continue;
    }
    if (!row || !cellGoesOn(lines, at, row, width)) break;
    row.texts[row.texts.length - 1] += `\n${line.text}`;
    at += 1;
  }
  if (rows.length === 0) return { table: emptyTable(lines[from]), from, to: at };
  return { table: tableOf(rows, budget), from, to: at };
}

/** Lists are often typed with a tab behind their number; a table has a header, or more than two columns. */
export function isTable(table: DocumentTable, afterTable: boolean): boolean {
  const widths = table.rows.map((row) => row.length);
  const width = Math.max(0, ...widths);
  if (width >= 3) return true;
  if (table.rows.some((row) => row.filter((cell) => isHeading(cell.text)).length >= 2)) return true;
  return afterTable && width === 2;
}

function hasTab(line: TextLine | undefined): boolean {
  return line?.text.includes("\t") === true && line.text.trim() !== "";
}

/** The line under a header that Markdown draws. */
function isRule(texts: readonly string[]): boolean {
  return texts.every((text) => /^\s*:?-{2,}:?\s*$/.test(text)) && texts.length > 1;
}

/**
 * The last cell of the row was cut by a line end: this line goes on with it, and together with those that follow it
 * brings exactly the cells that are still missing.
 */
function completes(row: Fields, lines: readonly TextLine[], at: number, width: number): boolean {
  let cells = row.texts.length;
  if (cells >= width) return false;
  for (let next = at; next < lines.length && next - at < LONGEST_CELL; next += 1) {
    const line = lines[next];
    if (!line || isBlank(line)) break;
    const texts = line.text.split("\t");
    const first = texts[0]?.trim() ?? "";
    if (hasTab(line) && (first === "" || readCode(first))) break;
    cells += texts.length - 1;
    if (cells >= width) break;
  }
  const first = lines[at]?.text.split("\t")[0]?.trim() ?? "";
  return first !== "" && !readCode(first) && cells === width;
}

/** A line without a tab inside a table: more of the last cell, if the table goes on behind it. */
function cellGoesOn(lines: readonly TextLine[], at: number, row: Fields, width: number): boolean {
  let next = at;
  while (next < lines.length && next - at < LONGEST_CELL && lines[next] && !hasTab(lines[next])) {
    if (isBlank(lines[next] ?? { text: "", number: 0 })) return false;
    next += 1;
  }
  const line = lines[at]?.text.trim() ?? "";
  const after = lines[next];
  if (!after || !hasTab(after)) return /^[-+•a-zđ(]/u.test(line) && row.texts.length < width;
  const headings = after.text.split("\t").filter((text) => isHeading(text)).length;
  return headings < 2;
}

/** A spreadsheet puts a cell of several lines in quotes when it is copied. */
function quotedLines(lines: readonly TextLine[], at: number): { text: string; count: number } {
  let text = lines[at]?.text ?? "";
  let count = 1;
  while (hasOpenQuote(text) && count < LONGEST_CELL) {
    const next = lines[at + count];
    if (!next) return { text: lines[at]?.text ?? "", count: 1 };
    text += `\n${next.text}`;
    count += 1;
  }
  return hasOpenQuote(text) ? { text: lines[at]?.text ?? "", count: 1 } : { text, count };
}

function hasOpenQuote(text: string): boolean {
  const last = text.slice(text.lastIndexOf("\t") + 1);
  return last.startsWith('"') && (last.match(/"/g)?.length ?? 0) % 2 === 1;
}

function unquoted(text: string): string {
  return /^".*\n.*"$/s.test(text) ? text.slice(1, -1).replaceAll('""', '"') : text;
}

function tableOf(rows: readonly Fields[], budget: Budget): DocumentTable {
  return {
    place: { line: rows[0]?.line ?? 1 },
    caption: null,
    rows: rows.map(({ line, texts }): TableCell[] => texts.map((text) => textCell(text, line, budget))),
  };
}

function emptyTable(line: TextLine | undefined): DocumentTable {
  return { place: { line: line?.number ?? 1 }, caption: null, rows: [] };
}
