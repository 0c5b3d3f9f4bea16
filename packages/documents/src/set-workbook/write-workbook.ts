/** A set as a workbook: what it is in `_meta`, its rows on a sheet that a person reads and edits. */
import type { Worksheet } from "@cj-tech-master/excelts";
import type { SetSource } from "@opendti/engine";
import { jsonCell, LONGEST_CELL, textCell } from "./cells.js";
import { CONTENT_SHEET, GOES_ON, LEVEL, MARK, META_SHEET, SET_COLUMNS, type SetColumn } from "./columns.js";

type IndicatorSource = SetSource["indicators"][number];
type Shown = string | number;

/** The same set gives the same cells; {@link readSetWorkbook} gives the same set back. */
export async function writeSetWorkbook(set: SetSource): Promise<Uint8Array> {
  const { Workbook } = await import("@cj-tech-master/excelts");
  const workbook = new Workbook();
  // A fixed day: the file tells nothing about when it was made.
  workbook.created = new Date(0);
  workbook.modified = new Date(0);
  writeContent(
    workbook.addWorksheet(CONTENT_SHEET, { views: [{ state: "frozen", xSplit: 3, ySplit: 1 }] }),
    set,
  );
  writeMeta(workbook.addWorksheet(META_SHEET), set);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function writeMeta(sheet: Worksheet, { opendti, indicators: _, ...meta }: SetSource): void {
  sheet.getColumn(1).width = 16;
  sheet.getColumn(2).width = 100;
  sheet.addRow([MARK, opendti]);
  for (const [key, value] of Object.entries(meta))
    if (value !== undefined)
      addParts(sheet, [key, typeof value === "string" ? textCell(value) : jsonCell(value)]);
}

function writeContent(sheet: Worksheet, set: SetSource): void {
  const columns = [LEVEL, ...SET_COLUMNS];
  for (const [at, { width }] of columns.entries()) {
    const column = sheet.getColumn(at + 1);
    column.width = width;
    column.alignment = { wrapText: true, vertical: "top" };
  }
  const head = sheet.addRow(columns.map(({ heading }) => heading));
  head.font = { bold: true };
  const add = (indicator: IndicatorSource, level: number): void => {
    addParts(sheet, [level, ...SET_COLUMNS.map((column) => cellOf(indicator, column))]);
    for (const child of indicator.children ?? []) add(child, level + 1);
  };
  for (const pillar of set.indicators) add(pillar, 1);
}

function cellOf(indicator: IndicatorSource, column: SetColumn): Shown | undefined {
  if (column.key === "rest") {
    const shown = new Set(["children", ...SET_COLUMNS.map(({ key }) => key)]);
    const rest = Object.entries(indicator).filter(([key, value]) => !shown.has(key) && value !== undefined);
    return rest.length === 0 ? undefined : jsonCell(Object.fromEntries(rest));
  }
  const value: unknown = Reflect.get(indicator, column.key);
  if (value === undefined) return undefined;
  switch (column.kind) {
    case "text":
      return textCell(String(value));
    case "number":
      // A text such as "1/2" stays one, told from a number by its mark.
      return typeof value === "number" ? value : `'${String(value)}`;
    case "yes_no":
      return value === true ? "có" : "không";
    case "json":
      return jsonCell(value);
  }
}

/** Adds a row; cells too long for a spreadsheet go on in the rows below. */
function addParts(sheet: Worksheet, cells: readonly (Shown | undefined)[]): void {
  const [first, ...rest] = cells;
  const pieces = rest.map((cell) => (typeof cell === "string" ? piecesOf(cell) : [cell]));
  const parts = Math.max(1, ...pieces.map(({ length }) => length));
  for (let part = 0; part < parts; part += 1)
    sheet.addRow([part === 0 ? first : GOES_ON, ...pieces.map((piece) => piece[part])]);
}

/** A long text in pieces that begin and end with no blank: a reader tidies the ends of a cell. */
function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  let from = 0;
  while (text.length - from > LONGEST_CELL) {
    let cut = from + LONGEST_CELL;
    while (cut > from + 1 && /\s/.test(text.slice(cut - 1, cut + 1))) cut -= 1;
    pieces.push(text.slice(from, cut));
    from = cut;
  }
  return [...pieces, text.slice(from)];
}
