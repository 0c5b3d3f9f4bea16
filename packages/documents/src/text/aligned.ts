/**
 * Tables whose columns are kept apart by spaces, as `pdftotext -layout` and mails have them. Each page has its own strips
 * of spaces, since a page is set out by itself; a header that is printed again begins one too.
 */
import type { Budget } from "../blocks/budget.js";
import { oneLine } from "../blocks/clean.js";
import type { TableCell } from "../blocks/types.js";
import { readCode } from "../columns/code.js";
import { readHeading } from "../columns/heading.js";
import { misfit } from "../columns/kinds.js";
import type { ColumnRole } from "../columns/types.js";
import { type AlignedHeader, alignedHeader, type HeadColumn, headerRows } from "./aligned-header.js";
import { type AlignedRow, alignedRows } from "./aligned-rows.js";
import { textCell } from "./cells.js";
import { guttersOf } from "./gutters.js";
import { isBlank, type TextLine } from "./lines.js";
import { furnitureOf, LONGEST_LINE, piecesOf, wordsOf } from "./pieces.js";
import type { SeatedLine } from "./seated-line.js";
import type { TextTable } from "./tabs.js";

/** The first number of a table stands so near under its header. */
const FIRST_ROW = 16;
/** Empty lines that a table may have inside a page. */
const GAP = 3;
/** What stands behind the last row of an appendix. */
const BEHIND = /^\s*(?:Nơi nhận|Ghi chú\s*[:.]|Lưu ý\s*:|TM\.|KT\.|PHỤ LỤC|Phụ lục|Điều \d+\.)/u;

interface AlignedTable extends TextTable {
  /** The first line of a page whose columns could not be told apart: the table ends before it. */
  readonly unreadable?: number;
}

interface Page {
  readonly lines: TextLine[];
  readonly header: readonly HeadColumn[] | undefined;
}

/** The table whose header stands at a line; undefined when the line is no header or nothing stands under it. */
export function readAlignedTable(
  lines: readonly TextLine[],
  from: number,
  budget: Budget,
): AlignedTable | undefined {
  const header = alignedHeader(lines, from, budget);
  if (!header || !numbered(lines, header.to)) return undefined;
  const { pages, to } = pagesFrom(lines, from, header, budget);
  const roles = header.columns.map(({ role }) => role);
  const seated: SeatedLine[] = [];
  let cuts: readonly number[] = [];
  let unreadable: number | undefined;
  for (const page of pages) {
    const own = guttersOf(
      page.lines.map(({ text }) => text),
      page.header,
      cuts,
    );
    const placed = own ? seat(page.lines, own, roles, budget) : [];
    if (!own || !fits(placed, roles)) {
      unreadable = page.lines.find((line) => !isBlank(line))?.number;
      break;
    }
    cuts = own;
    seated.push(...placed);
  }
  const body = withoutTail(seated, roles);
  const line = lines[from]?.number ?? 1;
  const rows = alignedRows(body, roles).map((row) => cellsOf(row, roles.length, budget));
  const end = behind(lines, to, body.at(-1)?.number ?? line);
  const table = { place: { line }, caption: null, rows: [...headerRows(header, line, budget), ...rows] };
  return { table, from, to: Math.max(end, header.to), ...(unreadable === undefined ? {} : { unreadable }) };
}

/** A number stands under the header, at its left. */
function numbered(lines: readonly TextLine[], from: number): boolean {
  return lines
    .slice(from, from + FIRST_ROW)
    .some(({ text }) => readCode(piecesOf(text)[0]?.text ?? "") || /^\s*\d+(?:\.\d+)*[.)]?\s/.test(text));
}

/** The lines of the table as pages, up to what plainly is no table any more. */
function pagesFrom(
  lines: readonly TextLine[],
  from: number,
  header: AlignedHeader,
  budget: Budget,
): { pages: Page[]; to: number } {
  const roles = header.columns.map(({ role }) => role).join(" ");
  const pages: Page[] = [{ lines: [], header: header.columns }];
  const printed = oneLine(lines[from]?.text ?? "");
  let blank = 0;
  let at = header.to;
  while (at < lines.length) {
    const line = lines[at];
    if (!line || line.text.length > LONGEST_LINE || BEHIND.test(line.text)) break;
    budget.step();
    if (line.opensPage) blank = 0;
    blank = isBlank(line) ? blank + 1 : 0;
    const again =
      oneLine(line.text) === printed || mayBeHeader(line)
        ? alignedHeader(lines, at, budget, header)
        : undefined;
    if (again && again.columns.map(({ role }) => role).join(" ") !== roles) break;
    if (again) {
      pages.push({ lines: [], header: again.columns });
      at = again.to;
      continue;
    }
    if (line.opensPage) pages.push({ lines: [], header: undefined });
    pages.at(-1)?.lines.push(line);
    at += 1;
    // The end of a page is blank; the next page goes on.
    if (blank > GAP && !lines.slice(at, at + 60).some((next) => next.opensPage)) break;
  }
  const filled = pages.filter((page) => page.lines.some((line) => !isBlank(line)));
  // A text without form feeds says only by its headers where pages end.
  const left = furnitureOf(filled.map((page) => page.lines.filter((line) => !isBlank(line))));
  const kept = filled.map((page) => ({ ...page, lines: page.lines.filter((line) => !left.has(line)) }));
  return { pages: kept, to: at };
}

/** Two headings of different columns at least: most lines have none. */
function mayBeHeader({ text }: TextLine): boolean {
  if (!/ {2}|^ /.test(text)) return false;
  const pieces = piecesOf(text);
  if (pieces.length < 1 || pieces.length > 20 || pieces.some((piece) => piece.text.length > 60)) return false;
  if (readCode(pieces[0]?.text ?? "")?.kind === "arabic") return false;
  return pieces.every((piece) => (readHeading(piece.text)?.share ?? 0) >= 0.5);
}

/** The words of each line under the columns that they begin in. */
function seat(
  lines: readonly TextLine[],
  cuts: readonly number[],
  roles: readonly ColumnRole[],
  budget: Budget,
): SeatedLine[] {
  const seated: SeatedLine[] = [];
  let apart = false;
  for (const line of lines) {
    budget.step();
    if (isBlank(line)) {
      apart = true;
      continue;
    }
    const first = seated.length === 0;
    const texts = textsOf(line.text, cuts);
    const across = texts === undefined ? acrossTexts(line.text, roles) : undefined;
    seated.push({
      texts: across ?? texts ?? [],
      number: line.number,
      across: across !== undefined,
      first,
      apart,
    });
    apart = false;
  }
  return seated;
}

/** Columns of numbers hold hardly anything else: strips that were found in the middle of words do not pass for columns. */
const FITTING = 0.6;

function fits(lines: readonly SeatedLine[], roles: readonly ColumnRole[]): boolean {
  return roles.every((role, column) => {
    if (role !== "number" && role !== "max") return true;
    const texts = lines.filter(({ across }) => !across).map(({ texts: all }) => all[column] ?? "");
    const filled = texts.filter((text) => text !== "");
    const fitting = filled.filter((text) => misfit(role, text) === 0 || /^[-+•]$/.test(text)).length;
    return fitting >= filled.length * FITTING;
  });
}

/** Undefined when words run over a border without a gap. */
function textsOf(text: string, cuts: readonly number[]): string[] | undefined {
  const texts = Array.from({ length: cuts.length + 1 }, () => "");
  for (const { text: word, start, end } of wordsOf(text)) {
    let column = 0;
    while (column < cuts.length && (cuts[column] ?? 0) <= start) column += 1;
    if ((cuts[column] ?? Number.POSITIVE_INFINITY) < end) return undefined;
    texts[column] = texts[column] === "" ? word : `${texts[column]} ${word}`;
  }
  return reachesOver(text, cuts) ? undefined : texts;
}

/** One run of words over two borders or more is a heading, or a paragraph, and no two cells by chance. */
function reachesOver(text: string, cuts: readonly number[]): boolean {
  return piecesOf(text).some(({ start, end }) => cuts.filter((cut) => start < cut && cut < end).length > 1);
}

/** A heading across the table: its number, where it has one, and its words as a title. */
function acrossTexts(text: string, roles: readonly ColumnRole[]): string[] {
  const words = text.trim().replace(/\s+/gu, " ");
  const [, code, rest] = /^([IVX]{1,5}|[A-ZĐ]|\d{1,2}(?:\.\d{1,2})*)[.)]?\s+(.+)$/u.exec(words) ?? [];
  const numbered = code !== undefined && roles.includes("number");
  return roles.map((role) =>
    role === "number" && numbered ? code : role === "title" ? (numbered ? (rest ?? "") : words) : "",
  );
}

/** A heading across the table is followed by a row; what is not, at the end, is text behind the table. */
function withoutTail(lines: readonly SeatedLine[], roles: readonly ColumnRole[]): readonly SeatedLine[] {
  const number = roles.indexOf("number");
  let end = lines.length;
  const last = lines.findLastIndex(
    (line) => !line.across && (number < 0 || readCode(line.texts[number] ?? "") !== undefined),
  );
  const tail = lines.findIndex((line, at) => at > last && line.across);
  if (tail >= 0) end = tail;
  return lines.slice(0, end);
}

function cellsOf({ lines: row, unsure }: AlignedRow, width: number, budget: Budget): TableCell[] {
  return Array.from({ length: width }, (_, column) => {
    const own = row.filter(({ texts }) => (texts[column] ?? "") !== "");
    const text = own.map(({ texts }) => texts[column] ?? "").join("\n");
    const cell = textCell(text, own[0]?.number ?? row[0]?.number ?? 1, budget);
    return unsure && text !== "" ? { ...cell, unsure: true as const } : cell;
  });
}

/** The position behind the line of a number, at most `to`. */
function behind(lines: readonly TextLine[], to: number, number: number): number {
  let at = to;
  while (at > 0 && (lines[at - 1]?.number ?? 0) > number) at -= 1;
  return at;
}
