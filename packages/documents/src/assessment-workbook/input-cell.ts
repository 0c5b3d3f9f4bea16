/** The cell in which a field is declared: what it shows of a stored value, its number format, what it accepts. */
import type { CellValue, DataValidation } from "@cj-tech-master/excelts";
import { exact, type Fact, formatNumber, kindWords, type Rational } from "@opendti/engine";
import { NO_WORD, YES_WORD } from "./calculation/facts.js";
import { offered } from "./layout.js";
import type { FieldValue } from "./types.js";

/** A stored value as its cell holds it; numbers that a spreadsheet cannot hold exactly stay text. */
export function shownValue(fact: Fact, value: FieldValue | null): string | number | Date | null {
  if (value === null) return null;
  switch (fact.kind) {
    case "yes_no":
      return value === true ? YES_WORD : value === false ? NO_WORD : null;
    case "choice":
      return typeof value === "number" ? offered(fact, value) : null;
    case "choices":
      return Array.isArray(value) ? value.join("; ") : null;
    case "date":
      return typeof value === "string" ? dayOf(value) : null;
    case "text":
    case "link":
      return String(value);
    case "table":
      return null;
    default:
      return typeof value === "string" ? numberOf(value) : null;
  }
}

function numberOf(decimal: string): number | string {
  const number = Number(decimal);
  return String(number) === decimal ? number : decimal;
}

function dayOf(iso: string): Date | string {
  const day = new Date(`${iso}T00:00:00Z`);
  return Number.isNaN(day.getTime()) ? iso : day;
}

/** What a formula sees of such a cell. */
export const seenValue = (shown: string | number | Date | null): CellValue & (string | number | null) =>
  shown instanceof Date ? shown.getTime() / 86_400_000 + 25_569 : shown;

export function numberFormat(fact: Fact): string {
  switch (fact.kind) {
    case "count":
      return "#,##0";
    case "money":
      return fact.unit === undefined || /^(?:đồng|vnđ|vnd)$/iu.test(fact.unit) ? "#,##0" : "#,##0.00####";
    case "percent":
      return "0.00%";
    case "number":
      return "General";
    case "date":
      return "dd/mm/yyyy";
    default:
      return "@";
  }
}

/** What is to be written, for the column beside the cell. */
export function formatWords(fact: Fact): string {
  const unit = fact.unit === undefined ? "" : ` (${fact.unit})`;
  switch (fact.kind) {
    case "count":
      return `số nguyên${unit}`;
    case "percent":
      return "tỷ lệ, gõ cả dấu %: 80%";
    case "yes_no":
      return `${YES_WORD} / ${NO_WORD}`;
    case "choice":
      return "chọn một trong danh sách";
    case "date":
      return "ngày/tháng/năm";
    default:
      return `${kindWords[fact.kind].vi}${unit}`;
  }
}

const TITLE = "Chưa đúng";

/** @param list cells of the options of a choice, as a formula names them */
export function validationOf(fact: Fact, list: string | undefined): DataValidation | undefined {
  const common = { allowBlank: true, showErrorMessage: true, errorStyle: "stop", errorTitle: TITLE } as const;
  switch (fact.kind) {
    case "yes_no":
      return {
        ...common,
        type: "list",
        formulae: [`"${YES_WORD},${NO_WORD}"`],
        error: `Chọn ${YES_WORD} hoặc ${NO_WORD}.`,
      };
    case "choice":
      return list === undefined
        ? undefined
        : { ...common, type: "list", formulae: [list], error: "Chọn một phương án trong danh sách." };
    case "date":
      return {
        ...common,
        type: "date",
        operator: "between",
        formulae: [new Date("1900-03-01T00:00:00Z"), new Date("2199-12-31T00:00:00Z")],
        error: "Gõ một ngày: ngày/tháng/năm.",
      };
    case "count":
      return { ...common, type: "whole", ...bounds(fact), error: `Gõ số nguyên${said(fact)}.` };
    case "money":
    case "percent":
    case "number":
      return { ...common, type: "decimal", ...bounds(fact), error: `Gõ một số${said(fact)}.` };
    default:
      return undefined;
  }
}

/** Only bounds that are refused when crossed are enforced; those that are merely questioned are left to the checks. */
function bounds(fact: Fact): Pick<DataValidation & { type: "decimal" }, "operator" | "formulae"> {
  const { least, most } = strictBounds(fact);
  if (least !== undefined && most !== undefined) return { operator: "between", formulae: [least, most] };
  if (least !== undefined) return { operator: "greaterThanOrEqual", formulae: [least] };
  return { operator: "between", formulae: [-1e15, most ?? 1e15] };
}

function strictBounds({ kind, strict, min, max }: Fact): { least?: number; most?: number } {
  const least = strict && min ? toNumber(min) : kind === "number" ? undefined : 0;
  return {
    ...(least === undefined ? {} : { least }),
    ...(strict && max ? { most: toNumber(max) } : {}),
  };
}

function said(fact: Fact): string {
  const { least, most } = strictBounds(fact);
  const words = (of: number): string =>
    formatNumber(exact.rational(BigInt(Math.round(of * 1e6)), 1_000_000n), "vi");
  if (least !== undefined && most !== undefined) return ` từ ${words(least)} đến ${words(most)}`;
  return least === undefined ? "" : ` từ ${words(least)} trở lên`;
}

const toNumber = (value: Rational): number => exact.toNumber(value);
