import {
  type Characters,
  digitsEnd,
  isDigit,
  isLetter,
  pass,
  passOnLine,
  spanOf,
  textOf,
} from "./characters.js";
import type { BilingualText, ReferenceDate, ReferenceDoubt } from "./types.js";
import { matchPhrase, matchWord, phrase } from "./words.js";

/** A date as it stands in the text, from one unit to another. */
export interface DateFound {
  readonly from: number;
  readonly end: number;
  readonly value: ReferenceDate;
  readonly doubts: readonly ReferenceDoubt[];
}

const dayWord = phrase("ngày");
const monthWord = phrase("tháng");
const yearWord = phrase("năm");

/** Documents still cited are no older than the State that issued them. */
const EARLIEST = 1945;
const LATEST = 2100;

/** Digits as they stand; "" for a place left blank ("ngày … tháng 7"). */
interface Blank {
  readonly digits: string;
  readonly end: number;
}

function digitsOrBlank(c: Characters, at: number): Blank {
  const end = digitsEnd(c, at);
  if (end > at) return { digits: textOf(c, at, end), end };
  let filled = at;
  while (c.letter[filled] === "…" || c.letter[filled] === "_" || c.letter[filled] === ".") filled++;
  return { digits: "", end: filled };
}

const isSeparator = (letter: string | undefined): boolean =>
  letter === "/" || letter === "-" || letter === ".";

/** The part after a separator, or null. Spaces around the separator are those of scanned pages. */
function afterSeparator(
  c: Characters,
  at: number,
  separator?: string,
): (Blank & { separator: string }) | null {
  const sign = passOnLine(c, at);
  const letter = c.letter[sign] ?? "";
  if (!isSeparator(letter) || (separator !== undefined && letter !== separator)) return null;
  const start = passOnLine(c, sign + 1);
  const end = digitsEnd(c, start);
  return end > start ? { digits: textOf(c, start, end), end, separator: letter } : null;
}

/** "năm 2022" after a day or a month: its digits. */
function yearAfter(c: Characters, at: number): Blank | null {
  const word = matchPhrase(c, pass(c, at), yearWord);
  if (word < 0) return null;
  const start = pass(c, word);
  const end = digitsEnd(c, start);
  return end > start ? { digits: textOf(c, start, end), end } : null;
}

/** "ngày 31/12/2022", "ngày 31 tháng 12 năm 2022", "ngày   tháng 7 năm 2022", "ngày /11/2022". */
function readDay(c: Characters, from: number): DateFound | null {
  const word = matchPhrase(c, from, dayWord);
  if (word < 0) return null;
  const colon = pass(c, word);
  const day = digitsOrBlank(c, pass(c, c.letter[colon] === ":" ? colon + 1 : colon));
  const month = afterSeparator(c, day.end);
  if (month) {
    const year = afterSeparator(c, month.end, month.separator) ?? yearAfter(c, month.end);
    if (day.digits === "" && year === null && month.digits.length === 4) return null;
    return dated(c, from, year?.end ?? month.end, [day.digits, month.digits, year?.digits ?? ""]);
  }
  const monthAt = matchPhrase(c, pass(c, day.end), monthWord);
  if (monthAt < 0) return null;
  const named = digitsOrBlank(c, pass(c, monthAt));
  const year = afterSeparator(c, named.end) ?? yearAfter(c, named.end);
  if (named.digits === "" && year === null) return null;
  return dated(c, from, year?.end ?? named.end, [day.digits, named.digits, year?.digits ?? ""]);
}

/** "tháng 12/2022", "tháng 12 năm 2022". */
function readMonth(c: Characters, from: number): DateFound | null {
  const word = matchPhrase(c, from, monthWord);
  if (word < 0) return null;
  const month = digitsOrBlank(c, pass(c, word));
  if (month.digits === "") return null;
  const year = afterSeparator(c, month.end) ?? yearAfter(c, month.end);
  return year && year.digits.length === 4
    ? dated(c, from, year.end, [null, month.digits, year.digits])
    : null;
}

/** "31/12/2022" or "2022-12-31" without the word "ngày"; the year must have four digits. */
function readBare(c: Characters, from: number): DateFound | null {
  const firstEnd = digitsEnd(c, from);
  const before = from > 0 ? c.letter[from - 1] : "";
  if (firstEnd === from || isSeparator(before)) return null;
  const second = afterSeparator(c, firstEnd);
  const third = second && afterSeparator(c, second.end, second.separator);
  if (!second || !third || second.digits.length > 2) return null;
  const after = c.letter[third.end];
  if (isLetter(c, third.end) || ((after === "/" || after === "-") && isDigit(c, third.end + 1))) return null;
  const first = textOf(c, from, firstEnd);
  if (first.length === 4 && third.digits.length <= 2 && second.separator === "-") {
    return dated(c, from, third.end, [third.digits, second.digits, first]);
  }
  if (first.length > 2 || third.digits.length !== 4) return null;
  return dated(c, from, third.end, [first, second.digits, third.digits]);
}

/** "năm 2022". */
function readYear(c: Characters, from: number): DateFound | null {
  const word = matchWord(c, from, yearWord);
  const year = word < 0 ? null : yearAfter(c, from);
  // "năm 2021-2025" is a period, "năm 2022 - 2023" too.
  if (year?.digits.length !== 4 || afterSeparator(c, year.end)) return null;
  return dated(c, from, year.end, [null, null, year.digits]);
}

/**
 * The date that stands at a place, or null. `bare` admits a date without a word before it, `year` a year alone; both
 * need a neighbour that makes them the date of a document.
 */
export function readDate(
  c: Characters,
  at: number,
  admit: { readonly bare: boolean; readonly year: boolean },
): DateFound | null {
  return (
    readDay(c, at) ??
    readMonth(c, at) ??
    (admit.bare ? readBare(c, at) : null) ??
    (admit.year ? readYear(c, at) : null)
  );
}

/** null: the text does not speak of it; "": it left the place blank. */
type Written = readonly [day: string | null, month: string | null, year: string];

function dated(c: Characters, from: number, end: number, [day, month, year]: Written): DateFound {
  const span = spanOf(c, from, end);
  const written = [day, month, year].filter(Boolean).join("/");
  const wrong = impossible(day, month, year, written);
  if (wrong) {
    return {
      from,
      end,
      value: { precision: "unreadable", written },
      doubts: [{ ...span, ...wrong }],
    };
  }
  const given = [day, month].some((part) => part === "");
  const doubts: ReferenceDoubt[] = given ? [{ ...span, code: "date-incomplete", message: incomplete }] : [];
  const padded = [year, month, day].filter(Boolean).map((part) => (part ?? "").padStart(2, "0"));
  const known = day && !month ? padded.slice(0, 1) : padded;
  const precision = (["year", "month", "day"] as const)[known.length - 1] ?? "year";
  return { from, end, value: { precision, iso: known.join("-") }, doubts };
}

const incomplete: BilingualText = {
  vi: "Ngày văn bản còn để trống một phần: ghi đủ ngày, tháng, năm.",
  en: "Part of the date is left blank: give day, month and year.",
};

function impossible(
  day: string | null,
  month: string | null,
  year: string,
  written: string,
): { code: ReferenceDoubt["code"]; message: BilingualText } | null {
  if (year === "") {
    return {
      code: "date-incomplete",
      message: {
        vi: `Ngày ${written} không ghi năm: ghi đủ ngày, tháng, năm.`,
        en: `${written} has no year: give day, month and year.`,
      },
    };
  }
  if (year.length === 2) {
    return {
      code: "date-year-short",
      message: {
        vi: `Năm trong ${written} chỉ ghi hai chữ số: ghi đủ bốn chữ số.`,
        en: `The year in ${written} has two digits only: give all four.`,
      },
    };
  }
  const reason = notInCalendar(day, month, year);
  return reason === null
    ? null
    : {
        code: "date-impossible",
        message: {
          vi: `Ngày ${written} không có thật: ${reason.vi}.`,
          en: `${written} is no date: ${reason.en}.`,
        },
      };
}

function notInCalendar(day: string | null, month: string | null, year: string): BilingualText | null {
  if (year.length !== 4 || Number(year) < EARLIEST || Number(year) > LATEST) {
    return {
      vi: `năm ${year} nằm ngoài khoảng ${EARLIEST}–${LATEST}`,
      en: `the year ${year} is outside ${EARLIEST}–${LATEST}`,
    };
  }
  if (month && (Number(month) < 1 || Number(month) > 12)) {
    return { vi: `không có tháng ${Number(month)}`, en: `there is no month ${Number(month)}` };
  }
  const days = month ? daysIn(Number(year), Number(month)) : 31;
  if (day && (Number(day) < 1 || Number(day) > days)) {
    return month
      ? {
          vi: `tháng ${Number(month)} năm ${year} có ${days} ngày`,
          en: `month ${Number(month)} of ${year} has ${days} days`,
        }
      : { vi: `không có ngày ${Number(day)}`, en: `there is no day ${Number(day)}` };
  }
  return null;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
