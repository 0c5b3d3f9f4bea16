/** What a workbook shows beside each indicator, and what the rules say of the same data. */
import type { Workbook } from "@cj-tech-master/excelts";
import { type CompiledSet, formatExact, readUnit, scoreUnit, type UnitScore } from "@opendti/engine";
import type { StoredField } from "../../src/index.js";

/** Points and remark of a row, as cells hold them. */
export interface Shown {
  readonly points: unknown;
  readonly remark: unknown;
}

/** The row of the total. */
const TOTAL = "";

export interface ScoreCell {
  readonly sheet: string;
  readonly row: number;
  readonly points: number;
  readonly remark: number;
}

/** Where the scores of indicators stand, by code; the total by {@link TOTAL}. */
export function scoreCells(book: Workbook): Map<string, ScoreCell> {
  const cells = new Map<string, ScoreCell>();
  for (const page of book.worksheets) {
    const headings = new Map<unknown, number>();
    page.getRow(3).eachCell((cell, column) => headings.set(cell.value, column));
    const points = headings.get("Điểm tạm tính");
    const remark = headings.get("Diễn giải");
    if (points === undefined || remark === undefined) continue;
    page.eachRow((row, number) => {
      const whole = page.name === "Tổng hợp" && row.getCell(2).value === "Tổng điểm";
      const key = whole ? "N|" : row.getCell(1).value;
      if (typeof key !== "string" || !key.startsWith("N|") || !row.getCell(points).formula) return;
      cells.set(key.slice(2), { sheet: page.name, row: number, points, remark });
    });
  }
  return cells;
}

/** The results that are written beside the formulas. */
export function writtenScores(book: Workbook): Map<string, Shown> {
  return new Map(
    [...scoreCells(book)].map(([code, { sheet, row, points, remark }]) => {
      const result = (column: number): unknown => book.getWorksheet(sheet)?.getCell(row, column).result ?? "";
      return [code, { points: result(points), remark: result(remark) }];
    }),
  );
}

export function scored(
  set: CompiledSet,
  fields: readonly Pick<StoredField, "code" | "input" | "value">[],
): UnitScore {
  const profile: Record<string, unknown> = {};
  const answers: Record<string, Record<string, unknown>> = {};
  for (const { code, input, value } of fields)
    if (value === null) continue;
    else if (code === "profile") profile[input] = value;
    else answers[code] = { ...answers[code], [input === "" ? "not_applicable" : input]: value };
  return scoreUnit(set, readUnit(set, { unit: "u", profile, answers }, "stored").facts);
}

/** What the sheet says where it computes no points. */
const UNSAID = /Bảng tính không tính|đúng dạng/;

/** Scores that are not those of the rules, and how many are said to be beyond a spreadsheet. */
export function differences(
  set: CompiledSet,
  score: UnitScore,
  shown: ReadonlyMap<string, Shown>,
): { wrong: unknown[]; unsaid: number } {
  const wrong: unknown[] = [];
  let unsaid = 0;
  const compare = (code: string, own: string): void => {
    const found = shown.get(code);
    if (UNSAID.test(String(found?.remark))) unsaid += 1;
    else if (String(found?.points || 0) !== own) wrong.push({ code, found, own });
  };
  for (const node of set.nodes) {
    const own = score.nodes[node.index];
    const code = set.nodeOf.get(node.code) === node.index ? node.code : node.key;
    if (node.scored && own) compare(code, formatExact(own.score));
  }
  compare(TOTAL, formatExact(score.total));
  return { wrong, unsaid };
}
