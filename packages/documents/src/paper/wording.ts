/** Words that official documents write one way: numbers of documents, places and dates. */
import type { DocumentNumber, PaperDate, PlaceAndDate } from "./paper.js";

/** Room for a number or a day to be written in by hand; no-break spaces, which no writer closes up. */
const FREE = "\u00a0".repeat(5);

/** "ngày 15 tháng 7 năm 2026"; days below 10 and the months 1 and 2 with a zero, as the decree writes them. */
export function dateInWords({ day, month, year }: PaperDate): string {
  const days = day === undefined ? FREE : twoDigits(day);
  const months = month === undefined ? FREE : month <= 2 ? twoDigits(month) : String(month);
  return `ngày ${days} tháng ${months} năm ${year}`;
}

/** "Quảng Ngãi, ngày 15 tháng 7 năm 2026". */
export function placeAndDate({ place, date }: PlaceAndDate): string {
  return `${place}, ${dateInWords(date)}`;
}

/** "12/BDT-VP"; with room in place of a number that is not given yet. */
export function numberOf({ number, symbol }: DocumentNumber): string {
  return `${number ?? FREE}/${symbol}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}
