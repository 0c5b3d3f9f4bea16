/** Tables whose columns are kept apart by spaces, as `pdftotext -layout` and mails have them. */
import type { Budget } from "../blocks/budget.js";
import type { TableCell } from "../blocks/types.js";
import { readCode } from "../columns/code.js";
import { isHeading } from "../columns/heading.js";
import { textCell } from "./cells.js";
import { isBlank, type TextLine } from "./lines.js";
import type { TextTable } from "./tabs.js";

interface Piece {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const FEWEST_COLUMNS = 3;
/** Empty lines that a table may have inside. */
const GAP = 2;
const LONGEST_LINE = 600;

/** The table whose header stands at a line; undefined when the line is no header or nothing stands under it. */
export function readAlignedTable(
  lines: readonly TextLine[],
  from: number,
  budget: Budget,
): TextTable | undefined {
  const header = piecesOf(lines[from]?.text ?? "");
  if (header.length < FEWEST_COLUMNS || header.filter(({ text }) => isHeading(text)).length < header.length)
    return undefined;
  const rows: Piece[][][] = [];
  const numbers: number[] = [];
  let blank = 0;
  let at = from + 1;
  for (; at < lines.length && blank <= GAP; at += 1) {
    const line = lines[at];
    if (!line) break;
    budget.step();
    if (isBlank(line)) {
      blank += 1;
      continue;
    }
    const seated = seatPieces(piecesOf(line.text), header);
    if (!seated) break;
    blank = 0;
    const open = rows.at(-1);
    // A line without a number goes on with the row above: a PDF has no other sign for it.
    if (open && (seated[0]?.length ?? 0) === 0)
      seated.forEach((pieces, column) => {
        open[column]?.push(...pieces);
      });
    else {
      rows.push(seated);
      numbers.push(line.number);
    }
  }
  if (!rows.some((row) => readCode(row[0]?.[0]?.text ?? ""))) return undefined;
  const cells = rows.map((row, index): TableCell[] =>
    row.map((pieces) => textCell(pieces.map(({ text }) => text).join("\n"), numbers[index] ?? 1, budget)),
  );
  const line = lines[from]?.number ?? 1;
  const top = header.map(({ text }) => textCell(text, line, budget));
  return { table: { place: { line }, caption: null, rows: [top, ...cells] }, from, to: at - blank };
}

/** Words between gaps of two spaces or more. */
function piecesOf(text: string): Piece[] {
  if (text.length > LONGEST_LINE) return [];
  return [...text.matchAll(/\S+(?: \S+)*/gu)].map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** Pieces under the headings they reach under; undefined for a line that runs across columns. */
function seatPieces(pieces: readonly Piece[], header: readonly Piece[]): Piece[][] | undefined {
  const columns: Piece[][] = header.map(() => []);
  for (const piece of pieces) {
    let best = -1;
    let most = Number.NEGATIVE_INFINITY;
    header.forEach((heading, column) => {
      const right = header[column + 1]?.start ?? Number.POSITIVE_INFINITY;
      const covered = Math.min(piece.end, right) - Math.max(piece.start, heading.start);
      if (covered > most) {
        most = covered;
        best = column;
      }
    });
    const heading = header[best];
    if (!heading || piece.start < heading.start - 3) return undefined;
    columns[best]?.push(piece);
  }
  return columns;
}
