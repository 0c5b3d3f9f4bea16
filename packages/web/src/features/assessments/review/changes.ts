/** What others changed in an assessment between two looks at it: nobody passes on or seals what they have not seen. */
import { exact, type Rational } from "@opendti/engine";
import type { AnswerValue, Assessment } from "../../../api/assessment-contract.js";
import { PROFILE } from "../drafts/edit.js";
import type { AssessmentView } from "../scoring/view-model.js";

/** The assessment as it stood on the screen. */
export interface Look {
  readonly assessment: Pick<Assessment, "answers" | "notApplicable" | "evidence">;
  readonly view: Pick<AssessmentView, "indicators" | "score">;
}

export interface FieldChange {
  readonly input: string;
  readonly before: AnswerValue;
  readonly after: AnswerValue;
}

/** One indicator (or the profile, by its own code) that is not what it was. */
export interface Change {
  readonly code: string;
  readonly fields: readonly FieldChange[];
  /** Whether it was marked as not applicable, or the mark taken away or worded anew. */
  readonly mark: boolean;
  readonly evidence: boolean;
  /** Points before and after, where they moved; of the profile none. */
  readonly points: { readonly before: Rational; readonly after: Rational } | null;
  /** Who changed it last, where an answer tells. */
  readonly by: string | null;
}

/** What moved, in the order of the set and the profile first; empty when both looks show the same. */
export function changesBetween(before: Look, after: Look): Change[] {
  const fields = changedFields(before, after);
  const marks = changedKeys(
    byKey(
      before.assessment.notApplicable,
      ({ code }) => code,
      ({ reason }) => JSON.stringify(reason),
    ),
    byKey(
      after.assessment.notApplicable,
      ({ code }) => code,
      ({ reason }) => JSON.stringify(reason),
    ),
  );
  const evidence = changedEvidence(before, after);
  const scoreOf = new Map(before.view.indicators.map(({ item, score }) => [item.address, score.score]));
  const places = [
    { code: PROFILE, now: null },
    ...after.view.indicators.map(({ item, score }) => ({ code: item.address, now: score.score })),
  ];
  return places.flatMap(({ code, now }): Change[] => {
    const was = scoreOf.get(code);
    const points = now !== null && was !== undefined && !same(was, now) ? { before: was, after: now } : null;
    const own = fields.get(code);
    const change = {
      code,
      fields: own?.fields ?? [],
      mark: marks.has(code),
      evidence: evidence.has(code),
      points,
      by: own?.by ?? null,
    };
    return change.fields.length > 0 || change.mark || change.evidence || points !== null ? [change] : [];
  });
}

const same = (one: Rational, other: Rational): boolean => exact.compare(one, other) === 0;

function byKey<Each>(
  all: readonly Each[],
  key: (each: Each) => string,
  told: (each: Each) => string,
): Map<string, string> {
  return new Map(all.map((each) => [key(each), told(each)]));
}

function changedKeys(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): Set<string> {
  return new Set(
    [...before.keys(), ...after.keys()].filter(
      (key) => (before.get(key) ?? "null") !== (after.get(key) ?? "null"),
    ),
  );
}

function changedEvidence(before: Look, after: Look): Set<string> {
  const told = ({ assessment }: Look): Map<string, string> =>
    byKey(
      assessment.evidence,
      ({ code, id }) => `${id} ${code}`,
      ({ version }) => String(version),
    );
  return new Set([...changedKeys(told(before), told(after))].map((key) => key.slice(key.indexOf(" ") + 1)));
}

function changedFields(before: Look, after: Look): Map<string, { fields: FieldChange[]; by: string | null }> {
  const key = ({ code, input }: { code: string; input: string }): string => `${code}/${input}`;
  const was = new Map(before.assessment.answers.map((answer) => [key(answer), answer.value]));
  const found = new Map<string, { fields: FieldChange[]; by: string | null }>();
  for (const answer of after.assessment.answers) {
    const old = was.get(key(answer)) ?? null;
    if (JSON.stringify(old) === JSON.stringify(answer.value)) continue;
    const there = found.get(answer.code) ?? { fields: [], by: null };
    there.fields.push({ input: answer.input, before: old, after: answer.value });
    found.set(answer.code, { ...there, by: answer.by?.displayName ?? there.by });
  }
  return found;
}
