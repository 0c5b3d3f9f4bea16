/** What a data-supply form is made from. */
import type { CompiledSet } from "@opendti/engine";
import type { PlaceAndDate } from "../paper/paper.js";
import type { DeclaredAnswer } from "./declared.js";

export interface DataSupplyForm {
  readonly set: CompiledSet;
  /** `Phụ lục I`, over the title; absent: none. */
  readonly appendix?: string | undefined;
  /** `(Kèm theo Công văn số … )`, or for whom it is; absent: none. */
  readonly attachedTo?: string | undefined;
  /** The unit that fills it in: over its two tables; absent on a blank form. */
  readonly unit?: { readonly name: string; readonly superior?: string | undefined } | undefined;
  /** Absent: a blank form, with lines to write on. */
  readonly filled?: FilledForm | undefined;
}

export interface FilledForm {
  /** As stored; the profile's under the code "profile". A link may be several; a table is a list of rows by column id. */
  readonly answers: readonly DeclaredAnswer[];
  /** By key of the set's signature, then by its field. */
  readonly signatures: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Over the signatures; absent: left out. */
  readonly issued?: PlaceAndDate | undefined;
}
