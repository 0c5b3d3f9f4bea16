/** A text as numbered lines. */
export interface TextLine {
  readonly text: string;
  /** From 1. */
  readonly number: number;
}

/** Line ends of every system; a form feed begins a new line. */
export function linesOf(text: string): TextLine[] {
  return text.split(/\r\n?|\n|\f|\u2028|\u2029/u).map((line, at) => ({ text: line, number: at + 1 }));
}

export function isBlank(line: TextLine): boolean {
  return line.text.trim() === "";
}
