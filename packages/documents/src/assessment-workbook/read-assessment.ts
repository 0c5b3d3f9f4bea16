/** One unit's workbook that came back: every field as the workbook has it now, beside what is stored. */
import { type Fact, message } from "@opendti/engine";
import type { ReadLimits } from "../blocks/limits.js";
import { DocumentRefused } from "../blocks/refused.js";
import type { StoredRow } from "../xlsx/stored-cells.js";
import { EditedLabels } from "./edited-labels.js";
import { readField } from "./field-state.js";
import { Grid } from "./grid.js";
import { keyOf, keyText, MARKS, PRINTED_MARKS, type RowKey, tableOf } from "./keys.js";
import { CALCULATION_SHEET, codeOf, LISTS_SHEET, layoutOf, NOT_APPLICABLE_INPUT, PROFILE } from "./layout.js";
import type { ReadMeta } from "./meta.js";
import { openWorkbook, plainText } from "./open-workbook.js";
import { REASON, TICK } from "./plain-facts.js";
import { KnownEvidence, readEvidenceCell } from "./read-evidence.js";
import { readTable } from "./read-table.js";
import { type CellReading, readCell } from "./read-value.js";
import { PRINTED, type RowTexts, textsOf } from "./row-texts.js";
import type {
  AssessmentForm,
  CellPlace,
  FieldValue,
  ReadAssessmentWorkbook,
  ReadEvidence,
  ReadField,
  StoredField,
  WorkbookNote,
} from "./types.js";

/**
 * Reads a workbook that {@link writeAssessmentWorkbook} made, whatever program saved it since. Rows are found by their hidden keys,
 * columns by their hidden marks: both may have moved. What cannot be read is a fault of its cell.
 * @param form as it stands now: what is stored, and what is open to who uploads.
 * @throws {DocumentRefused} and nothing else: for what is no such workbook, and for that of another unit, campaign or set.
 */
export async function readAssessmentWorkbook(
  bytes: Uint8Array,
  form: AssessmentForm,
  limits: Partial<ReadLimits> = {},
): Promise<ReadAssessmentWorkbook> {
  const { meta, sheets } = await openWorkbook(bytes, "assessment", form, limits);
  if (meta.assessment !== form.assessment.id || meta.unit !== form.unit.id)
    throw new DocumentRefused("other-assessment", {
      vi: `Bảng tính thuộc đơn vị hoặc phiếu khác, không phải của ${form.unit.name}. Tải đúng bảng tính của đơn vị.`,
      en: `The workbook belongs to another unit or assessment, not to ${form.unit.name}. Download that of the unit.`,
    });
  const reader = new AssessmentReader(form, meta);
  for (const sheet of sheets)
    if (sheet.name !== LISTS_SHEET && sheet.name !== CALCULATION_SHEET) reader.sheet(await Grid.of(sheet));
  return reader.finish();
}

interface FormColumns {
  readonly top: number;
  readonly key: number;
  readonly value: number | undefined;
  readonly evidence: number | undefined;
  /** Of those that print the set. */
  readonly printed: readonly (readonly [(typeof PRINTED)[number], number])[];
}

class AssessmentReader {
  private readonly fields: ReadField[] = [];
  private readonly evidence: ReadEvidence[] = [];
  private readonly notes: WorkbookNote[] = [];
  private readonly stored: Map<string, StoredField>;
  private readonly facts = new Map<string, Fact>();
  private readonly found = new Set<string>();
  private readonly keys = new Set<string>();
  private readonly known = new Map<string, KnownEvidence>();
  /** Options ticked so far, by field. */
  private readonly ticks = new Map<string, Ticks>();
  private readonly texts = new Map<string, RowTexts>();
  private readonly edited = new EditedLabels();

  constructor(
    private readonly form: AssessmentForm,
    private readonly meta: ReadMeta,
  ) {
    const { set } = form;
    this.stored = new Map(form.fields.map((field) => [`${field.code}|${field.input}`, field]));
    for (const fact of set.profile) this.facts.set(`${PROFILE}|${fact.id}`, fact);
    for (const node of set.nodes)
      for (const fact of node.inputs) this.facts.set(`${codeOf(set, node.index)}|${fact.id}`, fact);
    for (const { rows } of layoutOf(set).sheets)
      for (const row of rows) if ("key" in row) this.texts.set(keyText(row.key), textsOf(set, row));
    if (meta.revision < form.assessment.revision)
      this.note("information", "older-revision", {
        vi: "Phiếu trên hệ thống đã có thay đổi sau khi tải bảng tính này; những ô bị trùng được báo riêng.",
        en: "The assessment has changed since this workbook was made; fields that both changed are said one by one.",
      });
  }

  sheet(grid: Grid): void {
    for (const { number, cells } of grid.rows)
      for (const [column, cell] of cells) {
        const mark = plainText(cell);
        if (!mark.startsWith(MARKS.key)) continue;
        const table = tableOf(mark);
        if (mark === MARKS.key) this.rows(grid, columnsOf(grid, number, column));
        else if (table) this.table(grid, table, number);
        return;
      }
    if (!OWN_SHEETS.has(grid.name) && grid.rows.length > 0)
      this.note(
        "information",
        "foreign-sheet",
        {
          vi: `Sheet '${grid.name}' không phải của biểu mẫu (hoặc đã mất dòng ẩn đầu tiên), không đọc.`,
          en: `Sheet '${grid.name}' is none of the form's own (or has lost its hidden first row) and was not read.`,
        },
        { sheet: grid.name, cell: "A1" },
      );
  }

  finish(): ReadAssessmentWorkbook {
    for (const [key, ticks] of this.ticks) this.options(key, ticks);
    const absent = this.absent();
    if (absent.length > 0)
      this.note("warning", "rows-missing", {
        vi: `Bảng tính thiếu ${absent.length} ô số liệu (dòng hoặc sheet đã bị xóa); số liệu đang lưu của các ô đó giữ nguyên.`,
        en: `The workbook lacks ${absent.length} fields (rows or sheets were deleted); what is stored there stays as it is.`,
      });
    this.notes.push(...this.edited.note());
    const { fields: _, kind: __, ...meta } = this.meta;
    return { meta, fields: this.fields, evidence: this.evidence, absent, notes: this.notes };
  }

  private rows(grid: Grid, columns: FormColumns): void {
    for (const { number, cells } of grid.rows) {
      if (number <= columns.top) continue;
      const text = plainText(cells.get(columns.key));
      const key = keyOf(text);
      if (key) this.row(grid, columns, number, cells, key, text);
      else if (
        text !== "" ||
        (columns.value !== undefined && number > columns.top + 2 && cells.has(columns.value))
      )
        this.keyless(grid, columns, number, cells);
    }
  }

  private row(
    grid: Grid,
    columns: FormColumns,
    number: number,
    cells: StoredRow,
    key: RowKey,
    text: string,
  ): void {
    const place = grid.place(number, columns.value ?? columns.key);
    if (this.keys.has(text)) {
      this.note(
        "warning",
        "row-twice",
        {
          vi: `Dòng ${number} lặp lại một dòng phía trên (dòng đã bị sao chép); chỉ đọc dòng đầu.`,
          en: `Row ${number} repeats a row above (it was copied); only the first was read.`,
        },
        place,
      );
      return;
    }
    this.keys.add(text);
    this.labels(grid, columns, number, cells, text);
    if (key.kind === "node") {
      const column = columns.evidence;
      const cell = column === undefined ? undefined : cells.get(column);
      if (cell && column !== undefined) this.evidenceCell(key.code, grid.place(number, column), cell);
      return;
    }
    if (!this.isKnown(key)) {
      this.note(
        "warning",
        "row-unknown",
        {
          vi: `Dòng ${number} thuộc chỉ số ${key.code}, không có trong bộ chỉ số; không đọc.`,
          en: `Row ${number} belongs to indicator ${key.code}, which the set does not have; it was not read.`,
        },
        place,
      );
      return;
    }
    if (columns.value === undefined) return;
    const covered = grid.coveredBy(number, columns.value);
    const cell = cells.get(columns.value);
    const reading = covered ? mergedFault(covered) : undefined;
    if (key.kind === "option") this.tick(key, place, cell, reading);
    else this.field(key.code, key.input, place, reading ?? this.reading(key, cell));
  }

  private labels(grid: Grid, { printed }: FormColumns, number: number, cells: StoredRow, key: string): void {
    const texts = this.texts.get(key);
    if (texts === undefined) return;
    for (const [name, column] of printed)
      if (grid.coveredBy(number, column) === undefined)
        this.edited.compare(() => grid.place(number, column), texts[name] ?? "", cells.get(column));
  }

  private isKnown({ code, input }: Exclude<RowKey, { kind: "node" }>): boolean {
    if (input !== NOT_APPLICABLE_INPUT) return this.facts.has(`${code}|${input}`);
    const index = this.form.set.nodeOf.get(code);
    return index !== undefined && this.form.set.nodes[index]?.notApplicable !== undefined;
  }

  private reading(
    key: Extract<RowKey, { kind: "field" }>,
    cell: Parameters<typeof readCell>[1],
  ): CellReading {
    const fact = this.facts.get(`${key.code}|${key.input}`);
    return readCell(fact ?? REASON, cell);
  }

  private tick(
    key: Extract<RowKey, { kind: "option" }>,
    place: CellPlace,
    cell: Parameters<typeof readCell>[1],
    fault: CellReading | undefined,
  ): void {
    const name = `${key.code}|${key.input}`;
    const ticks = this.ticks.get(name) ?? {
      code: key.code,
      input: key.input,
      place,
      chosen: [],
      fault: undefined,
    };
    this.ticks.set(name, ticks);
    const read = fault ?? readCell(TICK, cell);
    if ("fault" in read) ticks.fault ??= { place, reading: read };
    else if (read.value === true) ticks.chosen.push(key.place);
  }

  private options(name: string, { code, input, place, chosen, fault }: Ticks): void {
    const all = this.facts.get(name)?.options.length ?? 0;
    const rows = [...this.keys].filter((key) => key.startsWith(`O|${code}|${input}|`)).length;
    // With an option's row gone, what is left says nothing of the whole.
    if (rows < all && !fault) return;
    const value: FieldValue | null = chosen.length === 0 ? null : chosen.sort((one, other) => one - other);
    this.field(code, input, fault?.place ?? place, fault?.reading ?? { value });
  }

  private table(grid: Grid, { code, input }: { code: string; input: string }, top: number): void {
    const table = layoutOf(this.form.set).tables.find((one) => one.code === code && one.fact.id === input);
    if (!table || this.found.has(`${code}|${input}`)) return;
    const { place, reading } = readTable(grid, table, top);
    this.field(code, input, place, reading);
  }

  private field(code: string, input: string, place: CellPlace, reading: CellReading): void {
    const key = `${code}|${input}`;
    this.found.add(key);
    this.fields.push(
      readField(code, input, place, reading, {
        stored: this.stored.get(key),
        written: this.meta.fields.get(key),
        open: this.isOpen(code),
      }),
    );
  }

  private evidenceCell(code: string, place: CellPlace, cell: Parameters<typeof readEvidenceCell>[2]): void {
    if (!this.form.set.nodeOf.has(code)) return;
    const known =
      this.known.get(code) ??
      new KnownEvidence(this.form.evidence.filter((one) => one.code === code).map(({ item }) => item));
    this.known.set(code, known);
    this.evidence.push(...readEvidenceCell(code, place, cell, this.isOpen(code), known));
  }

  private isOpen(code: string): boolean {
    return this.form.open?.has(code) ?? true;
  }

  private keyless(grid: Grid, columns: FormColumns, number: number, cells: StoredRow): void {
    const value = columns.value === undefined ? undefined : cells.get(columns.value);
    if (!value) return;
    this.note(
      "warning",
      "row-without-key",
      {
        vi: `Dòng ${number} không thuộc biểu mẫu (dòng tự thêm); không đọc.`,
        en: `Row ${number} is none of the form's own (somebody added it) and was not read.`,
      },
      grid.place(number, columns.value ?? columns.key),
    );
  }

  private absent(): { code: string; input: string }[] {
    const { sheets, tables } = layoutOf(this.form.set);
    const expected = [
      ...sheets.flatMap(({ rows }) =>
        rows.flatMap((row) => {
          if (row.kind === "field" || row.kind === "options") return [{ code: row.code, input: row.fact.id }];
          return row.kind === "mark" ? [{ code: row.code, input: NOT_APPLICABLE_INPUT }] : [];
        }),
      ),
      ...tables.map(({ code, fact }) => ({ code, input: fact.id })),
    ];
    return expected.filter(({ code, input }) => !this.found.has(`${code}|${input}`));
  }

  private note(
    severity: WorkbookNote["severity"],
    code: WorkbookNote["code"],
    text: { readonly vi: string; readonly en: string },
    place?: CellPlace,
  ): void {
    this.notes.push({ severity, code, message: message(text.vi, text.en), ...(place ? { place } : {}) });
  }
}

interface Ticks {
  readonly code: string;
  readonly input: string;
  readonly place: CellPlace;
  readonly chosen: number[];
  fault: { readonly place: CellPlace; readonly reading: CellReading } | undefined;
}

/** Sheets without data: the guide and the sums. */
const OWN_SHEETS = new Set(["Hướng dẫn", "Tổng hợp"]);

/** The columns by the marks in the row of the key's mark. */
function columnsOf(grid: Grid, top: number, key: number): FormColumns {
  const cells = grid.rows.find(({ number }) => number === top)?.cells;
  const at = (mark: string): number | undefined =>
    [...(cells ?? [])].find(([, cell]) => plainText(cell) === mark)?.[0];
  const printed = PRINTED.flatMap((name) => {
    const column = at(PRINTED_MARKS[name]);
    return column === undefined ? [] : [[name, column] as const];
  });
  return { top, key, value: at(MARKS.value), evidence: at(MARKS.evidence), printed };
}

function mergedFault(over: string): CellReading {
  return {
    fault: message(
      `ô đã bị trộn vào ô ${over}, không rõ số liệu là của dòng nào; bỏ trộn ô rồi gõ lại từng ô`,
      `the cell was merged into ${over}, it is not clear which row the value belongs to; unmerge and type each cell`,
    ),
  };
}
