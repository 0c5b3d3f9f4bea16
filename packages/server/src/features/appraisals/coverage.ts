/** What somebody may judge in a campaign, unit by unit. */
import type { CompiledSet } from "@opendti/engine";
import { ownUnits } from "../../access/actor.js";
import type { Call, LongCall } from "../../http/call.js";
import { listOwnAssessed } from "./scope-repository.js";
import { coveredCodes, reachIn } from "./standing.js";

/** The codes that may be judged of a unit: null for all, none of a unit in which the asker works. */
export type Coverage = (unitId: string) => ReadonlySet<string> | null;

/** Asked for once, told for as many units as there are. */
export async function coverageIn(
  call: Pick<Call | LongCall, "db" | "actor">,
  campaignId: string,
  set: CompiledSet,
): Promise<Coverage> {
  const reach = await reachIn(call, campaignId);
  const own = new Set(await listOwnAssessed(call.db, ownUnits(call.actor)));
  const covered = new Map<string, ReadonlySet<string> | null>();
  return (unitId) => {
    const known = covered.get(unitId);
    if (known !== undefined) return known;
    const codes = own.has(unitId) ? [] : coveredCodes(set, reach, unitId);
    const made = codes === null ? null : new Set(codes);
    covered.set(unitId, made);
    return made;
  };
}
