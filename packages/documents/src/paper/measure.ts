/**
 * How wide a text is in the letters of official documents (Times New Roman and what is drawn to its measure): enough to draw a line
 * as long as a name and to tell a short row from a long one. Where lines really break is the word processor's own affair.
 */

/** Letters by their width in thousandths of the size, as the font's own table has them; Vietnamese letters are as wide as their base. */
const REGULAR: ReadonlyArray<readonly [width: number, letters: string]> = [
  [250, " ,.'|"],
  [278, "/:;\\ijlt"],
  [333, "!()-I[]`fr"],
  [389, 'Js"'],
  [444, "?acez{}"],
  [556, "FPS~"],
  [564, "+<=>"],
  [611, "ELTZ"],
  [667, "BCR"],
  [722, "ADGHKNOQUVXYw"],
  [778, "&m"],
  [833, "%"],
  [889, "M"],
  [933, "@W"],
];

/** Bold letters are this much wider, on the whole. */
const BOLD = 1.06;

/** Of digits, most small letters, and everything not listed. */
const OTHERS = 500;

const MM_PER_POINT = 25.4 / 72;

const widths = new Map(REGULAR.flatMap(([width, letters]) => [...letters].map((letter) => [letter, width])));

/** Width in millimetres. */
export function textWidth(text: string, points: number, bold = false): number {
  let width = 0;
  for (const letter of text) width += widths.get(letter) ?? widths.get(baseOf(letter)) ?? OTHERS;
  return (width / 1000) * points * MM_PER_POINT * (bold ? BOLD : 1);
}

/** How many lines a text takes in a column; texts of several lines take at least as many. */
export function linesIn(text: string, width: number, points: number, bold = false): number {
  return text
    .split("\n")
    .reduce(
      (lines, line) => lines + Math.max(1, Math.ceil((textWidth(line, points, bold) * 1.05) / width)),
      0,
    );
}

/** The letter without its marks: "ậ" is as wide as "a". */
function baseOf(letter: string): string {
  if (letter === "Đ") return "D";
  if (letter === "đ") return "d";
  return letter.normalize("NFD").charAt(0);
}
