/**
 * What an appraiser may not know: somebody who appraises and also works in an assessed unit is, of that unit, one of its
 * own people. What was judged of it is told to them when the unit is told, and not by way of a campaign's totals.
 */
import { type Actor, holds, ownUnits, requireRole, seeingAll } from "../../access/actor.js";
import type { Call, LongCall } from "../../http/call.js";
import { Problem } from "../../http/problem.js";
import { listOwnAssessed, listStates } from "./scope-repository.js";
import { isToldToUnit } from "./standing.js";

type Asking = Pick<Call | LongCall, "db" | "actor">;

/** Whether the actor oversees all units by a role that no unit's own work takes from it. */
const oversees = (actor: Actor): boolean => holds(actor, "coordinator", "approver", "observer");

/** The assessed units in which the actor works itself, whatever it appraises; none for those who oversee. */
export async function ownUnderAppraisal({ db, actor }: Asking): Promise<ReadonlySet<string>> {
  if (oversees(actor)) return new Set();
  return new Set(await listOwnAssessed(db, ownUnits(actor)));
}

/** Those of them that are not told yet what was judged in this campaign. */
export async function untoldUnits(asking: Asking, campaignId: string): Promise<ReadonlySet<string>> {
  const own = await ownUnderAppraisal(asking);
  const states = await listStates(asking.db, campaignId, [...own]);
  return new Set(states.filter(({ state }) => !isToldToUnit(state)).map(({ unitId }) => unitId));
}

/**
 * Whether the actor sees everybody's results of a campaign before they are published: by its role, unless its own unit is
 * in them and is not told of them yet.
 */
export async function seesUnpublished(asking: Asking, campaignId: string): Promise<boolean> {
  return holds(asking.actor, ...seeingAll) && (await untoldUnits(asking, campaignId)).size === 0;
}

/** @throws {Problem} `forbidden` unless the actor sees results of this campaign that are not published. */
export async function requireUnpublishedSight(asking: Asking, campaignId: string): Promise<void> {
  requireRole(asking.actor, ...seeingAll);
  if (await seesUnpublished(asking, campaignId)) return;
  throw new Problem("forbidden", {
    vi: "Đơn vị của bạn đang được thẩm định trong đợt này; bạn xem kết quả khi đơn vị được thông báo.",
    en: "Your own unit is being appraised in this campaign; you see the results when your unit is told of them.",
  });
}
