import {
  breaksBetween,
  type Characters,
  digitsEnd,
  isDigit,
  isLetter,
  isPlainLetter,
  isSpace,
  isStroked,
  isUpper,
  pass,
  passOnLine,
  textOf,
} from "./characters.js";
import { kindOfCode } from "./kinds.js";
import { matchPhrase, phrase } from "./words.js";

/** A number and what follows it: "1133/QĐ-BDT", from one unit to another. */
export interface SymbolFound {
  readonly from: number;
  readonly end: number;
  /** The number as typed, "" when its place is blank ("số /QĐ-UBND"). */
  readonly number: string;
  readonly numberEnd: number;
  /** What follows the number, in its regular spelling: "/QĐ-BDT"; "" for a number alone. */
  readonly tail: string;
  readonly tailFrom: number;
  readonly year: number | null;
  /** The letter groups in order, each with its place. */
  readonly groups: readonly SymbolGroup[];
}

export interface SymbolGroup {
  /** In capitals when typed in small letters. */
  readonly text: string;
  readonly from: number;
  readonly end: number;
  /** Whether it was typed in small letters. */
  readonly lower: boolean;
}

const LONGEST_NUMBER = 6;
const LONGEST_GROUP = 24;
const MOST_GROUPS = 6;
/** Words that a file glued to the symbol before them: "1133/QĐ-BDTngày 31/12/2022". */
const glued = ["ngày", "của", "về", "năm", "tháng"].map(phrase);
const numberWord = phrase("số");

/** Whether a number can start here: not within a word, a decimal, a date or a longer code. */
function numberBegins(c: Characters, at: number, named: boolean): boolean {
  if (!isDigit(c, at)) return false;
  if (at === 0 || named) return true;
  const before = c.letter[at - 1] ?? "";
  if (isLetter(c, at - 1) || isDigit(c, at - 1)) return false;
  if (before === "-") return at === 1 || isSpace(c, at - 2);
  return !".,/&_@#+*=%".includes(before);
}

/** The end of a number ("1133", "12a"), or -1. */
export function numberEnd(c: Characters, at: number, named: boolean): number {
  if (!numberBegins(c, at, named)) return -1;
  const digits = digitsEnd(c, at);
  if (digits - at > LONGEST_NUMBER) return -1;
  const lettered = isPlainLetter(c, digits) && !isLetter(c, digits + 1) && !isDigit(c, digits + 1);
  return lettered ? digits + 1 : digits;
}

/**
 * Reads a number with its symbol. `named` says that words before it ("Quyết định", "số") make it one; otherwise only
 * what cannot be anything else is taken ("22/23" and "km/h" never are). Null when no symbol stands here.
 */
export function readSymbol(c: Characters, from: number, named: boolean): SymbolFound | null {
  const end = numberEnd(c, from, named);
  if (end < 0) return null;
  const number = textOf(c, from, end).toLowerCase();
  const sign = passOnLine(c, end);
  const separator = c.letter[sign];
  if (separator === "/") return afterSlash(c, { from, number, numberEnd: end }, sign, named);
  // "19-CT/TU", but never "12 - Kế hoạch": no space may stand there.
  if (separator !== "-" || sign !== end || isSpace(c, sign + 1)) return null;
  const groups = readGroups(c, sign + 1);
  const first = groups[0];
  const coded = first !== undefined && kindOfCode(first.text) !== null;
  if (!first || (!coded && (first.lower || !named)) || (!named && groups.length < 2)) return null;
  return assemble(c, { from, number, numberEnd: end }, sign, null, groups);
}

/** Reads a symbol whose number was left blank: "/QĐ-UBND", "…/KH-BDT" after "số". */
export function readBlankSymbol(c: Characters, from: number): SymbolFound | null {
  let at = from;
  while (c.letter[at] === "." || c.letter[at] === "…" || c.letter[at] === "_") at++;
  const sign = passOnLine(c, at);
  if (c.letter[sign] !== "/") return null;
  const groups = readGroups(c, pass(c, sign + 1));
  const first = groups[0];
  if (!first || first.lower || (groups.length < 2 && kindOfCode(first.text) === null)) return null;
  return assemble(c, { from, number: "", numberEnd: at }, sign, null, groups);
}

type Numbered = Pick<SymbolFound, "from" | "number" | "numberEnd">;

function afterSlash(c: Characters, numbered: Numbered, sign: number, named: boolean): SymbolFound | null {
  const start = pass(c, sign + 1);
  const yearEnd = digitsEnd(c, start);
  if (yearEnd === start) {
    const groups = readGroups(c, start);
    if (!named && breaksBetween(c, sign, start)) return null;
    return admissible(groups, named, false) ? assemble(c, numbered, sign, null, groups) : null;
  }
  if (yearEnd - start !== 4) return null;
  const year = Number(textOf(c, start, yearEnd));
  const next = passOnLine(c, yearEnd);
  const separator = c.letter[next];
  const groups = separator === "/" || separator === "-" ? readGroups(c, pass(c, next + 1)) : [];
  if (groups.length > 0 && admissible(groups, named, true)) return assemble(c, numbered, sign, year, groups);
  // "số 12/2022": a number of a year. "12/2022" by itself is a month.
  const loneYear = named && !isDigit(c, next + 1) && !isLetter(c, yearEnd);
  return loneYear ? { ...numbered, tail: `/${year}`, tailFrom: sign, end: yearEnd, year, groups: [] } : null;
}

function admissible(groups: readonly SymbolGroup[], named: boolean, dated: boolean): boolean {
  const [first] = groups;
  if (!first) return false;
  const coded = kindOfCode(first.text) !== null;
  if (first.lower) return groups.length > 1 ? named || coded : named && coded;
  return named || coded || dated || (groups.length > 1 && first.text.length > 1);
}

function assemble(
  c: Characters,
  numbered: Numbered,
  sign: number,
  year: number | null,
  groups: readonly SymbolGroup[],
): SymbolFound {
  let tail = c.letter[sign] ?? "/";
  if (year !== null) tail += year;
  let end = sign + 1;
  for (const [index, group] of groups.entries()) {
    if (index > 0 || year !== null) tail += signBefore(c, group.from);
    tail += (index === 0 ? kindOfCode(group.text)?.code : undefined) ?? group.text;
    end = group.end;
  }
  return { ...numbered, tail, tailFrom: sign, end, year, groups };
}

/** The separator that stands before a group, with the spaces between left out. */
function signBefore(c: Characters, at: number): string {
  let before = at - 1;
  while (isSpace(c, before)) before--;
  return c.letter[before] === "/" ? "/" : "-";
}

/** Letter groups joined by - or /: "QĐ-BDT", "STTTT-BCVT&CNTT", "TT- BTTTT". */
function readGroups(c: Characters, start: number): SymbolGroup[] {
  const groups: SymbolGroup[] = [];
  let at = start;
  while (groups.length < MOST_GROUPS) {
    const group = readGroup(c, at);
    if (!group || (groups.length > 0 && group.lower !== groups[0]?.lower)) break;
    groups.push(group);
    const sign = passOnLine(c, group.end);
    if (c.letter[sign] !== "-" && c.letter[sign] !== "/") break;
    at = pass(c, sign + 1);
    if (sign > group.end && at > sign + 1 && !continues(c, groups, at)) break;
    if (sign > group.end && breaksBetween(c, sign, at)) break;
  }
  return groups;
}

/** With spaces on both sides, "12/QĐ - UBND" goes on and "12/QĐ-BDT - KH số 13" does not. */
function continues(c: Characters, groups: readonly SymbolGroup[], at: number): boolean {
  const next = readGroup(c, at);
  const [first] = groups;
  if (!next || next.lower || groups.length > 1 || !first || kindOfCode(first.text) === null) return false;
  const after = pass(c, next.end);
  return !isDigit(c, after) && matchPhrase(c, after, numberWord) < 0;
}

/** One group: letters A–Z and Đ, digits after them (QH15), "&" and "." between them. Null for ordinary words. */
function readGroup(c: Characters, from: number): SymbolGroup | null {
  if (!isPlainLetter(c, from)) return null;
  let end = from;
  let lowers = 0;
  let uppers = 0;
  while (end - from < LONGEST_GROUP) {
    if (isPlainLetter(c, end)) {
      if (uppers > 0 && !isUpper(c, end) && glued.some((word) => matchPhrase(c, end, word) >= 0)) break;
      if (isUpper(c, end)) uppers++;
      else lowers++;
    } else if (!isDigit(c, end) && !joins(c, end)) break;
    end++;
  }
  const cut = glued.some((word) => matchPhrase(c, end, word) >= 0) && uppers > 0;
  if (isLetter(c, end) && !cut) return null;
  const lower = uppers === 0;
  if (lower ? lowers > 8 : !isUpper(c, from) || lowers > 2 || lowers > uppers) return null;
  let text = "";
  for (let at = from; at < end; at++) {
    const letter = isStroked(c, at) ? "đ" : (c.letter[at] ?? "");
    text += isUpper(c, at) ? letter.toUpperCase() : letter;
  }
  // Typed in small letters: capitals, but for the Thủ tướng (TTg). The kind's own spelling is put in by `assemble`.
  const regular = text === "ttg" ? "TTg" : text.toUpperCase();
  return { text: lower ? regular : text, from, end, lower };
}

function joins(c: Characters, at: number): boolean {
  const letter = c.letter[at];
  return (
    (letter === "&" || letter === ".") &&
    isPlainLetter(c, at + 1) &&
    isUpper(c, at + 1) === isUpper(c, at - 1)
  );
}

/** What the symbol says of itself: the short form of the kind, and the agency's abbreviation as it stands. */
export function symbolParts(symbol: SymbolFound): {
  readonly code: SymbolGroup | null;
  readonly agency: SymbolGroup | null;
} {
  const [first, second] = symbol.groups;
  if (first && kindOfCode(first.text)) return { code: first, agency: second ?? null };
  return { code: null, agency: first ?? null };
}
