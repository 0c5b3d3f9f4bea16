/**
 * Rows of CSV by RFC 4180, in UTF-8 without a byte order mark: these files are for programs, and a mark would become a
 * part of the first column's name. They are opened with a double click all the same, so text that people wrote never
 * begins as a formula does; codes and numbers cannot.
 */

/** First characters by which a spreadsheet takes a text for a formula. */
const FORMULA = /^[=+\-@\t\r\n]/;
const QUOTED = /[",\r\n]/;

/** One row with its end. */
export const csvRow = (cells: readonly (string | number | boolean | null)[]): string =>
  `${cells.map((cell) => (cell === null ? "" : quoted(String(cell)))).join(",")}\r\n`;

/** Text that people wrote: with an apostrophe before what would be a formula, and no control characters. */
export function personText(text: string): string {
  const clean = text.replace(/[\p{Cc}]+/gu, " ").trim();
  return FORMULA.test(clean) ? `'${clean}` : clean;
}

const quoted = (text: string): string => (QUOTED.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
