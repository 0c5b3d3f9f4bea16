/** Every indicator of an assessment with what was declared, what was judged, and the points of both. */
import { type CompiledSet, formatExact, scoreUnit, type UnitFacts, type UnitScore } from "@opendti/engine";
import type { Call } from "../../http/call.js";
import { type AnswerValue, addressOf, factsOf } from "../assessments/scoring.js";
import { PROFILE } from "../assessments/standing.js";
import type { AppraisalItem } from "./appraisal.js";
import { appraisedFacts } from "./facts.js";
import { listAppraisals, type StoredAppraisal } from "./repository.js";
import { declaredByCode, isStale, scorable } from "./scores.js";
import type { Bench } from "./standing.js";

export interface Items {
  readonly stored: ReadonlyMap<string, StoredAppraisal>;
  readonly declared: { readonly facts: UnitFacts; readonly score: UnitScore };
  readonly appraised: { readonly facts: UnitFacts; readonly score: UnitScore };
  /** One indicator, by its address; also the profile, and sums that were judged as not applicable. */
  item(code: string): AppraisalItem;
  /** The same as it was declared, without a word of its judgement. */
  untold(code: string): AppraisalItem;
}

/**
 * Scores an assessment twice: as declared, and as appraised.
 * @param traced every score carries its steps.
 */
export async function itemsOf(
  call: Pick<Call, "db">,
  { assessment, loaded: { set } }: Bench,
  answers: readonly AnswerValue[],
  traced = false,
): Promise<Items> {
  const stored = await listAppraisals(call.db, assessment.id);
  const { unit, group } = scorable(assessment);
  const declaredFacts = factsOf(set, { ...unit, group }, answers);
  const overlaid = appraisedFacts(set, { ...unit, group }, answers, stored);
  const declared = { facts: declaredFacts, score: scoreUnit(set, declaredFacts, undefined, traced) };
  const appraised = { facts: overlaid, score: scoreUnit(set, overlaid, undefined, traced) };
  const byCode = new Map(stored.map((one) => [one.code, one]));
  const given = declaredByCode(answers);
  return {
    stored: byCode,
    declared,
    appraised,
    item: (code) =>
      itemOf(set, code, byCode.get(code), given.get(code) ?? {}, declared.score, appraised.score),
    untold: (code) => ({
      ...itemOf(set, code, undefined, {}, declared.score, declared.score),
      appraisedScore: null,
    }),
  };
}

function itemOf(
  set: CompiledSet,
  code: string,
  stored: StoredAppraisal | undefined,
  given: Readonly<Record<string, unknown>>,
  declared: UnitScore,
  appraised: UnitScore,
): AppraisalItem {
  const index = code === PROFILE ? undefined : set.nodeOf.get(code);
  const node = index === undefined ? undefined : set.nodes[index];
  const own = index === undefined ? undefined : declared.nodes[index];
  const theirs = index === undefined ? undefined : appraised.nodes[index];
  return {
    code: node === undefined ? code : addressOf(set, node),
    verdict: stored?.verdict ?? null,
    inputs: stored?.inputs ?? null,
    points: stored?.points ?? null,
    reason: stored?.reason ?? null,
    version: stored?.version ?? 0,
    by: stored?.by ?? null,
    at: stored?.at ?? null,
    stale: stored !== undefined && stored.verdict !== null && isStale(stored, given as never),
    declaredScore: own === undefined ? "0" : formatExact(own.score),
    appraisedScore: theirs === undefined ? "0" : formatExact(theirs.score),
    max: node === undefined ? "0" : formatExact(node.max),
    status: theirs?.status ?? "scored",
  };
}
