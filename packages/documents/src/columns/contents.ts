/** Roles judged again by what stands in the columns: headings are sometimes vague, wrong or missing. */

import { readCode, splitCode } from "./code.js";
import type { Collected } from "./collected.js";
import type { GridLine } from "./grid.js";
import type { HeaderColumn } from "./header.js";
import { isAgency, isNumber, speaksOfPoints } from "./kinds.js";
import type { ColumnRole } from "./types.js";

interface Contents {
  readonly filled: number;
  readonly numbers: number;
  readonly codes: number;
  readonly agencies: number;
  readonly points: number;
  readonly letters: number;
}

/** Enough of a column to be sure. */
const MOST = 0.7;

/** The columns with the roles that heading and contents give together. */
export function judgeRoles(table: Collected): HeaderColumn[] {
  const lines = table.lines.flatMap((line) => (line.kind === "line" ? [line.line] : []));
  const contents = table.columns.map((column) => contentsOf(lines, column));
  const roles = table.columns.map((column, at) => judge(column.role, contents[at] ?? NOTHING));
  settleDoubles(roles, contents, table.columns);
  findMissing(roles, contents, table.columns);
  return table.columns.map((column, at) => ({ ...column, role: roles[at] ?? "unknown" }));
}

const NOTHING: Contents = { filled: 0, numbers: 0, codes: 0, agencies: 0, points: 0, letters: 0 };

function contentsOf(lines: readonly GridLine[], column: HeaderColumn): Contents {
  const found = { ...NOTHING };
  let above: GridLine[number];
  for (const line of lines) {
    const cell = line[column.from];
    const seen = cell === above;
    above = cell;
    if (!cell || seen || cell.text === "" || line[column.from - 1] === cell) continue;
    found.filled += 1;
    if (isNumber(cell.text)) found.numbers += 1;
    if (readCode(cell.text)) found.codes += 1;
    if (isAgency(cell.text)) found.agencies += 1;
    if (speaksOfPoints(cell.text)) found.points += 1;
    found.letters += cell.text.length;
  }
  return found;
}

function judge(role: ColumnRole, { filled, numbers, agencies, points, letters }: Contents): ColumnRole {
  if (filled === 0) return role;
  const long = letters / filled > 40;
  if (role === "max" && numbers < filled * 0.5 && long) return "rule";
  if (role === "title" && numbers >= filled * MOST) return "count";
  if (role === "unit" && agencies >= filled * 0.5) return "lead";
  if (
    (role === "note" || role === "evidence" || role === "declared") &&
    points >= filled * 0.5 &&
    long &&
    filled > 2
  )
    return "rule";
  if (role === "rule" && numbers >= filled * MOST && !long) return "unknown";
  return role;
}

/** One column of each of these; of two, the better by its contents. */
function settleDoubles(
  roles: ColumnRole[],
  contents: readonly Contents[],
  columns: readonly HeaderColumn[],
): void {
  const titles = at(roles, "title");
  if (titles.length > 1) {
    const rule = roles.includes("rule")
      ? undefined
      : titles.find((column) => mostly(contents[column], "points"));
    const left = titles.filter((column) => column !== rule);
    if (rule !== undefined) roles[rule] = "rule";
    const title = left.reduce(
      (best, column) => ((contents[column]?.filled ?? 0) > (contents[best]?.filled ?? 0) ? column : best),
      left[0] ?? 0,
    );
    for (const column of left) if (column !== title) roles[column] = column < title ? "group" : "unknown";
  }
  const numbers = at(roles, "number");
  for (const column of numbers.slice(1)) roles[column] = "unknown";
  const most = at(roles, "max");
  for (const column of most.slice(1)) roles[column] = "score";
  for (const role of ["rule", "lead", "coordinating", "deadline"] as const) {
    const own = at(roles, role);
    const weight = (column: number): number => {
      const { filled = 0, points = 0 } = contents[column] ?? {};
      const named = role === "lead" && /chủ trì/iu.test(columns[column]?.heading.normalize("NFC") ?? "");
      return (filled > 0 ? 1 : 0) + (named ? 1 : 0) + (role === "rule" ? points : 0);
    };
    const kept = own.reduce((best, column) => (weight(column) > weight(best) ? column : best), own[0] ?? 0);
    for (const column of own) if (column !== kept) roles[column] = "unknown";
  }
}

/** Columns without a heading that plainly are the number, the title or the maximum. */
function findMissing(
  roles: ColumnRole[],
  contents: readonly Contents[],
  columns: readonly HeaderColumn[],
): void {
  const open = (): number[] => at(roles, "unknown").filter((column) => (contents[column]?.filled ?? 0) > 0);
  if (!roles.includes("number")) {
    const column = open().find((one) => one <= 1 && mostly(contents[one], "codes"));
    if (column !== undefined) roles[column] = "number";
  }
  if (!roles.includes("title")) {
    const group = at(roles, "group")[0];
    // What mostly speaks of points is the rule, however long it is.
    const titles = open().filter((one) => (contents[one]?.points ?? 0) < (contents[one]?.filled ?? 0) * 0.4);
    const column = group ?? longest(titles.length > 0 ? titles : open(), contents);
    if (column !== undefined) roles[column] = "title";
  }
  if (!roles.includes("max") && !roles.includes("declared")) {
    const column = open().find(
      (one) =>
        /^$|điểm/iu.test(columns[one]?.heading.normalize("NFC") ?? "") && mostly(contents[one], "numbers"),
    );
    if (column !== undefined) roles[column] = "max";
  }
  if (!roles.includes("rule")) {
    const column = open().find((one) => (contents[one]?.points ?? 0) >= (contents[one]?.filled ?? 1) * 0.4);
    if (column !== undefined) roles[column] = "rule";
  }
}

function longest(columns: readonly number[], contents: readonly Contents[]): number | undefined {
  let best: number | undefined;
  let most = 0;
  for (const column of columns) {
    const letters = contents[column]?.letters ?? 0;
    if (letters > most) {
      most = letters;
      best = column;
    }
  }
  return best;
}

function at(roles: readonly ColumnRole[], role: ColumnRole): number[] {
  return roles.flatMap((one, column) => (one === role ? [column] : []));
}

function mostly(contents: Contents | undefined, what: "points" | "codes" | "numbers"): boolean {
  return (
    contents !== undefined &&
    contents.filled > 0 &&
    contents[what] >= contents.filled * (what === "points" ? 0.5 : MOST)
  );
}

/**
 * The columns of a table without a header: the numbers, the longest words, the points.
 * @returns undefined when it is no list of numbered things
 */
export function guessColumns(lines: readonly GridLine[], words: string): HeaderColumn[] | undefined {
  const width = Math.max(0, ...lines.map((line) => line.length));
  if (width < 2 || lines.length < 2) return undefined;
  const columns = Array.from(
    { length: width },
    (_, from): HeaderColumn => ({ role: "unknown", heading: "", from, to: from + 1 }),
  );
  const contents = columns.map((column) => contentsOf(lines, column));
  const numbered =
    mostly(contents[0], "codes") ||
    lines.filter((line) => splitCode(line[0]?.text ?? "") !== undefined).length >= lines.length * MOST;
  if (!numbered || (contents[0]?.filled ?? 0) < 2) return undefined;
  const roles: ColumnRole[] = columns.map(() => "unknown");
  if (mostly(contents[0], "codes")) roles[0] = "number";
  findMissing(roles, contents, columns);
  if (!roles.includes("title")) return undefined;
  if (/thông tin chung/iu.test(words.normalize("NFC"))) {
    const column = roles.findLastIndex((role) => role === "unknown" || role === "max");
    if (column >= 0) roles[column] = "declared";
  }
  return columns.map((column, index) => ({ ...column, role: roles[index] ?? "unknown" }));
}
