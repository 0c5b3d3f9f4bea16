/** Ending the appraising of an assessment, and taking it back. Both are the coordinator's. */
import { requireRole } from "../../access/actor.js";
import type { Call } from "../../http/call.js";
import { requireVersion } from "../../http/etag.js";
import { Problem } from "../../http/problem.js";
import type { Named } from "./appraisal.js";
import type { NewEnding } from "./finishing-repository.js";
import * as repository from "./finishing-repository.js";
import { setOf, visibleCampaign } from "./scopes.js";
import { scoreTheRest } from "./scores.js";
import { type Bench, bench, judgeable } from "./standing.js";
import { move } from "./states.js";

export interface Left {
  readonly assessmentId: string;
  readonly unit: Named;
  /** Not judged, or judged before what is declared now. */
  readonly unjudged: number;
  /** Questions that are not closed. */
  readonly openQueries: number;
}

/**
 * Ends the appraising of one assessment: its unit is then shown what was judged.
 * @param how with `force`, and a reason, what nobody judged counts as declared. Questions have to be closed in any case.
 * @throws {Problem} `forbidden`; `changed-meanwhile`; `state-refused` with what is left; `content-refused` without a reason.
 */
export async function finish(
  call: Call,
  id: string,
  sent: number,
  how: { readonly force: boolean; readonly reason: string | null },
): Promise<void> {
  const here = await bench(call, id, "lock");
  if (!here.coordinator) throw new Problem("forbidden");
  requireVersion(sent, here.assessment);
  requireRunning(here);
  if (how.force && how.reason === null)
    throw new Problem("content-refused", {
      vi: "Ghi lý do kết thúc khi chưa thẩm định hết.",
      en: "Give the reason for ending before everything is judged.",
    });
  await scoreTheRest(call, here.assessment.campaign, here.loaded.set);
  const { campaign } = here.assessment;
  const [ending] = await repository.listEndings(call.db, campaign.id, [id]);
  const left = ending ?? { unjudged: 0, openQueries: 0 };
  if (left.openQueries > 0 || (left.unjudged > 0 && !how.force))
    throw new Problem(
      "state-refused",
      {
        vi: `Còn ${left.unjudged} chỉ số chưa thẩm định, ${left.openQueries} yêu cầu giải trình chưa đóng.`,
        en: `${left.unjudged} indicators are not judged, ${left.openQueries} questions are not closed.`,
      },
      { unjudged: left.unjudged, openQueries: left.openQueries },
    );
  await end(call, [{ assessmentId: id, unjudged: left.unjudged, reason: how.reason }]);
}

/**
 * Ends the appraising of every assessment of a campaign that is judged to its end; with a reason, also where
 * indicators are not judged. Those with unclosed questions stay.
 * @throws {Problem} `forbidden`; `not-found`; `state-refused` for a campaign that is not open.
 */
export async function finishAll(
  call: Call,
  id: string,
  reason: string | null,
): Promise<{ finished: number; left: readonly Left[] }> {
  requireRole(call.actor, "coordinator");
  const campaign = await visibleCampaign(call, id);
  if (campaign.status !== "open") throw new Problem("state-refused");
  await scoreTheRest(call, campaign, await setOf(call, campaign));
  await repository.lockRunning(call.db, id);
  const running = await repository.listEndings(call.db, id, null);
  const ready = running.filter(
    ({ openQueries, unjudged }) => openQueries === 0 && (unjudged === 0 || reason !== null),
  );
  const ends = new Set(ready);
  await end(
    call,
    ready.map(({ assessmentId, unjudged }) => ({
      assessmentId,
      unjudged,
      reason: unjudged > 0 ? reason : null,
    })),
  );
  return {
    finished: ready.length,
    left: running.filter((one) => !ends.has(one)).map(({ state: _, ...one }) => one),
  };
}

/**
 * Takes an appraised assessment back into appraising. After approval only a recorded revision does that.
 * @throws {Problem} `forbidden`; `changed-meanwhile`; `state-refused`.
 */
export async function reopen(call: Call, id: string, sent: number, reason: string): Promise<void> {
  const here = await bench(call, id, "lock");
  if (!here.coordinator) throw new Problem("forbidden");
  requireVersion(sent, here.assessment);
  const { state, campaign } = here.assessment;
  if (state !== "appraised" || campaign.status !== "open")
    throw new Problem("state-refused", undefined, { state });
  await move(call, here.assessment, "appraising", reason);
}

async function end(call: Call, endings: readonly NewEnding[]): Promise<void> {
  const { db, at, address, actor } = call;
  const by = actor.accountId;
  await repository.endAppraising(db, endings, { by, at, address });
  const ended = endings.map(({ assessmentId }) => assessmentId);
  await repository.tellEnded(db, ended, { by, at });
}

function requireRunning({ assessment: { state, campaign } }: Bench): void {
  if (!judgeable.includes(state) || campaign.status !== "open")
    throw new Problem("state-refused", undefined, { state });
}
