/**
 * Tables with one cell, or one line of a cell, a line and nothing between them, as a PDF gives them when it is copied.
 * Rows begin where the numbering goes on; inside a row every line goes to the column that it fits best, in their order.
 * Empty cells leave no trace, so this is a guess, and the document says so.
 */
import type { Budget } from "../blocks/budget.js";
import type { TableCell } from "../blocks/types.js";
import { readCode } from "../columns/code.js";
import { readHeading } from "../columns/heading.js";
import { isAgency, isDeadline, isNumber, misfit, speaksOfPoints } from "../columns/kinds.js";
import type { ColumnRole } from "../columns/types.js";
import { textCell } from "./cells.js";
import { isBlank, type TextLine } from "./lines.js";
import { follows, isFirst, styleOf } from "./numbering.js";
import type { TextTable } from "./tabs.js";

/** What stands behind the last row of an appendix. */
const BEHIND = /^\s*(?:Nơi nhận|Ghi chú\s*:|TM\.|KT\.|Phụ lục|PHỤ LỤC)/u;
/** A row with more lines than this is the text behind the table. */
const LONGEST_ROW = 80;
const FEWEST_ROWS = 2;
const FEWEST_COLUMNS = 3;

interface Heading {
  text: string;
  readonly line: number;
  readonly role: ColumnRole;
  share: number;
}

/** The table whose first heading stands at a line; undefined when the lines are something else. */
export function readStackedTable(
  lines: readonly TextLine[],
  from: number,
  budget: Budget,
): TextTable | undefined {
  const header = headingsFrom(lines, from);
  if (!header) return undefined;
  const roles = header.headings.map(({ role }) => role);
  const { rows, to } = rowsFrom(lines, header.to, roles, budget);
  if (rows.length < FEWEST_ROWS) return undefined;
  const table: TableCell[][] = [
    header.headings.map(({ text, line }) => textCell(text, line, budget)),
    ...rows.map((row) => cellsOf(row, roles, budget)),
  ];
  return { table: { place: { line: lines[from]?.number ?? 1 }, caption: null, rows: table }, from, to };
}

/** Headings a line each from a number or a title on, then a first code. */
function headingsFrom(
  lines: readonly TextLine[],
  from: number,
): { headings: readonly Heading[]; to: number } | undefined {
  const headings: Heading[] = [];
  let at = from;
  for (; at < lines.length && headings.length < 20; at += 1) {
    const line = lines[at];
    if (!line || isBlank(line)) continue;
    const text = line.text.trim();
    if (readCode(text)) break;
    const last = headings.at(-1);
    const joined = last && readHeading(`${last.text} ${text}`);
    const own = readHeading(text);
    if (last && joined?.role === last.role && joined.share > 0.9 && (own?.share ?? 0) < 0.5) {
      last.text += ` ${text}`;
      last.share = joined.share;
    } else if (own && own.share >= 0.5)
      headings.push({ text, line: line.number, role: own.role, share: own.share });
    else break;
    if (headings.length === 1 && last === undefined && own?.role !== "number" && own?.role !== "title")
      return undefined;
  }
  const roles = new Set(headings.map(({ role }) => role));
  const first = lines[at]?.text ?? "";
  const whole = headings.every(({ share }) => share > 0.8);
  const enough = whole && headings.length >= FEWEST_COLUMNS && roles.size >= FEWEST_COLUMNS;
  return enough && roles.has("number") && roles.has("title") && readCode(first)
    ? { headings, to: at }
    : undefined;
}

interface Row {
  readonly code: TextLine;
  readonly lines: TextLine[];
}

function rowsFrom(
  lines: readonly TextLine[],
  from: number,
  roles: readonly ColumnRole[],
  budget: Budget,
): { rows: readonly Row[]; to: number } {
  const rows: Row[] = [];
  const last = new Map<string, string>();
  let at = from;
  for (; at < lines.length; at += 1) {
    const line = lines[at];
    if (!line || isBlank(line)) continue;
    budget.step();
    const row = rows.at(-1);
    if (startsRow(lines, at, row, last, roles)) {
      rows.push({ code: line, lines: [] });
      remember(line.text, last);
    } else if (!row || row.lines.length >= LONGEST_ROW || line.text.includes("\t") || BEHIND.test(line.text))
      break;
    else row.lines.push(line);
  }
  return { rows, to: at };
}

function remember(text: string, last: Map<string, string>): void {
  const code = readCode(text);
  if (code) last.set(styleOf(text), code.text);
}

/** The line is the number that the numbering comes to next, a title follows it, and the row above has had its points. */
function startsRow(
  lines: readonly TextLine[],
  at: number,
  row: Row | undefined,
  last: ReadonlyMap<string, string>,
  roles: readonly ColumnRole[],
): boolean {
  const text = lines[at]?.text ?? "";
  const code = readCode(text);
  const next = lines.slice(at + 1, at + 4).find((line) => !isBlank(line))?.text ?? "";
  if (!code || next === "" || isNumber(next) || readCode(next)) return false;
  if (!row) return true;
  const before = last.get(styleOf(text));
  if (before === undefined ? !isFirst(code.text) : !follows(before, code.text) && !isFirst(code.text))
    return false;
  const pointed = row.lines.some((line) => isNumber(line.text));
  const mayBePoints =
    /^\d+$/.test(code.text) && roles.includes("max") && readCode(row.code.text)?.kind === "arabic";
  return pointed || !mayBePoints;
}

const SKIPPED = 0.25;
const SECOND_NUMBER = 6;
const CAPITAL_INSIDE = 0.5;
const SMALL_AT_START = 1.5;

/** Lines of a row to its columns, in order, at the least cost: the words of each column. */
export function seatInOrder(
  lines: readonly TextLine[],
  roles: readonly ColumnRole[],
  budget: Budget,
): string[] {
  const texts = roles.map(() => "");
  for (const { column, line } of seatsOf(lines, roles, budget))
    texts[column] = texts[column] === "" ? line.text : `${texts[column]}\n${line.text}`;
  return texts;
}

function cellsOf(row: Row, roles: readonly ColumnRole[], budget: Budget): TableCell[] {
  const number = roles.indexOf("number");
  const texts = roles.map(() => ({ text: "", line: row.code.number }));
  for (const { column, line } of seatsOf(row.lines, roles, budget)) {
    const cell = texts[column];
    if (!cell) continue;
    texts[column] =
      cell.text === ""
        ? { text: line.text, line: line.number }
        : { ...cell, text: `${cell.text}\n${line.text}` };
  }
  const numbered = texts[number];
  if (numbered) numbered.text = row.code.text;
  return texts.map(({ text, line }) => {
    const cell = textCell(text, line, budget);
    return text === "" ? cell : { ...cell, unsure: true as const };
  });
}

function seatsOf(
  lines: readonly TextLine[],
  roles: readonly ColumnRole[],
  budget: Budget,
): { readonly column: number; readonly line: TextLine }[] {
  const number = roles.indexOf("number");
  const columns = roles.length;
  const best: number[][] = [];
  const from: number[][] = [];
  lines.forEach((line, at) => {
    budget.step();
    const costs = new Array<number>(columns).fill(Number.POSITIVE_INFINITY);
    const steps = new Array<number>(columns).fill(0);
    for (let column = 0; column < columns; column += 1) {
      if (column === number) continue;
      const fit = fitOf(roles[column] ?? "unknown", line.text.trim());
      for (let before = at === 0 ? column : 0; before <= column; before += 1) {
        const reached = at === 0 ? SKIPPED * column : (best[at - 1]?.[before] ?? Number.POSITIVE_INFINITY);
        const cost = reached + fit + (at === 0 ? 0 : moveCost(roles, before, column, line.text.trim()));
        if (cost < (costs[column] ?? 0)) {
          costs[column] = cost;
          steps[column] = before;
        }
      }
    }
    best.push(costs);
    from.push(steps);
  });
  const seats: { column: number; line: TextLine }[] = [];
  let column = argmin(best.at(-1) ?? []);
  for (let at = lines.length - 1; at >= 0; at -= 1) {
    const line = lines[at];
    if (line) seats.unshift({ column, line });
    column = from[at]?.[column] ?? 0;
  }
  return seats;
}

function fitOf(role: ColumnRole, text: string): number {
  const points = speaksOfPoints(text) || /^[-+•]\s/.test(text);
  if ((role === "title" || role === "group") && points) return 2.5;
  if (role === "rule")
    return points ? 0 : isNumber(text) ? 2.5 : isAgency(text) || isDeadline(text) ? 1.4 : 0.6;
  return misfit(role, text);
}

function moveCost(roles: readonly ColumnRole[], before: number, column: number, text: string): number {
  const small = /^[\p{Ll}\p{P}]/u.test(text) && !/^[-+•]\s/.test(text);
  if (before < column) return SKIPPED * (column - before - 1) + (small ? SMALL_AT_START : 0);
  const role = roles[column];
  if (role === "max" || role === "score" || role === "self_score" || role === "count") return SECOND_NUMBER;
  return small || role === "rule" ? 0 : CAPITAL_INSIDE;
}

function argmin(costs: readonly number[]): number {
  let best = 0;
  costs.forEach((cost, at) => {
    if (cost < (costs[best] ?? Number.POSITIVE_INFINITY)) best = at;
  });
  return best;
}
