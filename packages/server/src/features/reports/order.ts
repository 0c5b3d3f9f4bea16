/** What the making thread is given, and what it answers with: plain data, with the set as its source. */
import type {
  AppraisalMinutes,
  AssignmentPlan,
  DataSupplyForm,
  ExplanationReport,
  PlanPart,
  ProgressReport,
  ResultDecision,
  ResultReport,
  SelfAssessmentReport,
} from "@opendti/documents";
import type { SetSource } from "@opendti/engine";
import type { Words } from "../../http/problem.js";

/** A file to be opened in Word, or one to be printed. */
export type DocumentForm = "docx" | "pdf";

/** A document that is made on a set, without the set. */
type On<Report> = { readonly source: SetSource; readonly report: Omit<Report, "set"> };

export interface OrderedSelfAssessment {
  readonly kind: "self-assessment";
  readonly source: SetSource;
  readonly report: Omit<SelfAssessmentReport, "set" | "facts" | "score">;
  readonly group: string | null;
  /** The province's own, filled in place of the usual paper; null: the usual one. */
  readonly template: Uint8Array | null;
}

export type OrderedDocument =
  | OrderedSelfAssessment
  | ({ readonly kind: "appraisal-minutes" } & On<AppraisalMinutes>)
  | ({ readonly kind: "explanation" } & On<ExplanationReport>)
  | ({ readonly kind: "data-form" } & On<DataSupplyForm>)
  | { readonly kind: "result-decision"; readonly report: ResultDecision }
  | { readonly kind: "result-report" | "result-proposal"; readonly report: ResultReport }
  | {
      readonly kind: "assignment-plan";
      readonly source: SetSource;
      readonly report: Omit<AssignmentPlan, "parts">;
      readonly part: Omit<PlanPart, "set">;
    }
  | ({ readonly kind: "progress" } & On<ProgressReport>);

/** Work for the thread: a document to be made, a template to be looked through, or the template that shows every name. */
export type Order =
  | { readonly wish: "document"; readonly document: OrderedDocument; readonly form: DocumentForm }
  | { readonly wish: "check"; readonly bytes: Uint8Array }
  | { readonly wish: "example" };

/** What is odd in a template, and the words of the paragraph in which it stands. */
export interface FoundInTemplate {
  readonly severity: "error" | "warning";
  readonly code: string;
  readonly message: Words;
  readonly at: string | null;
}

export type Made =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: true; readonly findings: readonly FoundInTemplate[] }
  | {
      readonly ok: false;
      readonly code: "content-refused" | "pdf-unavailable" | "upload-refused";
      readonly why: Words;
    };
