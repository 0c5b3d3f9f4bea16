/** Dotted lines to write on. */

/** Width of a letter and of "…" in the text of a document, in millimetres: near enough to fill a line and not to break it. */
const LETTER = 2.45;
const DOTS = 4.9;

/** What is left of a line after some text, dotted. At least room for a name. */
export function dotsAfter(text: string, line: number): string {
  const left = Math.floor((line - text.length * LETTER) / DOTS);
  return "…".repeat(Math.max(left, 8));
}

/** A dotted line by itself. */
export function dottedLine(line: number): string {
  return "…".repeat(Math.floor(line / DOTS));
}
