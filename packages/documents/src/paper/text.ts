/** Text of a document taken apart for the writers: lines of runs, with every character one that both file formats can hold. */
import type { Inline, Run, TextRun } from "./paper.js";

/** Boxes that people type as letters; no font of official documents has them, so they are drawn like every tick. */
const BOXES = /([☐☑☒✓✔])/u;

/** What XML does not allow (control characters, halves of pairs, non-characters): in a .docx they make the file unreadable. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the control characters themselves are meant
const UNWRITABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u0084\u0086-\u009F\uFFFE\uFFFF]/g;

/** Signs that turn the direction of the text around them: a name could be made to show as another. */
const TURNING = /[\u202A-\u202E\u2066-\u2069]/g;

/** The text without what no document holds, in one form of its letters; tabs are spaces. */
export function written(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, "\uFFFD")
    .normalize("NFC")
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, "\n")
    .replace(/\t/g, " ")
    .replace(UNWRITABLE, "")
    .replace(TURNING, "");
}

/** The lines of a text, each in pieces of one look; a line may be empty. Boxes typed as letters become ticks. */
export function linesOf(inline: Inline): Run[][] {
  const lines: Run[][] = [[]];
  for (const run of typeof inline === "string" ? [{ text: inline }] : inline) {
    if ("tick" in run) {
      lines.at(-1)?.push(run);
      continue;
    }
    for (const [at, line] of written(run.text).split("\n").entries()) {
      if (at > 0) lines.push([]);
      lines.at(-1)?.push(...piecesOf(run, line));
    }
  }
  return lines;
}

function piecesOf(run: TextRun, line: string): Run[] {
  return line
    .split(BOXES)
    .filter((piece) => piece !== "")
    .map((piece): Run => (BOXES.test(piece) ? { tick: piece !== "☐" } : { ...run, text: piece }));
}

/** The words alone; boxes as the letters that stand for them. */
export function plainText(inline: Inline): string {
  return linesOf(inline)
    .map((line) => line.map((run) => ("tick" in run ? (run.tick ? "☑" : "☐") : run.text)).join(""))
    .join("\n");
}

/** In capitals, as heads and titles are printed. */
export function capitals(text: string): string {
  return written(text).toLocaleUpperCase("vi");
}

/** Entries of a list as the decree ends them: each with ";", the last with ".". What ends in a mark already loses it. */
export function ended(entries: readonly string[]): string[] {
  return entries.map(
    (entry, at) => `${written(entry).replace(/[\s;.,]+$/, "")}${at === entries.length - 1 ? "." : ";"}`,
  );
}
