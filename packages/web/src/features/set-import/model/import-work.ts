/** What was read out of a document, as the server keeps it, and what people have decided on it since. Types only. */
import type { PieceRole } from "@opendti/prose";
import type {
  Exact,
  ExceptionSource,
  IndicatorSource,
  InputSource,
  RuleSource,
  SetSource,
} from "./set-source.js";

export interface Words {
  readonly vi: string;
  readonly en: string;
}

/** How sure the reader was: runs as it is; a rule with a question; the text alone. */
export type ReadStatus = "certain" | "doubtful" | "unread";

export interface Piece {
  /** Offsets in the row's text. */
  readonly start: number;
  readonly end: number;
  readonly role: PieceRole;
  /** The input, option or part it became. */
  readonly target: string | null;
}

/** Another way to read the text: complete, and runs as it is. */
export interface Alternative {
  readonly label: Words;
  readonly rule: RuleSource;
  readonly inputs: readonly InputSource[];
  readonly exceptions: readonly ExceptionSource[];
}

/** What a person has to answer before a rule holds. */
export interface Question {
  readonly code: string;
  readonly text: Words;
  readonly alternatives: readonly Alternative[];
}

/** One row of the document's table that became an indicator. */
export interface ImportedRow {
  /** The indicator's key, or its code where it has none. */
  readonly name: string;
  readonly status: ReadStatus;
  /** Where it stands in the document: "Bảng 2, dòng 14". */
  readonly place: Words | null;
  /** The decision's own words on this indicator. */
  readonly text: string;
  /** The other cells of the row, as they stand. */
  readonly cells: readonly { readonly heading: string; readonly text: string }[];
  readonly pieces: readonly Piece[];
  readonly questions: readonly Question[];
  /** The same for rows that are worded alike, numbers and names apart; empty where nothing is to be compared. */
  readonly wording: string;
}

/** Something the document says wrong of itself, with its place in the document. */
export interface ImportFinding {
  readonly severity: "error" | "warning";
  readonly code: string;
  readonly at: string;
  readonly message: Words;
  readonly place: Words | null;
}

/** One set of the document. */
export interface ImportedSet {
  readonly set: SetSource;
  readonly rows: readonly ImportedRow[];
  readonly findings: readonly ImportFinding[];
  /** Declared data and scores that the document publishes, as case files. */
  readonly cases: readonly { readonly file: string; readonly text: string }[];
}

/** The whole reading; never changed once it is stored. */
export interface ImportContent {
  readonly sets: readonly ImportedSet[];
  readonly findings: readonly ImportFinding[];
}

/** What a person put in the place of what was read; null takes something out. */
export interface IndicatorChange {
  readonly title: string;
  readonly max: Exact | null;
  readonly rule: RuleSource | null;
  readonly inputs: readonly InputSource[];
  readonly exceptions: readonly ExceptionSource[];
  readonly not_applicable: NonNullable<IndicatorSource["not_applicable"]> | null;
}

export interface Decision {
  /** The reading is right as it is, or was put right. */
  readonly verdict: "accepted" | "corrected";
  readonly change: IndicatorChange | null;
}

/** What the set says of itself beside its indicators. */
export type SetHeadChange = Pick<
  SetSource,
  "id" | "version" | "title" | "legal_basis" | "years" | "applies_to" | "rounding"
>;

/** What was decided on one set of the document. */
export interface SetDecisions {
  readonly head: SetHeadChange | null;
  /** By the row's name. */
  readonly indicators: Readonly<Record<string, Decision>>;
}

export const UNDECIDED: SetDecisions = { head: null, indicators: {} };
