/** Judging many indicators of one assessment at once, as a workbook brings them: all of them, or none. */
import type { Call } from "../../http/call.js";
import { Problem } from "../../http/problem.js";
import { listDeclared } from "./fact-repository.js";
import { itemsOf } from "./items.js";
import { type GivenVerdict, isSame, judged, judgementOf, noteJudgement, shown } from "./judging.js";
import * as repository from "./repository.js";
import { declaredByCode, rescoreAssessment, scorable } from "./scores.js";
import { bench, requireCovered, requireJudgeable } from "./standing.js";
import { followState } from "./states.js";

export interface GivenJudgement {
  readonly code: string;
  /** Of the judgement that was seen; 0: never judged. */
  readonly version: number;
  readonly verdict: GivenVerdict;
}

/**
 * Judges under the rules of judging one by one. What is judged so already is left as it is.
 * @returns how many judgements changed.
 * @throws {Problem} as `judge`; `changed-meanwhile` with what is stored of every indicator judged since it was seen.
 */
export async function judgeTogether(
  call: Call,
  assessmentId: string,
  given: readonly GivenJudgement[],
): Promise<number> {
  const here = await bench(call, assessmentId, "lock");
  const { set } = here.loaded;
  for (const { code } of given) requireCovered(here, judged(set, code).code);
  requireJudgeable(here, call.at);
  const answers = (await listDeclared(call.db, [assessmentId])).get(assessmentId) ?? [];
  const items = await itemsOf(call, here, answers);
  const declaredOf = declaredByCode(answers);
  const stale: unknown[] = [];
  const judgements = [];
  for (const { code: asked, version: seen, verdict } of given) {
    const { node, code } = judged(set, asked);
    const before = items.stored.get(code);
    const declared = declaredOf.get(code) ?? {};
    const judgement = judgementOf(set, node, code, verdict, answers);
    if (isSame(before, judgement, declared)) continue;
    if (seen === (before?.version ?? 0)) judgements.push({ judgement, declared, before, version: seen + 1 });
    else stale.push(shown(items, code));
  }
  if (stale.length > 0)
    throw new Problem(
      "changed-meanwhile",
      {
        vi: `${stale.length} chỉ số vừa được người khác thẩm định. Chưa kết luận nào được nhận; xem lại các chỉ số đó rồi nhận.`,
        en: `${stale.length} indicators have just been judged by somebody else. Nothing was taken; look at them again.`,
      },
      { current: stale },
    );
  if (judgements.length === 0) return 0;
  const written = judgements.map(({ judgement, declared, version }) => ({
    assessmentId,
    ...judgement,
    version,
    at: call.at,
    declared,
  }));
  await repository.writeAppraisals(call.db, written, call.actor.accountId);
  await rescoreAssessment(call, here.assessment.campaign, set, scorable(here.assessment));
  await followState(call, here.assessment);
  await repository.touchAssessment(call.db, assessmentId, call.at);
  for (const { judgement, before, version } of judgements)
    await noteJudgement(call, here, before, { ...judgement, version });
  return judgements.length;
}
