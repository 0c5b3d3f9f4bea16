/** CSV: the separator is found out, quotes are read as RFC 4180 has them. */
import type { Budget } from "../blocks/budget.js";
import { cellText } from "../blocks/clean.js";
import { type GridRow, gridBlocks } from "../blocks/grid-blocks.js";
import type { SourceDocument, TableCell } from "../blocks/types.js";

const SEPARATORS = [",", ";", "\t", "|"] as const;
type Separator = (typeof SEPARATORS)[number];

/** How much of the file the separator is looked for in. */
const SAMPLE = 100_000;

interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** @param text with any line ends */
export function readCsv(text: string, budget: Budget): SourceDocument {
  budget.text(text.length);
  const [first = ""] = text.split(/\r\n?|\n/, 1);
  const stated = /^sep=(.)$/i.exec(first)?.[1];
  const body = stated === undefined ? text : text.slice(first.length).replace(/^(\r\n?|\n)/, "");
  const separator = stated ?? findSeparator(body.slice(0, SAMPLE), budget);
  const rows = scan(body, separator, true, budget) ?? scan(body, separator, false, budget) ?? [];
  const offset = stated === undefined ? 0 : 1;
  const grid = rows.map((row): GridRow => {
    budget.cell(row.cells.length);
    return row.cells.map(
      (cell): TableCell => ({
        text: cellText(cell),
        place: { line: row.line + offset },
        columns: 1,
        rows: 1,
      }),
    );
  });
  return { format: "csv", blocks: gridBlocks(grid, { line: (rows[0]?.line ?? 1) + offset }), notes: [] };
}

/** The separator that cuts the most rows into the same number of cells. */
function findSeparator(sample: string, budget: Budget): Separator {
  let best: Separator = ",";
  let bestScore = 0;
  for (const separator of SEPARATORS) {
    const rows = scan(sample, separator, true, budget) ?? scan(sample, separator, false, budget) ?? [];
    const widths = new Map<number, number>();
    for (const { cells } of rows)
      if (cells.length > 1) widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1);
    const most = Math.max(0, ...widths.values());
    const width = [...widths].find(([, count]) => count === most)?.[0] ?? 0;
    const score = most * Math.min(width, 4);
    if (score > bestScore) {
      best = separator;
      bestScore = score;
    }
  }
  return best;
}

/** Rows of cells; undefined when a quote is opened and never closed, so that quotes cannot be meant as quotes. */
function scan(text: string, separator: string, quotes: boolean, budget: Budget): CsvRow[] | undefined {
  const rows: CsvRow[] = [];
  let cells: string[] = [];
  let line = 1;
  let started = 1;
  let at = 0;
  let total = 0;
  const endRow = (): void => {
    total += cells.length;
    // Refused at once, not when all rows are held.
    if (total > budget.limits.cells) budget.cell(total);
    rows.push({ line: started, cells });
    cells = [];
    started = line;
    budget.step();
  };
  while (at < text.length) {
    let cell: string;
    if (quotes && text[at] === '"') {
      const read = quoted(text, at);
      if (!read) return undefined;
      line += read.lines;
      // What stands between the closing quote and the separator belongs to the cell: '"Phòng" KHTH'.
      const end = endOfCell(text, read.end, separator);
      cell = read.text + text.slice(read.end, end);
      at = end;
    } else {
      const end = endOfCell(text, at, separator);
      cell = text.slice(at, end);
      at = end;
    }
    cells.push(cell);
    if (at >= text.length) break;
    if (text[at] === separator) {
      at += 1;
      if (at >= text.length) cells.push("");
      continue;
    }
    at += text[at] === "\r" && text[at + 1] === "\n" ? 2 : 1;
    line += 1;
    endRow();
  }
  if (cells.length > 0) endRow();
  return rows;
}

function endOfCell(text: string, from: number, separator: string): number {
  let at = from;
  while (at < text.length) {
    const sign = text[at];
    if (sign === separator || sign === "\n" || sign === "\r") return at;
    at += 1;
  }
  return at;
}

function quoted(text: string, from: number): { text: string; end: number; lines: number } | undefined {
  const pieces: string[] = [];
  let at = from + 1;
  for (;;) {
    const close = text.indexOf('"', at);
    if (close < 0) return undefined;
    pieces.push(text.slice(at, close));
    if (text[close + 1] !== '"') {
      const cell = pieces.join('"');
      return { text: cell, end: close + 1, lines: cell.match(/\r\n?|\n/g)?.length ?? 0 };
    }
    at = close + 2;
  }
}
