/** What files declare, before it is checked against the set: data of units, each datum with its place. */
import type { DataSource, Message, Problem } from "@opendti/engine";
import type { Place } from "./place.js";

/** One answer, or one input of it. */
export interface Datum {
  /** Code or key of the indicator as written; `profile` for facts of the unit. */
  readonly code: string;
  /** Id as written; undefined for a lone value and for "not applicable". */
  readonly input: string | undefined;
  /** Never empty: what is empty is missing, and is not declared. */
  readonly value: unknown;
  place(): Place;
}

export type Published = NonNullable<DataSource["units"][number]["published"]>;

/** By code or key of the indicator. */
export type Evidence = NonNullable<DataSource["units"][number]["evidence"]>;

/** What one file says of one unit. */
export interface DeclaredUnit {
  readonly unit: string;
  readonly title: string | undefined;
  readonly group: string | undefined;
  /** Its data one by one, read again at each call: of very many units, none is kept. Cells at fault are problems. */
  data(): Iterable<Datum | Problem>;
  readonly published: Published | undefined;
  readonly evidence: Evidence | undefined;
  place(): Place;
}

/** One file read. With problems, the rest is what could be read around them. */
export interface DeclaredFile {
  readonly file: string;
  readonly units: DeclaredUnit[];
  readonly problems: Problem[];
  /** Whether the file says that all units are in. */
  readonly complete: boolean | undefined;
  /** The set that the file says it is for. */
  readonly set: string | undefined;
  readonly year: number | undefined;
  /** What was passed over, to be said: a sheet without a header. */
  readonly skipped?: readonly Message[];
}

export const PROFILE = "profile";

/** Whether a cell declares nothing. */
export function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === "string" && value.trim() === "");
}

/** A file of which only problems are left. */
export function unreadable(file: string, problems: Problem[]): DeclaredFile {
  return { file, units: [], problems, complete: undefined, set: undefined, year: undefined };
}
