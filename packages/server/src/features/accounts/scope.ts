/**
 * Whose accounts somebody may see and change. Administrators: everybody's. The head of a unit: those with a role in
 * it or in its rooms, of which it may add and disable officers, and nothing else.
 */
import { type Actor, holds } from "../../access/actor.js";
import type { Call } from "../../http/call.js";
import { Problem } from "../../http/problem.js";
import { withDescendants } from "../units/repository.js";
import type { Account, GrantDraft } from "./account.js";

export type Scope =
  | { readonly kind: "everybody" }
  /** The units headed, and all below. */
  | { readonly kind: "units"; readonly unitIds: ReadonlySet<string> };

/** @throws {Problem} `forbidden` to who neither administers nor heads anything. */
export async function scopeOf(call: Pick<Call, "actor" | "db">): Promise<Scope> {
  if (holds(call.actor, "administrator")) return { kind: "everybody" };
  const headed = headedUnits(call.actor);
  if (headed.length === 0) throw new Problem("forbidden");
  return { kind: "units", unitIds: await withDescendants(call.db, headed) };
}

function headedUnits(actor: Actor): string[] {
  return actor.grants.filter(({ role }) => role === "unit-head").map(({ unitId }) => unitId);
}

/** An account as the scope shows it: without roles elsewhere. undefined: not to be known of. */
export function seenIn(scope: Scope, account: Account | undefined): Account | undefined {
  if (account === undefined || scope.kind === "everybody") return account;
  const grants = account.grants.filter(({ unit }) => scope.unitIds.has(unit.id));
  return grants.length === 0 ? undefined : { ...account, grants };
}

/** Whether these roles are an officer's in the scope, all of them and at least one. */
export function areOfficersOf(scope: Scope, grants: readonly GrantDraft[]): boolean {
  return (
    scope.kind === "units" &&
    grants.length > 0 &&
    grants.every(({ role, unitId }) => role === "unit-officer" && scope.unitIds.has(unitId))
  );
}

/** What the actor may do to an account, for pages that show only what works. */
export interface May {
  readonly change: boolean;
  readonly disable: boolean;
}

/** @param account whole, with all its roles. */
export function mayTo(scope: Scope, account: Account): May {
  if (scope.kind === "everybody") return { change: true, disable: true };
  return { change: false, disable: areOfficersOf(scope, draftsOf(account)) };
}

/** An account's roles as drafts. */
export function draftsOf({ grants }: Account): GrantDraft[] {
  return grants.map(({ role, unit }) => ({ role, unitId: unit.id }));
}
