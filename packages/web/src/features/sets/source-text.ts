/** The text of a set as it is edited: places in it, the name it gives itself, and how two of them differ. Pure. */

/** The most characters that the server takes as one set. */
export const MOST_CHARACTERS = 900_000;

/** Where a line and column (both from 1) stand in a text; the nearest place there is, when it has no such line. */
export function offsetOf(text: string, line: number, column = 1): number {
  let start = 0;
  for (let passed = 1; passed < line; passed += 1) {
    const end = text.indexOf("\n", start);
    if (end < 0) break;
    start = end + 1;
  }
  return Math.min(start + Math.max(0, column - 1), endOfLine(text, start));
}

/** The end of the line that an offset stands in. */
export function endOfLine(text: string, offset: number): number {
  const end = text.indexOf("\n", offset);
  return end < 0 ? text.length : end;
}

/** Line and column (from 1) of an offset. */
export function placeOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  const last = before.lastIndexOf("\n");
  return { line: lineCount(before), column: offset - last };
}

/** How many lines a text has; an empty one has one. */
export function lineCount(text: string): number {
  let count = 1;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) count += 1;
  return count;
}

/** The text under another version number, every other character as it was. */
export function withVersion(text: string, version: number): string {
  return text.replace(/^(version:[ \t]*)\d+/m, `$1${version}`);
}

/** Where two texts differ: from which line on, and the lines of each up to where they are the same again. */
export interface TextDifference {
  readonly line: number;
  readonly mine: readonly string[];
  readonly theirs: readonly string[];
}

/** The one stretch outside of which two texts are the same, line by line; null when they are the same. */
export function differenceOf(mine: string, theirs: string): TextDifference | null {
  if (mine === theirs) return null;
  const [left, right] = [mine.split("\n"), theirs.split("\n")];
  const shorter = Math.min(left.length, right.length);
  let same = 0;
  while (same < shorter && left[same] === right[same]) same += 1;
  let after = 0;
  while (after < shorter - same && left.at(-1 - after) === right.at(-1 - after)) after += 1;
  return {
    line: same + 1,
    mine: left.slice(same, left.length - after),
    theirs: right.slice(same, right.length - after),
  };
}
