/** What the demo's files are written into, and when their days are. */
import type { Work } from "../database/connection.js";
import type { DemoUnits } from "./files.js";
import type { Ids } from "./units.js";

const DAY = 86_400_000;
/** Deadlines fall at five in the afternoon, Vietnam time. */
const CLOSING_HOUR = 10;

export interface Ground {
  readonly db: Work;
  readonly units: Ids;
  readonly accounts: Ids;
  readonly file: DemoUnits;
  readonly at: Date;
}

/** A moment so many days from the demo's own. */
export const days = (at: Date, count: number): Date => new Date(at.getTime() + count * DAY);

/** The end of such a day. */
export function closing(at: Date, count: number): Date {
  const day = days(at, count);
  day.setUTCHours(CLOSING_HOUR, 0, 0, 0);
  return day;
}
