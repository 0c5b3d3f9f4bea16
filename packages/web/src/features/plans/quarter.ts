/** Quarters in words. */
import type { Say } from "../../shared/text.js";
import type { Period } from "./queries.js";

const ROMAN = ["I", "II", "III", "IV"];

/** "Quý III năm 2026". */
export const sayPeriod = (say: Say, { year, quarter }: Period): string =>
  say("home.plans.period", { quarter: ROMAN[quarter - 1] ?? "", year: String(year) });

/** The same within a sentence: "quý III năm 2026". */
export function periodInSentence(say: Say, period: Period): string {
  const words = sayPeriod(say, period);
  return `${words.charAt(0).toLocaleLowerCase("vi")}${words.slice(1)}`;
}

/** The last day of a quarter. */
export const lastDayOf = ({ year, quarter }: Period): string =>
  `${year}-${["03-31", "06-30", "09-30", "12-31"][quarter - 1] ?? "12-31"}`;

/** A quarter as the value of a choice: `2026-3`. */
export const periodKey = ({ year, quarter }: Period): string => `${year}-${quarter}`;
