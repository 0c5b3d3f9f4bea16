/** Words for a time to finish: "Quý IV năm 2025", "Thường xuyên", "Đã hoàn thành". */
import type { PlanSource } from "@opendti/engine";
import { fold, oneLine } from "./words.js";

export type Deadline = NonNullable<PlanSource["assignments"][number]["deadline"]>;

const ROMAN: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4 };
const LAST_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** The deadline in a cell of a plan, its words kept; undefined when they say no time that is known here. */
export function readDeadline(text: string): Deadline | undefined {
  const words = oneLine(text);
  const folded = fold(words);
  const kind = kindOf(folded);
  if (kind) return { text: words, kind };
  const due = dueOf(folded);
  return due === undefined ? undefined : { text: words, kind: "by", due };
}

function kindOf(folded: string): Exclude<Deadline["kind"], "by"> | undefined {
  if (/\bchua (cham|tinh) diem\b/.test(folded)) return "not_scored";
  if (/\b(da|dat) (hoan thanh|thuc hien|xong)\b|^hoan thanh$/.test(folded)) return "done";
  if (/\b(ke tu|sau khi|trong vong|trong thoi han)\b/.test(folded)) return "after_event";
  if (/\b(hang|moi) nam\b/.test(folded)) return "every_year";
  if (/\b(thuong xuyen|lien tuc|hang (ngay|tuan|thang|quy)|dinh ky)\b/.test(folded)) return "continuous";
  if (/\bthong ke\b|\bso lieu\b/.test(folded)) return "statistics";
  return undefined;
}

/** The last day of the time named, as `2025-12-31`; days and months that no calendar has are none. */
function dueOf(folded: string): string | undefined {
  const day = /\b(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})\b/.exec(folded);
  if (day) return isoDay(Number(day[3]), Number(day[2]), Number(day[1]));
  const spelled = /\bngay (\d{1,2}) thang (\d{1,2}) nam (\d{4})\b/.exec(folded);
  if (spelled) return isoDay(Number(spelled[3]), Number(spelled[2]), Number(spelled[1]));
  const quarter = /\bq(?:uy)?\s*(iv|iii|ii|i|[1-4])\b\D{0,8}?(\d{4})\b/.exec(folded);
  if (quarter) return endOfMonth(Number(quarter[2]), 3 * (ROMAN[quarter[1] ?? ""] ?? Number(quarter[1])));
  if (/\b6 thang dau nam\b/.test(folded)) return endOfMonth(lastYear(folded), 6);
  const month =
    /\bthang (\d{1,2})\b\D{0,8}?(\d{4})\b/.exec(folded) ?? /^(\d{1,2})\s*\/\s*(\d{4})$/.exec(folded);
  if (month) return endOfMonth(Number(month[2]), Number(month[1]));
  return endOfMonth(lastYear(folded), 12);
}

/** The last year named: of "giai đoạn 2023-2025" it is 2025. */
function lastYear(folded: string): number {
  return Number([...folded.matchAll(/\b(20\d{2})\b/g)].at(-1)?.[1] ?? Number.NaN);
}

function endOfMonth(year: number, month: number): string | undefined {
  const leap = month === 2 && ((year % 4 === 0 && year % 100 !== 0) || year % 400 === 0);
  const days = LAST_DAYS[month - 1];
  return days === undefined ? undefined : isoDay(year, month, leap ? 29 : days);
}

function isoDay(year: number, month: number, day: number): string | undefined {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const most = month === 2 && leap ? 29 : LAST_DAYS[month - 1];
  if (!Number.isInteger(year) || most === undefined || day < 1 || day > most) return undefined;
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}
