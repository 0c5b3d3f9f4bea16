/** Text as people type it into a search box: without tone marks, without capitals, "đ" as "d". */
import { type RawBuilder, sql } from "kysely";

const MARKS = /[\u0300-\u036f]/g;

/** `Sở Nội vụ` -> `so noi vu`. The same as {@link foldedColumn} makes of a column. */
export function foldedText(text: string): string {
  return text.normalize("NFD").replaceAll(MARKS, "").replaceAll(/[Đđ]/g, "d").toLowerCase().trim();
}

/** A column folded in the database. The C locale lowers ASCII alone, so "Đ" is replaced before. */
export function foldedColumn(column: RawBuilder<unknown>): RawBuilder<string> {
  return sql<string>`lower(translate(regexp_replace(normalize(${column}, NFD), '[\u0300-\u036f]', '', 'g'), 'Đđ', 'dd'))`;
}

/** A LIKE pattern for folded text anywhere; what the person typed stands for itself. */
export function anywhere(text: string): string {
  // PostgreSQL has no text with a zero byte in it; nothing stored has one.
  return `%${foldedText(text.replaceAll("\0", "")).replaceAll(/[\\%_]/g, "\\$&")}%`;
}
