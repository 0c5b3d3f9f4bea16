/** An appraiser's work as a workbook: a row for each indicator of each unit, with the judgement to be filled in. */
import { exact, type Fact, type Node } from "@opendti/engine";
import { adjustedWords, declaredWords } from "./declared-words.js";
import { digestOf } from "./digest.js";
import { MARKS } from "./keys.js";
import { META_SHEET, PROFILE } from "./layout.js";
import { metaRows } from "./meta.js";
import { SheetSpool, type StreamCell, type StreamColumn, streamWorkbook } from "./stream-workbook.js";
import type { AppraisalRow, Judgement, WorkbookOrigin } from "./types.js";

export const AGREED_WORD = "Đồng ý";
export const ADJUSTED_WORD = "Điều chỉnh";

/** Marks of the columns that are read back. */
export const APPRAISAL_MARKS = {
  key: MARKS.key,
  seen: "#seen",
  verdict: "#verdict",
  points: "#points",
  inputs: "#inputs",
  reason: "#reason",
} as const;

/** Marks of the columns that name a row: looked at for what somebody edited there, and never read. */
export const NAMING_MARKS = { unit: "#unit", code: "#code", title: "#title", max: "#max" } as const;

/** What these columns say of a row. */
export function namesOf(
  origin: Pick<WorkbookOrigin, "set">,
  { unit, code }: Pick<AppraisalRow, "unit" | "code">,
): Readonly<Record<keyof typeof NAMING_MARKS, string | number>> {
  const node = nodeOf(origin, code);
  return {
    unit: unit.name,
    code: node?.code ?? "",
    title: node?.title ?? "Thông tin chung",
    max: node?.scored ? exact.toNumber(node.max) : "",
  };
}

const COLUMNS: readonly StreamColumn[] = [
  { mark: APPRAISAL_MARKS.key, heading: "", below: "", width: 4, hidden: true },
  { mark: APPRAISAL_MARKS.seen, heading: "", below: "", width: 4, hidden: true },
  { mark: NAMING_MARKS.unit, heading: "Đơn vị", below: "", width: 26 },
  { mark: "#group", heading: "Nhóm", below: "", width: 14 },
  { mark: NAMING_MARKS.code, heading: "Mã", below: "", width: 9 },
  { mark: NAMING_MARKS.title, heading: "Chỉ số", below: "", width: 40 },
  { mark: NAMING_MARKS.max, heading: "Điểm tối đa", below: "", width: 9 },
  { mark: "#declared", heading: "Số liệu kê khai", below: "", width: 28 },
  { mark: "#self", heading: "Điểm tự đánh giá", below: "", width: 10 },
  { mark: "#evidence", heading: "Tài liệu kiểm chứng", below: "", width: 40 },
  {
    mark: APPRAISAL_MARKS.verdict,
    heading: "Kết luận thẩm định",
    below: `${AGREED_WORD} hoặc ${ADJUSTED_WORD}`,
    width: 14,
    list: { words: [AGREED_WORD, ADJUSTED_WORD] },
  },
  { mark: APPRAISAL_MARKS.points, heading: "Điểm điều chỉnh", below: "hoặc điều chỉnh số liệu", width: 11 },
  {
    mark: APPRAISAL_MARKS.inputs,
    heading: "Số liệu điều chỉnh",
    below: "như: a = 22; b = 23",
    width: 22,
  },
  { mark: APPRAISAL_MARKS.reason, heading: "Lý do điều chỉnh", below: "bắt buộc khi điều chỉnh", width: 34 },
];

const SHEET = "Thẩm định";
/** Excel has no more rows. */
const MOST_ROWS = 1_000_000;

/** What a row is about. */
export const appraisalKey = (assessment: string, code: string): string => `${assessment}|${code}`;

/** A judgement as one mark, by which a row knows whether it was edited. */
export const judgementDigest = ({ verdict, inputs, points, reason }: Omit<Judgement, "version">): string =>
  verdict === null
    ? ""
    : digestOf([{ verdict, inputs: inputs ?? "", points: points ?? "", reason: reason ?? "" }]);

/** The facts that a code is declared by. */
export function factsOf({ set }: WorkbookOrigin, code: string): readonly Fact[] {
  return code === PROFILE ? set.profile : (nodeOf({ set }, code)?.inputs ?? []);
}

export function nodeOf({ set }: Pick<WorkbookOrigin, "set">, code: string): Node | undefined {
  const index = set.nodeOf.get(code);
  return index === undefined ? undefined : set.nodes[index];
}

/**
 * Writes the workbook; rows are gone over once, what is held of them is packed.
 * @returns the file, piece by piece.
 */
export async function* writeAppraisalWorkbook(
  origin: WorkbookOrigin,
  rows: AsyncIterable<AppraisalRow>,
): AsyncGenerator<Uint8Array> {
  let spool = sheetOf(origin, 1);
  const spools = [spool];
  for await (const row of rows) {
    if (spool.rows >= MOST_ROWS) {
      spool = sheetOf(origin, spools.length + 1);
      spools.push(spool);
    }
    spool.add(cellsOf(origin, row));
  }
  yield* streamWorkbook(spools, [{ name: META_SHEET, rows: metaRows("appraisal", origin, []) }]);
}

const sheetOf = ({ campaign }: WorkbookOrigin, number: number): SheetSpool =>
  new SheetSpool({
    name: number === 1 ? SHEET : `${SHEET} (${number})`,
    title: `${SHEET} – ${campaign.title}`,
    columns: COLUMNS,
    frozen: 5,
    wrap: true,
  });

function cellsOf(origin: WorkbookOrigin, row: AppraisalRow): StreamCell[] {
  const names = namesOf(origin, row);
  const facts = factsOf(origin, row.code);
  const { judgement } = row;
  const look = row.open ? "open" : "closed";
  const plain = (value: string | number): StreamCell => ({ value, look: "plain", format: "General" });
  const input = (value: string | number | null, format: string): StreamCell => ({ value, look, format });
  return [
    plain(appraisalKey(row.assessment, row.code)),
    plain(`${judgement.version}:${judgementDigest(judgement)}`),
    plain(names.unit),
    plain(row.group),
    { ...plain(names.code), format: "@" },
    plain(names.title),
    plain(names.max),
    plain(declaredWords(facts, row.declared)),
    plain(numberOf(row.selfScore)),
    plain(row.evidence),
    input(verdictWord(judgement), "@"),
    input(judgement.points === null ? null : numberOf(judgement.points), "General"),
    input(judgement.inputs === null ? null : adjustedWords(facts, judgement.inputs), "@"),
    input(judgement.reason, "@"),
  ];
}

function verdictWord({ verdict }: Judgement): string | null {
  if (verdict === "agreed") return AGREED_WORD;
  return verdict === "adjusted" ? ADJUSTED_WORD : null;
}

/** A short decimal as a number; anything else stays text. */
const numberOf = (decimal: string): string | number =>
  String(Number(decimal)) === decimal ? Number(decimal) : decimal;
