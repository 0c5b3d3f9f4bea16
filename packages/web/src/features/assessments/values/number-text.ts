/**
 * Numbers as people type them, and back. Vietnamese writes `51.125.000` and `9,56`, English `51,125,000` and `9.56`;
 * both are accepted wherever only one reading is possible, and what was understood is said when two are.
 */
import { formatNumber, type Language, parseExact, type Rational } from "@opendti/engine";

/** Why a typed number was not taken; the catalogue has a sentence for each. */
export type NumberProblem = "not-a-number" | "two-readings" | "not-whole" | "negative" | "too-long";

/** A typed number: its value, and whether its reading should be shown because another eye could read it otherwise. */
export type NumberReading =
  | { readonly ok: true; readonly value: Rational; readonly remark: boolean }
  | { readonly ok: false; readonly problem: NumberProblem };

/** Longest number taken: what the engine reads, with room for a sign and a comma. */
const LONGEST = 40;

const MARKS = { vi: { group: "\\.", decimal: "," }, en: { group: ",", decimal: "\\." } } as const;

interface Shapes {
  readonly grouped: RegExp;
  readonly oneGroup: RegExp;
  readonly decimal: RegExp;
  readonly foreignGroups: RegExp;
  readonly foreignOneGroup: RegExp;
  readonly foreignDecimal: RegExp;
}

function shapes({ group, decimal }: { group: string; decimal: string }): Shapes {
  return {
    grouped: new RegExp(`^-?[1-9]\\d{0,2}(${group}\\d{3})+(${decimal}\\d+)?$`),
    oneGroup: new RegExp(`^-?[1-9]\\d{0,2}${group}\\d{3}$`),
    decimal: new RegExp(`^-?\\d+${decimal}\\d+$`),
    foreignGroups: new RegExp(
      `^-?[1-9]\\d{0,2}((${decimal}\\d{3}){2,}(${group}\\d+)?|(${decimal}\\d{3})+${group}\\d+)$`,
    ),
    foreignOneGroup: new RegExp(`^-?[1-9]\\d{0,2}${decimal}\\d{3}$`),
    foreignDecimal: new RegExp(`^-?\\d+${group}\\d+$`),
  };
}

const SHAPES = { vi: shapes(MARKS.vi), en: shapes(MARKS.en) } as const;

/**
 * Reads a typed number.
 *
 * - `1.000` in Vietnamese is one thousand (a remark shows it, for those who meant 1,000 = one);
 * - `1,5` and `1.5` are one and a half: `.5` cannot be a group of thousands;
 * - `1,000` where only whole numbers are asked for is refused: one, or one thousand typed as Excel shows it;
 * - `1,234,567` and `1,234.56` have one reading only, whoever typed them.
 */
export function readNumber(text: string, language: Language, whole: boolean): NumberReading {
  const typed = text.replace(/[\s\u00a0\u202f\u2009]+/g, "").replace(/^[−–]/, "-");
  if (typed.length > LONGEST) return { ok: false, problem: "too-long" };
  const group = language === "vi" ? "." : ",";
  const decimal = language === "vi" ? "," : ".";
  const native = (source: string): string => source.replaceAll(group, "").replace(decimal, ".");
  const foreign = (source: string): string => source.replaceAll(decimal, "").replace(group, ".");
  const shape = SHAPES[language];
  if (/^-?\d+$/.test(typed)) return taken(typed, false, whole);
  if (shape.grouped.test(typed)) return taken(native(typed), !whole && shape.oneGroup.test(typed), whole);
  if (shape.foreignGroups.test(typed)) return taken(foreign(typed), true, whole);
  if (shape.decimal.test(typed)) {
    if (whole && shape.foreignOneGroup.test(typed)) return { ok: false, problem: "two-readings" };
    return taken(native(typed), false, whole);
  }
  if (shape.foreignDecimal.test(typed)) return taken(typed.replace(",", "."), true, whole);
  return { ok: false, problem: "not-a-number" };
}

function taken(plain: string, remark: boolean, whole: boolean): NumberReading {
  const value = parseExact(plain);
  if (!value) return { ok: false, problem: "not-a-number" };
  if (whole && value.n % value.d !== 0n) return { ok: false, problem: "not-whole" };
  return { ok: true, value, remark };
}

/** The number as a person would type it again: the inverse of {@link readNumber}. */
export function numberText(value: Rational, language: Language): string {
  return formatNumber(value, language).replace(/^≈ /, "");
}
