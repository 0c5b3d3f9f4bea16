/** The two columns that a person reads of the calculation: points, and what to know of them. */
import {
  all,
  any,
  type CellValue,
  counted,
  type Expression,
  is,
  num,
  over,
  text,
  when,
} from "./calculation/expression.js";
import type { ScoreCells } from "./calculation/scores.js";
import type { CalculationSheet } from "./calculation/sheet.js";
import {
  MISSING,
  NOT_APPLICABLE,
  PENDING,
  SCORED,
  status,
  UNDEFINED,
  UNREADABLE,
} from "./calculation/status.js";

/** A formula with the result it has now, as the writer of workbooks takes it. */
export interface Formula {
  readonly formula: string;
  readonly result: string | number | boolean;
}

const asFormula = ({ text: formula, value }: Expression<CellValue>): Formula => ({
  formula,
  result: value ?? "",
});

/** Points, or nothing where there are none. */
export function scoreFormula(sheet: CalculationSheet, cells: ScoreCells, digits: number): Formula {
  const state = sheet.seenFromOutside(cells.status);
  const ticks = sheet.seenFromOutside(cells.ticks);
  const points: Expression<CellValue> = over(ticks, num(10 ** digits));
  const shown = any(
    is(state, "<=", status(PENDING)),
    is(state, "=", status(NOT_APPLICABLE)),
    all(is(state, "=", status(MISSING)), is(ticks, ">", num(0))),
  );
  return asFormula(when(shown, points, text("")));
}

/**
 * Why there are no points, or what to know of those there are.
 * @param lacking of a sum: how many indicators below it lack data */
export function remarkFormula(
  sheet: CalculationSheet,
  cells: ScoreCells,
  lacking: Expression<number> | undefined,
): Formula {
  const state = sheet.seenFromOutside(cells.status);
  const left = lacking && sheet.seenFromOutside(lacking);
  const complete: Expression<CellValue> = left
    ? when<CellValue>(is(left, "=", num(0)), text(""), counted(left, " chỉ số chưa đủ số liệu"))
    : text("");
  const words: readonly (readonly [number, string])[] = [
    [PENDING, "Tạm tính: còn so với các đơn vị cùng nhóm"],
    [MISSING, "Chưa đủ số liệu"],
    [UNDEFINED, "Chưa xác định (chia cho 0 hoặc không có mức nào phù hợp)"],
    [NOT_APPLICABLE, "Không áp dụng"],
    [UNREADABLE, lacking ? "Có số liệu chưa đúng dạng" : "Số liệu chưa đúng dạng"],
  ];
  const last: Expression<CellValue> = text(BEYOND_WORDS);
  const otherwise = words.reduceRight<Expression<CellValue>>(
    (below, [code, said]) => when<CellValue>(is(state, "=", status(code)), text(said), below),
    last,
  );
  return asFormula(when<CellValue>(is(state, "=", status(SCORED)), complete, otherwise));
}

/** {@link BEYOND} in words. */
const BEYOND_WORDS = "Bảng tính không tính chính xác được; điểm hiện khi nạp lên hệ thống";
