/** An order in, the bytes of a document out. Runs in a thread of its own; pure. */
import {
  appraisalMinutes,
  assignmentPlan,
  dataSupplyForm,
  explanationReport,
  type Paper,
  PdfUnavailable,
  progressReport,
  resultDecision,
  type SelfAssessmentReport,
  selfAssessmentPaper,
  writeDocx,
  writePdf,
} from "@opendti/documents";
import { type CompiledSet, compileSet, factsOf, type SetSource, scoreUnit } from "@opendti/engine";
import type { Made, Order, OrderedDocument, OrderedSelfAssessment } from "./order.js";

/** Makes what is ordered. What cannot be made of it is an answer too. */
export async function make(order: Order): Promise<Made> {
  try {
    const paper = paperOf(order.document);
    return { ok: true, bytes: order.form === "pdf" ? await writePdf(paper) : await writeDocx(paper) };
  } catch (error) {
    if (error instanceof PdfUnavailable) return { ok: false, code: "pdf-unavailable", why: error.text };
    throw error;
  }
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
