/** The header of a table that was copied out of a PDF: its headings follow one another, on one line or broken anywhere. */
import type { Budget } from "../blocks/budget.js";
import { readCode } from "../columns/code.js";
import { readHeading } from "../columns/heading.js";
import type { ColumnRole } from "../columns/types.js";
import { isBlank, type TextLine } from "./lines.js";

interface RunOnColumn {
  readonly words: string;
  readonly role: ColumnRole;
}

export interface RunOnHeader {
  readonly columns: readonly RunOnColumn[];
  /** Its lines as printed, which say when it is printed again. */
  readonly printed: readonly string[];
  /** The position behind its last line. */
  readonly to: number;
}

const NUMBER = /^(?:STT|TT|Số TT|Số thứ tự)(?=\s|$)/iu;
const MOST_LINES = 24;
const LONGEST_LINE = 300;
const MOST_WORDS = 60;
const LONGEST_HEADING = 12;
const FEWEST_COLUMNS = 3;

/** The header that begins at a line with the word for the numbers; undefined when what follows are no headings. */
export function runOnHeader(
  lines: readonly TextLine[],
  from: number,
  budget: Budget,
): RunOnHeader | undefined {
  const first = lines[from]?.text.trim() ?? "";
  const number = NUMBER.exec(first)?.[0];
  if (number === undefined) return undefined;
  const printed: string[] = [];
  let at = from;
  for (; at < lines.length && printed.length < MOST_LINES; at += 1) {
    const line = lines[at];
    if (!line || line.text.length > LONGEST_LINE) break;
    if (isBlank(line)) continue;
    const [token = ""] = line.text.trim().split(/\s+/u);
    if (printed.length > 0 && readCode(token) && !NUMBER.test(token)) break;
    printed.push(line.text.trim());
  }
  const words = printed.join(" ").slice(number.length).trim().split(/\s+/u);
  if (words.length > MOST_WORDS) return undefined;
  const rest = headingsOf(words, budget);
  if (!rest || rest.length + 1 < FEWEST_COLUMNS || rest[0]?.role !== "title") return undefined;
  return { columns: [{ words: number, role: "number" }, ...rest], printed, to: at };
}

/** Whether the header is printed again from a line on; the position behind it. */
export function headerAgain(
  lines: readonly TextLine[],
  from: number,
  header: RunOnHeader,
): number | undefined {
  let at = from;
  for (const text of header.printed) {
    while (lines[at] && isBlank(lines[at] ?? { text: "", number: 0 })) at += 1;
    if (lines[at]?.text.trim() !== text) return undefined;
    at += 1;
  }
  return at;
}

/** The words cut into headings, each of another role, as few as can be that hide no heading inside another. */
function headingsOf(words: readonly string[], budget: Budget): RunOnColumn[] | undefined {
  const best: ({ cost: number; columns: RunOnColumn[] } | undefined)[] = [{ cost: 0, columns: [] }];
  for (let end = 1; end <= words.length; end += 1)
    for (let start = Math.max(0, end - LONGEST_HEADING); start < end; start += 1) {
      const before = best[start];
      const column = before && headingOf(words.slice(start, end), budget);
      if (!before || !column || before.columns.some(({ role }) => role === column.role)) continue;
      const cost = before.cost + 1 + column.strange;
      if (cost < (best[end]?.cost ?? Number.POSITIVE_INFINITY))
        best[end] = { cost, columns: [...before.columns, { words: column.words, role: column.role }] };
    }
  return best[words.length]?.columns;
}

const WHOLE = 0.7;
/** Roles whose words stand inside other headings too. */
const WITHIN: ReadonlySet<ColumnRole> = new Set(["unit", "declared", "note", "group", "number"]);

function headingOf(
  words: readonly string[],
  budget: Budget,
): (RunOnColumn & { readonly strange: number }) | undefined {
  budget.step();
  const text = words.join(" ");
  const read = readHeading(text);
  if (!read || read.share < WHOLE) return undefined;
  for (let at = 1; at < words.length; at += 1) {
    budget.step();
    const [left, right] = [readHeading(words.slice(0, at).join(" ")), readHeading(words.slice(at).join(" "))];
    const two = left && right && left.share >= 0.9 && right.share >= 0.9 && left.role !== right.role;
    // "Tiêu chí Điểm chuẩn": each begins as a heading does, with a capital.
    if (two && !WITHIN.has(left.role) && !WITHIN.has(right.role) && /^\p{Lu}/u.test(words[at] ?? ""))
      return undefined;
  }
  return { words: text, role: read.role, strange: (1 - read.share) * 3 };
}
