/** Who is signed in, and in which of their units they work now. */
import { useSuspenseQuery } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import type { Grant, Role, Session } from "../api/contract.js";
import { sessionQuery } from "../api/queries.js";

/** The session inside the shell, where there is always one. */
export function useSession(): Session {
  const { data: session } = useSuspenseQuery(sessionQuery);
  if (session === null) throw new Error("a page inside the shell was drawn with nobody signed in");
  return session;
}

/** Whether the account holds one of these roles in any unit. The server decides; this only spares useless buttons. */
export function useHasRole(...roles: Role[]): boolean {
  return useSession().grants.some(({ role }) => roles.includes(role));
}

/** Whether the account sees the assessments of every unit. */
export function useOversees(): boolean {
  return useHasRole("coordinator", "appraiser", "approver", "observer");
}

const STORED = "opendti.unit";
const listeners = new Set<() => void>();

function watch(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Chooses the unit that lists are about; null = all units of the account. */
export function chooseUnit(unitId: string | null): void {
  if (unitId === null) sessionStorage.removeItem(STORED);
  else sessionStorage.setItem(STORED, unitId);
  for (const listener of listeners) listener();
}

/** The units of an account, each once. */
export function unitsOf(session: Session): Grant["unit"][] {
  return [...new Map(session.grants.map(({ unit }) => [unit.id, unit])).values()];
}

/** The unit chosen in the header; null when lists show all of them (or there is but one). */
export function useChosenUnit(): Grant["unit"] | null {
  const session = useSession();
  const chosen = useSyncExternalStore(watch, () => sessionStorage.getItem(STORED));
  const units = unitsOf(session);
  return units.length > 1 ? (units.find(({ id }) => id === chosen) ?? null) : null;
}
