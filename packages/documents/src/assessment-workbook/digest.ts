/** Whether two values of a field are one, and a short mark by which a workbook remembers what was written into it. */
import { hash } from "node:crypto";
import { cleanCharacters } from "../blocks/clean.js";
import type { FieldValue } from "./types.js";

/** The same for the same value, whatever the order in which a row names its columns. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(
      Object.entries(value)
        .filter(([, part]) => part !== null && part !== undefined && part !== "")
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([key, part]) => [key, canonical(part)]),
    );
  // As reading a cell leaves a text: signs that spreadsheets change say nothing.
  return typeof value === "string" ? cleanCharacters(value).normalize("NFC").trim() : value;
}

export function digestOf(value: FieldValue | null): string {
  if (value === null) return "";
  return hash("sha256", JSON.stringify(canonical(value)), "hex").slice(0, 20);
}

/** What {@link digestOf} makes its mark of. */
export const canonicalText = (value: FieldValue | null): string =>
  value === null ? "" : JSON.stringify(canonical(value));

export const sameValue = (one: FieldValue | null, other: FieldValue | null): boolean =>
  one === other || (one !== null && other !== null && canonicalText(one) === canonicalText(other));
