/** What the person signed in has to do: the assessments of its own units, with its own part of each. */
import { holdsIn, ownUnits } from "../../access/actor.js";
import type { Call } from "../../http/call.js";
import { type AssessmentHead, listAssessments } from "../assessments/repository.js";
import * as repository from "./repository.js";

/** What somebody may be in a unit, the lesser first: who is both declares. */
export const unitRoles = ["unit-officer", "unit-head"] as const;
type UnitRole = (typeof unitRoles)[number];

export interface HomeItem extends Omit<AssessmentHead, "id" | "submittedAt"> {
  readonly assessmentId: string;
  readonly role: UnitRole;
  /** Indicators assigned to the person or its rooms; null for those who declare everything. */
  readonly mine: { readonly assigned: number; readonly answered: number } | null;
}

/** Everybody may ask: the answer holds the asker's own. What somebody oversees is read campaign by campaign. */
export async function listHome({ db, actor }: Call): Promise<HomeItem[]> {
  const units = ownUnits(actor);
  const items: HomeItem[] = [];
  for (const { id, submittedAt: _, ...head } of await listAssessments(db, { units })) {
    const role = unitRoles.find((one) => holdsIn(actor, head.unit.id, one));
    const mine = role === undefined ? await repository.countAssigned(db, id, actor.accountId, units) : null;
    items.push({ ...head, assessmentId: id, role: role ?? "unit-officer", mine });
  }
  return items;
}
