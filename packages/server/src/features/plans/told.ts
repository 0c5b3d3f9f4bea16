/** What was told of a plan's assignments up to a quarter, as far as the actor reads it. */
import type { PlanSource } from "@opendti/engine";
import type { Work } from "../../database/connection.js";
import type { Ground } from "./ground.js";
import { comparePeriods, type Period } from "./periods.js";
import { type Entry, listEntries, listReports, type Report } from "./progress-repository.js";

/** A line of a report with its quarter. */
export interface ToldOnce extends Entry, Period {}

export interface ToldSoFar {
  /** The report on the quarter itself. */
  reportOf(organisation: string): Report | undefined;
  /** What was said of an assignment, the newest quarter first. */
  of(organisation: string, code: string, input: string): readonly ToldOnce[];
}

/** Reads it. What a unit has not sent, or was given back, is nobody's but its own. */
export async function toldSoFar(db: Work, ground: Ground, period: Period): Promise<ToldSoFar> {
  const reports = await listReports(db, ground.plan.id, ground.seen, period);
  const readable = reports.filter(
    ({ organisation, state }) => state === "sent" || ground.own.has(organisation),
  );
  const entries = await listEntries(
    db,
    readable.map(({ id }) => id),
  );
  const lines = new Map<string, ToldOnce[]>();
  for (const { id, organisation, year, quarter } of readable)
    for (const entry of entries.get(id) ?? []) {
      const place = placeOf(organisation, entry.code, entry.input);
      lines.set(place, [...(lines.get(place) ?? []), { ...entry, year, quarter }]);
    }
  return {
    reportOf: (organisation) =>
      reports.find((one) => one.organisation === organisation && comparePeriods(one, period) === 0),
    of: (organisation, code, input) => lines.get(placeOf(organisation, code, input)) ?? [],
  };
}

/**
 * Whether an assignment is done by what was said of it: done once stays done until the unit says otherwise; what is due
 * every year begins anew with the year.
 */
export function isFinished(
  deadline: PlanSource["assignments"][number]["deadline"],
  [newest]: readonly ToldOnce[],
  { year }: Period,
): boolean {
  if (newest === undefined || (deadline?.kind === "every_year" && newest.year < year)) return false;
  return newest.finished;
}

const placeOf = (organisation: string, code: string, input: string): string =>
  JSON.stringify([organisation, code, input]);
