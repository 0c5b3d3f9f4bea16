/**
 * Lines of a page under their columns to the rows of the table. A row begins with its number or its points where cells
 * begin at the top; where they stand in the middle of their row, its ends are found by the words on both sides.
 */
import { readCode } from "../columns/code.js";
import { isNumber } from "../columns/kinds.js";
import type { ColumnRole } from "../columns/types.js";
import { middleStarts, type RowStart } from "./middle-rows.js";
import type { SeatedLine } from "./seated-line.js";

export interface AlignedRow {
  readonly lines: readonly SeatedLine[];
  /** It is a guess where the row begins or ends. */
  readonly unsure: boolean;
}

interface Columns {
  readonly number: number;
  readonly title: number;
  readonly max: number;
}

/** Cuts the lines into rows; each line is of exactly one. */
export function alignedRows(lines: readonly SeatedLine[], roles: readonly ColumnRole[]): AlignedRow[] {
  const columns = {
    number: roles.indexOf("number"),
    title: roles.indexOf("title"),
    max: roles.indexOf("max"),
  };
  const starts = standsInMiddle(lines, columns)
    ? middleStarts(lines, anchorsOf(lines, columns))
    : topStarts(lines, columns);
  return starts.map(({ start, unsure }, at) => ({
    lines: lines.slice(start, starts[at + 1]?.start ?? lines.length),
    unsure,
  }));
}

const BULLET = /^[-+•*–▪]/u;
const SMALL = /^[\p{Ll}),;:]/u;

const hasCode = (line: SeatedLine, { number }: Columns): boolean =>
  number >= 0 && readCode(line.texts[number] ?? "") !== undefined;

const hasPoints = (line: SeatedLine, { max }: Columns): boolean =>
  max >= 0 && isNumber(line.texts[max] ?? "");

/** Of rows with a number, this share does not begin at their number: cells stand in the middle. */
const IN_MIDDLE = 0.15;

function standsInMiddle(lines: readonly SeatedLine[], columns: Columns): boolean {
  const coded = lines.filter((line) => !line.across && hasCode(line, columns));
  const middle = coded.filter((line) => {
    const title = line.texts[columns.title] ?? "";
    return (title === "" && line.texts.filter((text) => text !== "").length > 1) || /^\p{Ll}/u.test(title);
  });
  return middle.length >= 2 && middle.length >= coded.length * IN_MIDDLE;
}

function topStarts(lines: readonly SeatedLine[], columns: Columns): RowStart[] {
  const starts: number[] = [];
  let pointed = false;
  let coded = false;
  lines.forEach((line, at) => {
    const title = line.texts[columns.title] ?? "";
    const points = hasPoints(line, columns);
    const code = hasCode(line, columns);
    const own = points && title !== "" && (pointed || !coded || BULLET.test(title)) && !SMALL.test(title);
    const bullet = columns.number >= 0 && BULLET.test(line.texts[columns.number] ?? "");
    if (starts.length === 0 || line.across || code || own || bullet || isCapitals(line, columns)) {
      starts.push(at);
      pointed = false;
      coded = code;
    } else if (lines[at - 1]?.across) starts.push(at);
    if (points) pointed = true;
  });
  return starts.map((start) => ({ start, unsure: false }));
}

/** "NHÓM CHỈ SỐ NỀN TẢNG" alone in its line, under a row that is not written so. */
function isCapitals(line: SeatedLine, { title }: Columns): boolean {
  const text = line.texts[title] ?? "";
  const alone = line.texts.filter((one) => one !== "").length === 1;
  return alone && text.length > 12 && text === text.toUpperCase() && /\p{Lu}{2}/u.test(text);
}

/** One line of each row: that of its number, or of its points; headings across the table are rows of their own. */
function anchorsOf(lines: readonly SeatedLine[], columns: Columns): number[] {
  const anchors: number[] = [];
  lines.forEach((line, at) => {
    if (line.across || hasCode(line, columns) || hasPoints(line, columns)) anchors.push(at);
  });
  return anchors;
}
