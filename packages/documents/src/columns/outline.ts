/** Which numbered rows head others: the tree that the printed numbers draw, and the numbers that Excel has shortened. */
import type { ReadingNote } from "../blocks/types.js";
import { readCode } from "./code.js";
import type { OpenRow } from "./rows.js";

interface Numbered {
  readonly row: OpenRow;
  readonly parent: Numbered | undefined;
  /** Rows of one style stand on one level: "arabic 1" for 1, 2, 3; "roman 1" for I, II; "arabic 2" for 1.1. */
  readonly style: string;
  readonly children: Numbered[];
}

/** Decides for each numbered row whether it is a group or an indicator; others are left as they are. */
export function settleGroups(
  rows: readonly OpenRow[],
  hasContent: (row: OpenRow) => boolean,
  hasPoints: (row: OpenRow) => boolean,
): void {
  const roots: Numbered[] = [];
  const path: Numbered[] = [];
  for (const row of rows) {
    if (row.kind !== "numbered") continue;
    const style = styleOf(row.code);
    const parent = parentOf(row.code, style, path);
    while (path.length > 0 && path.at(-1) !== parent) path.pop();
    const numbered: Numbered = { row, parent, style, children: [] };
    (parent?.children ?? roots).push(numbered);
    path.push(numbered);
  }
  settleLevel(roots, true, hasContent);
  settleHeads(rows, hasContent, hasPoints);
  settleLettered(roots, hasPoints);
}

/** "a", "b" number parts of an indicator; "A", "B" number groups. */
const LOWER = "lower letter";

function styleOf(code: string): string {
  const read = readCode(code);
  if (!read) return "";
  const kind = read.kind === "letter" && code === code.toLowerCase() ? LOWER : read.kind;
  return `${kind} ${read.depth}`;
}

function parentOf(code: string, style: string, path: readonly Numbered[]): Numbered | undefined {
  for (let at = path.length - 1; at >= 0; at -= 1) {
    const above = path[at];
    if (above && code.startsWith(`${above.row.code}.`)) return above;
  }
  // The same style again: a sibling, also when its numbers start over.
  const sibling = path.findIndex((above) => above.style === style);
  if (sibling >= 0) return path[sibling]?.parent;
  // "1.1" after "I" without a "1": under whatever is open. A first style is the highest.
  return path.at(-1);
}

/** A level on which at least half of the rows head others is a level of groups. */
function settleLevel(
  level: readonly Numbered[],
  above: boolean,
  hasContent: (row: OpenRow) => boolean,
): void {
  const isHead = ({ children }: Numbered): boolean => children.some(({ style }) => !style.startsWith(LOWER));
  const heads = level.filter(isHead).length;
  const groups = above && heads * 2 >= level.length && heads > 0;
  for (const numbered of level) {
    const { row, children } = numbered;
    const group = groups && (isHead(numbered) || (children.length === 0 && !hasContent(row)));
    row.kind = group ? "group" : "indicator";
    settleLevel(children, group, hasContent);
  }
}

/** "I" and "A" with nothing but a name, or with rows without a number right under them, head those rows. */
function settleHeads(
  rows: readonly OpenRow[],
  hasContent: (row: OpenRow) => boolean,
  hasPoints: (row: OpenRow) => boolean,
): void {
  rows.forEach((row, at) => {
    if (row.kind !== "indicator" || !/^(roman|letter) 1$/.test(styleOf(row.code)) || hasContent(row)) return;
    const next = rows[at + 1]?.kind;
    if (next === "under" || (next !== undefined && next !== "total" && !hasPoints(row))) row.kind = "group";
  });
}

/** "a", "b", "c" under an indicator, without points of their own, are the data that its rule letters. */
function settleLettered(level: readonly Numbered[], hasPoints: (row: OpenRow) => boolean): void {
  for (const { row, parent, style, children } of level) {
    if (style.startsWith(LOWER) && parent?.row.kind === "indicator" && !hasPoints(row)) row.kind = "part";
    settleLettered(children, hasPoints);
  }
}

/**
 * "1.10" typed into Excel becomes the number 1.1: after "1.9" it is 1.10 again.
 * @returns a note for every number that was put right
 */
export function restoreNumbers(rows: readonly OpenRow[]): ReadingNote[] {
  const notes: ReadingNote[] = [];
  const lastOf = new Map<string, number>();
  for (const row of rows) {
    if (row.kind !== "numbered") continue;
    const [, prefix = "", last = ""] = /^(.*\.)(\d+)$/.exec(row.code) ?? [];
    if (prefix === "") continue;
    const expected = (lastOf.get(prefix) ?? 0) + 1;
    if (row.stored && expected % 10 === 0 && last === String(expected).replace(/0+$/, "")) {
      const whole = `${prefix}${expected}`;
      notes.push({
        severity: "warning",
        code: "number-restored",
        message: {
          vi: `Số thứ tự lưu là ${row.code} (dạng số của Excel), đọc là ${whole} theo thứ tự các dòng.`,
          en: `The number is stored as ${row.code} (a number of Excel); by the order of the rows it is read as ${whole}.`,
        },
        place: row.place,
      });
      row.code = whole;
      lastOf.set(prefix, expected);
    } else lastOf.set(prefix, Number(last));
  }
  return notes;
}
