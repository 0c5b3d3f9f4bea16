/** What a person typed into a field -> the value of its input, by kind; and the value -> what the field shows. */
import { exact, formatExact, type Language, parseExact, type Rational } from "@opendti/engine";
import type { AnswerValue } from "../../../api/assessment-contract.js";
import { type DateProblem, dateText, readDate } from "./date-text.js";
import { conversionLine, convertMoney, type MoneyUnit, moneyUnitOf, typedUnit } from "./money.js";
import { type NumberProblem, numberText, readNumber } from "./number-text.js";

export type TypedKind = "count" | "number" | "money" | "percent" | "text" | "link" | "date";

/** The field being typed into: as much of an input as its reading needs. */
export interface TypedField {
  readonly kind: TypedKind;
  /** As the set writes it; matters for money. */
  readonly unit?: string | undefined;
}

export type TypedProblem = NumberProblem | DateProblem | "not-a-link" | "text-too-long";

export type TypedReading =
  /** `said`: how the text was understood, when that helps: a conversion, or the number written out. */
  | { readonly ok: true; readonly value: AnswerValue; readonly said?: string | undefined }
  | { readonly ok: false; readonly problem: TypedProblem };

/** Longest free text the server keeps. */
const LONGEST_TEXT = 10_000;

const HUNDRED = exact.rational(100n);

/**
 * Reads what stands in a field. Empty is null: nothing declared.
 * @param money the unit chosen beside a money field; the set's own when absent.
 */
export function readTyped(
  field: TypedField,
  text: string,
  language: Language,
  money: MoneyUnit = moneyUnitOf(field.unit),
): TypedReading {
  const typed = text.trim();
  if (typed === "") return { ok: true, value: null };
  switch (field.kind) {
    case "count":
      return numeric(typed, language, true, (value) => value);
    case "number":
      return numeric(typed, language, false, (value) => value, true);
    case "percent":
      return numeric(typed.replace(/\s*%$/, ""), language, false, (value) => exact.divide(value, HUNDRED));
    case "money":
      return readMoney(field, typed, language, money);
    case "date": {
      const read = readDate(typed);
      return read.ok ? { ok: true, value: read.iso } : read;
    }
    case "link":
      return readLink(typed);
    case "text":
      return typed.length > LONGEST_TEXT
        ? { ok: false, problem: "text-too-long" }
        : { ok: true, value: text };
  }
}

function numeric(
  typed: string,
  language: Language,
  whole: boolean,
  keep: (value: Rational) => Rational,
  negative = false,
): TypedReading {
  const read = readNumber(typed, language, whole);
  if (!read.ok) return read;
  if (!negative && read.value.n < 0n) return { ok: false, problem: "negative" };
  return {
    ok: true,
    value: formatExact(keep(read.value)),
    said: read.remark ? numberText(read.value, language) : undefined,
  };
}

function readMoney(field: TypedField, typed: string, language: Language, chosen: MoneyUnit): TypedReading {
  const own = moneyUnitOf(field.unit);
  const named = typedUnit(typed);
  const read = readNumber(named?.number ?? typed, language, false);
  if (!read.ok) return read;
  if (read.value.n < 0n) return { ok: false, problem: "negative" };
  const amount = named ? convertMoney(exact.multiply(read.value, named.factor), "dong", chosen) : read.value;
  const value = formatExact(convertMoney(amount, chosen, own));
  const line = conversionLine(amount, chosen, own, language);
  return { ok: true, value, said: line ?? (read.remark ? numberText(read.value, language) : undefined) };
}

function readLink(typed: string): TypedReading {
  const address = /^[a-z][a-z0-9+.-]*:/i.test(typed) ? typed : `https://${typed}`;
  if (/\s/.test(address)) return { ok: false, problem: "not-a-link" };
  try {
    const url = new URL(address);
    const reachable = (url.protocol === "https:" || url.protocol === "http:") && url.hostname.includes(".");
    return reachable ? { ok: true, value: address } : { ok: false, problem: "not-a-link" };
  } catch {
    return { ok: false, problem: "not-a-link" };
  }
}

/** What the field shows for a stored value: the inverse of {@link readTyped}. */
export function typedText(
  field: TypedField,
  value: AnswerValue,
  language: Language,
  money: MoneyUnit = moneyUnitOf(field.unit),
): string {
  if (value === null || typeof value === "object" || typeof value === "boolean") return "";
  const stored = String(value);
  if (field.kind === "text" || field.kind === "link") return stored;
  if (field.kind === "date") return dateText(stored);
  const number = parseExact(stored);
  if (!number) return stored;
  switch (field.kind) {
    case "percent":
      return numberText(exact.multiply(number, HUNDRED), language);
    case "money":
      return numberText(convertMoney(number, moneyUnitOf(field.unit), money), language);
    default:
      return numberText(number, language);
  }
}
