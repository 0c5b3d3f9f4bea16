/** The assessment as the server holds it, with this person's unsent edits on top, ready for the engine. */
import type { AnswerValue, Assessment, Evidence } from "../../../api/assessment-contract.js";
import type { DraftStore } from "../drafts/draft-store.js";
import { NOT_APPLICABLE, PROFILE, type Stored } from "../drafts/edit.js";
import type { Declared } from "../scoring/view-model.js";

/** Every field that the server knows of, for `DraftStore.refresh`. */
export function* storedFields(
  assessment: Pick<Assessment, "answers" | "notApplicable">,
): Generator<{ readonly code: string; readonly input: string } & Stored> {
  for (const answer of assessment.answers) yield answer;
  for (const { code, reason, version, by, at } of assessment.notApplicable)
    yield { code, input: NOT_APPLICABLE, value: reason, version, by, at };
}

/** What the engine scores: the values on the screen, by indicator. */
export function declaredIn(
  store: DraftStore,
  assessment: Pick<Assessment, "evidence" | "campaign">,
): Declared {
  const profile: Record<string, AnswerValue> = {};
  const answers = new Map<string, Record<string, AnswerValue>>();
  const notApplicable = new Map<string, string>();
  for (const { key, value } of store.values()) {
    const slash = key.indexOf("/");
    const [code, input] = [key.slice(0, slash), key.slice(slash + 1)];
    if (input === NOT_APPLICABLE) notApplicable.set(code, typeof value === "string" ? value : "");
    else if (code === PROFILE) profile[input] = value;
    else answers.set(code, { ...answers.get(code), [input]: value });
  }
  return {
    profile,
    answers,
    notApplicable,
    evidence: evidenceByCode(assessment.evidence),
    year: assessment.campaign.year,
  };
}

function evidenceByCode(evidence: readonly Evidence[]): Map<string, { kind: string; date: string | null }[]> {
  const byCode = new Map<string, { kind: string; date: string | null }[]>();
  for (const item of evidence) {
    const date = item.kind === "document" && isDay(item.date) ? item.date : null;
    const there = byCode.get(item.code);
    if (there) there.push({ kind: item.kind, date });
    else byCode.set(item.code, [{ kind: item.kind, date }]);
  }
  return byCode;
}

/** Only a whole date is judged: "2022-12" says the year, not that the day is outside it. */
function isDay(date: string | null): boolean {
  return date !== null && /^\d{4}-\d{2}-\d{2}$/.test(date);
}
