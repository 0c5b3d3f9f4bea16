/** What the person signed in has to do: the assessments of its own units, with its own part of each. */
import { holds, holdsIn, ownUnits, seeingAll } from "../../access/actor.js";
import type { Role } from "../../database/schema.js";
import type { Call } from "../../http/call.js";
import { type AssessmentHead, listAssessments } from "../assessments/repository.js";
import * as repository from "./repository.js";

export interface HomeItem extends Omit<AssessmentHead, "id" | "submittedAt"> {
  readonly assessmentId: string;
  readonly role: Role;
  /** Indicators assigned to the person or its rooms; null for those who declare everything. */
  readonly mine: { readonly assigned: number; readonly answered: number } | null;
}

/** What somebody may be in a unit, the lesser first: who is both declares. */
const roles = ["unit-officer", "unit-head"] as const;

/** Everybody may ask: the answer holds the asker's own, and what the asker oversees by a role of the whole province. */
export async function listHome(call: Call): Promise<HomeItem[]> {
  const { actor } = call;
  const units = ownUnits(actor);
  const own: HomeItem[] = [];
  for (const { id, submittedAt: _, ...head } of await listAssessments(call.db, { units })) {
    const held = roles.find((one) => holdsIn(actor, head.unit.id, one));
    const mine =
      held === undefined ? await repository.countAssigned(call.db, id, actor.accountId, units) : null;
    own.push({ ...head, assessmentId: id, role: held ?? "unit-officer", mine });
  }
  return [...own, ...(await listOverseen(call, new Set(own.map(({ assessmentId }) => assessmentId))))];
}

/** Every other assessment of the open campaigns, for those who oversee them. */
async function listOverseen(call: Call, own: ReadonlySet<string>): Promise<HomeItem[]> {
  const role = seeingAll.find((one) => holds(call.actor, one));
  if (role === undefined) return [];
  const heads = await listAssessments(call.db, { units: null });
  return heads
    .filter(({ id }) => !own.has(id))
    .map(({ id, submittedAt: _, ...head }) => ({ ...head, assessmentId: id, role, mine: null }));
}
