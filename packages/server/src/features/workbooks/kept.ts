/** What is kept of a workbook that came back: only what differs from what was stored then. Types only. */
import type { CellPlace, FieldValue, NewEvidence, ReadJudgement, WorkbookNote } from "@opendti/documents";
import type { Words } from "../../http/problem.js";

interface KeptRow {
  readonly place: CellPlace;
  /** Why it cannot be taken, or a remark on how it was read. */
  readonly message: Words | null;
}

export interface KeptField extends KeptRow {
  readonly kind: "field";
  readonly code: string;
  readonly input: string;
  readonly value: FieldValue | null;
  /** The version on which the workbook was made. */
  readonly seen: number;
  readonly unreadable: boolean;
}

export interface KeptEvidence extends KeptRow {
  readonly kind: "evidence";
  readonly code: string;
  readonly item: NewEvidence;
  readonly unreadable: boolean;
}

export interface KeptJudgement extends KeptRow {
  readonly kind: "judgement";
  readonly assessmentId: string;
  readonly code: string;
  readonly judgement: Omit<ReadJudgement["judgement"], "version">;
  readonly seen: number;
  readonly unreadable: boolean;
}

/** Of one unit. */
export interface KeptAssessment {
  readonly rows: readonly (KeptField | KeptEvidence)[];
  readonly notes: readonly WorkbookNote[];
  readonly counts: Counts;
}

export interface KeptCampaign {
  readonly rows: readonly (KeptField & { readonly assessmentId: string })[];
  readonly notes: readonly WorkbookNote[];
  readonly counts: Counts;
}

export interface KeptAppraisal {
  readonly rows: readonly KeptJudgement[];
  readonly notes: readonly WorkbookNote[];
  readonly counts: Counts;
}

/** Cells that are not kept, because there is nothing to take. */
export interface Counts {
  /** As stored. */
  readonly same: number;
  /** As they were written into the workbook, while somebody changed what is stored. */
  readonly untouched: number;
  /** Fields that the workbook no longer has. */
  readonly absent: number;
}

export interface KeptContent {
  readonly assessment: KeptAssessment;
  readonly campaign: KeptCampaign;
  readonly appraisal: KeptAppraisal;
}
