/** What the person signed in has to do: the assessments of its own units, with its own part of each. */
import { ownUnits } from "../../access/actor.js";
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

/** Everybody may ask: the answer holds nothing but the asker's own. */
export async function listHome(call: Call): Promise<HomeItem[]> {
  const units = ownUnits(call.actor);
  const heads = await listAssessments(call.db, { units });
  const items: HomeItem[] = [];
  for (const { id, submittedAt: _, ...head } of heads) {
    const role = call.actor.grants.find(({ unitId }) => unitId === head.unit.id)?.role;
    const mine =
      role === undefined ? await repository.countAssigned(call.db, id, call.actor.accountId, units) : null;
    items.push({ ...head, assessmentId: id, role: role ?? "unit-officer", mine });
  }
  return items;
}
