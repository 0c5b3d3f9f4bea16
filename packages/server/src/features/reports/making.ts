/** An order in, the bytes of a document out. Runs in a thread of its own; pure. */
import {
  appraisalMinutes,
  assignmentPlan,
  checkTemplate,
  DocumentRefused,
  dataSupplyForm,
  exampleTemplate,
  explanationReport,
  fillTemplate,
  type Paper,
  PdfUnavailable,
  progressReport,
  resultDecision,
  resultProposal,
  resultReport,
  type SelfAssessmentReport,
  selfAssessmentPaper,
  writeDocx,
  writePdf,
} from "@opendti/documents";
import { type CompiledSet, compileSet, factsOf, type SetSource, scoreUnit } from "@opendti/engine";
import type {
  DocumentForm,
  FoundInTemplate,
  Made,
  Order,
  OrderedDocument,
  OrderedSelfAssessment,
} from "./order.js";

/** Makes what is ordered. What cannot be made of it is an answer too. */
export async function make(order: Order): Promise<Made> {
  try {
    if (order.wish === "example") return { ok: true, bytes: await exampleTemplate() };
    if (order.wish === "check") return { ok: true, findings: await foundIn(order.bytes) };
    return { ok: true, bytes: await bytesOf(order.document, order.form) };
  } catch (error) {
    if (error instanceof PdfUnavailable) return { ok: false, code: "pdf-unavailable", why: error.text };
    if (error instanceof DocumentRefused) return { ok: false, code: "upload-refused", why: error.text };
    throw error;
  }
}

/** A template is filled in place of the usual paper; there is no paper of it to be set as PDF. */
async function bytesOf(document: OrderedDocument, form: DocumentForm): Promise<Uint8Array> {
  if (document.kind === "self-assessment" && document.template !== null)
    return fillTemplate(document.template, scored(document));
  const paper = paperOf(document);
  return form === "pdf" ? writePdf(paper) : writeDocx(paper);
}

async function foundIn(bytes: Uint8Array): Promise<FoundInTemplate[]> {
  const { findings } = await checkTemplate(bytes);
  return findings.map(({ severity, code, message, at }) => ({
    severity,
    code,
    message: { vi: message.vi, en: message.en },
    at: at ?? null,
  }));
}

function paperOf(document: OrderedDocument): Paper {
  switch (document.kind) {
    case "self-assessment":
      return selfAssessmentPaper(scored(document));
    case "appraisal-minutes":
      return appraisalMinutes({ ...document.report, set: compiled(document.source) });
    case "explanation":
      return explanationReport({ ...document.report, set: compiled(document.source) });
    case "data-form":
      return dataSupplyForm({ ...document.report, set: compiled(document.source) });
    case "result-decision":
      return resultDecision(document.report);
    case "result-report":
      return resultReport(document.report);
    case "result-proposal":
      return resultProposal(document.report);
    case "assignment-plan":
      return assignmentPlan({
        ...document.report,
        parts: [{ ...document.part, set: compiled(document.source) }],
      });
    case "progress":
      return progressReport({ ...document.report, set: compiled(document.source) });
  }
}

/** The unit's facts and its self-score with their steps, as its own screen has them. */
function scored({ source, report, group }: OrderedSelfAssessment): SelfAssessmentReport {
  const set = compiled(source);
  const unit = { id: report.unit.name, name: report.unit.name, group };
  const facts = factsOf(set, unit, report.answers as Parameters<typeof factsOf>[2]);
  return { ...report, set, facts, score: scoreUnit(set, facts, undefined, true) };
}

/** A set that was loaded on the server compiles here too. */
function compiled(source: SetSource): CompiledSet {
  const made = compileSet(source);
  if ("errors" in made) throw new Error(`the set ${source.id} did not compile again`);
  return made.set;
}
