/** The public face of documents: files that people have, read into paragraphs, tables and recognised columns. */

export { cellWords } from "./assessment-workbook/field-state.js";
export { readAppraisalWorkbook } from "./assessment-workbook/read-appraisal.js";
export { readAssessmentWorkbook } from "./assessment-workbook/read-assessment.js";
export { readCampaignWorkbook } from "./assessment-workbook/read-campaign.js";
export type {
  AppraisalRow,
  AppraisalRowsOf,
  AssessmentForm,
  CampaignUnit,
  CampaignUnitsOf,
  CellPlace,
  FieldValue,
  NewEvidence,
  ReadAssessmentWorkbook,
  ReadCampaignRow,
  ReadEvidence,
  ReadField,
  ReadJudgement,
  StoredField,
  WorkbookNote,
  WorkbookOrigin,
} from "./assessment-workbook/types.js";
export { writeAppraisalWorkbook } from "./assessment-workbook/write-appraisal.js";
export { writeAssessmentWorkbook } from "./assessment-workbook/write-assessment.js";
export { writeCampaignWorkbook } from "./assessment-workbook/write-campaign.js";
export { DEFAULT_LIMITS, type ReadLimits } from "./blocks/limits.js";
export { readDocument } from "./blocks/read-document.js";
export { DocumentRefused, type RefusalCode } from "./blocks/refused.js";
export type {
  Block,
  DocumentFormat,
  DocumentTable,
  NoteCode,
  ParagraphBlock,
  Place,
  ReadingNote,
  SourceDocument,
  TableBlock,
  TableCell,
} from "./blocks/types.js";
export { type BundleDifference, differenceWords } from "./bundle/difference.js";
export type {
  AuditBatch,
  AuditPart,
  AuditSeal,
  BundleManifest,
  BundleRun,
  EvidenceReference,
  UnitEvidence,
} from "./bundle/format.js";
export { VERIFY_LIMITS, type Verification, verifyBundle } from "./bundle/verify-bundle.js";
export { type BundleSource, writeBundle } from "./bundle/write-bundle.js";
export type {
  CampaignFrame,
  FrameGroup,
  FrameMovement,
  FrameNode,
  FrameRun,
  FrameScore,
  FrameSet,
  FrameStanding,
  FrameUnit,
  MovementParts,
} from "./campaign-book/types.js";
export { writeCampaignBook } from "./campaign-book/write-book.js";
export { recogniseTables } from "./columns/recognise.js";
export type {
  ColumnRole,
  LogicalCell,
  LogicalRow,
  RecognisedColumn,
  RecognisedTable,
  RowKind,
} from "./columns/types.js";
export { checkTemplate, exampleTemplate, fillTemplate, writeDocx } from "./on-demand.js";
export type { Publication } from "./open-data/about.js";
export { COINR_PASSES, writeCoinr } from "./open-data/coinr/write-coinr.js";
export { SDMX_PASSES, writeSdmx } from "./open-data/sdmx/write-sdmx.js";
export { OPEN_DATA_PASSES, writeOpenData } from "./open-data/write-open-data.js";
export type {
  Addressees,
  Alignment,
  AppendixTitle,
  DocumentNumber,
  DocumentTitle,
  Inline,
  Masthead,
  Paper,
  PaperBlock,
  PaperCell,
  PaperColumn,
  PaperDate,
  PaperHeading,
  PaperList,
  PaperParagraph,
  PaperRow,
  PaperSection,
  PaperTable,
  PlaceAndDate,
  Run,
  Signature,
  Signing,
  SpanningCell,
  TextRun,
  TickRun,
} from "./paper/paper.js";
export { type Signer, signingLines } from "./paper/signer.js";
export { PdfUnavailable } from "./paper/typst/typesetter.js";
export { writePdf } from "./paper/typst/write-pdf.js";
export { dateInWords, numberOf, placeAndDate } from "./paper/wording.js";
export { appraisalMinutes } from "./reports/appraisal-minutes.js";
export type { AppraisalMinutes, Attendant, Judgement } from "./reports/appraisal-minutes-input.js";
export { assignmentPlan } from "./reports/assignment-plan.js";
export type { AssignmentPlan, PlanPart } from "./reports/assignment-plan-input.js";
export { dataSupplyForm } from "./reports/data-supply-form.js";
export type { DataSupplyForm, FilledForm } from "./reports/data-supply-form-input.js";
export { type DeadlineState, deadlineState, deadlineStateWords } from "./reports/deadline-state.js";
export type { DeclaredAnswer, DeclaredEvidence } from "./reports/declared.js";
export {
  type ExplainedQuery,
  type ExplanationReport,
  explanationReport,
} from "./reports/explanation-report.js";
export { headUnder, type Letterhead, signerOf, usualLetterhead } from "./reports/letterhead.js";
export { letterheadPartSchema } from "./reports/letterhead-schema.js";
export type { Day, OfficialHead, PointsByLabel } from "./reports/official-head.js";
export { progressReport } from "./reports/progress-report.js";
export type { ProgressReport, ReportedProgress } from "./reports/progress-report-input.js";
export { resultDecision } from "./reports/result-decision.js";
export type {
  CampaignResults,
  RankedUnit,
  ResultDecision,
  ResultGroup,
} from "./reports/result-decision-input.js";
export { type ResultReport, resultProposal, resultReport } from "./reports/result-report.js";
export { selfAssessmentPaper } from "./reports/self-assessment.js";
export type { SelfAssessmentReport } from "./reports/self-assessment-input.js";
export type { LegalBasis } from "./reports/written.js";
export { importFinding, importFindingCodes, placeWords } from "./set-import/findings.js";
export { importFile } from "./set-import/import-file.js";
export { importSets } from "./set-import/import-set.js";
export { reportText, summary } from "./set-import/report.js";
export type {
  ImportedDocument,
  ImportedFile,
  ImportedIndicator,
  ImportedSet,
  ImportFinding,
  ImportOptions,
  IndicatorStatus,
} from "./set-import/types.js";
export { yamlOf } from "./set-import/yaml.js";
export { isSetWorkbook, readSetWorkbook } from "./set-workbook/read-workbook.js";
export { writeSetWorkbook } from "./set-workbook/write-workbook.js";
export type { TemplateCheck, TemplateFinding, TemplateFindingCode } from "./template/check.js";
export { TemplateFaulty } from "./template/faulty.js";
export { type ListName, type Placeholder, templatePlaceholders } from "./template/placeholders.js";
export { columnLetters } from "./xlsx/column-letters.js";
export { readSheets, type SheetOfCells, type SheetRow } from "./xlsx/read-sheets.js";
export type { StoredCell } from "./xlsx/stored-cells.js";
