/**
 * How cells are found again: a hidden column of keys in each sheet, and a hidden first row that says what each column is. Rows may
 * move, sheets may be renamed and reordered, columns inserted: the keys go with them.
 */

/** Marks of the hidden first row. */
export const MARKS = {
  key: "#opendti:key",
  value: "#value",
  evidence: "#evidence",
} as const;

/** Marks of the columns that print the set: looked at for what somebody edited there, and never read. */
export const PRINTED_MARKS = { code: "#code", label: "#label", max: "#max", rule: "#rule" } as const;

/** What a keyed row is. */
export type RowKey =
  /** An indicator: its title, and its evidence. */
  | { readonly kind: "node"; readonly code: string }
  /** One input, or (input "") the mark "not applicable". */
  | { readonly kind: "field"; readonly code: string; readonly input: string }
  /** One of the options of an input that takes several; `place` from 1. */
  | { readonly kind: "option"; readonly code: string; readonly input: string; readonly place: number };

/** A key as the cell holds it. Codes and inputs have no "|". */
export function keyText(key: RowKey): string {
  switch (key.kind) {
    case "node":
      return `N|${key.code}`;
    case "field":
      return `V|${key.code}|${key.input}`;
    case "option":
      return `O|${key.code}|${key.input}|${key.place}`;
  }
}

/** The key that a cell holds; undefined for any other text. */
export function keyOf(text: string): RowKey | undefined {
  const [kind, code = "", input, place, ...more] = text.trim().split("|");
  if (code === "" || more.length > 0) return undefined;
  if (kind === "N" && input === undefined) return { kind: "node", code };
  if (kind === "V" && input !== undefined && place === undefined) return { kind: "field", code, input };
  if (kind === "O" && input !== undefined && place !== undefined && /^[1-9]\d{0,3}$/.test(place))
    return { kind: "option", code, input, place: Number(place) };
  return undefined;
}

/** The hidden first cell of a sheet that holds the rows of a table. */
export const tableMark = (code: string, input: string): string => `${MARKS.key}|${code}|${input}`;

export function tableOf(mark: string): { readonly code: string; readonly input: string } | undefined {
  const [first, code, input, ...more] = mark.trim().split("|");
  if (first !== MARKS.key || code === undefined || input === undefined || more.length > 0) return undefined;
  return { code, input };
}

/** Marks of the columns of such a sheet. */
export const columnMark = (id: string): string => `#column|${id}`;

export function columnOf(mark: string): string | undefined {
  const [first, id, ...more] = mark.trim().split("|");
  return first === "#column" && more.length === 0 ? id : undefined;
}

/** 1 is A, 27 is AA. */
export { columnLetters } from "../xlsx/column-letters.js";
