/** The one error that reading a document throws. */
import type { BilingualText } from "@opendti/prose";
import type { Place } from "./types.js";

export type RefusalCode =
  | "empty"
  | "too-large"
  | "too-many-parts"
  | "too-deep"
  | "inflates-too-much"
  | "damaged"
  | "encrypted"
  | "old-format"
  | "macros"
  | "doctype"
  | "not-a-document"
  | "encoding-unknown"
  | "took-too-long"
  /** A workbook that this system did not make, or whose hidden sheet is gone. */
  | "foreign-workbook"
  /** A workbook of another unit, assessment or campaign. */
  | "other-assessment"
  /** A workbook of another set, or of another version of it. */
  | "other-set";

/** What was wrong, where, and what the person can do, in both languages. */
export class DocumentRefused extends Error {
  override readonly name = "DocumentRefused";

  constructor(
    readonly code: RefusalCode,
    readonly text: BilingualText,
    readonly place: Place = {},
  ) {
    super(`${text.vi} / ${text.en}`);
  }
}
