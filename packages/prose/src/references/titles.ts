import {
  breaksBetween,
  type Characters,
  isDigit,
  isLetter,
  isSpace,
  isUpper,
  pass,
  wordBegins,
} from "./characters.js";
import { namesAgency } from "./issuers.js";
import { readLink } from "./links.js";
import { oneLine, readPlace } from "./places.js";
import { lexicon, lookUp, matchWord, phrase } from "./words.js";

/** A title (trích yếu), from one unit to another with its marker and quotation marks. */
export interface TitleFound {
  readonly from: number;
  readonly end: number;
  readonly titleFrom: number;
  readonly titleEnd: number;
  readonly title: string;
  readonly quoted: boolean;
}

const markers = lexicon(["về việc", "v/v", "về"].map((words) => [words, true] as const));
/** Verbs that a title begins with when "về việc" was left out. */
const verbs = lexicon(
  [
    "ban hành",
    "phê duyệt",
    "thành lập",
    "kiện toàn",
    "quy định chi tiết",
    "quy định",
    "hướng dẫn",
    "sửa đổi",
    "bổ sung",
    "công bố",
    "công nhận",
    "triển khai",
    "thực hiện",
    "tổ chức",
    "tăng cường",
  ].map((words) => [words, true] as const),
);
const and = phrase("và");
const at = phrase("tại");
/** What a bracket that is no part of the title begins with. */
const asides = lexicon(
  ["có", "kèm", "hiện nay", "xem", "chi tiết", "link", "đính kèm"].map((w) => [w, true] as const),
);
const closings = new Map([
  ['"', '"'],
  ["“", "”"],
  ["«", "»"],
  ["„", "“"],
  ["‘", "’"],
]);

/** Longer than any title; what follows stays in the text that is left. */
const LONGEST_TITLE = 700;

/** What the reader of titles must know of its surroundings. */
export interface TitleSurroundings {
  /** Whether another reference begins at a place. */
  readonly startsDocument: (at: number) => boolean;
  /** Whether a title may do without "về việc". */
  readonly bareVerb: boolean;
  /** No title goes on past this unit. */
  readonly limit: number;
}

/** Reads "về việc …", "V/v …", "về …", a quoted title, or one that begins with its verb. Null when there is none. */
export function readTitle(c: Characters, from: number, around: TitleSurroundings): TitleFound | null {
  const marker = lookUp(c, from, markers);
  const verb = marker === null && around.bareVerb ? lookUp(c, from, verbs) : null;
  let start = marker ? pass(c, marker.end) : from;
  if (marker && c.letter[start] === ":") start = pass(c, start + 1);
  const quoted = quotedAt(c, start, around.limit);
  if (quoted) return found(c, from, quoted.end, start + 1, quoted.close, true);
  if ((!marker && !verb) || (!isLetter(c, start) && !isDigit(c, start))) return null;
  const end = titleEnd(c, start, around);
  return end > start ? found(c, from, end, start, end, false) : null;
}

function found(
  c: Characters,
  from: number,
  end: number,
  titleFrom: number,
  titleEnd: number,
  quoted: boolean,
): TitleFound | null {
  const title = oneLine(c, titleFrom, titleEnd);
  return title === "" ? null : { from, end, titleFrom, titleEnd, title, quoted };
}

/** A stretch in quotation marks, which may hold others of its kind; null when they do not close. */
function quotedAt(c: Characters, start: number, limit: number): { close: number; end: number } | null {
  const open = c.letter[start] ?? "";
  const closing = closings.get(open);
  if (closing === undefined) return null;
  let depth = 0;
  for (let place = start; place < c.size && place < limit && place - start < LONGEST_TITLE; place++) {
    const letter = c.letter[place];
    if (letter === closing && (place > start || closing !== open)) depth--;
    else if (letter === open) depth++;
    if (depth === 0) return { close: place, end: place + 1 };
    if (letter === "\n" && pass(c, place) === place) return null;
  }
  return null;
}

/** Where an unquoted title ends: before the next reference, the page, the end of the sentence or of the line. */
function titleEnd(c: Characters, start: number, around: TitleSurroundings): number {
  const limit = Math.min(c.size, around.limit, start + LONGEST_TITLE);
  let brackets = 0;
  let place = start;
  while (place < limit) {
    if (isLetter(c, place)) {
      if (wordBegins(c, place) && wordEndsTitle(c, place, around)) break;
      place++;
    } else if (isSpace(c, place)) {
      if (spaceEndsTitle(c, place)) break;
      place = Math.max(place + 1, pass(c, place));
    } else {
      if (markEndsTitle(c, place, brackets, around)) break;
      if (c.letter[place] === "(") brackets++;
      if (c.letter[place] === ")") brackets--;
      place = quotedAt(c, place, limit)?.end ?? place + 1;
    }
  }
  return trimmed(c, start, Math.min(place, limit));
}

/** "tại trang 2", "trang 2", a link; "và Công văn số …". */
function wordEndsTitle(c: Characters, place: number, around: TitleSurroundings): boolean {
  const andEnd = matchWord(c, place, and);
  if (andEnd >= 0) return around.startsDocument(pass(c, andEnd));
  const atEnd = matchWord(c, place, at);
  const next = atEnd >= 0 ? pass(c, atEnd) : place;
  return readPlace(c, next) !== null || readLink(c, next) !== null;
}

/** A line that goes on in lower case was wrapped; any other line break ends the title. */
function spaceEndsTitle(c: Characters, place: number): boolean {
  const next = pass(c, place);
  if (next === place) return true;
  return breaksBetween(c, place, next) && (!isLetter(c, next) || isUpper(c, next));
}

function markEndsTitle(c: Characters, place: number, brackets: number, around: TitleSurroundings): boolean {
  const next = pass(c, place + 1);
  switch (c.letter[place]) {
    case ";":
      return true;
    case ")":
      return brackets === 0;
    case "(":
      return lookUp(c, next, asides) !== null || readsElse(c, next, around);
    case ".":
      return endsSentence(c, place);
    case ",":
      return readsElse(c, next, around) || namesAgency(c, next);
    case "-":
      return isSpace(c, place - 1) && around.startsDocument(next);
    default:
      return false;
  }
}

function readsElse(c: Characters, next: number, around: TitleSurroundings): boolean {
  const andEnd = matchWord(c, next, and);
  const start = andEnd >= 0 ? pass(c, andEnd) : next;
  return around.startsDocument(start) || readPlace(c, next) !== null || readLink(c, next) !== null;
}

/** "./." and a full stop before a capital or the end; never "TP. Hồ Chí Minh". */
function endsSentence(c: Characters, place: number): boolean {
  const after = c.letter[place + 1];
  if (place + 1 >= c.size || after === "/" || after === ".") return true;
  if (!isSpace(c, place + 1)) return false;
  const next = pass(c, place + 1);
  if (next === place + 1 || next >= c.size) return true;
  const abbreviated =
    isUpper(c, place - 1) && (!isLetter(c, place - 2) || (isUpper(c, place - 2) && !isLetter(c, place - 3)));
  return (isUpper(c, next) || !isLetter(c, next)) && !abbreviated;
}

function trimmed(c: Characters, start: number, end: number): number {
  let last = end;
  while (last > start && (isSpace(c, last - 1) || ",:-".includes(c.letter[last - 1] ?? ""))) last--;
  return last;
}
