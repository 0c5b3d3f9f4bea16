/** Rows of recognised tables by what their columns mean. */
import type { Place } from "../blocks/types.js";
import type { ColumnRole, LogicalCell, LogicalRow, RecognisedTable, RowKind } from "../columns/types.js";
import { oneLine } from "./words.js";

/** Points that a column prints for the assessed unit: its own, or those that were published. */
export interface PrintedScore {
  readonly text: string;
  readonly year: number | undefined;
  readonly place: Place;
}

export interface SheetRow {
  readonly kind: RowKind;
  /** As printed; "" when there is none. */
  readonly code: string;
  readonly title: string;
  readonly max: string;
  /** Several lines. */
  readonly rule: string;
  readonly declared: string;
  readonly evidence: string;
  readonly selfScore: PrintedScore | undefined;
  /** The published points, of the latest year that the table prints. */
  readonly score: PrintedScore | undefined;
  readonly lead: string;
  readonly coordinating: string;
  readonly deadline: string;
  readonly note: string;
  readonly unit: string;
  readonly count: string;
  readonly group: string;
  readonly source: string;
  /** It is a guess which words are of this row, or of its rule and not of the cell beside it. */
  readonly unsure: boolean;
  readonly place: Place;
  readonly cells: readonly LogicalCell[];
}

/** The rows of a table, each cell under its role. Markup that was printed as text is taken out. */
export function sheetRows(table: RecognisedTable): SheetRow[] {
  const rows: SheetRow[] = [];
  for (const row of table.rows.map((each) => sheetRow(table, each))) {
    const before = rows.at(-1);
    // A page break may cut a cell: what begins with a box goes on with the boxes above.
    if (before && row.code === "" && BOX_FIRST.test(row.title))
      rows[rows.length - 1] = {
        ...before,
        declared: `${before.declared} ${row.title} ${row.declared}`.trim(),
      };
    else rows.push(row);
  }
  return rows;
}

const BOX_FIRST = /^[☐☑☒]/u;

/** Whether the table has a column of this role. */
export function hasColumn(table: RecognisedTable, role: ColumnRole): boolean {
  return table.columns.some((column) => column.role === role);
}

function sheetRow(table: RecognisedTable, row: LogicalRow): SheetRow {
  const cells = (role: ColumnRole): LogicalCell[] =>
    row.cells.filter((_, at) => table.columns[at]?.role === role);
  const lines = (role: ColumnRole): string =>
    cells(role)
      .map((cell) => unmarked(cell.text))
      .filter((text) => text !== "")
      .join("\n");
  const words = (role: ColumnRole): string => oneLine(lines(role));
  const code = row.code;
  return {
    kind: row.kind,
    code,
    title: words("title"),
    max: words("max") || pointsInTitle(words("title"), row.kind),
    rule: lines("rule"),
    declared: lines("declared"),
    evidence: lines("evidence"),
    selfScore: latest(table, row, "self_score"),
    score: latest(table, row, "score"),
    lead: lines("lead"),
    coordinating: lines("coordinating"),
    deadline: words("deadline"),
    note: lines("note"),
    unit: words("unit"),
    count: words("count"),
    group: words("group"),
    source: lines("source"),
    unsure: [...cells("rule"), ...cells("max"), ...cells("title")].some((cell) => cell.unsure === true),
    place: row.place,
    cells: row.cells,
  };
}

/** "Nhận thức số (20 điểm)", "Có kế hoạch (tối đa 10 điểm)": points that stand behind the title and in no column. */
const IN_TITLE =
  /\(\s*(?:điểm\s+)?(?:tối đa\s*:?\s*|thang điểm\s*:?\s*)?(\d{1,4}(?:[.,]\d{1,2})?)\s*điểm(?:\s+tối đa)?\s*\)\s*[.:;]?$/iu;

function pointsInTitle(title: string, kind: RowKind): string {
  if (kind !== "group" && kind !== "indicator") return "";
  return title.length > LONGEST_TITLE ? "" : (IN_TITLE.exec(title.normalize("NFC"))?.[1] ?? "");
}

const LONGEST_TITLE = 600;

function latest(table: RecognisedTable, row: LogicalRow, role: ColumnRole): PrintedScore | undefined {
  let found: PrintedScore | undefined;
  for (const [at, column] of table.columns.entries()) {
    const cell = row.cells[at];
    const text = oneLine(cell?.text ?? "");
    if (column.role !== role || !cell || text === "") continue;
    if (!found || (column.year ?? 0) > (found.year ?? 0))
      found = { text, year: column.year, place: cell.place };
  }
  return found;
}

/** Tags and formula marks that a digitiser left in the text are no words of the document. */
function unmarked(text: string): string {
  return text
    .replace(/<\/p>\s*<p>|<br\s*\/?>|<\/li>\s*<li>/giu, "\n")
    .replace(/<\/?(?:p|i|b|u|em|strong|ul|ol|li|span|sup|sub)(?:\s[^<>]*)?>/giu, "")
    .replace(/&nbsp;/gu, " ")
    .replace(/\$([<>=≤≥])\$/gu, "$1")
    .replace(/\$?\\geq?(?![a-z])\$?/gu, "≥")
    .replace(/\$?\\leq?(?![a-z])\$?/gu, "≤")
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n")
    .trim();
}
