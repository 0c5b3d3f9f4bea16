/** Tables drawn with bars, a row a line: "| 1.1 | Tên | 10 |". */
import type { Budget } from "../blocks/budget.js";
import type { TableCell } from "../blocks/types.js";
import { textCell } from "./cells.js";
import type { TextLine } from "./lines.js";
import type { TextTable } from "./tabs.js";

/** @returns undefined when fewer than two lines follow one another that look like rows */
export function readPipeTable(
  lines: readonly TextLine[],
  from: number,
  budget: Budget,
): TextTable | undefined {
  const rows: TableCell[][] = [];
  let at = from;
  let found = 0;
  while (at < lines.length) {
    const line = lines[at];
    if (!line || !isRow(line.text)) break;
    found += 1;
    budget.step();
    const texts = fieldsOf(line.text);
    if (!texts.every((text) => /^\s*:?[-=+]*:?\s*$/.test(text)))
      rows.push(texts.map((text) => textCell(text.replace(/\\\|/g, "|"), line.number, budget)));
    at += 1;
  }
  if (found < 2 || rows.length === 0) return undefined;
  return { table: { place: { line: lines[from]?.number ?? 1 }, caption: null, rows }, from, to: at };
}

function isRow(text: string): boolean {
  const bars = text.match(/\|/g)?.length ?? 0;
  return bars >= 2 && (/^\s*\|/.test(text) || bars >= 3 || /^\s*[+|][-=+|:\s]+$/.test(text));
}

function fieldsOf(text: string): string[] {
  return text
    .trim()
    .replace(/^\|/, "")
    .replace(/(?<!\\)\|$/, "")
    .split(/(?<!\\)\|/);
}
