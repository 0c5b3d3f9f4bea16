/** The seal: a hash over everything that was submitted, so that any later change shows. Pure. */
import { createHash } from "node:crypto";
import { type CompiledSet, canonicalJson, order } from "@opendti/engine";
import type { Evidence } from "../evidence/repository.js";
import type { AssessmentRow, Seal } from "./repository.js";
import { type AnswerValue, type ScoreSummary, scoresByCode } from "./scoring.js";

/**
 * Seals answers, evidence (files by their content hash), the set's hash and the scores they give.
 * The content is JSON with its members in one order, so that the same submission always has the same hash.
 */
export function sealOf(
  assessment: AssessmentRow,
  set: CompiledSet,
  answers: readonly AnswerValue[],
  evidence: readonly Evidence[],
  summary: ScoreSummary,
): Seal {
  const content = canonicalJson({
    format: "opendti-seal-1",
    campaign: { id: assessment.campaign.id, year: assessment.campaign.year },
    unit: { id: assessment.unit.id, code: assessment.unit.code },
    set: assessment.set,
    answers: answers
      .filter(({ value }) => value !== null)
      .map(({ code, input, value }) => ({ code, input, value }))
      .sort((a, b) => order(`${a.code}\n${a.input}`, `${b.code}\n${b.input}`)),
    evidence: evidence
      .map(({ id, code, item }) => ({ id, code, item }))
      .sort((a, b) => order(`${a.code}\n${a.id}`, `${b.code}\n${b.id}`)),
    scores: scoresByCode(set, summary.score),
    total: summary.total,
    max: summary.max,
  });
  const hash = createHash("sha256").update(content).digest("hex");
  return { hash, setHash: assessment.set.hash, content, total: summary.total, max: summary.max };
}
