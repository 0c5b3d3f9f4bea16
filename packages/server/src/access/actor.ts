/** Who asks: an account with its roles in units. Every service action starts by asking one of these functions. */
import type { Role } from "../database/schema.js";
import { Problem } from "../http/problem.js";

export interface Grant {
  readonly role: Role;
  readonly unitId: string;
}

export interface Actor {
  readonly accountId: string;
  readonly sessionId: string;
  readonly displayName: string;
  readonly language: "vi" | "en";
  readonly grants: readonly Grant[];
}

/** Roles whose work is the whole province's, whatever unit they were granted in. */
export type ProvinceRole = Exclude<Role, "unit-officer" | "unit-head">;

/** The roles that see every unit's assessment, published or not. */
export const seeingAll: readonly ProvinceRole[] = ["coordinator", "appraiser", "approver", "observer"];

/** Whether the actor holds one of these province-wide roles. */
export function holds(actor: Actor, ...roles: readonly ProvinceRole[]): boolean {
  return actor.grants.some(({ role }) => (roles as readonly Role[]).includes(role));
}

/** Whether the actor holds this role in this very unit. */
export function holdsIn(actor: Actor, unitId: string, role: "unit-officer" | "unit-head"): boolean {
  return actor.grants.some((grant) => grant.role === role && grant.unitId === unitId);
}

/** The units in which the actor declares or heads. */
export function ownUnits(actor: Actor): string[] {
  return [
    ...new Set(
      actor.grants
        .filter(({ role }) => role === "unit-officer" || role === "unit-head")
        .map(({ unitId }) => unitId),
    ),
  ];
}

/** @throws {Problem} `forbidden` unless the actor holds one of these province-wide roles. */
export function requireRole(actor: Actor, ...roles: readonly ProvinceRole[]): void {
  if (!holds(actor, ...roles)) throw new Problem("forbidden");
}
