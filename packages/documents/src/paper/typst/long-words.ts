/** Words wider than their column. Word breaks them where it must; Typst lets them run over the column's line unless told where. */
import { textWidth } from "../measure.js";

/** A place where a line may end, which shows nothing and is no letter. */
const MAY_BREAK = "\u200B";

/** Where addresses and file names are broken first. */
const SEAMS = /(?<=[/._?&=-])(?=[^/._?&=-])/;

/** The text, with places to break in those words alone that are wider than the column (millimetres). */
export function breakable(text: string, width: number, points: number): string {
  const fits = (word: string): boolean => textWidth(word, points, true) <= width * 0.95;
  return text.replace(/\S+/g, (word) =>
    fits(word)
      ? word
      : word
          .split(SEAMS)
          .map((piece) => (fits(piece) ? piece : [...piece].join(MAY_BREAK)))
          .join(MAY_BREAK),
  );
}
