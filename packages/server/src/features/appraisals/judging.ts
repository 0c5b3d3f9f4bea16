/** Judging one indicator. Judgements of one assessment follow one another; each is made on the version that was seen. */
import { isDeepStrictEqual } from "node:util";
import type { CompiledSet, Node } from "@opendti/engine";
import type { Call } from "../../http/call.js";
import { found } from "../../http/endpoint.js";
import { Problem } from "../../http/problem.js";
import { addressOf } from "../assessments/scoring.js";
import { PROFILE } from "../assessments/standing.js";
import { record } from "../audit/record.js";
import type { AppraisalItem, Inputs, Judgement } from "./appraisal.js";
import { listDeclared } from "./fact-repository.js";
import { givenInputs, givenPoints } from "./given.js";
import { type Items, itemsOf } from "./items.js";
import * as repository from "./repository.js";
import { declaredByCode, rescoreAssessment, scorable } from "./scores.js";
import { type Bench, bench, requireCovered, requireJudgeable } from "./standing.js";
import { followState } from "./states.js";

/** A judgement as given. */
export type GivenVerdict =
  | { readonly verdict: "agreed" }
  | {
      readonly verdict: "adjusted";
      readonly inputs: Readonly<Record<string, unknown>> | null;
      readonly points: string | null;
      readonly reason: string;
    }
  | { readonly verdict: null };

/**
 * Agrees with an indicator, puts other values or points in place, or takes the judgement back. The same again changes
 * nothing and needs no version. Declared answers never change.
 * @throws {Problem} `forbidden`; `not-found` for what is not judged; `state-refused`, `deadline-passed`;
 * `value-unreadable` naming code and input; `changed-meanwhile` with what is stored.
 */
export async function judge(
  call: Call,
  assessmentId: string,
  asked: string,
  sent: number,
  given: GivenVerdict,
): Promise<AppraisalItem> {
  const here = await bench(call, assessmentId, "lock");
  const { set } = here.loaded;
  const { node, code } = judged(set, asked);
  requireCovered(here, code);
  requireJudgeable(here, call.at);
  const answers = (await listDeclared(call.db, [assessmentId])).get(assessmentId) ?? [];
  const items = await itemsOf(call, here, answers);
  const before = items.stored.get(code);
  const judgement = judgementOf(set, node, code, given, answers);
  const declared = declaredByCode(answers).get(code) ?? {};
  if (isSame(before, judgement, declared)) return items.item(code);
  if (sent !== (before?.version ?? 0))
    throw new Problem("changed-meanwhile", undefined, { current: shown(items, code) });
  const version = sent + 1;
  const by = call.actor.accountId;
  const written = { assessmentId, ...judgement, version, at: call.at, declared };
  await repository.writeAppraisals(call.db, [written], by);
  await rescoreAssessment(call, here.assessment.campaign, set, scorable(here.assessment));
  await followState(call, here.assessment);
  await repository.touchAssessment(call.db, assessmentId, call.at);
  await noteJudgement(call, here, before, { ...judgement, version });
  return (await itemsOf(call, here, answers)).item(code);
}

/**
 * What is judged: an indicator without others below, one that may be marked as not applicable whole, or the profile.
 * @throws {Problem} `not-found`
 */
export function judged(set: CompiledSet, asked: string): { node: Node | undefined; code: string } {
  if (asked === PROFILE) return { node: undefined, code: PROFILE };
  const node = found(set.nodes[found(set.nodeOf.get(asked))]);
  if (node.children.length > 0 && node.notApplicable === undefined) throw new Problem("not-found");
  return { node, code: addressOf(set, node) };
}

export interface Given extends Judgement {
  readonly reason: string | null;
}

/** A judgement in the form it is stored. @throws {Problem} `value-unreadable`, `content-refused` */
export function judgementOf(
  set: CompiledSet,
  node: Node | undefined,
  code: string,
  given: GivenVerdict,
  answers: Parameters<typeof givenInputs>[4],
): Given {
  if (given.verdict !== "adjusted")
    return { code, verdict: given.verdict, inputs: null, points: null, reason: null };
  const { inputs, points, reason } = given;
  if ((inputs === null) === (points === null))
    throw new Problem("content-refused", {
      vi: "Điều chỉnh số liệu hoặc điều chỉnh điểm, một trong hai.",
      en: "Adjust either the values or the points.",
    });
  if (points === null)
    return {
      code,
      verdict: "adjusted",
      inputs: givenInputs(set, node, code, inputs ?? {}, answers),
      points: null,
      reason,
    };
  if (node === undefined || !node.scored || node.children.length > 0)
    throw new Problem(
      "value-unreadable",
      { vi: `${code}: mục này không chấm điểm.`, en: `${code} is not scored.` },
      { indicator: code, input: "points" },
    );
  return { code, verdict: "adjusted", inputs: null, points: givenPoints(set, node, code, points), reason };
}

/** A lost answer is sent again: the same judgement on the same data is no conflict, whatever version it was sent on. */
export function isSame(
  before: repository.StoredAppraisal | undefined,
  { verdict, inputs, points, reason }: Given,
  declared: Inputs,
): boolean {
  if (before === undefined) return verdict === null;
  const same = isDeepStrictEqual(
    [before.verdict, before.inputs, before.points, before.reason],
    [verdict, inputs, points, reason],
  );
  return (
    same && (verdict === null || before.declared === null || isDeepStrictEqual(before.declared, declared))
  );
}

/** What is stored of an indicator, as a problem tells it. */
export const shown = (items: Items, code: string) => {
  const item = items.item(code);
  return { ...item, at: item.at?.toISOString() ?? null };
};

/** Beside no unit: a unit's head reads the log of the unit, and is not told of judgements before they are all made. */
export async function noteJudgement(
  call: Call,
  { assessment }: Bench,
  before: repository.StoredAppraisal | undefined,
  after: Given & { readonly version: number },
): Promise<void> {
  await record(call, {
    action: "appraisal.judge",
    subject: { type: "assessment", id: assessment.id },
    before: before && {
      code: before.code,
      verdict: before.verdict,
      inputs: before.inputs,
      points: before.points,
      reason: before.reason,
      version: before.version,
    },
    after,
  });
}
