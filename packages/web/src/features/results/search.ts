/** What the addresses of results carry, so that a page can be sent to somebody else as it stands. */

/** The ways to look at the results of a campaign, in the order of their links. */
export const resultViews = ["ranking", "heat-map", "compare", "robustness"] as const;
export type ResultView = (typeof resultViews)[number];

export interface RunSearch {
  /** A run; the newest that one may see where none is named. */
  run?: string;
}

export interface ResultsSearch extends RunSearch {
  view?: ResultView;
  /** A ranking group by its code; the first one where none is named. */
  group?: string;
  /** The units that are compared. */
  units?: string[];
}

const isView = (value: unknown): value is ResultView => resultViews.some((view) => view === value);

/** Reads the search of pages that show one run. */
export function runSearchOf(search: Record<string, unknown>): RunSearch {
  return typeof search["run"] === "string" ? { run: search["run"] } : {};
}

/** Reads the search of the page of results; what it does not know is left out. */
export function resultsSearchOf(search: Record<string, unknown>): ResultsSearch {
  const { view, group, units } = search;
  return {
    ...runSearchOf(search),
    ...(isView(view) ? { view } : {}),
    // A code such as 1 reads as a number in the address.
    ...(typeof group === "string" || typeof group === "number" ? { group: String(group) } : {}),
    ...(Array.isArray(units) ? { units: units.filter((unit) => typeof unit === "string") } : {}),
  };
}

export interface LiveSearch {
  basis?: "declared" | "appraised";
  group?: string;
}

/** Reads the search of the provisional table. */
export function liveSearchOf(search: Record<string, unknown>): LiveSearch {
  const { basis, group } = search;
  return {
    ...(basis === "declared" || basis === "appraised" ? { basis } : {}),
    ...(typeof group === "string" || typeof group === "number" ? { group: String(group) } : {}),
  };
}
