/** An appraiser's workbook that came back: the judgements that are not as they are stored. */
import { exact, formatExact, type Message, message, parseExact } from "@opendti/engine";
import type { ReadLimits } from "../blocks/limits.js";
import { columnLetters } from "../xlsx/column-letters.js";
import type { StoredCell, StoredRow, StoredSheet } from "../xlsx/stored-cells.js";
import { readAdjusted } from "./declared-words.js";
import { EditedLabels } from "./edited-labels.js";
import { openWorkbook, plainText } from "./open-workbook.js";
import { REASON } from "./plain-facts.js";
import { CAMPAIGN_LIMITS } from "./read-campaign.js";
import { readCell } from "./read-value.js";
import { STREAM_TOP } from "./stream-workbook.js";
import type {
  AppraisalRow,
  AppraisalRowsOf,
  CellPlace,
  Judgement,
  JudgementState,
  ReadJudgement,
  WorkbookNote,
  WorkbookOrigin,
} from "./types.js";
import {
  ADJUSTED_WORD,
  AGREED_WORD,
  APPRAISAL_MARKS,
  appraisalKey,
  factsOf,
  judgementDigest,
  NAMING_MARKS,
  namesOf,
  nodeOf,
} from "./write-appraisal.js";

/** Rows asked for at once. */
const BATCH = 500;
const REASON_CHARACTERS = 2000;

/**
 * Reads the workbook, some rows at a time; never more than these are held.
 * @param rowsOf what is stored of them now; rows out of the appraiser's scope are not there.
 * @param take is given each row whose judgement is not as it is stored.
 * @returns how many rows are as stored, and what to know of the workbook.
 * @throws {DocumentRefused} as {@link readAssessmentWorkbook}
 */
export async function readAppraisalWorkbook(
  bytes: Uint8Array,
  origin: WorkbookOrigin,
  rowsOf: AppraisalRowsOf,
  take: (row: ReadJudgement) => void,
  limits: Partial<ReadLimits> = CAMPAIGN_LIMITS,
): Promise<{ readonly same: number; readonly notes: readonly WorkbookNote[] }> {
  const { sheets } = await openWorkbook(bytes, "appraisal", origin, limits);
  const reader = new AppraisalReader(origin, rowsOf, take);
  for (const sheet of sheets) await reader.sheet(sheet);
  return { same: reader.same, notes: [...reader.notes, ...reader.edited.note()] };
}

type MarkName = keyof typeof APPRAISAL_MARKS;
type Head = Readonly<Partial<Record<MarkName, number>>> & {
  readonly key: number;
  readonly top: number;
  /** The columns that name a row. */
  readonly naming: readonly (readonly [keyof typeof NAMING_MARKS, number])[];
};

interface KeptRow {
  readonly number: number;
  readonly assessment: string;
  readonly code: string;
  readonly cells: StoredRow;
}

type Given = Omit<Judgement, "version">;
type Reading =
  | { readonly given: Given }
  | { readonly fault: Message; readonly at: MarkName; readonly given?: undefined };

const NONE: Given = { verdict: null, inputs: null, points: null, reason: null };

class AppraisalReader {
  same = 0;
  readonly notes: WorkbookNote[] = [];
  readonly edited = new EditedLabels();
  private readonly seen = new Set<string>();
  private strange = 0;

  constructor(
    private readonly origin: WorkbookOrigin,
    private readonly rowsOf: AppraisalRowsOf,
    private readonly take: (row: ReadJudgement) => void,
  ) {}

  async sheet(sheet: StoredSheet): Promise<void> {
    let head: Head | undefined;
    let waiting: KeptRow[] = [];
    await sheet.read({
      row: (number, cells) => {
        if (!head) head = headOf(number, cells);
        else {
          const kept = this.kept(sheet.name, head, number, cells);
          if (kept) waiting.push(kept);
        }
      },
      settle: async () => {
        while (head && waiting.length >= BATCH) {
          await this.rows(sheet.name, head, waiting.slice(0, BATCH));
          waiting = waiting.slice(BATCH);
        }
      },
    });
    if (head) await this.rows(sheet.name, head, waiting);
  }

  private kept(sheet: string, head: Head, number: number, cells: StoredRow): KeptRow | undefined {
    const key = plainText(cells.get(head.key));
    const bar = key.lastIndexOf("|");
    if (number < head.top + STREAM_TOP || bar < 0) return undefined;
    if (this.seen.has(key)) {
      this.note("row-twice", { sheet, cell: `A${number}` }, TWICE(number));
      return undefined;
    }
    this.seen.add(key);
    return { number, assessment: key.slice(0, bar), code: key.slice(bar + 1), cells };
  }

  private async rows(sheet: string, head: Head, rows: readonly KeptRow[]): Promise<void> {
    if (rows.length === 0) return;
    const found = await this.rowsOf(rows.map(({ assessment, code }) => ({ assessment, code })));
    const stored = new Map(found.map((row) => [appraisalKey(row.assessment, row.code), row]));
    for (const row of rows) {
      const now = stored.get(appraisalKey(row.assessment, row.code));
      if (now) this.row(sheet, head, row, now);
      else {
        this.strange += 1;
        if (this.strange <= 20)
          this.note("row-unknown", { sheet, cell: `A${row.number}` }, STRANGE(row.number));
      }
    }
  }

  private row(sheet: string, head: Head, row: KeptRow, now: AppraisalRow): void {
    const names = namesOf(this.origin, now);
    for (const [name, at] of head.naming)
      this.edited.compare(
        () => ({ sheet, cell: `${columnLetters(at)}${row.number}` }),
        names[name],
        row.cells.get(at),
      );
    const reading = this.read(head, row);
    const [version = "", digest = ""] = plainText(row.cells.get(head.seen ?? 0)).split(":");
    const seen = Number(version) || 0;
    const at = reading.given ? "verdict" : reading.at;
    const place = { sheet, cell: `${columnLetters(head[at] ?? head.key)}${row.number}` };
    const common = { assessment: row.assessment, code: row.code, place, stored: now.judgement, seen };
    if (!reading.given) {
      const judgement = { ...NONE, version: now.judgement.version };
      this.take({ ...common, state: "fault", judgement, message: reading.fault });
      return;
    }
    const state = stateOf(reading.given, now, seen, digest);
    if (state === "same") this.same += 1;
    else this.take({ ...common, state, judgement: { ...reading.given, version: now.judgement.version } });
  }

  private read(head: Head, { code, cells }: KeptRow): Reading {
    const cell = (name: MarkName): StoredCell | undefined => cells.get(head[name] ?? 0);
    const verdict = wordOf(cell("verdict"));
    const reason = readCell(REASON, cell("reason"));
    if ("fault" in reason) return { fault: reason.fault, at: "reason" };
    const text = typeof reason.value === "string" ? reason.value : null;
    const changes = cell("points") !== undefined || cell("inputs") !== undefined;
    if (verdict === undefined && !changes) return { given: NONE };
    if (verdict === fold(AGREED_WORD))
      return changes
        ? { fault: AGREED_AND_CHANGED, at: "verdict" }
        : { given: { ...NONE, verdict: "agreed" } };
    if (verdict !== undefined && verdict !== fold(ADJUSTED_WORD)) return { fault: NO_VERDICT, at: "verdict" };
    if (text === null) return { fault: NO_REASON, at: "reason" };
    if (text.length > REASON_CHARACTERS) return { fault: LONG_REASON, at: "reason" };
    return this.adjusted(code, cell("points"), cell("inputs"), text);
  }

  private adjusted(
    code: string,
    points: StoredCell | undefined,
    inputs: StoredCell | undefined,
    reason: string,
  ): Reading {
    if ((points === undefined) === (inputs === undefined)) return { fault: ONE_OF_TWO, at: "points" };
    if (inputs) {
      const read = readAdjusted(factsOf(this.origin, code), inputs);
      return "fault" in read
        ? { fault: read.fault, at: "inputs" }
        : { given: { verdict: "adjusted", inputs: read.inputs, points: null, reason } };
    }
    const read = this.points(code, points);
    return typeof read === "string"
      ? { given: { verdict: "adjusted", inputs: null, points: read, reason } }
      : { fault: read, at: "points" };
  }

  /** Points as decimal text: no finer than the set rounds to, no more than the maximum. */
  private points(code: string, cell: StoredCell | undefined): string | Message {
    const { set } = this.origin;
    const node = nodeOf(this.origin, code);
    if (!node?.scored || node.children.length > 0)
      return message("mục này không chấm điểm", "this is not scored");
    const read = readCell({ ...REASON, kind: "number", strict: true, min: exact.ZERO, max: node.max }, cell);
    if ("fault" in read) return read.fault;
    const value = parseExact(String(read.value ?? ""));
    if (!value) return message("cần một số", "a number is needed");
    const written = formatExact(value);
    const { digits } = set.scoreRounding;
    return (written.split(".")[1]?.length ?? 0) > digits
      ? message(`điểm có tối đa ${digits} chữ số thập phân`, `points have at most ${digits} decimals`)
      : written;
  }

  private note(code: WorkbookNote["code"], place: CellPlace, text: Message): void {
    this.notes.push({ severity: "warning", code, message: text, place });
  }
}

function stateOf(given: Given, now: AppraisalRow, seen: number, digest: string): JudgementState {
  const read = judgementDigest(given);
  if (read === judgementDigest(now.judgement)) return "same";
  if (read === digest) return "untouched";
  if (!now.open) return "closed";
  if (now.judgement.version !== seen) return "conflict";
  if (given.verdict === null) return "clears";
  return now.judgement.verdict === null ? "new" : "changed";
}

function headOf(top: number, cells: StoredRow): Head | undefined {
  const places = new Map([...cells].map(([column, cell]) => [plainText(cell), column]));
  const key = places.get(APPRAISAL_MARKS.key);
  if (key === undefined) return undefined;
  const head: Partial<Record<MarkName, number>> = {};
  for (const name of Object.keys(APPRAISAL_MARKS) as MarkName[]) {
    const column = places.get(APPRAISAL_MARKS[name]);
    if (column !== undefined) head[name] = column;
  }
  const naming = (Object.keys(NAMING_MARKS) as (keyof typeof NAMING_MARKS)[]).flatMap((name) => {
    const column = places.get(NAMING_MARKS[name]);
    return column === undefined ? [] : [[name, column] as const];
  });
  return { ...head, key, top, naming };
}

const wordOf = (cell: StoredCell | undefined): string | undefined => {
  if (cell === undefined) return undefined;
  return cell.kind === "text" ? fold(cell.text) : "?";
};

const fold = (text: string): string => text.normalize("NFC").replace(/\s+/g, " ").trim().toLowerCase();

const AGREED_AND_CHANGED = message(
  "đã chọn Đồng ý nhưng vẫn ghi điểm hoặc số liệu điều chỉnh; xóa phần điều chỉnh hoặc chọn Điều chỉnh",
  "Đồng ý is chosen, yet points or values are adjusted; delete them or choose Điều chỉnh",
);
const NO_VERDICT = message("chọn Đồng ý hoặc Điều chỉnh", "choose Đồng ý or Điều chỉnh");
const NO_REASON = message("thiếu lý do điều chỉnh", "the reason for the adjustment is missing");
const LONG_REASON = message(
  `lý do dài quá ${REASON_CHARACTERS} ký tự`,
  `the reason is longer than ${REASON_CHARACTERS} characters`,
);
const ONE_OF_TWO = message(
  "điều chỉnh điểm hoặc điều chỉnh số liệu, một trong hai",
  "adjust either the points or the values",
);
const TWICE = (number: number): Message =>
  message(
    `Dòng ${number} lặp lại một dòng phía trên; chỉ đọc dòng đầu.`,
    `Row ${number} repeats a row above; only the first was read.`,
  );
const STRANGE = (number: number): Message =>
  message(
    `Dòng ${number} không thuộc phạm vi thẩm định; không đọc.`,
    `Row ${number} is out of the appraiser's scope and was not read.`,
  );
