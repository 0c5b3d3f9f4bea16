/** A whole campaign as a workbook: a sheet for each pillar, units down, inputs across. */
import type { Fact } from "@opendti/engine";
import { columnLetters } from "../xlsx/column-letters.js";
import { NO_WORD, YES_WORD } from "./calculation/facts.js";
import { canonicalText, digestOf } from "./digest.js";
import { numberFormat, seenValue, shownValue } from "./input-cell.js";
import { keyText, MARKS } from "./keys.js";
import {
  type FormSheet,
  LISTS_SHEET,
  labelOf,
  layoutOf,
  META_SHEET,
  NOT_APPLICABLE_INPUT,
  offered,
} from "./layout.js";
import { metaRows } from "./meta.js";
import { quoted } from "./sheet-names.js";
import { SheetSpool, type StreamCell, type StreamColumn, streamWorkbook } from "./stream-workbook.js";
import type { CampaignUnit, FieldValue, WorkbookOrigin } from "./types.js";

/** Marks of the columns that name a row. */
export const ROW_MARK = "#row";
export const UNIT_MARK = "#unit";

export interface CampaignColumn {
  readonly code: string;
  readonly input: string;
  /** Undefined for the reason of "not applicable". */
  readonly fact: Fact | undefined;
}

/** The columns of a sheet of the campaign; tables are left to the workbooks of the units. */
export function campaignColumns(sheet: FormSheet): CampaignColumn[] {
  return sheet.rows.flatMap((row): CampaignColumn[] => {
    switch (row.kind) {
      case "field":
        return row.fact.kind === "table" ? [] : [{ code: row.code, input: row.fact.id, fact: row.fact }];
      case "options":
        return [{ code: row.code, input: row.fact.id, fact: row.fact }];
      case "mark":
        return [{ code: row.code, input: NOT_APPLICABLE_INPUT, fact: undefined }];
      default:
        return [];
    }
  });
}

/** What a row was when it was written: the assessment's revision, and its values in this sheet as one mark. */
function rowMark(revision: number, columns: readonly CampaignColumn[], values: ValuesOf): string {
  return `${revision}:${rowDigest(columns.map((column) => values(column)))}`;
}

type ValuesOf = (column: Pick<CampaignColumn, "code" | "input">) => FieldValue | null;

export const rowDigest = (values: readonly (FieldValue | null)[]): string =>
  digestOf(values.map(canonicalText).join("|"));

function valuesOf(unit: CampaignUnit): ValuesOf {
  const fields = new Map(unit.fields.map(({ code, input, value }) => [`${code}|${input}`, value]));
  return ({ code, input }) => fields.get(`${code}|${input}`) ?? null;
}

/**
 * Writes the workbook. The units are gone over once; what is held of them is packed.
 * @param units whose closed ones are for reading only.
 * @returns the file, piece by piece.
 */
export async function* writeCampaignWorkbook(
  origin: WorkbookOrigin,
  units: AsyncIterable<CampaignUnit>,
): AsyncGenerator<Uint8Array> {
  const { set } = origin;
  const layout = layoutOf(set);
  const lists: string[][] = [];
  const sheets = layout.sheets.map((sheet) => {
    const columns = campaignColumns(sheet);
    return {
      columns,
      spool: new SheetSpool({
        name: sheet.name,
        title: `${sheet.title} – ${origin.campaign.title}`,
        columns: [
          ...HEAD_COLUMNS,
          ...columns.map((column, at) => streamColumn(origin, column, columns[at - 1], lists)),
        ],
        frozen: HEAD_COLUMNS.length,
        wrap: false,
      }),
    };
  });
  for await (const unit of units) {
    const values = valuesOf(unit);
    for (const { columns, spool } of sheets) spool.add(rowOf(unit, columns, values));
  }
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  const listRows = Array.from({ length: longest }, (_, row) => lists.map((list) => list[row] ?? ""));
  yield* streamWorkbook(
    sheets.map(({ spool }) => spool),
    [
      { name: LISTS_SHEET, rows: listRows },
      { name: META_SHEET, rows: metaRows("campaign", origin, []) },
    ],
  );
}

/** What the header says over each field, by the mark of its column. */
export function campaignHeadings(
  origin: WorkbookOrigin,
): ReadonlyMap<string, Pick<StreamColumn, "heading" | "below">> {
  const columns = layoutOf(origin.set).sheets.flatMap((sheet) => {
    const own = campaignColumns(sheet);
    return own.map((column, at) => streamColumn(origin, column, own[at - 1], []));
  });
  return new Map(columns.map((column) => [column.mark, column]));
}

const HEAD_COLUMNS: readonly StreamColumn[] = [
  { mark: MARKS.key, heading: "", below: "", width: 4, hidden: true },
  { mark: ROW_MARK, heading: "", below: "", width: 4, hidden: true },
  { mark: UNIT_MARK, heading: "Đơn vị", below: "", width: 34 },
  { mark: "#group", heading: "Nhóm", below: "", width: 16 },
];

/** @param before the column at its left: an indicator's title stands over the first of its columns alone. */
function streamColumn(
  { set }: WorkbookOrigin,
  { code, input, fact }: CampaignColumn,
  before: CampaignColumn | undefined,
  lists: string[][],
): StreamColumn {
  const index = set.nodeOf.get(code);
  const node = index === undefined ? undefined : set.nodes[index];
  const heading = node ? (before?.code === code ? node.code : `${node.code}. ${node.title}`) : "";
  const mark = keyText({ kind: "field", code, input });
  if (!fact) return { mark, heading, below: "Không áp dụng: lý do", width: 20 };
  const common = {
    mark,
    heading,
    below: belowOf(fact, labelOf(set, fact)),
    width: ["text", "link", "choice", "choices"].includes(fact.kind) ? 26 : 16,
  };
  if (fact.kind === "yes_no") return { ...common, list: { words: [YES_WORD, NO_WORD] } };
  if (fact.kind !== "choice" || fact.options.length === 0) return common;
  lists.push(fact.options.map((_, place) => offered(fact, place + 1)));
  const letter = columnLetters(lists.length);
  return {
    ...common,
    list: { range: `${quoted(LISTS_SHEET)}!$${letter}$1:$${letter}$${fact.options.length}` },
  };
}

function belowOf(fact: Fact, label: string): string {
  const unit = fact.unit === undefined ? "" : ` (${fact.unit})`;
  const letter = /^[a-zđ]\d*$/.test(fact.id) ? `${fact.id}. ` : "";
  return fact.kind === "choices" ? `${letter}${label}: số thứ tự, như 1; 3` : `${letter}${label}${unit}`;
}

function rowOf(unit: CampaignUnit, columns: readonly CampaignColumn[], values: ValuesOf): StreamCell[] {
  const look = unit.open ? "open" : "closed";
  const plain = (value: string): StreamCell => ({ value, look: "plain", format: "@" });
  return [
    plain(unit.assessment.id),
    plain(rowMark(unit.assessment.revision, columns, values)),
    plain(unit.unit.name),
    plain(unit.group),
    ...columns.map((column): StreamCell => {
      const value = values(column);
      if (!column.fact) return { value: typeof value === "string" ? value : null, look, format: "@" };
      return { value: seenValue(shownValue(column.fact, value)), look, format: numberFormat(column.fact) };
    }),
  ];
}
