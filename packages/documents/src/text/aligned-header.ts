/** The header of a table whose columns are kept apart by spaces: its headings may run over several lines, each in the middle of its cell. */
import type { Budget } from "../blocks/budget.js";
import type { TableCell } from "../blocks/types.js";
import { readCode } from "../columns/code.js";
import { isColumnNumberTexts } from "../columns/header.js";
import { isHeading, readHeading } from "../columns/heading.js";
import type { ColumnRole } from "../columns/types.js";
import { textCell } from "./cells.js";
import { isBlank, type TextLine } from "./lines.js";
import { type Piece, piecesOf } from "./pieces.js";

export interface HeadColumn {
  readonly words: string;
  readonly role: ColumnRole;
  readonly start: number;
  readonly end: number;
  /** The heading over this column and its neighbours; undefined where it stands alone. */
  readonly over: string | undefined;
}

export interface AlignedHeader {
  readonly columns: readonly HeadColumn[];
  /** The position behind its last line. */
  readonly to: number;
}

const MOST_LINES = 6;
const FEWEST_COLUMNS = 3;
const MOST_COLUMNS = 20;

/** The name of the table may stand right above its header. */
const NAMES_TABLE = /^(?:bộ|phụ lục|bảng|biểu|danh mục|nhóm)\s/iu;

/**
 * The header that begins at a line; undefined when the lines from there on name no columns.
 * @param printed the header of the table that the line may go on with: the same words are that header again, and no line
 *   of a cell that happens to sound like a heading belongs to it
 */
export function alignedHeader(
  lines: readonly TextLine[],
  from: number,
  budget: Budget,
  printed?: AlignedHeader,
): AlignedHeader | undefined {
  const pieces: Piece[][] = [];
  for (let at = from; at < lines.length && pieces.length < MOST_LINES; at += 1) {
    const line = lines[at];
    if (!line || isBlank(line)) break;
    budget.step();
    const found = piecesOf(line.text);
    // The same line again is another header.
    if (at > from && line.text === lines[at - 1]?.text) break;
    const [first] = found;
    if (found.length === 1 && NAMES_TABLE.test(first?.text ?? "")) break;
    if (!first || found.length > MOST_COLUMNS || (readCode(first.text) && !/^tt$/iu.test(first.text))) break;
    pieces.push(found);
  }
  let best:
    | { readonly columns: HeadColumn[]; readonly strangers: number; readonly height: number }
    | undefined;
  for (let height = pieces.length; height > 0; height -= 1) {
    const columns = headColumns(pieces.slice(0, height), budget);
    if (!columns || !namesTable(columns)) continue;
    if (printed && sameWords(columns, printed.columns)) {
      best = { columns, strangers: 0, height };
      break;
    }
    const strangers = strangersIn(columns);
    if (!best || strangers < best.strangers) best = { columns, strangers, height };
  }
  return best && { columns: best.columns, to: behindNumbers(lines, from + best.height) };
}

function sameWords(one: readonly HeadColumn[], other: readonly HeadColumn[]): boolean {
  return one.length === other.length && one.every(({ words }, at) => words === other[at]?.words);
}

function strangersIn(columns: readonly HeadColumn[]): number {
  return columns.filter(({ words, over }) => !isHeading(`${over ?? ""} ${words}`.trim())).length;
}

/** "(1) (2) (3)" under the header counts its columns. */
function behindNumbers(lines: readonly TextLine[], at: number): number {
  const texts = piecesOf(lines[at]?.text ?? "").map(({ text }) => text);
  return isColumnNumberTexts(texts) ? at + 1 : at;
}

function namesTable(columns: readonly HeadColumn[]): boolean {
  if (columns.length < FEWEST_COLUMNS) return false;
  const strangers = strangersIn(columns);
  const roles = new Set(columns.map(({ role }) => role));
  const points = roles.has("max") || roles.has("rule") || roles.has("declared");
  return strangers * 5 <= columns.length && roles.has("title") && (points || roles.has("number"));
}

interface Cluster {
  readonly pieces: Piece[];
  start: number;
  end: number;
  readonly over: string[];
}

/** Pieces that stand under one another are one heading; what stands over several headings is theirs together. */
function headColumns(lines: readonly (readonly Piece[])[], budget: Budget): HeadColumn[] | undefined {
  const clusters: Cluster[] = [];
  for (const pieces of [...lines].reverse())
    for (const piece of pieces.flatMap(numberApart)) {
      budget.step();
      const under = clusters.filter(({ start, end }) => start < piece.end && piece.start < end);
      const [only, second] =
        under.length === 0 && pieces === lines[0] ? besideLast(clusters, piece, lines) : under;
      if (only && second)
        for (const cluster of under.length > 1 ? under : [only, second]) cluster.over.unshift(piece.text);
      else if (only) {
        only.pieces.unshift(piece);
        only.start = Math.min(only.start, piece.start);
        only.end = Math.max(only.end, piece.end);
      } else clusters.push({ pieces: [piece], start: piece.start, end: piece.end, over: [] });
    }
  clusters.sort((one, other) => one.start - other.start);
  // Headings that reach into one another are no columns.
  if (clusters.some(({ end }, at) => end > (clusters[at + 1]?.start ?? end))) return undefined;
  return clusters.map(({ pieces, start, end, over }) => {
    const words = pieces.map(({ text }) => text).join(" ");
    const whole = [...over, words].join(" ");
    const read = over.length > 0 ? readHeading(whole) : undefined;
    const role = (read ?? readHeading(words))?.role ?? "unknown";
    return { words, role, start, end, over: over.length > 0 ? over.join(" ") : undefined };
  });
}

/** A short heading over two columns stands between their own, which only the last line of the header has. */
function besideLast(
  clusters: readonly Cluster[],
  { start, end }: Piece,
  lines: readonly (readonly Piece[])[],
): Cluster[] {
  const last = lines.at(-1) ?? [];
  if (last.length < 2 || last.length >= clusters.length) return [];
  const inLast = (cluster: Cluster | undefined): cluster is Cluster =>
    cluster !== undefined &&
    cluster.pieces.length === 1 &&
    last.includes(cluster.pieces[0] ?? last[0] ?? { text: "", start: 0, end: 0 });
  const left = clusters.filter((one) => one.end <= start).sort((one, other) => other.end - one.end)[0];
  const right = clusters.filter((one) => one.start >= end).sort((one, other) => one.start - other.start)[0];
  return inLast(left) && inLast(right) ? [left, right] : [];
}

/** The narrow column of numbers often stands one space from the next. */
function numberApart(piece: Piece): Piece[] {
  const number = /^(?:S?TT|Số TT|Mã)(?= \p{Lu})/iu.exec(piece.text)?.[0];
  const rest = number === undefined ? "" : piece.text.slice(number.length + 1);
  if (number === undefined || !isHeading(rest)) return [piece];
  const middle = piece.start + number.length;
  return [
    { text: number, start: piece.start, end: middle },
    { text: rest, start: middle + 1, end: piece.end },
  ];
}

/** The rows of the header as cells: one, or two where a heading stands over others. */
export function headerRows(header: AlignedHeader, line: number, budget: Budget): TableCell[][] {
  const { columns } = header;
  if (columns.every(({ over }) => over === undefined))
    return [columns.map(({ words }) => textCell(words, line, budget))];
  const top: TableCell[] = [];
  const below: TableCell[] = [];
  columns.forEach(({ words, over }, at) => {
    if (over === undefined) top.push({ ...textCell(words, line, budget), rows: 2 });
    else {
      below.push(textCell(words, line, budget));
      if (columns[at - 1]?.over === over) return;
      let span = 1;
      while (columns[at + span]?.over === over) span += 1;
      top.push(textCell(over, line, budget, span));
    }
  });
  return [top, below];
}
