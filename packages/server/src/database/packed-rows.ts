/**
 * Many short rows as one text: a few hundred rows cost both sides more as rows than as text. Cells stand between
 * characters that no code, id, moment or JSON text holds.
 */
const ROW = "\u001e";
const CELL = "\u001f";

/**
 * @param cells SQL of each cell, none of them null.
 * @param order absent: whatever the database finds easiest.
 */
export function packed(cells: readonly string[], order?: string): string {
  const sorted = order === undefined ? "" : ` order by ${order}`;
  return `string_agg(${cells.join(" || chr(31) || ")}, chr(30)${sorted})`;
}

/** @param text what {@link packed} gave; null when there were no rows. */
export function unpack(text: string | null): string[][] {
  return text === null ? [] : text.split(ROW).map((row) => row.split(CELL));
}

/** A value of a jsonb column, from its text. */
export function jsonValue(text: string): unknown {
  // Most are plain texts, of numbers above all.
  if (text.startsWith('"') && !text.includes("\\")) return text.slice(1, -1);
  return JSON.parse(text);
}

/** A moment as `Date.toISOString` has it, from the text of a timestamptz column; empty: null. */
export function isoMoment(text: string): string | null {
  if (text === "") return null;
  const [, day, time, fraction = ""] = UTC.exec(text) ?? [];
  if (day !== undefined) return `${day}T${time}.${fraction.slice(0, 3).padEnd(3, "0")}Z`;
  return new Date(text.replace(/([+-]\d\d)$/, "$1:00")).toISOString();
}

const UTC = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d+))?\+00$/;
