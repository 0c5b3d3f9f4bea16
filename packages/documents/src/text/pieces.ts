/** Lines of a page whose columns are kept apart by spaces, cut into what stands together. */
import { isBlank, type TextLine } from "./lines.js";

/** Words with single spaces between them, from `start` up to, not including, `end`. */
export interface Piece {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** No page is wider; longer lines are no lines of a table. */
export const LONGEST_LINE = 600;

/** Words between gaps of two spaces or more; none of a line that is too long. */
export function piecesOf(text: string): Piece[] {
  return cutBy(text, /\S+(?: \S+)*/gu);
}

export function wordsOf(text: string): Piece[] {
  return cutBy(text, /\S+/gu);
}

function cutBy(text: string, words: RegExp): Piece[] {
  if (text.length > LONGEST_LINE) return [];
  return [...text.matchAll(words)].map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}

const PAGE_NUMBER = /^\s*(?:[-–]\s*)?(?:trang\s+)?(\d{1,3})(?:\s*\/\s*\d{1,3})?(?:\s*[-–])?\s*$/iu;
/** Lines at an end of a page among which a running head or foot stands. */
const EDGE = 2;
/** On so much of the pages the same line stands at the same end. */
const MOST = 0.6;
const HALF = 0.5;

/**
 * The lines without the numbers of the pages and without what is printed again at the head or the foot of most pages.
 * Only a text that says where its pages end has such lines for certain; any other stays as it is.
 */
export function withoutFurniture(lines: readonly TextLine[]): readonly TextLine[] {
  const left = furnitureOf(pagesOf(lines));
  return left.size === 0 ? lines : lines.map((line) => (left.has(line) ? { ...line, text: "" } : line));
}

/** The lines of pages that are no text of theirs. @param pages the filled lines of each */
export function furnitureOf(pages: readonly (readonly TextLine[])[]): ReadonlySet<TextLine> {
  const left = new Set<TextLine>();
  if (pages.length < 2) return left;
  for (const line of pageNumbers(pages)) left.add(line);
  for (const fromEnd of [false, true]) {
    for (let step = 0; step < EDGE; step += 1) {
      const edges = pages.map((page) => page.filter((line) => !left.has(line)).at(fromEnd ? -1 : 0));
      const same = mostCommon(edges.map((line) => (line ? repeatedForm(line.text) : "")));
      if (same.form === "" || same.count < 2 || same.count < pages.length * MOST) break;
      for (const line of edges) if (line && repeatedForm(line.text) === same.form) left.add(line);
    }
  }
  return left;
}

/** The filled lines of each page. */
function pagesOf(lines: readonly TextLine[]): TextLine[][] {
  const pages: TextLine[][] = [[]];
  for (const line of lines) {
    if (line.opensPage === true) pages.push([]);
    if (!isBlank(line)) pages.at(-1)?.push(line);
  }
  return pages.filter((page) => page.length > 0);
}

/** Numbers alone at an end of their page, where they count the pages: points may stand alone there too. */
function pageNumbers(pages: readonly (readonly TextLine[])[]): TextLine[] {
  const found = pages.flatMap((page, at) =>
    [page[0], page.at(-1)].flatMap((line) => {
      const number = PAGE_NUMBER.exec(line?.text ?? "")?.[1];
      return line && number !== undefined ? [{ line, offset: String(Number(number) - at) }] : [];
    }),
  );
  const { form: offset, count } = mostCommon(found.map((one) => one.offset));
  const counting = count >= 2 && count >= pages.length * HALF;
  // The second of two pages may be the only one with a number: in the middle of a line of its own.
  const middle = (text: string): boolean => pages.length === 2 && / {20}\S/.test(text);
  return found
    .filter((one) => one.offset === offset && (counting || (offset === "1" && middle(one.line.text))))
    .map(({ line }) => line);
}

/**
 * A running head or foot as it is on every page. Its lines speak of the document; a heading of columns, which is printed
 * again too, and an item of a rule, which may well end two pages, are none.
 */
function repeatedForm(text: string): string {
  const words = text.trim();
  if (piecesOf(text).length > 2 || /^[-+•*]|điểm|^STT\b|^TT\b/iu.test(words)) return "";
  return words.replace(/\d+/g, "#").replace(/\s+/gu, " ");
}

function mostCommon(forms: readonly string[]): { form: string; count: number } {
  const counts = new Map<string, number>();
  for (const form of forms) if (form !== "") counts.set(form, (counts.get(form) ?? 0) + 1);
  let best = { form: "", count: 0 };
  for (const [form, count] of counts) if (count > best.count) best = { form, count };
  return best;
}
