/** Amounts of a rule as a person writes them (`0,5`, `70%`, `1/2`), and as a set's source does (`0.5`). Pure. */
import { parseExact } from "@opendti/engine";
import type { Language } from "../../../api/contract.js";
import type { Exact } from "../model/set-source.js";

const MARKS = { vi: { group: ".", decimal: "," }, en: { group: ",", decimal: "." } } as const;

/** Half of a fraction, or what stands before a percent sign: groups of three, or one decimal mark of either kind. */
function plain(part: string, language: Language): string | null {
  const { group, decimal } = MARKS[language];
  const text = part.replace(/\s+/g, "").replace(/^[−–]/, "-");
  if (/^-?\d+$/.test(text)) return text;
  const grouped = new RegExp(`^-?[1-9]\\d{0,2}(\\${group}\\d{3})+(\\${decimal}\\d+)?$`);
  if (grouped.test(text)) return text.replaceAll(group, "").replace(decimal, ".");
  return /^-?\d+[.,]\d+$/.test(text) ? text.replace(",", ".") : null;
}

/**
 * Reads an amount: a decimal, a percent, or a fraction. `1.000` in Vietnamese is a thousand; `0.5` and `0,5` are a half.
 * @returns what a source writes for it; null for what is no amount.
 */
export function readAmount(text: string, language: Language): string | null {
  const typed = text.trim();
  const percent = typed.endsWith("%");
  const parts = (percent ? typed.slice(0, -1) : typed).split("/").map((part) => plain(part, language));
  if (parts.length > 2 || (percent && parts.length > 1) || parts.includes(null)) return null;
  const source = `${parts.join("/")}${percent ? "%" : ""}`;
  return parseExact(source) === undefined ? null : source;
}

/** An amount of a source as a person reads and types it: the inverse of {@link readAmount}. */
export function amountText(source: Exact | undefined, language: Language): string {
  if (source === undefined) return "";
  return String(source).replace(/\s+/g, "").replaceAll(".", MARKS[language].decimal);
}
