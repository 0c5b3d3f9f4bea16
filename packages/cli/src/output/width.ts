/** Text measured and cut by the columns it takes on a screen, not by its code units: `ế` may be three of them. */

const graphemes = new Intl.Segmenter("vi", { granularity: "grapheme" });

/** Letters of one column each and nothing else: measured without segmenting. */
const NARROW = /^[\x20-\x7e\u00a0-\u02ff\u1e00-\u1eff]*$/;

/** East Asian letters and pictures, two columns each. */
const WIDE =
  /^(?:[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Extended_Pictographic})/u;

/** Controls, and marks that turn the direction of writing: in the data of others they could repaint the screen. */
const UNSAFE = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** The text with nothing in it that a terminal would obey. */
export function plain(text: string): string {
  return text.replace(/\s+/g, " ").replace(UNSAFE, "\ufffd").trim();
}

/** Columns the text takes. */
export function widthOf(text: string): number {
  if (NARROW.test(text)) return text.length;
  let width = 0;
  for (const { segment } of graphemes.segment(text)) width += columns(segment);
  return width;
}

function columns(segment: string): number {
  if (/^[\p{M}\p{Cf}]+$/u.test(segment)) return 0;
  return WIDE.test(segment) ? 2 : 1;
}

/** Lines of at most `width` columns, broken at spaces; a longer word is broken inside. Never empty. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of plain(text).split(" ")) {
    const joined = line === "" ? word : `${line} ${word}`;
    if (widthOf(joined) <= width) {
      line = joined;
      continue;
    }
    if (line !== "") lines.push(line);
    line = word;
    while (widthOf(line) > width) {
      const head = headOf(line, width);
      lines.push(head);
      line = line.slice(head.length);
    }
  }
  lines.push(line);
  return lines;
}

/** The longest beginning of at most `width` columns, at least one letter. */
function headOf(text: string, width: number): string {
  let head = "";
  let taken = 0;
  for (const { segment } of graphemes.segment(text)) {
    taken += columns(segment);
    if (taken > width && head !== "") break;
    head += segment;
  }
  return head;
}

/** Cut to `width` columns, with `…` where something was cut. */
export function shorten(text: string, width: number): string {
  const one = plain(text);
  return widthOf(one) <= width ? one : `${headOf(one, width - 1).trimEnd()}…`;
}

/** Filled up with spaces to `width` columns. */
export function pad(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - widthOf(text)));
}
