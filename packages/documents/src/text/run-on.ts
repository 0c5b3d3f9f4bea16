/**
 * Tables copied out of a PDF: each line of a cell is a line of the text, and cells that stand on one line of the page
 * stand on one line here, a space apart. Rows begin where the numbering goes on; the points of a row part its title from
 * its rule. What fits no row, or leaves many rows without points, is no such table, and the document says so.
 */
import type { Budget } from "../blocks/budget.js";
import type { TableCell } from "../blocks/types.js";
import { readCode } from "../columns/code.js";
import { readHeading } from "../columns/heading.js";
import { isNumber } from "../columns/kinds.js";
import type { ColumnRole } from "../columns/types.js";
import { textCell } from "./cells.js";
import { isBlank, type TextLine } from "./lines.js";
import { follows, isFirst, styleOf } from "./numbering.js";
import { furnitureOf } from "./pieces.js";
import { headerAgain, type RunOnHeader, runOnHeader } from "./run-on-header.js";
import { pointsStand, type ReadRow, readRow, wordsBehindPoints } from "./run-on-row.js";
import type { TextTable } from "./tabs.js";

interface RunOnTable extends TextTable {
  /** Its cells stand in another order than that of the page: nothing of it was read. */
  readonly scattered?: true;
}

/** What stands behind the last row of an appendix. */
const BEHIND = /^\s*(?:Nơi nhận|Ghi chú\s*[:.]|TM\.|KT\.|Phụ lục|PHỤ LỤC|Điều \d+\.)/u;
/** More lines than this without a number are the text behind the table. */
const LONGEST_ROW = 80;
const FEWEST_ROWS = 3;
/** Of the rows, so many may print no points. */
const WITHOUT_POINTS = 0.15;

interface OpenRow {
  readonly code: string;
  readonly line: number;
  readonly lines: TextLine[];
  /** A page ends inside it: each of its cells may go on behind the others. */
  cut: boolean;
}

/** The table whose header begins at a line; undefined when there is no header, or no number behind it. */
export function readRunOnTable(
  lines: readonly TextLine[],
  from: number,
  budget: Budget,
): RunOnTable | undefined {
  const header = runOnHeader(lines, from, budget);
  if (!header) return undefined;
  const roles = header.columns.map(({ role }) => role);
  if (!roles.includes("max")) return undefined;
  const { pages, to: at, closed } = pagesFrom(lines, header, budget);
  const rows = rowsOf(pages, header, roles);
  if (rows.length < FEWEST_ROWS) return undefined;
  const place = { line: lines[from]?.number ?? 1 };
  // A heading that stands elsewhere on the page is copied elsewhere too.
  const lacks = !roles.includes("rule") && leftOver(rows, roles) > rows.length * WITHOUT_RULE;
  if (lacks) roles.push("rule");
  const read = rows.map((row) => {
    const found = readRow(row.lines, roles, budget);
    // Where the last row ends, only what stands behind a table tells.
    const open = row === rows.at(-1) && !closed;
    const unsure = found.unsure || row.cut || lacks || open || isMuddled(row, found);
    return { row, read: { ...found, unsure } };
  });
  if (isScattered(read)) return { table: { place, caption: null, rows: [] }, from, to: at, scattered: true };
  const words = [...header.columns.map((column) => column.words), ...(lacks ? ["Cách tính điểm"] : [])];
  const top = words.map((text) => textCell(text, place.line, budget));
  const body = read.flatMap((one) => cellsOf(one, roles, budget));
  return { table: { place, caption: null, rows: [top, ...body] }, from, to: at };
}

/** The filled lines of the table, page by page: a form feed or a header printed again begins a page. */
function pagesFrom(
  lines: readonly TextLine[],
  header: RunOnHeader,
  budget: Budget,
): { pages: TextLine[][]; to: number; closed: boolean } {
  const pages: TextLine[][] = [[]];
  let at = header.to;
  let numbered = at;
  let closed = false;
  while (at < lines.length && at - numbered < LONGEST_ROW * 2) {
    const line = lines[at];
    if (!line || line.text.includes("\t")) break;
    closed = BEHIND.test(line.text);
    if (closed) break;
    budget.step();
    if (readCode(/^\s*(\S{1,12})(?=\s|$)/u.exec(line.text)?.[1] ?? "")) numbered = at;
    const again = headerAgain(lines, at, header);
    if (again !== undefined || line.opensPage) pages.push([]);
    if (again === undefined && !isBlank(line)) pages.at(-1)?.push(line);
    at = again ?? at + 1;
  }
  const left = furnitureOf(pages.filter((page) => page.length > 0));
  return { pages: pages.map((page) => page.filter((line) => !left.has(line))), to: at, closed };
}

function rowsOf(
  pages: readonly (readonly TextLine[])[],
  header: RunOnHeader,
  roles: readonly ColumnRole[],
): OpenRow[] {
  const rows: OpenRow[] = [];
  const last = new Map<string, string>();
  const lines = pages.flat();
  const firsts = new Set(pages.slice(1).map(([first]) => first));
  let turned = false;
  for (const [at, line] of lines.entries()) {
    if (firsts.has(line)) turned = true;
    const row = rows.at(-1);
    const stray = strayOf(line.text.trim(), header);
    if (row && stray !== undefined) row.cut = true;
    if (stray === "heading") continue;
    const code = startOf(lines, at, row, last, roles);
    if (code !== undefined) {
      const rest = line.text.trim().slice(code.printed.length).trim();
      turned = false;
      rows.push({
        code: code.printed,
        line: line.number,
        cut: false,
        lines: rest === "" ? [] : [{ text: rest, number: line.number }],
      });
      last.set(styleOf(code.text), code.text);
    } else if (!row) return [];
    else {
      row.lines.push({ text: line.text.trim(), number: line.number });
      if (turned) row.cut = true;
    }
  }
  return rows;
}

/** Of the rows of a table without a heading of rules, so many have words behind their points. */
const WITHOUT_RULE = 0.3;

function leftOver(rows: readonly OpenRow[], roles: readonly ColumnRole[]): number {
  return rows.filter(({ lines }) => wordsBehindPoints(lines, roles)).length;
}

/**
 * A heading of the next page that was copied into a row, whole or a line of it: "Cách xác định và tính điểm" far from the
 * other headings. A word of it, or "Điểm tối đa", stays, since it may be of the row.
 */
function strayOf(text: string, { printed, columns }: RunOnHeader): "heading" | "piece" | undefined {
  if (printed.includes(text) || columns.some(({ words }) => words === text))
    return /^S?TT$/iu.test(text) || (/\s/.test(text) && readHeading(text)?.role !== "max")
      ? "heading"
      : "piece";
  if (!/^(?:Cách|Phương pháp|Hướng dẫn)\s/u.test(text) || text.length > 60) return undefined;
  const read = readHeading(text);
  return read?.role === "rule" && read.share > 0.95 ? "heading" : undefined;
}

/** The code that a line begins a row with: the number that comes next, and a title behind it. */
function startOf(
  lines: readonly TextLine[],
  at: number,
  row: OpenRow | undefined,
  last: ReadonlyMap<string, string>,
  roles: readonly ColumnRole[],
): { printed: string; text: string } | undefined {
  const [, printed = "", rest = ""] = /^\s*(\S{1,12})(?:\s+(.*\S))?\s*$/u.exec(lines[at]?.text ?? "") ?? [];
  const code = readCode(printed);
  if (!code || /^[("[]|[)\]:/"-]$/.test(printed) || /^[a-zđ]/.test(code.text)) return undefined;
  const title = rest !== "" ? rest : nextText(lines, at);
  if (!/^["“(]?[\p{Lu}\d]/u.test(title) || isNumber(title) || readCode(title.split(" ")[0] ?? ""))
    return undefined;
  if (/^\p{Lu}\d?\s*[=:]/u.test(title)) return undefined;
  if (!row) return { printed, text: code.text };
  const before = last.get(styleOf(code.text));
  const goesOn = before === undefined ? isFirst(code.text) : follows(before, code.text) || isFirst(code.text);
  const prefix = code.text.split(".").slice(0, -1).join(".");
  const isNext = goesOn || (code.depth > 1 && isFirst(code.text) && [...last.values()].includes(prefix));
  if (!isNext) return undefined;
  const numbered = readCode(row.code)?.kind === "arabic";
  const mayBePoints =
    numbered && code.kind === "arabic" && code.depth === 1 && !pointsStand(row.lines, roles);
  if (!mayBePoints) return { printed, text: code.text };
  // "6 An toàn thông tin 20" where 5.8 has no points yet: only "6.1" further down can tell.
  return rest !== "" && nextNumber(lines, at).startsWith(`${code.text}.1`)
    ? { printed, text: code.text }
    : undefined;
}

function nextText(lines: readonly TextLine[], at: number): string {
  return (
    lines
      .slice(at + 1, at + 4)
      .find((line) => !isBlank(line))
      ?.text.trim() ?? ""
  );
}

const LOOK_AHEAD = 8;

/** The next number with a dot that a line begins with. */
function nextNumber(lines: readonly TextLine[], at: number): string {
  for (const { text } of lines.slice(at + 1, at + LOOK_AHEAD)) {
    const number = /^\s*(\d{1,2}(?:\.\d{1,2})+)\.?(?=\s|$)/.exec(text)?.[1];
    if (number !== undefined) return `${number}.`.replace(/\.$/, "");
  }
  return "";
}

/** Numbers of further rows inside rows, or many rows without points: the order of the page is lost. */
function isScattered(rows: readonly { readonly row: OpenRow; readonly read: ReadRow }[]): boolean {
  const poor = rows.filter(({ read }) => read.max === "" && read.options.length === 0).length;
  const inside = rows.filter(({ row }) =>
    row.lines.some(
      ({ text }) => /^\d{1,2}(?:\.\d{1,2}){1,3}\.?$/.test(text) && readCode(text) && !isPointsLine(text),
    ),
  ).length;
  const muddled = rows.filter(({ row, read }) => isMuddled(row, read)).length;
  return (
    muddled > Math.max(2, rows.length * MUDDLED) ||
    poor > Math.max(2, rows.length * WITHOUT_POINTS) ||
    inside > Math.max(1, rows.length * WITHOUT_POINTS)
  );
}

/** Of the rows, so many may hold numbers that are neither their own nor points of their cases. */
const MUDDLED = 0.08;

/** Points stand once in a row; further numbers on lines of their own are of other rows. */
function isMuddled(row: OpenRow, { options }: ReadRow): boolean {
  return (
    options.length === 0 && row.lines.filter(({ text }) => isNumber(text) && !/^0\d/.test(text)).length > 1
  );
}

/** "1.5" may be points as well as a number of a row; "1.10" and "2.1.3" may not. */
function isPointsLine(text: string): boolean {
  return /^\d{1,2}\.[05]$/.test(text);
}

function cellsOf(
  { row, read }: { readonly row: OpenRow; readonly read: ReadRow },
  roles: readonly ColumnRole[],
  budget: Budget,
): TableCell[][] {
  const cell = (text: string, line: number): TableCell => {
    const made = textCell(text, line, budget);
    return read.unsure && text !== "" ? { ...made, unsure: true as const } : made;
  };
  const own = roles.map((role, column) =>
    cell(role === "number" ? row.code : role === "max" ? read.max : (read.texts[column] ?? ""), row.line),
  );
  const options = read.options.map((option) =>
    roles.map((role) =>
      cell(role === "title" ? option.title : role === "max" ? option.max : "", option.line),
    ),
  );
  return [own, ...options];
}
