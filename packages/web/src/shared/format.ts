/** Figures and days as readers of each language write them: `9,56`, `51.125.000`, `15/07/2022`. */
import type { Language } from "../api/contract.js";

/** Everything official happens in Vietnam's time, wherever the browser stands. */
const ZONE = "Asia/Ho_Chi_Minh";

const marks = { vi: { group: ".", decimal: "," }, en: { group: ",", decimal: "." } } as const;

/**
 * A decimal string (`"-51125000.5"`) grouped by thousands, digit for digit, without passing through a float. Text that
 * is not a decimal number comes back as it is: an amount is never made up.
 */
export function formatDecimal(value: string, language: Language): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(value.trim());
  if (match === null) return value;
  const [, sign = "", whole = "", fraction] = match;
  const { group, decimal } = marks[language];
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, group);
  return `${sign === "-" ? "−" : ""}${grouped}${fraction === undefined ? "" : decimal + fraction}`;
}

/** Points as they are printed: at most the digits they have, without trailing zeros (`"39.50"` is `39,5`). */
export function formatPoints(points: string, language: Language): string {
  const trimmed = points.includes(".") ? points.replace(/0+$/, "").replace(/\.$/, "") : points;
  return formatDecimal(trimmed, language);
}

/** A day (`2022-07-15`) or a moment (ISO 8601) as dd/MM/yyyy; a moment is taken in Vietnam's time. */
export function formatDate(iso: string): string {
  const day = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  if (day !== null) return `${day[3]}/${day[2]}/${day[1]}`;
  return new Intl.DateTimeFormat("en-GB", {
    timeZone: ZONE,
    day: "2-digit",
    month: "2-digit",
    year: "numeric",
  }).format(new Date(iso));
}

/** The hour and minute of a moment, 24 hours, in Vietnam's time. */
export function formatTime(iso: string): string {
  return new Intl.DateTimeFormat("en-GB", {
    timeZone: ZONE,
    hour: "2-digit",
    minute: "2-digit",
    hour12: false,
  }).format(new Date(iso));
}

/** Day and time of a moment: `15/07/2022 10:42`. */
export function formatDateTime(iso: string): string {
  return `${formatDate(iso)} ${formatTime(iso)}`;
}

/** How far a deadline is: in days from one day on, in hours and minutes before that; past = since it went by. */
export interface Distance {
  past: boolean;
  unit: "day" | "hour" | "minute";
  count: number;
}

/** The distance from `now` to `dueAt`, rounded down to whole units, at least one minute. */
export function distanceTo(dueAt: string, now: Date): Distance {
  const span = new Date(dueAt).getTime() - now.getTime();
  const minutes = Math.floor(Math.abs(span) / 60_000);
  const past = span < 0;
  if (minutes >= 24 * 60) return { past, unit: "day", count: Math.floor(minutes / (24 * 60)) };
  if (minutes >= 60) return { past, unit: "hour", count: Math.floor(minutes / 60) };
  return { past, unit: "minute", count: Math.max(1, minutes) };
}

/** Part of a whole as a number from 0 to 1, for bars and rings only; never for a figure that is read. */
export function shareOf(part: string | number, whole: string | number): number {
  const of = Number(whole);
  return of > 0 ? Math.min(1, Math.max(0, Number(part) / of)) : 0;
}

/** The instant at which a day ends in Vietnam (23:59:59), as ISO 8601 UTC: what a deadline "15/07" means. */
export function endOfDay(day: string): string {
  return new Date(`${day}T23:59:59+07:00`).toISOString();
}

/** The instant at which a day begins in Vietnam, as ISO 8601 UTC. */
export function startOfDay(day: string): string {
  return new Date(`${day}T00:00:00+07:00`).toISOString();
}

/** The day (YYYY-MM-DD) of a moment in Vietnam. */
export function dayOf(moment: Date | string): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: ZONE }).format(new Date(moment));
}
