/** Values of a set in cells of a workbook, and back without loss: texts as they are, anything else as JSON. */
import { tidyLines } from "../blocks/clean.js";

/** Stands at the end of a cell for the line end that spreadsheets would show as an empty line. */
const LINE_END = "↵";

/** Excel cuts a cell beyond 32,767 letters; longer ones go on in the row below. */
export const LONGEST_CELL = 30_000;

/** A text as a cell shows it. Texts that reading a cell would tidy are written as JSON, so that they come back as they were. */
export function textCell(text: string): string {
  const line = text.endsWith("\n") ? text.slice(0, -1) : text;
  if (line === "" || line.startsWith('"') || line.endsWith(LINE_END) || tidyLines(line) !== line)
    return safeJson(text);
  return line === text ? text : `${line}${LINE_END}`;
}

/** The text of a cell; undefined for one that begins as JSON and is none. */
export function textOf(cell: string): string | undefined {
  if (cell.startsWith('"')) {
    const value = parsed(cell);
    return typeof value === "string" ? value : undefined;
  }
  return cell.endsWith(LINE_END) ? `${cell.slice(0, -1)}\n` : cell;
}

/** A value of any shape as one line. */
export function jsonCell(value: unknown): string {
  return safeJson(value);
}

/** The value of such a cell; undefined when it is no JSON. */
export function valueOfCell(cell: string): unknown {
  return parsed(cell);
}

/** JSON that no tidying changes: blanks that follow each other, and whatever is no Latin letter or ASCII, are escaped. */
function safeJson(value: unknown): string {
  return JSON.stringify(value)
    .replace(/(?<= ) |^ | $/gu, "\\u0020")
    .replace(
      /[^\x20-\x7e\u00c0-\u024f\u1e00-\u1eff]/g,
      (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
    );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
