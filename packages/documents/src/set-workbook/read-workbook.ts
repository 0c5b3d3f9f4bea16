/** A workbook that {@link writeSetWorkbook} made, perhaps edited since, back to the set. */
import {
  type Loaded,
  type LoadedSet,
  loadSet,
  type Message,
  type Problem,
  type SetSource,
} from "@opendti/engine";
import type { DocumentTable, SourceDocument, TableCell } from "../blocks/types.js";
import { textOf, valueOfCell } from "./cells.js";
import { CONTENT_SHEET, GOES_ON, LEVEL, MARK, META_SHEET, SET_COLUMNS, type SetColumn } from "./columns.js";

type Row = readonly (TableCell | undefined)[];
type Draft = Record<string, unknown> & { children?: Draft[] };

/** Whether the workbook is a set that was exported, and no document to be read. */
export function isSetWorkbook(document: SourceDocument): boolean {
  return document.format === "xlsx" && rowsOf(document, META_SHEET)[0]?.[0]?.text === MARK;
}

/**
 * The set of such a workbook, or every problem with its sheet and cell.
 * @param file named in problems.
 */
export function readSetWorkbook(document: SourceDocument, file: string): Loaded<LoadedSet> {
  const reader = new WorkbookReader(file);
  const meta = reader.meta(rowsOf(document, META_SHEET));
  const indicators = reader.content(rowsOf(document, CONTENT_SHEET));
  if (reader.problems.length > 0) return { ok: false, problems: reader.problems };
  return loadSet(JSON.stringify({ ...meta, indicators }), file);
}

/** The cells of a sheet, continued rows joined to the row above. */
function rowsOf(document: SourceDocument, sheet: string): Row[] {
  const tables = document.blocks.flatMap((block) => (block.kind === "table" ? [block.table] : []));
  const found = tables.filter(({ place }) => place.sheet === sheet);
  return found.flatMap((table) => joined(table));
}

function joined(table: DocumentTable): Row[] {
  const rows: (TableCell | undefined)[][] = [];
  for (const row of table.rows) {
    const before = rows.at(-1);
    if (row[0]?.text === GOES_ON && before)
      for (const [at, cell] of row.entries()) {
        const old = before[at];
        if (at > 0 && cell.text !== "" && old) before[at] = { ...old, text: old.text + cell.text };
      }
    else rows.push([...row]);
  }
  return rows;
}

class WorkbookReader {
  readonly problems: Problem[] = [];

  constructor(private readonly file: string) {}

  meta(rows: readonly Row[]): Record<string, unknown> {
    const texts = new Set<keyof SetSource>(["id", "status", "kind", "title", "language"]);
    const meta: Record<string, unknown> = { opendti: 1 };
    for (const [name, cell] of rows.slice(1)) {
      if (!name || !cell || name.text === "") continue;
      meta[name.text] = texts.has(name.text as keyof SetSource) ? this.text(cell) : this.json(cell);
    }
    return meta;
  }

  content(rows: readonly Row[]): Draft[] {
    const [head, ...below] = rows;
    const columns = this.columns(head ?? []);
    const roots: Draft[] = [];
    const path: Draft[] = [];
    for (const row of below) {
      const level = Number(row[columns.level]?.text ?? Number.NaN);
      const [first] = row;
      if (!Number.isInteger(level) || level < 1 || level > path.length + 1) {
        if (row.some((cell) => cell && cell.text !== ""))
          this.refuse(first, {
            vi: `Cột "${LEVEL.heading}" cần một số từ 1 đến ${path.length + 1}: 1 cho chỉ số chính, 2 cho mục ngay dưới nó`,
            en: `The column "${LEVEL.heading}" needs a number from 1 to ${path.length + 1}: 1 for a pillar, 2 for a row right below`,
          });
        continue;
      }
      const made: Draft = {};
      for (const [key, { at, column }] of columns.byKey) this.take(made, key, column, row[at]);
      path.length = level - 1;
      const parent = path.at(-1);
      if (parent) parent.children = [...(parent.children ?? []), made];
      else roots.push(made);
      path.push(made);
    }
    return roots;
  }

  private columns(head: Row): { level: number; byKey: Map<string, { at: number; column: SetColumn }> } {
    const at = (heading: string): number => head.findIndex((cell) => cell?.text === heading);
    const byKey = new Map<string, { at: number; column: SetColumn }>();
    for (const column of SET_COLUMNS) {
      const place = at(column.heading);
      if (place >= 0) byKey.set(column.key, { at: place, column });
      else if (column.key === "code" || column.key === "title") this.missing(column.heading, head[0]);
    }
    const level = at(LEVEL.heading);
    if (level < 0) this.missing(LEVEL.heading, head[0]);
    return { level, byKey };
  }

  private take(made: Draft, key: string, { kind }: SetColumn, cell: TableCell | undefined): void {
    if (!cell || cell.text === "") return;
    if (key === "rest") {
      const rest = this.json(cell);
      if (typeof rest === "object" && rest !== null) Object.assign(made, rest);
    } else if (kind === "json") made[key] = this.json(cell);
    else if (kind === "yes_no") made[key] = /^(?:có|co|x|true|yes|1)$/iu.test(cell.text);
    else if (kind === "number") made[key] = numberOf(cell);
    else made[key] = this.text(cell);
  }

  private text(cell: TableCell): string | undefined {
    const text = textOf(cell.number ?? cell.text);
    if (text === undefined)
      this.refuse(cell, {
        vi: "Ô bắt đầu bằng dấu nháy kép nhưng không phải chuỗi JSON; bỏ dấu nháy ở đầu hoặc sửa lại",
        en: "The cell begins with a quotation mark and is no JSON string; take the mark away or mend it",
      });
    return text;
  }

  private json(cell: TableCell): unknown {
    const value = valueOfCell(cell.number ?? cell.text);
    if (value === undefined)
      this.refuse(cell, {
        vi: "Ô cần nội dung dạng JSON; dấu ngoặc hoặc dấu nháy có thể bị thiếu",
        en: "The cell needs JSON; a bracket or a quotation mark may be missing",
      });
    return value;
  }

  private missing(heading: string, cell: TableCell | undefined): void {
    this.refuse(cell, {
      vi: `Trang tính "${CONTENT_SHEET}" thiếu cột "${heading}"`,
      en: `The sheet "${CONTENT_SHEET}" lacks the column "${heading}"`,
    });
  }

  private refuse(cell: TableCell | undefined, text: Message): void {
    const { sheet, cell: address } = cell?.place ?? {};
    const at = sheet === undefined ? CONTENT_SHEET : `${sheet}!${address ?? ""}`;
    this.problems.push({ message: text, file: this.file, line: undefined, column: undefined, at });
  }
}

/** A number of the sheet, or the text of an exact one ("1/2", "33.3%"). */
function numberOf(cell: TableCell): string | number {
  if (cell.number !== undefined)
    return String(Number(cell.number)) === cell.number ? Number(cell.number) : cell.number;
  return cell.text.replace(/^'/, "");
}
