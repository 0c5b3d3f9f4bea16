/** Where a declared datum stands, so that every refusal can name it. */
import { relative } from "node:path";
import { type Message, message, type Problem, shown } from "@opendti/engine";

/** A place in a file. Lines and columns from 1; a cell of a workbook instead of them. */
export interface Place {
  readonly file: string;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
  readonly cell?: { readonly sheet: string; readonly address: string } | undefined;
  /** What it is about, in every kind of file: a datum (`ban-dan-toc 2.1.3.a`, see {@link datumName}), a unit, a column. */
  readonly at?: string | undefined;
}

/** A datum by its unit, its code and its input: `ban-dan-toc 2.1.3.a`, `ban-dan-toc profile.servers`, `ban-dan-toc 2.1.1`. */
export function datumName(unit: string, code: string, input: string | undefined): string {
  return `${unit} ${code}${input === undefined || input === "" ? "" : `.${input}`}`;
}

/** The datum in front of what is wrong with it: `ban-dan-toc, 2.1.3.a: `. Names come from files and may be very long. */
export function datumLead(unit: string, code: string, input: string | undefined): string {
  const [name, datum] = [shown(unit), shown(datumName("", code, input))];
  return `${name}, ${datum}: `;
}

/** A path as it can be typed again from here: relative to the working directory. */
export function nearPath(path: string): string {
  return relative(process.cwd(), path) || path;
}

/** A problem at a place. A cell of a workbook is named in the sentence, which has no line. */
export function problemAt(place: Place, text: Message): Problem {
  const { cell } = place;
  return {
    message: cell
      ? message(
          `Sheet '${cell.sheet}', ô ${cell.address}: ${text.vi}`,
          `Sheet '${cell.sheet}', cell ${cell.address}: ${text.en}`,
        )
      : text,
    file: place.file,
    line: place.line,
    column: place.column,
    at: cell ? `${cell.sheet}!${cell.address}` : place.at,
  };
}

/** The cell of a workbook that a problem is about. */
export function cellOf({ line, at }: Problem): { sheet: string; row: number; column: number } | undefined {
  const match = line === undefined ? /^(.*)!([A-Z]+)(\d+)$/s.exec(at ?? "") : null;
  if (!match) return undefined;
  const [, sheet = "", letters = "", row = ""] = match;
  return { sheet, row: Number(row), column: columnNumber(letters) };
}

/** `A` is 1, `AA` is 27. */
function columnNumber(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

/** The place in words: `data.csv:12`, `data.xlsx, sheet 'Nhân lực số', ô D12`. */
export function placeInWords(place: Place): Message {
  const { cell } = place;
  if (cell)
    return message(
      `${place.file}, sheet '${cell.sheet}', ô ${cell.address}`,
      `${place.file}, sheet '${cell.sheet}', cell ${cell.address}`,
    );
  const text = [place.file, place.line, place.column].filter((part) => part !== undefined).join(":");
  return message(text, text);
}

/** `data.yaml:12:7` before a problem's sentence. */
export function problemPlace(problem: Problem): string {
  return [problem.file, problem.line, problem.column].filter((part) => part !== undefined).join(":");
}
