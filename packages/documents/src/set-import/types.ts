/** What the import of a document gives: whole sets, with what stands beside them, and a report of how each was read. */
import type { DataSource, Message, PlanSource, SetSource } from "@opendti/engine";
import type { RuleReading } from "@opendti/prose";
import type { Place } from "../blocks/types.js";

export interface ImportOptions {
  /** The name of the file, without its folder: told in the set, and the title where the document has none. */
  readonly name: string;
  /** The id of the set; of several sets in the document, which one is wanted. Undefined: made from the title. */
  readonly id?: string | undefined;
}

/** How an indicator was read: its rule runs as it is; it runs, or could, with a question for a person; a person scores it. */
export type IndicatorStatus = "certain" | "doubtful" | "unread";

export interface ImportedIndicator {
  /** As printed, or made where the print repeats or lacks one; what data and plans call it. */
  readonly code: string;
  readonly title: string;
  /** Decimal string; null where the document gives no points. */
  readonly max: string | null;
  readonly status: IndicatorStatus;
  /** What a person has to decide; null where certain. */
  readonly question: Message | null;
  readonly place: Place;
  /** The decision's own words of its rule, as the table prints them; "" where there are none. */
  readonly text: string;
  /** Null where there was no text to read. */
  readonly reading: RuleReading | null;
}

/** As the engine's findings, with the place in the document beside the place in the written file. */
export interface ImportFinding {
  readonly severity: "error" | "warning";
  readonly code: string;
  readonly at: string;
  readonly message: Message;
  readonly expected: string | undefined;
  readonly found: string | undefined;
  /** Where in the document; undefined when it is about the whole. */
  readonly place: Place | undefined;
  /** In the folder that is written: `set.yaml`, `plans/…`. */
  readonly file: string | undefined;
  readonly line: number | undefined;
  readonly column: number | undefined;
}

/** A file beside `set.yaml`: `cases/….yaml`, `plans/….yaml`. */
export interface ImportedFile<Data> {
  readonly path: string;
  readonly data: Data;
  readonly yaml: string;
}

export interface ImportedSet {
  readonly id: string;
  /** As `set.yaml` holds it: a draft that the engine loads. */
  readonly set: SetSource;
  readonly yaml: string;
  readonly cases: readonly ImportedFile<DataSource>[];
  readonly plans: readonly ImportedFile<PlanSource>[];
  /** Rows below pillars in the order of the document, and pillars that have none below them. */
  readonly indicators: readonly ImportedIndicator[];
  /** What the engine says of the result, and what was doubtful in reading the table. */
  readonly findings: readonly ImportFinding[];
}

export interface ImportedDocument {
  /** In the order of the document; empty where no table of indicators was found, and `findings` says why. */
  readonly sets: readonly ImportedSet[];
  /** About the document as a whole. */
  readonly findings: readonly ImportFinding[];
}
