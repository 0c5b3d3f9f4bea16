/**
 * The way that nearly every save takes on a busy day: the same person saves the next field of the same unit. What this
 * process remembers of both is enough to decide and to score; one statement asks whether it still is so, and writes.
 */
import type { LoadedSet } from "@opendti/engine";
import { holdsIn } from "../../access/actor.js";
import type { QuickCall } from "../../http/call.js";
import { Problem } from "../../http/problem.js";
import { findFact, inputSource } from "../assessments/scoring.js";
import { after, type KeptUnit, keptUnits } from "./kept-units.js";
import { changeFieldQuickly } from "./quick-save-repository.js";
import { type Answer, NOT_APPLICABLE, type StoredValue } from "./repository.js";
import type { Field } from "./service.js";
import { storedValue } from "./value.js";

/**
 * Saves one field of the actor's own unit or room.
 * @returns undefined when nothing was saved: whatever is to be said of it, the long way says.
 */
export async function saveQuickly(
  call: QuickCall,
  field: Field,
  sent: number,
  value: unknown,
): Promise<Answer | undefined> {
  const { actor, at, platform } = call;
  const { assessmentId, code, input } = field;
  if (input === NOT_APPLICABLE) return undefined;
  const units = keptUnits(platform);
  const unit = units.take(assessmentId);
  if (unit === undefined) return undefined;
  const place = placeIn(call, unit, code);
  if (place === undefined) {
    // Nothing is wrong with it; who this is, is not known here.
    units.put(assessmentId, unit);
    return undefined;
  }
  const loaded = platform.sets.known(unit.set.hash);
  const read = loaded && readQuickly(loaded, field, value);
  if (read === undefined) return undefined;
  const numbers = unit.numbers.with(code, input, read.value);
  if (numbers === undefined) return undefined;
  const by = { id: actor.accountId, displayName: actor.displayName };
  const change = {
    ...field,
    revision: unit.revision,
    value: read.value,
    version: sent,
    score: numbers.note(),
    by,
    sessionId: actor.sessionId,
    at,
    address: call.address,
    set: unit.set,
    place,
  };
  const done = await changeFieldQuickly(platform.pool, change, call.touch);
  units.tried(done);
  if (!done) return undefined;
  units.put(assessmentId, after(unit, numbers));
  return { code, input, value: read.value, version: sent + 1, by, at };
}

/** The unit in which the actor declares the indicator, as far as is known of it. */
function placeIn({ actor }: QuickCall, { unitId, assigned }: KeptUnit, code: string): string | undefined {
  const worksIn = (unit: string) => holdsIn(actor, unit, "unit-officer") || holdsIn(actor, unit, "unit-head");
  if (worksIn(unitId)) return unitId;
  const to = assigned.get(code);
  if (to === undefined || (to.account !== null && to.account !== actor.accountId)) return undefined;
  return worksIn(to.room) ? to.room : undefined;
}

/** The value in its stored form; undefined where it is none, or the set has no such field. */
function readQuickly(
  { set }: LoadedSet,
  { code, input }: Field,
  value: unknown,
): { readonly value: StoredValue | null } | undefined {
  const fact = findFact(set, code, input);
  if (fact === undefined) return undefined;
  try {
    return { value: storedValue(fact, inputSource(set, code, input), value) };
  } catch (error) {
    if (error instanceof Problem) return undefined;
    throw error;
  }
}
