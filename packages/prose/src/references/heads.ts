import {
  type Characters,
  digitsEnd,
  isDigit,
  isLetter,
  isPlainLetter,
  isSpace,
  isUpper,
  pass,
  passOnLine,
  textOf,
  wordBegins,
} from "./characters.js";
import { type DateFound, readDate } from "./dates.js";
import { type IssuerFound, readIssuer } from "./issuers.js";
import { type DocumentKind, kindOfCode, readKindName } from "./kinds.js";
import { oneLine } from "./places.js";
import { numberEnd, readBlankSymbol, readSymbol, type SymbolFound } from "./symbols.js";
import { readTitle } from "./titles.js";
import { matchPhrase, matchWord, phrase } from "./words.js";

/** What makes a reference one: its kind and number, its number alone, or its kind and date. */
export interface Head {
  readonly from: number;
  readonly end: number;
  readonly kind: KindFound | null;
  /** Several when one symbol was written for a list: "số 12, 13/QĐ-UBND". Empty without a number. */
  readonly numbers: readonly SymbolFound[];
  readonly date: DateFound | null;
  readonly issuer: IssuerFound | null;
  readonly title: { readonly from: number; readonly end: number; readonly value: string } | null;
}

interface KindFound {
  readonly kind: DocumentKind;
  readonly from: number;
  readonly end: number;
  readonly source: "words" | "abbreviation";
}

const numberWord = phrase("số");
/** Also as scanned pages spell it ("SÓ"); never "Sở". */
const numberWords = [numberWord, phrase("só"), phrase("sô")];
const all = ["các", "những"].map(phrase);
const and = phrase("và");
/** "Sở Kế hoạch và Đầu tư": these make a name of the kind after them. */
const namers = ["sở", "bộ", "phòng", "vụ", "cục"].map(phrase);
const laws = new Set(["luat", "bo-luat", "phap-lenh", "hien-phap"]);
const MOST_LISTED = 30;
const DESCRIPTION_WORDS = 24;
const DESCRIPTION_LENGTH = 200;

/** Reads the head of a reference, or null. `linked`: only a separator lies between it and a reference before it, so
 * that a bare number is one of the same list. */
export function readHead(c: Characters, from: number, linked: boolean): Head | null {
  return wordBegins(c, from) ? (readNumbered(c, from, linked) ?? readDescribed(c, from)) : null;
}

/** Whether a reference begins here, "Các" before it or not. */
export function startsReference(c: Characters, at: number): boolean {
  return readHead(c, at, false) !== null || readHead(c, afterAll(c, at), false) !== null;
}

function startsNumbered(c: Characters, at: number): boolean {
  return wordBegins(c, at) && readNumbered(c, at, false) !== null;
}

/** "Các Quyết định": where the kind stands. */
function afterAll(c: Characters, at: number): number {
  const end = all.map((word) => matchWord(c, at, word)).find((one) => one >= 0);
  return end === undefined ? at : pass(c, end);
}

/** "Quyết định số 1133/QĐ-BDT", "KH số 26/KH-BDT", "số 45/BDT-VP", "45/2019/NĐ-CP". */
function readNumbered(c: Characters, from: number, linked: boolean): Head | null {
  const named = readKindName(c, from, true) ?? readKindCode(c, from);
  if (named) {
    const numbers = readNumbers(c, named.end, true);
    if (numbers && plausible(c, from, named, numbers)) {
      const source = "short" in named ? "abbreviation" : "words";
      return head(from, { kind: named.kind, from, end: named.end, source }, numbers);
    }
  }
  const said = matchPhrase(c, from, numberWord);
  if (said >= 0 && !isLetter(c, said)) {
    const numbers = readNumbers(c, from, linked);
    return numbers && (linked || numbers.every(({ groups }) => groups.length > 0))
      ? head(from, null, numbers)
      : null;
  }
  const symbol = readSymbol(c, from, linked);
  return symbol && symbol.groups.length > 0 ? head(from, null, [symbol]) : null;
}

function head(from: number, kind: KindFound | null, numbers: readonly SymbolFound[]): Head {
  const end = numbers.at(-1)?.end ?? from;
  return { from, end, kind, numbers, date: null, issuer: null, title: null };
}

/** "báo cáo số 12 …" is more often a count than a document: without a symbol, a capital or a date must say so. */
function plausible(
  c: Characters,
  from: number,
  named: { end: number },
  numbers: readonly SymbolFound[],
): boolean {
  const [last] = numbers;
  if (last === undefined) return false;
  if (last.tail !== "" || isUpper(c, from)) return true;
  return readDate(c, pass(c, last.end), { bare: true, year: false }) !== null && named.end < last.from;
}

/** A short form in place of the kind: "QĐ số 12/QĐ-UBND", "CV 233 ngày 5/6/2022". */
function readKindCode(c: Characters, from: number): { kind: DocumentKind; end: number; short: true } | null {
  let end = from;
  while (end - from < 5 && isPlainLetter(c, end)) end++;
  if (end - from < 2 || isLetter(c, end)) return null;
  const known = kindOfCode(textOf(c, from, end).normalize("NFC").replaceAll("Ð", "Đ").replaceAll("ð", "đ"));
  return known ? { kind: known.kind, end, short: true } : null;
}

/** The number or numbers after a kind (or after "số" by itself). Null when none stands here. */
function readNumbers(c: Characters, after: number, named: boolean): SymbolFound[] | null {
  const start = colon(c, pass(c, after));
  const saidEnd = numberWords.map((word) => matchPhrase(c, start, word)).find((end) => end >= 0) ?? -1;
  const said = saidEnd >= 0 && !isLetter(c, saidEnd);
  const at = said ? colon(c, pass(c, saidEnd)) : start;
  const symbol = readSymbol(c, at, named || said);
  if (symbol) return symbol.groups.length > 0 || said ? [symbol] : null;
  const listed = readList(c, at);
  if (listed) return listed;
  const blank = said ? readBlankSymbol(c, at) : null;
  if (blank) return [blank];
  // "Báo cáo so 2 kỳ": without marks only among words without marks.
  return loneNumber(c, at, said && (marked(c, start, saidEnd) || !marked(c, after - 6, after)));
}

function marked(c: Characters, from: number, end: number): boolean {
  for (let at = Math.max(from, 0); at < end; at++) if (c.tone[at] || c.quality[at]) return true;
  return false;
}

const colon = (c: Characters, at: number): number => (c.letter[at] === ":" ? pass(c, at + 1) : at);

/** "số 1133" without a symbol; without "số" only before a date ("Công văn 233 ngày 5/6/2022"). */
function loneNumber(c: Characters, at: number, said: boolean): SymbolFound[] | null {
  const end = numberEnd(c, at, true);
  if (end < 0 || isLetter(c, end)) return null;
  const mark = c.letter[end] ?? " ";
  // A fraction, a percentage, a decimal: "kế hoạch số 12.5".
  if ("/%*=".includes(mark) || (mark === "." && isDigit(c, end + 1))) return null;
  if (!said && readDate(c, pass(c, end), { bare: false, year: false }) === null) return null;
  const number = textOf(c, at, end).toLowerCase();
  return [{ from: at, end, number, numberEnd: end, tail: "", tailFrom: end, year: null, groups: [] }];
}

/** "12, 13 và 14/QĐ-UBND": every number with the symbol of the last. */
function readList(c: Characters, start: number): SymbolFound[] | null {
  const bare: { from: number; end: number }[] = [];
  let at = start;
  for (let count = 0; count < MOST_LISTED; count++) {
    const symbol = bare.length > 0 ? readSymbol(c, at, true) : null;
    if (symbol && symbol.groups.length > 0) {
      const others = bare.map(({ from, end }) => ({
        ...symbol,
        from,
        end,
        number: textOf(c, from, end),
        numberEnd: end,
      }));
      return [...others, symbol];
    }
    const end = numberEnd(c, at, true);
    if (end < 0) return null;
    bare.push({ from: at, end });
    const sign = passOnLine(c, end);
    const andEnd = matchWord(c, sign, and);
    if (andEnd < 0 && c.letter[sign] !== "," && c.letter[sign] !== ";") return null;
    at = passOnLine(c, andEnd >= 0 ? andEnd : sign + 1);
    const said = matchPhrase(c, at, numberWord);
    if (said >= 0 && !isLetter(c, said)) at = passOnLine(c, said);
  }
  return null;
}

/** "Biên bản họp Chi bộ ngày 12/5/2022", "Quyết định của UBND tỉnh số 12/QĐ-UBND", "Luật An ninh mạng năm 2018". */
function readDescribed(c: Characters, from: number): Head | null {
  const named = readKindName(c, from, false);
  if (named === null || followsNamer(c, from)) return null;
  const kind: KindFound = { kind: named.kind, from, end: named.end, source: "words" };
  const start = passOnLine(c, named.end);
  if (isUpper(c, from)) {
    const quoted = readTitle(c, start, { startsDocument: () => false, bareVerb: false, limit: start + 400 });
    if (quoted?.quoted) {
      const title = { from: quoted.titleFrom, end: quoted.titleEnd, value: quoted.title };
      return { ...head(from, kind, []), end: quoted.end, title };
    }
  }
  let at = start;
  let end = named.end;
  for (let words = 0; words < DESCRIPTION_WORDS && at - start < DESCRIPTION_LENGTH; words++) {
    const direct = decisive(c, at, laws.has(named.kind.id) && words > 0);
    if (direct) return words > 0 && !isUpper(c, from) ? null : described(c, kind, [start, end], direct);
    const issuer = readIssuer(c, at, false, (place) => startsNumbered(c, place));
    if (issuer) {
      const after = decisive(c, pass(c, issuer.end), false);
      return after && isUpper(c, from) ? { ...described(c, kind, [start, end], after), issuer } : null;
    }
    if ((words > 0 || isUpper(c, at)) && isLetter(c, at) && startsNumbered(c, at)) return null;
    const next = wordAfter(c, at);
    if (next === null) return null;
    end = next;
    at = passOnLine(c, next);
    if (at === next && !",(".includes(c.letter[at] ?? " ")) return null;
    if (c.letter[at] === "," || c.letter[at] === "(") at = beforeDecisive(c, at);
    if (at < 0) return null;
  }
  return null;
}

/** A comma or bracket goes on only with the date or the number. */
function beforeDecisive(c: Characters, at: number): number {
  const next = pass(c, at + 1);
  return decisive(c, next, false) ? next : -1;
}

type Decisive = { readonly date: DateFound } | { readonly numbers: readonly SymbolFound[] };

function decisive(c: Characters, at: number, law: boolean): Decisive | null {
  const date = readDate(c, at, { bare: false, year: law }) ?? (law ? lawYear(c, at) : null);
  if (date) return { date };
  if (matchPhrase(c, at, numberWord) < 0) return null;
  const numbers = readNumbers(c, at, true);
  return numbers?.every(({ groups }) => groups.length > 0) ? { numbers } : null;
}

/** "Luật Giao dịch điện tử 2023" */
function lawYear(c: Characters, at: number): DateFound | null {
  const end = digitsEnd(c, at);
  const year = textOf(c, at, end);
  if (end - at !== 4 || !/^(19[4-9]|20)\d/.test(year) || isLetter(c, end)) return null;
  if ("/-.".includes(c.letter[end] ?? " ") && isDigit(c, end + 1)) return null;
  return { from: at, end, value: { precision: "year", iso: year }, doubts: [] };
}

function described(
  c: Characters,
  kind: KindFound,
  [start, end]: readonly [number, number],
  decided: Decisive,
): Head {
  const from = kind.from;
  const marked = readTitle(c, start, { startsDocument: () => false, bareVerb: false, limit: end });
  const value = marked?.title ?? (end > start ? oneLine(c, start, end) : "");
  const title =
    value === "" ? null : { from: marked?.titleFrom ?? start, end: marked?.titleEnd ?? end, value };
  if ("numbers" in decided) return { ...head(from, kind, decided.numbers), title };
  return { ...head(from, kind, []), end: decided.date.end, date: decided.date, title };
}

function followsNamer(c: Characters, from: number): boolean {
  let end = from;
  while (end > 0 && isSpace(c, end - 1) && from - end < 4) end--;
  return namers.some((word) => {
    const start = end - (word.words[0]?.size ?? 0);
    return start >= 0 && wordBegins(c, start) && matchWord(c, start, word) === end;
  });
}

/** The end of the word or figure that stands here, or null before a mark that ends a phrase. */
function wordAfter(c: Characters, at: number): number | null {
  let end = at;
  while (end - at < 60 && (isLetter(c, end) || isDigit(c, end) || "-/&".includes(c.letter[end] ?? " ")))
    end++;
  return end > at ? end : null;
}
