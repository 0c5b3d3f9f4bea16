/** Text as it stands in the XML of a workbook. A text cell is never a formula, whatever it begins with. */

/** What a cell may hold. */
const LONGEST = 32_767;
/** What XML cannot say at all: control characters, halves of surrogate pairs, two that are no characters. */
const UNSAYABLE = /[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu;
/** What a spreadsheet takes for the code of a character. */
const CODED = /_(?=x[0-9A-Fa-f]{4}_)/g;

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Whatever is not written as it stands; with whole pairs of surrogates, which are looked at closely. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the control characters themselves are meant
const SPECIAL = /[&<>"\u0000-\u001F\u007F-\u009F\uD800-\uDFFF\uFFFE\uFFFF]|_x/;

/** Escaped for an element or an attribute in double quotes. Most texts stand as they are, and large files have many. */
export const xmlText = (text: string): string => (SPECIAL.test(text) ? escaped(text) : text);

const escaped = (text: string): string =>
  text
    .replace(UNSAYABLE, (found) => (found === "\n" || found === "\t" ? found : ""))
    .replace(/[&<>"]/g, (found) => ENTITIES[found] ?? "");

/** A cell's text, escaped: line ends are those of Excel, what is too long for a cell is cut and says so. */
export function cellText(text: string): string {
  if (text.length <= LONGEST && !SPECIAL.test(text)) return text;
  const lines = text.replaceAll("\r\n", "\n").replaceAll("\r", "\n");
  const fitting = lines.length > LONGEST ? `${lines.slice(0, LONGEST - 1)}…` : lines;
  return xmlText(fitting.replace(CODED, "_x005F_"));
}

/** Lines that a text takes in a column of a width in characters. */
export function linesOf(text: string, width: number): number {
  if (text.length < width && !text.includes("\n")) return 1;
  return text.split("\n").reduce((lines, line) => lines + Math.max(1, Math.ceil(line.length / width)), 0);
}

/** A sheet's name as a formula of another sheet writes it. */
export const quotedSheet = (name: string): string => `'${name.replaceAll("'", "''")}'`;

const LONGEST_NAME = 31;

/** Names for sheets: what Excel forbids in one is left out, long ones are cut, those that are taken get a number. */
export class SheetNames {
  private readonly taken = new Set<string>();

  name(wanted: string): string {
    const clean = wanted
      .replace(UNSAYABLE, " ")
      .replace(/[[\]:*?/\\]/g, " ")
      .replace(/\s+/g, " ")
      .replace(/^[' ]+|[' ]+$/g, "");
    for (let turn = 1; ; turn += 1) {
      const mark = turn === 1 ? "" : ` (${turn})`;
      const name = `${
        [...clean]
          .slice(0, LONGEST_NAME - mark.length)
          .join("")
          .trim() || "Trang"
      }${mark}`;
      const key = name.toLowerCase();
      if (this.taken.has(key)) continue;
      this.taken.add(key);
      return name;
    }
  }
}
