import {
  type Characters,
  digitsEnd,
  isDigit,
  isLetter,
  isUpper,
  passOnLine,
  textOf,
  wordBegins,
} from "./characters.js";
import { lexicon, lookUp, matchWord, phrase } from "./words.js";

/** Where in a document: page and section (trang, phần, mục, điều, khoản, phụ lục …). */
export interface PlaceFound {
  readonly from: number;
  readonly end: number;
  readonly page: { readonly from: number; readonly end: number; readonly value: string } | null;
  readonly section: { readonly from: number; readonly end: number; readonly value: string } | null;
}

const labels = lexicon(
  (
    [
      ["trang", "page"],
      ["tr", "page"],
      ["các trang", "page"],
      ["phần", "section"],
      ["chương", "section"],
      ["mục", "section"],
      ["tiểu mục", "section"],
      ["điều", "section"],
      ["khoản", "section"],
      ["điểm", "point"],
      ["tiết", "point"],
      ["phụ lục", "section"],
      ["biểu", "section"],
      ["biểu mẫu", "section"],
      ["bảng", "section"],
      ["dòng", "section"],
    ] as const
  ).map(([words, meaning]) => [words, meaning] as const),
);
const numberWord = phrase("số");
const joiners = ["của", "thuộc", "tại", "và"].map(phrase);
const annex = phrase("phụ lục");

/** What numbers a section: "2", "II", "II.3", "1.2.3", "A", "a)", "01". Never an ordinary word. */
function labelEnd(c: Characters, start: number, letters: boolean): number {
  let at = start;
  for (let parts = 0; parts < 6; parts++) {
    const end = partEnd(c, at, letters || parts > 0);
    if (end < 0) return parts === 0 ? -1 : at - 1;
    at = end;
    const more = c.letter[at] === "." && !isLetter(c, at - 2);
    const dotted = (more || c.letter[at] === ".") && (isDigit(c, at + 1) || isLetter(c, at + 1));
    if (!dotted || partEnd(c, at + 1, true) < 0) return at;
    at++;
  }
  return at;
}

function partEnd(c: Characters, at: number, letters: boolean): number {
  const digits = digitsEnd(c, at);
  if (digits > at) {
    if (digits - at > 5) return -1;
    const suffixed = isLetter(c, digits) && !isLetter(c, digits + 1);
    return isLetter(c, digits) ? (suffixed ? digits + 1 : -1) : digits;
  }
  let roman = at;
  while (roman - at < 8 && isUpper(c, roman) && "ivxl".includes(c.letter[roman] ?? " ")) roman++;
  if (roman > at && !isLetter(c, roman)) return roman;
  const single = isLetter(c, at) && !isLetter(c, at + 1) && (letters || isUpper(c, at));
  return single ? at + 1 : -1;
}

/** "2", "2-3", "2, 4", "2 và 5": pages, in regular spelling. */
function readPages(c: Characters, start: number): { end: number; value: string } | null {
  let end = digitsEnd(c, start);
  if (end === start || end - start > 5 || isLetter(c, end) || c.letter[end] === "/") return null;
  let value = textOf(c, start, end);
  for (let more = 0; more < 20; more++) {
    const sign = passOnLine(c, end);
    const letter = c.letter[sign];
    const and = matchWord(c, sign, joiners[3] ?? numberWord);
    const next = passOnLine(c, and >= 0 ? and : sign + 1);
    const nextEnd = digitsEnd(c, next);
    const joined = letter === "-" || letter === "," || and >= 0;
    // ", 12/QĐ-…" and ", 5.2" are no pages.
    if (!joined || nextEnd === next || nextEnd - next > 5 || isLetter(c, nextEnd)) break;
    if ("/.-".includes(c.letter[nextEnd] ?? " ") && (isDigit(c, nextEnd + 1) || isLetter(c, nextEnd + 1))) {
      if (c.letter[nextEnd] !== "-" || letter === "-") break;
    }
    const afterwards = passOnLine(c, nextEnd);
    if (c.letter[afterwards] === "/") break;
    value += `${letter === "-" ? "-" : ", "}${textOf(c, next, nextEnd)}`;
    end = nextEnd;
  }
  return { end, value };
}

interface Item {
  readonly kind: "page" | "section";
  readonly end: number;
  readonly pages: string;
}

function readItem(c: Characters, at: number): Item | null {
  if (!wordBegins(c, at)) return null;
  const found = lookUp(c, at, labels, { fused: true });
  if (found === null || (isLetter(c, found.end) && !isUpper(c, found.end))) return null;
  let label = c.letter[found.end] === "." ? found.end + 1 : found.end;
  label = passOnLine(c, label);
  const number = matchWord(c, label, numberWord);
  if (number >= 0) label = passOnLine(c, number);
  if (found.meaning === "page") {
    const pages = readPages(c, label);
    return pages ? { kind: "page", end: pages.end, pages: pages.value } : null;
  }
  // "điểm a khoản 2", never "điểm 10".
  if (found.meaning === "point" && isDigit(c, label)) return null;
  const end = labelEnd(c, label, true);
  if (end < 0 || c.letter[end] === "%" || c.letter[end] === "/") return null;
  return { kind: "section", end: c.letter[end] === ")" && isLetter(c, end - 1) ? end + 1 : end, pages: "" };
}

/** The next item of the same place: after a comma, "của", "thuộc", or nothing. */
function nextItemAt(c: Characters, end: number): number {
  const next = passOnLine(c, end);
  if (c.letter[next] === "," || c.letter[next] === "(") return passOnLine(c, next + 1);
  for (const joiner of joiners) {
    const after = matchWord(c, next, joiner);
    if (after >= 0) return passOnLine(c, after);
  }
  return next;
}

/** Reads "phần 2, mục I, trang 1", "khoản 2 Điều 5", "tr. 2": one section and one page, in either order. */
export function readPlace(c: Characters, from: number): PlaceFound | null {
  let page = null as PlaceFound["page"];
  let section = null as { from: number; end: number } | null;
  let at = from;
  let end = from;
  for (let items = 0; items < 12; items++) {
    const item = readItem(c, at);
    if (item === null) break;
    if (item.kind === "page") {
      if (page) break;
      page = { from: at, end: item.end, value: item.pages };
    } else {
      // A second section after the page would be another place.
      if (section && page && page.from > section.from) break;
      section = { from: section?.from ?? at, end: item.end };
    }
    end = item.end;
    // "mục I (trang 2)": the bracket closes with the page.
    const closing = passOnLine(c, end);
    if (c.letter[closing] === ")" && opensBefore(c, at, from)) end = closing + 1;
    at = nextItemAt(c, end);
  }
  if (end === from) return null;
  return {
    from,
    end,
    page,
    section: section && { ...section, value: oneLine(c, section.from, section.end) },
  };
}

function opensBefore(c: Characters, at: number, from: number): boolean {
  let before = at - 1;
  while (before > from && c.letter[before] === " ") before--;
  return before > from && c.letter[before] === "(";
}

/** "Phụ lục" without a number, which only "kèm theo" and a document make a section of it. */
export function readUnnumberedAnnex(c: Characters, from: number): PlaceFound | null {
  const end = matchWord(c, from, annex);
  if (end < 0) return null;
  return { from, end, page: null, section: { from, end, value: oneLine(c, from, end) } };
}

/** The words with single spaces, composed: what is kept as a value. */
export function oneLine(c: Characters, from: number, end: number): string {
  return textOf(c, from, end).replaceAll(/\s+/gu, " ").trim().normalize("NFC");
}
