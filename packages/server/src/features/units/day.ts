/** Calendar days, `YYYY-MM-DD`, as Vietnam counts them. They compare as text. */

const HOUR = 3_600_000;
/** Vietnam keeps UTC+7 the whole year. */
const VIETNAM = 7 * HOUR;

/** The day it is in Vietnam at a moment. */
export function dayOf(moment: Date): string {
  return new Date(moment.getTime() + VIETNAM).toISOString().slice(0, 10);
}

/** The day before: a unit that ends on 1 July was last there on 30 June. */
export function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 24 * HOUR).toISOString().slice(0, 10);
}

/** `2025-07-01` -> `01/07/2025`, as people here read dates. */
export function printedDay(day: string): string {
  return day.split("-").reverse().join("/");
}
