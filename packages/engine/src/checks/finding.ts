/** What the checker of sets reports: something a careful reader of the document, or of its encoding, would stop at. */
import type { DataSource, PlanSource } from "../data/schema.js";
import type { Message } from "../message.js";
import type { SourceDocument } from "../source/document.js";
import type { Severity } from "./catalogue/entry.js";
import type { FindingCode } from "./catalogue.js";

export interface Finding {
  readonly severity: Severity;
  /** Stable name of what is wrong, documented in docs/findings.md. */
  readonly code: FindingCode;
  /** Printed code of the indicator or pillar; "" when it is the set as a whole. */
  readonly at: string;
  readonly message: Message;
  /** What one place says, as text: what the document prints, or what the rule needs. */
  readonly expected: string | undefined;
  /** What the other place says. */
  readonly found: string | undefined;
  readonly file: string | undefined;
  /** 1-based; undefined where the source has no lines. */
  readonly line: number | undefined;
  readonly column: number | undefined;
}

/** A file of published numbers (`cases/*.yaml`); the document gives findings their line. */
export interface CaseFile {
  readonly file: string;
  readonly data: DataSource;
  readonly document?: SourceDocument | undefined;
}

/** A file of assignments (`plans/*.yaml`). */
export interface PlanFile {
  readonly file: string;
  readonly data: PlanSource;
  readonly document?: SourceDocument | undefined;
}
