/** The sheets that a person fills in: the profile, a pillar each, tables. */
import type { Cell, Workbook, Worksheet } from "@cj-tech-master/excelts";
import { type Fact, type OutlineRow, plainFact } from "@opendti/engine";
import { lookOf } from "./columns.js";
import { evidenceWords } from "./evidence-words.js";
import { formatWords, numberFormat, shownValue, validationOf } from "./input-cell.js";
import { columnMark, keyText, tableMark } from "./keys.js";
import { FORM_TOP, type FormRow, NOT_APPLICABLE_INPUT, type TableColumn } from "./layout.js";
import {
  filledRow,
  listKey,
  type PlacedForm,
  type PlacedRow,
  type PlacedSheet,
  type PlacedTable,
} from "./placed-form.js";
import { LONGEST, PRINTED, textsOf } from "./row-texts.js";
import { remarkFormula, scoreFormula } from "./score-columns.js";
import { BORDER, type CellRole, dress, heightOf, lock, printSetup } from "./style.js";
import type { FieldValue } from "./types.js";

const TITLE_ROW = 2;
const HEADER_ROW = FORM_TOP;

export async function writeFormSheet(
  workbook: Workbook,
  placed: PlacedForm,
  sheet: PlacedSheet,
): Promise<void> {
  const { columns } = sheet;
  const page = workbook.addWorksheet(sheet.name, {
    views: [{ state: "frozen", xSplit: columns.number("label"), ySplit: HEADER_ROW, showGridLines: false }],
    pageSetup: printSetup(HEADER_ROW),
    headerFooter: { oddFooter: `&L${placed.form.unit.name.replaceAll("&", "&&")}&RTrang &P/&N` },
  });
  for (const [index, name] of columns.names.entries()) {
    const { width, heading, mark } = lookOf(name);
    const column = page.getColumn(index + 1);
    column.width = width;
    column.hidden = name === "key";
    if (mark) page.getCell(1, index + 1).value = mark;
    const header = page.getCell(HEADER_ROW, index + 1);
    header.value = heading;
    dress(header, "header");
  }
  page.getRow(1).hidden = true;
  const title = page.getCell(columns.address("code", TITLE_ROW));
  title.value = sheet.title;
  dress(title, "title");
  for (const row of sheet.placed) {
    new RowWriter(page, placed, sheet, row).write();
    page.getRow(row.number).height = rowHeight(page, sheet, row.number);
  }
  page.getRow(HEADER_ROW).height = rowHeight(page, sheet, HEADER_ROW);
  page.getRow(TITLE_ROW).height = 24;
  await lock(page);
}

/** By the texts of the row; results of formulas are short. */
function rowHeight(page: Worksheet, { columns }: PlacedSheet, row: number): number {
  return heightOf(
    columns.names.flatMap((name) => {
      const { value } = page.getCell(row, columns.number(name));
      const { width } = lookOf(name);
      // What a formula says may change; it seldom needs more than two lines.
      if (name === "remark" && typeof value === "object" && value !== null) return [{ text: "x\nx", width }];
      const quiet = name === "rule" || name === "known" || name === "format";
      return typeof value === "string" && name !== "key" ? [{ text: value, width, quiet }] : [];
    }),
  );
}

class RowWriter {
  constructor(
    private readonly page: Worksheet,
    private readonly placed: PlacedForm,
    private readonly sheet: PlacedSheet,
    private readonly at: PlacedRow,
  ) {}

  write(): void {
    const { row } = this.at;
    if (row.kind !== "heading" && "key" in row) this.cell("key").value = keyText(row.key);
    this.frame(roleOf(row));
    this.print(row);
    switch (row.kind) {
      case "heading":
        return;
      case "node":
        this.node(row.row, row.key.code);
        return;
      case "options":
        this.put("format", "đánh dấu Có ở các dòng dưới");
        return;
      case "option":
        this.put("format", "Có, hoặc để trống");
        this.tick(row.code, row.fact, row.place);
        return;
      case "table":
        this.put("format", `Điền ở sheet "${row.sheet}"`);
        return;
      case "mark":
        this.put("format", "chữ");
        this.input(row.code, this.valueOf(row.code, NOT_APPLICABLE_INPUT) as string | null, "@");
        return;
      case "field":
        this.put("format", formatWords(row.fact));
        this.field(row.code, row.fact);
        return;
    }
  }

  /** What the set says of the row, in the columns that are not filled in. */
  private print(row: FormRow): void {
    const texts = textsOf(this.placed.form.set, row);
    for (const column of PRINTED) {
      const text = texts[column];
      if (text !== undefined) this.put(column, text);
    }
    if (texts.max !== undefined && this.sheet.columns.has("max")) this.align("max", "right");
    if (row.kind !== "node") this.align("code", "center");
  }

  private valueOf(code: string, input: string): FieldValue | null {
    return this.placed.stored(code, input)?.value ?? null;
  }

  private node({ node, evidence }: OutlineRow, code: string): void {
    this.cell("label").font = { ...this.cell("label").font, bold: true };
    const known = evidenceWords(this.placed.form.evidence, code);
    if (known !== "") this.put("known", known.slice(0, LONGEST));
    if (node.children.length === 0) this.evidence(code, evidence.required, evidence.note);
    this.scored(node.index);
  }

  private evidence(code: string, required: boolean, note: string | undefined): void {
    const cell = this.cell("evidence");
    const open = this.isOpen(code);
    dress(cell, open ? "input" : "closed");
    cell.numFmt = "@";
    const said = [required ? "Cần có tài liệu kiểm chứng." : "", note ?? ""]
      .filter((one) => one !== "")
      .join(" ");
    if (open)
      cell.dataValidation = {
        type: "any",
        showInputMessage: true,
        promptTitle: "Bổ sung tài liệu",
        prompt: cut(
          `Mỗi dòng một tài liệu (Alt+Enter để xuống dòng). Chỉ thêm, không xóa tài liệu đã có. ${said}`,
          250,
        ),
      };
  }

  private scored(node: number): void {
    const { scores, form } = this.placed;
    if (!scores || !this.sheet.columns.has("score")) return;
    const found = form.set.nodes[node];
    const cells = scores.nodes[node];
    if (!found?.scored || !cells) return;
    const { digits } = form.set.scoreRounding;
    const score = this.cell("score");
    score.value = scoreFormula(this.placed.calculation, cells, digits);
    score.numFmt = digits === 0 ? "0" : `0.${"0".repeat(digits)}`;
    this.align("score", "right");
    this.cell("remark").value = remarkFormula(
      this.placed.calculation,
      cells,
      found.children.length > 0 ? scores.lacking[node] : undefined,
    );
  }

  private field(code: string, fact: Fact): void {
    const list = this.placed.lists.get(listKey(code, fact.id));
    const cell = this.input(code, shownValue(fact, this.valueOf(code, fact.id)), numberFormat(fact));
    const validation =
      fact.kind === "choice" || fact.kind !== "table" ? validationOf(fact, list?.range) : undefined;
    if (validation && this.isOpen(code)) cell.dataValidation = validation;
    if (["count", "number", "money", "percent"].includes(fact.kind)) this.align("value", "right");
  }

  private tick(code: string, fact: Fact, place: number): void {
    const value = this.valueOf(code, fact.id);
    const ticked = Array.isArray(value) && value.some((one) => one === place);
    const cell = this.input(code, ticked ? "Có" : null, "@");
    const validation = validationOf({ ...fact, kind: "yes_no" }, undefined);
    if (validation && this.isOpen(code)) cell.dataValidation = validation;
  }

  private input(code: string, value: string | number | Date | null, format: string): Cell {
    const cell = this.cell("value");
    cell.value = plainly(value);
    dress(cell, this.isOpen(code) ? "input" : "closed");
    cell.numFmt = format;
    return cell;
  }

  private isOpen(code: string): boolean {
    return this.placed.form.open?.has(code) ?? true;
  }

  private frame(role: CellRole): void {
    for (const name of this.sheet.columns.names)
      dress(this.cell(name), name === "rule" || name === "known" || name === "format" ? quiet(role) : role);
  }

  private align(column: "code" | "max" | "score" | "value", horizontal: "center" | "right"): void {
    const cell = this.cell(column);
    cell.alignment = { ...cell.alignment, horizontal };
  }

  private put(
    column: "code" | "label" | "max" | "value" | "format" | "rule" | "known",
    value: string | number,
  ): void {
    if (this.sheet.columns.has(column)) this.cell(column).value = value;
  }

  private cell(column: PlacedSheet["columns"]["names"][number]): Cell {
    return this.page.getCell(this.at.number, this.sheet.columns.number(column));
  }
}

/** `_x0041_` in a text is no code of a letter, though spreadsheets would show an A. */
const plainly = (value: string | number | Date | null): string | number | Date | null =>
  typeof value === "string" ? value.slice(0, LONGEST).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_") : value;

function roleOf(row: FormRow): CellRole {
  if (row.kind === "heading") return "group";
  if (row.kind !== "node") return "plain";
  const { depth, children } = row.row.node;
  return depth === 0 ? "pillar" : children.length > 0 ? "group" : "plain";
}

const quiet = (role: CellRole): CellRole => (role === "plain" ? "quiet" : role);

const cut = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most - 1)}…` : text;

export async function writeTableSheet(
  workbook: Workbook,
  placed: PlacedForm,
  table: PlacedTable,
): Promise<void> {
  const open = placed.form.open?.has(table.code) ?? true;
  const page = workbook.addWorksheet(table.name, {
    views: [{ state: "frozen", xSplit: 2, ySplit: HEADER_ROW, showGridLines: false }],
    pageSetup: printSetup(HEADER_ROW),
  });
  page.getCell("A1").value = tableMark(table.code, table.fact.id);
  page.getRow(1).hidden = true;
  const key = page.getColumn(1);
  key.hidden = true;
  const counter = page.getColumn(table.columns.length + 3);
  counter.hidden = true;
  page.getColumn(2).width = 6;
  const title = page.getCell("B2");
  title.value = table.title;
  dress(title, "title");
  page.getRow(HEADER_ROW).height = heightOf(
    table.columns.map((column) => ({ text: headingOf(column), width: widthOf(column) })),
  );
  page.getRow(TITLE_ROW).height = 24;
  const number = page.getCell(HEADER_ROW, 2);
  number.value = "STT";
  dress(number, "header");
  for (const [index, column] of table.columns.entries()) {
    const at = index + 3;
    page.getCell(1, at).value = columnMark(column.id);
    page.getColumn(at).width = widthOf(column);
    const header = page.getCell(HEADER_ROW, at);
    header.value = headingOf(column);
    dress(header, "header");
  }
  for (let row = table.first; row <= table.last; row += 1) {
    const stored = table.stored[row - table.first];
    const count = page.getCell(row, 2);
    count.value = row - table.first + 1;
    dress(count, "plain", "center");
    for (const [index, column] of table.columns.entries()) {
      const fact = plainFact(column);
      const cell = page.getCell(row, index + 3);
      cell.value = plainly(shownValue(fact, (stored?.[column.id] ?? null) as FieldValue | null));
      dress(cell, open ? "input" : "closed");
      cell.numFmt = numberFormat(fact);
      const list = placed.lists.get(listKey(table.code, table.fact.id, column.id));
      const validation = open ? validationOf(fact, list?.range) : undefined;
      if (validation) cell.dataValidation = validation;
    }
    page.getCell(`${table.counter}${row}`).value = filledRow(table, row);
  }
  page.getCell(`B${table.last + 1}`).border = { top: BORDER.top ?? {} };
  await lock(page);
}

const widthOf = ({ kind }: TableColumn): number => (kind === "yes_no" ? 14 : kind === "text" ? 26 : 18);

function headingOf({ label, group, note }: TableColumn): string {
  return [group === undefined ? label : `${group}: ${label}`, note ?? ""]
    .filter((one) => one !== "")
    .join("\n");
}
