/** The same declared values with like evidence, judged differently: shown before anything is approved. */
import { isDeepStrictEqual } from "node:util";
import { requireRole, seeingAll } from "../../access/actor.js";
import type { Call } from "../../http/call.js";
import type { DeclaredValue } from "./appraisal.js";
import { type Judged, listDiffering } from "./peers-repository.js";
import { setOf, titleOf, visibleCampaign } from "./scopes.js";
import { scoreTheRest } from "./scores.js";
import { ownUnderAppraisal } from "./sight.js";
import { shortValues } from "./values.js";

/** Judgements shown at once; who mends these is shown the next. */
const MOST = 2000;

export interface Inconsistency {
  readonly code: string;
  readonly title: string;
  readonly values: readonly DeclaredValue[];
  readonly units: readonly Omit<Judged, "code" | "given">[];
}

/**
 * Judgements of one campaign that differ although the declared values, what the rule gives for them, and the evidence
 * (as many pieces of each kind) are the same.
 * The own unit of whoever asks is left out: what was judged of it is not for them to know yet.
 * @throws {Problem} `forbidden` to whoever does not see all units.
 */
export async function listConsistency(call: Call, id: string): Promise<Inconsistency[]> {
  requireRole(call.actor, ...seeingAll);
  const campaign = await visibleCampaign(call, id);
  const set = await setOf(call, campaign);
  await scoreTheRest(call, campaign, set);
  const own = await ownUnderAppraisal(call);
  const found: (Inconsistency & { readonly given: unknown; units: Omit<Judged, "code" | "given">[] })[] = [];
  for (const { code, given, ...unit } of await listDiffering(call.db, id, MOST)) {
    if (own.has(unit.unit.id)) continue;
    const last = found.at(-1);
    const same =
      last?.code === code &&
      isDeepStrictEqual(last.given, given) &&
      last.units[0]?.declared === unit.declared &&
      last.units[0].evidence === unit.evidence;
    if (same) last.units.push(unit);
    else
      found.push({
        code,
        title: titleOf(set, code),
        given,
        values: shortValues(set, code, given),
        units: [unit],
      });
  }
  // Beside a unit that is left out, what is left may differ no more; one alone differs from nobody.
  return found.filter(({ units }) => differ(units)).map(({ given: _, ...one }) => one);
}

const differ = ([first, ...others]: readonly Pick<Judged, "verdict" | "appraised">[]): boolean =>
  others.some(({ verdict, appraised }) => verdict !== first?.verdict || appraised !== first.appraised);
