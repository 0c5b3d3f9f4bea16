/** The workbook of a whole campaign that came back: for each unit the fields that are not as they are stored. */
import { message } from "@opendti/engine";
import type { ReadLimits } from "../blocks/limits.js";
import type { Merged } from "../xlsx/cell-elements.js";
import { columnLetters } from "../xlsx/column-letters.js";
import type { StoredRow, StoredSheet } from "../xlsx/stored-cells.js";
import { sameValue } from "./digest.js";
import { EditedLabels } from "./edited-labels.js";
import { readField } from "./field-state.js";
import { keyOf, keyText, MARKS } from "./keys.js";
import { LISTS_SHEET, layoutOf } from "./layout.js";
import { openWorkbook, plainText } from "./open-workbook.js";
import { REASON } from "./plain-facts.js";
import { type CellReading, readCell } from "./read-value.js";
import { STREAM_TOP } from "./stream-workbook.js";
import type {
  CampaignUnit,
  CampaignUnitsOf,
  ReadCampaignRow,
  ReadField,
  StoredField,
  WorkbookNote,
  WorkbookOrigin,
} from "./types.js";
import {
  type CampaignColumn,
  campaignColumns,
  campaignHeadings,
  ROW_MARK,
  rowDigest,
  UNIT_MARK,
} from "./write-campaign.js";

/** A workbook of four thousand units and some hundred inputs. */
export const CAMPAIGN_LIMITS: Partial<ReadLimits> = {
  bytes: 60_000_000,
  inflated: 500_000_000,
  cells: 3_000_000,
  characters: 150_000_000,
  time: 120_000,
};

/** Units asked for at once. */
const BATCH = 200;

/**
 * Reads the workbook sheet by sheet, some units at a time; never more than these are held.
 * @param unitsOf what is stored of them now.
 * @param take is given each unit of each sheet that has a field which is not as it is stored.
 * @returns how many fields are as stored, and what to know of the workbook.
 * @throws {DocumentRefused} as {@link readAssessmentWorkbook}
 */
export async function readCampaignWorkbook(
  bytes: Uint8Array,
  origin: WorkbookOrigin,
  unitsOf: CampaignUnitsOf,
  take: (row: ReadCampaignRow) => void,
  limits: Partial<ReadLimits> = CAMPAIGN_LIMITS,
): Promise<{ readonly same: number; readonly notes: readonly WorkbookNote[] }> {
  const { sheets } = await openWorkbook(bytes, "campaign", origin, limits);
  const known = new Map<string, CampaignColumn>();
  for (const sheet of layoutOf(origin.set).sheets)
    for (const column of campaignColumns(sheet)) known.set(`${column.code}|${column.input}`, column);
  const reader = new CampaignReader(known, campaignHeadings(origin), unitsOf, take);
  for (const sheet of sheets) if (sheet.name !== LISTS_SHEET) await reader.sheet(sheet);
  return { same: reader.same, notes: [...reader.notes, ...reader.edited.note()] };
}

interface KeptRow {
  readonly number: number;
  readonly assessment: string;
  readonly mark: string;
  readonly cells: StoredRow;
}

interface Head {
  readonly key: number;
  readonly mark: number | undefined;
  readonly unit: number | undefined;
  readonly fields: ReadonlyMap<number, CampaignColumn>;
  readonly top: number;
}

class CampaignReader {
  same = 0;
  readonly notes: WorkbookNote[] = [];
  readonly edited = new EditedLabels();
  private unknown = 0;

  constructor(
    private readonly known: ReadonlyMap<string, CampaignColumn>,
    private readonly headings: ReturnType<typeof campaignHeadings>,
    private readonly unitsOf: CampaignUnitsOf,
    private readonly take: (row: ReadCampaignRow) => void,
  ) {}

  async sheet(sheet: StoredSheet): Promise<void> {
    // Merges are written behind the rows: a pass of its own finds them first.
    const merges = (await sheet.mayMerge()) ? await sheet.read({ row: () => undefined }) : [];
    let head: Head | undefined;
    let waiting: KeptRow[] = [];
    const seen = new Set<string>();
    await sheet.read({
      row: (number, cells) => {
        if (!head) {
          head = this.head(number, cells);
          return;
        }
        this.heading(sheet.name, head, number, cells);
        const assessment = plainText(cells.get(head.key));
        if (assessment === "" || number < head.top + STREAM_TOP) return;
        if (seen.has(assessment)) this.twice(sheet.name, number);
        else waiting.push({ number, assessment, mark: plainText(cells.get(head.mark ?? 0)), cells });
        seen.add(assessment);
      },
      settle: async () => {
        while (head && waiting.length >= BATCH) {
          await this.rows(sheet.name, head, waiting.slice(0, BATCH), merges);
          waiting = waiting.slice(BATCH);
        }
      },
    });
    if (head) await this.rows(sheet.name, head, waiting, merges);
    else
      this.notes.push({
        severity: "information",
        code: "foreign-sheet",
        message: message(
          `Sheet '${sheet.name}' không phải của biểu mẫu (hoặc đã mất dòng ẩn đầu tiên), không đọc.`,
          `Sheet '${sheet.name}' is none of the form's own (or has lost its hidden first row) and was not read.`,
        ),
        place: { sheet: sheet.name, cell: "A1" },
      });
  }

  private head(top: number, cells: StoredRow): Head | undefined {
    let key: number | undefined;
    let mark: number | undefined;
    let unit: number | undefined;
    const fields = new Map<number, CampaignColumn>();
    for (const [column, cell] of cells) {
      const text = plainText(cell);
      if (text === MARKS.key) key = column;
      else if (text === ROW_MARK) mark = column;
      else if (text === UNIT_MARK) unit = column;
      const field = keyOf(text);
      const found = field?.kind === "field" ? this.known.get(`${field.code}|${field.input}`) : undefined;
      if (found) fields.set(column, found);
    }
    return key === undefined ? undefined : { key, mark, unit, fields, top };
  }

  /** The header stands in the two rows below the title. */
  private heading(sheet: string, head: Head, number: number, cells: StoredRow): void {
    const line = HEADER_LINES[number - head.top];
    if (line === undefined) return;
    for (const [at, { code, input }] of head.fields) {
      const written = this.headings.get(keyText({ kind: "field", code, input }))?.[line];
      if (written !== undefined)
        this.edited.compare(() => ({ sheet, cell: `${columnLetters(at)}${number}` }), written, cells.get(at));
    }
  }

  private async rows(
    sheet: string,
    head: Head,
    rows: readonly KeptRow[],
    merges: readonly Merged[],
  ): Promise<void> {
    if (rows.length === 0) return;
    const units = await this.unitsOf(rows.map(({ assessment }) => assessment));
    for (const row of rows) {
      const unit = units.get(row.assessment);
      if (!unit) {
        this.missing(sheet, row.number);
        continue;
      }
      const at = head.unit;
      if (at !== undefined)
        this.edited.compare(
          () => ({ sheet, cell: `${columnLetters(at)}${row.number}` }),
          unit.unit.name,
          row.cells.get(at),
        );
      const fields = this.fields(sheet, head, row, unit, merges);
      if (fields.length > 0) this.take({ assessment: row.assessment, unit: unit.unit, fields });
    }
  }

  private fields(
    sheet: string,
    head: Head,
    row: KeptRow,
    unit: CampaignUnit,
    merges: readonly Merged[],
  ): ReadField[] {
    const stored = new Map(unit.fields.map((field) => [`${field.code}|${field.input}`, field]));
    const read = [...head.fields].map(([at, column]) => ({
      column,
      place: { sheet, cell: `${columnLetters(at)}${row.number}` },
      reading: covered(merges, row.number, at) ?? readCell(column.fact ?? REASON, row.cells.get(at)),
    }));
    const [revision = "", digest = ""] = row.mark.split(":");
    const current = revision === String(unit.assessment.revision);
    // A row that nobody touched takes nothing back, though what is stored has changed since.
    const untouched = digest !== "" && digest === rowDigest(read.map(({ reading }) => valueIn(reading)));
    return read.flatMap(({ column, place, reading }): ReadField[] => {
      const field = stored.get(`${column.code}|${column.input}`);
      if (!("fault" in reading) && sameValue(reading.value, field?.value ?? null)) {
        this.same += 1;
        return [];
      }
      return [
        readField(column.code, column.input, place, reading, {
          stored: field,
          written: written(reading, field, current, untouched),
          open: unit.open,
        }),
      ];
    });
  }

  private missing(sheet: string, number: number): void {
    this.unknown += 1;
    if (this.unknown > 20) return;
    this.notes.push({
      severity: "warning",
      code: "row-unknown",
      message: message(
        `Dòng ${number} thuộc một đơn vị không có trong đợt hoặc không thuộc quyền xem; không đọc.`,
        `Row ${number} belongs to a unit that is not in the campaign or not to be seen; it was not read.`,
      ),
      place: { sheet, cell: `A${number}` },
    });
  }

  private twice(sheet: string, number: number): void {
    this.notes.push({
      severity: "warning",
      code: "row-twice",
      message: message(
        `Dòng ${number} lặp lại một đơn vị phía trên; chỉ đọc dòng đầu.`,
        `Row ${number} repeats a unit above; only the first was read.`,
      ),
      place: { sheet, cell: `A${number}` },
    });
  }
}

/** By how far below the row of marks. */
const HEADER_LINES: Readonly<Record<number, "heading" | "below">> = { 2: "heading", 3: "below" };

const valueIn = (reading: CellReading) => ("fault" in reading ? null : reading.value);

/** A row remembers its revision, not the version of each field: when it is an older one, whatever is stored may have changed. */
function written(reading: CellReading, field: StoredField | undefined, current: boolean, untouched: boolean) {
  const version = current ? (field?.version ?? 0) : 0;
  return { version, value: untouched ? valueIn(reading) : undefined };
}

function covered(merges: readonly Merged[], row: number, column: number): CellReading | undefined {
  const over = merges.find(
    ({ top, left, bottom, right }) =>
      row >= top && row <= bottom && column >= left && column <= right && (row !== top || column !== left),
  );
  if (!over) return undefined;
  const cell = `${columnLetters(over.left)}${over.top}`;
  return {
    fault: message(
      `ô đã bị trộn vào ô ${cell}; bỏ trộn ô rồi gõ lại từng ô`,
      `the cell was merged into ${cell}; unmerge and type each cell`,
    ),
  };
}
