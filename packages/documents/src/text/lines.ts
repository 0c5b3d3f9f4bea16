/** A text as numbered lines. */
export interface TextLine {
  readonly text: string;
  /** From 1. */
  readonly number: number;
  /** A form feed stands before it: the text was taken from a document with pages. */
  readonly opensPage?: true;
}

/** Line ends of every system, numbered as an editor numbers them; a form feed begins a new line and a new page. */
export function linesOf(text: string): TextLine[] {
  return text.split(/\r\n?|\n|\u2028|\u2029/u).flatMap((line, at): TextLine[] => {
    const [first = "", ...pages] = line.split("\f");
    const opened = pages.map((page): TextLine => ({ text: page, number: at + 1, opensPage: true }));
    return first === "" && opened.length > 0 ? opened : [{ text: first, number: at + 1 }, ...opened];
  });
}

/** A bar behind the last line of a cell means the same as one on a line of its own. */
const BAR_BEHIND = /^([^|]*[^|\s])\s*\|\s*$/;
const FEWEST_BARS = 6;

/** Lines with every bar that ends a cell on a line of its own, if the text is of that kind. */
export function barsApart(lines: readonly TextLine[]): readonly TextLine[] {
  let behind = 0;
  let drawn = 0;
  for (const { text } of lines) {
    if (BAR_BEHIND.test(text)) behind += 1;
    else if (text.indexOf("|") !== text.lastIndexOf("|")) drawn += 1;
  }
  if (behind < FEWEST_BARS || drawn > behind) return lines;
  return lines.flatMap((line) => {
    const words = BAR_BEHIND.exec(line.text)?.[1];
    return words === undefined
      ? [line]
      : [
          { ...line, text: words },
          { ...line, text: "|" },
        ];
  });
}

export function isBlank(line: TextLine): boolean {
  return line.text.trim() === "";
}
