/** Quarters of a year, on which lead units report: each is due on its last day. */

export type Quarter = 1 | 2 | 3 | 4;

export interface Period {
  readonly year: number;
  readonly quarter: Quarter;
}

const ENDS = { 1: "03-31", 2: "06-30", 3: "09-30", 4: "12-31" } as const;
/** A report is asked for from so many days before its last one. */
const ASKED_DAYS = 30;
const DAY = 86_400_000;

/** The quarter in which a day lies. */
export function periodOf(day: string): Period {
  const month = Number(day.slice(5, 7));
  return { year: Number(day.slice(0, 4)), quarter: Math.ceil(month / 3) as Quarter };
}

/** The last day of a quarter: whole, `2026-09-30`. */
export const lastDayOf = ({ year, quarter }: Period): string => `${year}-${ENDS[quarter]}`;

/** The last moment of a quarter, in Vietnam. */
export const lastMomentOf = (period: Period): Date => new Date(`${lastDayOf(period)}T23:59:59+07:00`);

/** The quarter after. */
export const periodAfter = ({ year, quarter }: Period): Period =>
  quarter === 4 ? { year: year + 1, quarter: 1 } : { year, quarter: (quarter + 1) as Quarter };

/** The quarter before. */
export const periodBefore = ({ year, quarter }: Period): Period =>
  quarter === 1 ? { year: year - 1, quarter: 4 } : { year, quarter: (quarter - 1) as Quarter };

/** Negative, zero or positive, as the first is earlier, the same or later. */
export const comparePeriods = (one: Period, other: Period): number =>
  (one.year - other.year) * 4 + one.quarter - other.quarter;

/** Whether it is time to ask for the report of a quarter: its last days have come, or it is over. */
export function isAsked(period: Period, today: string): boolean {
  return Date.parse(lastDayOf(period)) - Date.parse(today) <= ASKED_DAYS * DAY;
}

/** Whether lead units report on this quarter; to a plan that asks for one report a year the last says it all. */
export const isReported = (reporting: string | null, { quarter }: Period): boolean =>
  reporting !== "yearly" || quarter === 4;

/** The quarters from one to another, the newest first; not more than `most` of them. */
export function periodsBetween(first: Period, last: Period, most: number): Period[] {
  const periods: Period[] = [];
  for (let one = last; periods.length < most && comparePeriods(one, first) >= 0; one = periodBefore(one))
    periods.push(one);
  return periods;
}
