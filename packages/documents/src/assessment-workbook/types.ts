/**
 * Workbooks to fill in: what one is written from, and what comes back out of it. Types only.
 *
 * A field is one input of one indicator, as it is stored: `code` (or `profile`) and `input`; the input "" is the mark "not
 * applicable", its value the reason. Values have the one form in which they are kept: numbers as decimal text, yes/no as
 * booleans, an option as its 1-based place, several as the list of them, days as YYYY-MM-DD, tables as rows by column.
 */
import type { CompiledSet, Message } from "@opendti/engine";

export type FieldValue =
  | string
  | number
  | boolean
  | readonly number[]
  | readonly Readonly<Record<string, unknown>>[];

/** A field as it is stored. `version` 0 and `value` null: nothing ever was. */
export interface StoredField {
  readonly code: string;
  readonly input: string;
  readonly value: FieldValue | null;
  readonly version: number;
}

/** Evidence as it is stored; whatever else is known of it does not matter here. */
export interface StoredEvidence {
  readonly code: string;
  readonly item:
    | {
        readonly kind: "document";
        readonly text: string;
        readonly symbol: string | null;
        readonly number: string | null;
        readonly date: string | null;
        readonly page?: string | null;
        readonly section?: string | null;
      }
    | { readonly kind: "link"; readonly url: string }
    | { readonly kind: "file"; readonly name: string };
}

/** What every workbook says of where it belongs. */
export interface WorkbookOrigin {
  readonly set: CompiledSet;
  /** Content hash of the set as the campaign froze it. */
  readonly hash: string;
  readonly campaign: { readonly id: string; readonly title: string; readonly year: number };
}

/** One unit's assessment, to be written as a workbook, and against which one that comes back is read. */
export interface AssessmentForm extends WorkbookOrigin {
  readonly unit: { readonly id: string; readonly name: string };
  /** `revision` grows with every change of the assessment. */
  readonly assessment: { readonly id: string; readonly revision: number };
  readonly fields: readonly StoredField[];
  readonly evidence: readonly StoredEvidence[];
  /** Codes (and `profile`) that may be filled in; cells of others are locked. Absent: all may. */
  readonly open?: ReadonlySet<string>;
}

/** Where a person finds it: the sheet as it is named now, and the cell (`D12`). */
export interface CellPlace {
  readonly sheet: string;
  readonly cell: string;
}

/**
 * - `same`: the cell says what is stored (or both are empty).
 * - `untouched`: the cell says what was written into it, while what is stored has changed since: nothing to take.
 * - `new`: a value where nothing is stored. - `changed`: another value than the stored one.
 * - `clears`: the cell is empty where a value is stored; to be taken only when a person chooses it.
 * - `conflict`: the cell was edited, and what is stored has changed since the workbook was made.
 * - `fault`: the cell cannot be read; `message` says why.
 * - `closed`: the cell was edited, and it is not open to this person.
 */
export type FieldState =
  | "same"
  | "untouched"
  | "new"
  | "changed"
  | "clears"
  | "conflict"
  | "fault"
  | "closed";

/** One field as the workbook has it. */
export interface ReadField {
  readonly code: string;
  readonly input: string;
  readonly place: CellPlace;
  readonly state: FieldState;
  /** What the cell says, in the form that is stored; null: empty, or unreadable. */
  readonly value: FieldValue | null;
  readonly stored: FieldValue | null;
  /** Version of what is stored now: the one to take the value on. */
  readonly version: number;
  /** Version on which the workbook was made. */
  readonly seen: number;
  /** Why it is a fault; or a remark on a value that was read ("đã đọc chữ '22' thành số"). */
  readonly message?: Message;
}

/** A piece of evidence to be added, as the server takes it. Parts that the text does not say are null. */
export type NewEvidence =
  | {
      readonly kind: "document";
      readonly text: string;
      readonly number: string | null;
      readonly symbol: string | null;
      readonly date: string | null;
      readonly issuer: string | null;
      readonly title: string | null;
      readonly page: string | null;
      readonly section: string | null;
    }
  | { readonly kind: "link"; readonly url: string; readonly title: null };

/** Evidence that the workbook names. What is stored already is `known`. Nothing is ever removed by a workbook. */
export interface ReadEvidence {
  readonly code: string;
  readonly place: CellPlace;
  readonly state: "new" | "known" | "fault" | "closed";
  readonly item: NewEvidence;
  readonly message?: Message;
}

export type WorkbookNoteCode =
  /** The assessment has changed since the workbook was made; fields say which. */
  | "older-revision"
  /** Rows or sheets are gone: their fields are left as they are. */
  | "rows-missing"
  /** A sheet that is none of the workbook's own; not read. */
  | "foreign-sheet"
  /** A row without a key that holds something; not read. */
  | "row-without-key"
  /** A key that stands in two rows; the first is read. */
  | "row-twice"
  /** A key that the set does not know. */
  | "row-unknown"
  /** Cells that print the set were edited; not taken. */
  | "labels-edited";

/** What a person should know of the workbook as a whole. */
export interface WorkbookNote {
  readonly severity: "warning" | "information";
  readonly code: WorkbookNoteCode;
  readonly message: Message;
  readonly place?: CellPlace;
}

/** What the hidden sheet says. */
export interface WorkbookMeta {
  readonly set: string;
  readonly version: number;
  readonly hash: string;
  readonly campaign: string;
  readonly unit: string;
  readonly assessment: string;
  readonly revision: number;
}

export interface ReadAssessmentWorkbook {
  readonly meta: WorkbookMeta;
  /** Every field that the workbook has, in the order of its sheets. */
  readonly fields: readonly ReadField[];
  readonly evidence: readonly ReadEvidence[];
  /** Fields of the form that the workbook no longer has: unchanged. */
  readonly absent: readonly { readonly code: string; readonly input: string }[];
  readonly notes: readonly WorkbookNote[];
}

/** One unit of a campaign, a row of each sheet of the campaign's workbook. */
export interface CampaignUnit {
  readonly unit: { readonly id: string; readonly name: string };
  readonly group: string;
  readonly assessment: { readonly id: string; readonly revision: number };
  /** Whether its cells may be filled in; else they are locked and for reading. */
  readonly open: boolean;
  readonly fields: readonly StoredField[];
}

/** What one row of a sheet of a campaign's workbook says: only the fields that are not as they are stored. */
export interface ReadCampaignRow {
  readonly assessment: string;
  readonly unit: { readonly id: string; readonly name: string };
  readonly fields: readonly ReadField[];
}

/** Finds the units of a campaign by their assessments; those that are not there are left out. */
export type CampaignUnitsOf = (assessments: readonly string[]) => Promise<ReadonlyMap<string, CampaignUnit>>;

export type Verdict = "agreed" | "adjusted" | null;

/** A judgement as it stands: values of `inputs` by input as in {@link StoredField}, or `points` as decimal text, or neither. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly inputs: Readonly<Record<string, FieldValue | null>> | null;
  readonly points: string | null;
  readonly reason: string | null;
  readonly version: number;
}

/** One indicator of one unit to be appraised: a row of the appraiser's workbook. */
export interface AppraisalRow {
  readonly assessment: string;
  readonly unit: { readonly id: string; readonly name: string };
  readonly group: string;
  readonly code: string;
  /** By input, as in {@link StoredField}. */
  readonly declared: Readonly<Record<string, FieldValue | null>>;
  /** Decimal text. */
  readonly selfScore: string;
  /** Evidence in words, a piece a line. */
  readonly evidence: string;
  readonly judgement: Judgement;
  /** Whether it may be judged now by who asks; else the row is locked. */
  readonly open: boolean;
}

export type JudgementState =
  | "same"
  | "untouched"
  | "new"
  | "changed"
  | "clears"
  | "conflict"
  | "fault"
  | "closed";

/** One row of an appraiser's workbook that came back. */
export interface ReadJudgement {
  readonly assessment: string;
  readonly code: string;
  readonly place: CellPlace;
  /** As {@link FieldState}; `clears` takes the judgement back. */
  readonly state: JudgementState;
  /** `version` is that of what is stored now. */
  readonly judgement: Judgement;
  readonly stored: Judgement;
  /** Version on which the workbook was made. */
  readonly seen: number;
  readonly message?: Message;
}

/** Finds the rows to be appraised by assessment and code; those outside of the appraiser's scope are left out. */
export type AppraisalRowsOf = (
  keys: readonly { readonly assessment: string; readonly code: string }[],
) => Promise<readonly AppraisalRow[]>;
