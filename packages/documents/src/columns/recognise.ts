/** The tables of a document as their headings mean them, put together again over pages, repeated headers and split rows. */
import { oneLine } from "../blocks/clean.js";
import type {
  DocumentTable,
  ParagraphBlock,
  ReadingNote,
  SourceDocument,
  TableCell,
} from "../blocks/types.js";
import { align } from "./align.js";
import { type Collected, type CollectedLine, seatLines } from "./collected.js";
import { guessColumns, judgeRoles } from "./contents.js";
import { type GridLine, gridOf } from "./grid.js";
import { type Header, readHeader } from "./header.js";
import { misfit } from "./kinds.js";
import { restoreNumbers, settleGroups } from "./outline.js";
import { plain } from "./plain.js";
import { closedCell, joinRows, type OpenRow } from "./rows.js";
import type { ColumnRole, LogicalRow, RecognisedTable } from "./types.js";
import { settleUnder } from "./under.js";

/** Tables whose columns have headings that say something here, and lists of numbered things without a header. */
export function recogniseTables(document: SourceDocument): readonly RecognisedTable[] {
  const gathering = new Gathering(document.format === "text" || document.format === "csv");
  document.blocks.forEach((block, at) => {
    if (block.kind === "paragraph") gathering.paragraph(block);
    else gathering.table(block.table, at);
  });
  return gathering.finish().map(finishTable);
}

/** A paragraph between two pieces of one table is short; two at the most, and none that names another table. */
const LONGEST_HEADING = 160;
const MOST_HEADINGS = 2;
const OTHER_TABLE = /^(phu luc|bang( so)? \d|bieu|mau( so)?|phan)\b/;
const PAGE_NUMBER = /^\s*[-–]?\s*\d{1,3}\s*[-–]?\s*$/;

class Gathering {
  private readonly tables: Collected[] = [];
  private open: Collected | undefined;
  private between: ParagraphBlock[] = [];

  constructor(private readonly flat: boolean) {}

  paragraph(block: ParagraphBlock): void {
    if (!PAGE_NUMBER.test(block.text)) this.between.push(block);
  }

  table(table: DocumentTable, block: number): void {
    const grid = gridOf(table);
    let leading: CollectedLine[] = [];
    let broken = true;
    let sure = this.goesOn(table, grid);
    if (!sure) this.open = undefined;
    for (let at = 0; at < grid.length; ) {
      const header = readHeader(grid, at);
      if (header) {
        if (this.open && this.sameColumns(header) && this.bridges()) this.takeHeadings();
        else this.start(header, leading, table, block);
        leading = [];
        at += header.lines;
        broken = true;
        sure = true;
        continue;
      }
      const line: CollectedLine = {
        kind: "line",
        line: grid[at] ?? [],
        flat: this.flat ? table.rows[at] : undefined,
        broken,
      };
      if (this.open && sure) {
        this.takeHeadings();
        this.open.lines.push(line);
      } else leading.push(line);
      broken = false;
      at += 1;
    }
    this.startWithoutHeader(leading, table, block);
    this.between = [];
  }

  finish(): readonly Collected[] {
    return this.tables;
  }

  /** A table without a header right under another, of its width: the next page of it. */
  private goesOn(table: DocumentTable, grid: readonly GridLine[]): boolean {
    if (!this.open || !this.bridges()) return false;
    if (this.open.place.sheet !== table.place.sheet) return false;
    const width = Math.max(0, ...grid.map((line) => line.length));
    const own = Math.max(0, ...this.open.columns.map((column) => column.to));
    const missing = own - width;
    return missing === 0 || (this.between.length === 0 && missing <= (this.flat ? 2 : 1) && missing >= -1);
  }

  private bridges(): boolean {
    return (
      this.between.length <= MOST_HEADINGS &&
      this.between.every(
        ({ text }) => text.length <= LONGEST_HEADING && !OTHER_TABLE.test(plain(text)) && !/[.;]$/.test(text),
      )
    );
  }

  private sameColumns(header: Header): boolean {
    const own = this.open?.columns ?? [];
    return (
      own.length === header.columns.length &&
      own.every(({ heading, role }, at) => {
        const other = header.columns[at];
        return other !== undefined && (other.role === role || plain(other.heading) === plain(heading));
      })
    );
  }

  private takeHeadings(): void {
    for (const paragraph of this.between) this.open?.lines.push({ kind: "heading", paragraph });
    this.between = [];
  }

  /** Lines above the header that name the first group stand at the head of the table; a list there is one of its own. */
  private start(
    header: Header,
    leading: readonly CollectedLine[],
    table: DocumentTable,
    block: number,
  ): void {
    const heads: CollectedLine[] = [];
    const list = [...leading];
    while (list.length > 0) {
      const last = list.at(-1);
      if (last?.kind !== "line" || filled(last.line).length !== 1) break;
      list.pop();
      const [cell] = filled(last.line);
      const text = oneLine(cell?.text ?? "");
      if (cell && text.length <= LONGEST_HEADING && !OTHER_TABLE.test(plain(text)) && !text.startsWith("("))
        heads.unshift({
          kind: "heading",
          paragraph: { kind: "paragraph", text, level: null, place: cell.place },
        });
    }
    this.startWithoutHeader(list, table, block);
    this.open = {
      columns: header.columns,
      lines: heads.slice(-1),
      caption: table.caption,
      place: table.place,
      block,
    };
    this.tables.push(this.open);
    this.between = [];
  }

  private startWithoutHeader(lines: readonly CollectedLine[], table: DocumentTable, block: number): void {
    const grid = lines.flatMap((line) => (line.kind === "line" ? [line.line] : []));
    const words = [table.caption ?? "", ...(grid[0] ?? []).map((cell) => cell?.text ?? "")].join(" ");
    const columns = guessColumns(grid, words);
    if (!columns) return;
    const found: Collected = {
      columns,
      lines: [...lines],
      caption: table.caption,
      place: table.place,
      block,
    };
    this.tables.push(found);
    this.open = found;
  }
}

function filled(line: GridLine): TableCell[] {
  const cells: TableCell[] = [];
  for (const cell of line) if (cell && cell.text !== "" && !cells.includes(cell)) cells.push(cell);
  return cells;
}

/** Misfits from this sum on, the cells of a line are not where they belong. */
const ASTRAY = 4;

/** Cells stay where they are, the first under the first column, unless that plainly cannot be. */
function seat(roles: readonly ColumnRole[], texts: readonly string[]): readonly (number | undefined)[] {
  const misfits = texts.reduce((sum, text, at) => {
    const role = roles[at];
    return sum + (role === undefined ? (text === "" ? 0 : ASTRAY) : misfit(role, text));
  }, 0);
  if (misfits < ASTRAY) return roles.map((_, at) => (at < texts.length ? at : undefined));
  return align(roles, texts);
}

function finishTable(table: Collected): RecognisedTable {
  const columns = judgeRoles(table);
  const roles = columns.map((column) => column.role);
  const judged: Collected = { ...table, columns };
  const rows = joinRows(seatLines(judged, seat, roles), roles);
  const notes: ReadingNote[] = restoreNumbers(rows);
  if (!rows.some((row) => row.kind === "numbered")) allIndicators(rows);
  const max = roles.indexOf("max");
  settleGroups(
    rows,
    (row) => hasContent(row, roles),
    (row) => max < 0 || (row.cells[max]?.texts.length ?? 0) > 0,
  );
  settleUnder(rows, roles);
  return {
    columns: columns.map(({ role, heading, year }) => ({
      role,
      heading,
      ...(year === undefined ? {} : { year }),
    })),
    rows: rows.map(finishRow),
    caption: table.caption,
    place: table.place,
    block: table.block,
    notes,
  };
}

/** In a table that numbers nothing, every row with more than its name is an indicator. */
function allIndicators(rows: readonly OpenRow[]): void {
  for (const row of rows) if (row.kind === "under") row.kind = "indicator";
}

const CONTENT: ReadonlySet<ColumnRole> = new Set([
  "rule",
  "declared",
  "evidence",
  "self_score",
  "lead",
  "deadline",
  "source",
]);

function hasContent(row: OpenRow, roles: readonly ColumnRole[]): boolean {
  return row.cells.some((cell, column) => cell.texts.length > 0 && CONTENT.has(roles[column] ?? "unknown"));
}

function finishRow(row: OpenRow): LogicalRow {
  const kind = row.kind === "numbered" ? "indicator" : row.kind === "under" ? "part" : row.kind;
  return { kind, code: row.code, cells: row.cells.map(closedCell), place: row.place };
}
