/** A plan, whoever stands in it, and whose reports the actor reads and writes. */
import type { PlanSource } from "@opendti/engine";
import { holds, holdsIn, seeingAll } from "../../access/actor.js";
import type { Call } from "../../http/call.js";
import { readPlan } from "./content.js";
import { listStandings, type Standing } from "./organisation-repository.js";
import type { StoredPlan } from "./repository.js";
import { visiblePlan } from "./service.js";

export interface Ground {
  readonly plan: StoredPlan;
  readonly data: PlanSource;
  /** By the organisation's key. */
  readonly standings: ReadonlyMap<string, Standing>;
  /** The organisations that lead something whose progress the actor sees, in the plan's order. */
  readonly seen: readonly string[];
  /** Those that a unit of the actor stands for. */
  readonly own: ReadonlySet<string>;
}

/** @throws {Problem} `not-found` unless the actor sees the plan. */
export async function groundOf(call: Call, id: string): Promise<Ground> {
  const plan = await visiblePlan(call, id);
  const { data } = readPlan(plan.source);
  const standings = new Map((await listStandings(call.db, id)).map((one) => [one.key, one]));
  const leading = Object.keys(data.organisations).filter((key) =>
    data.assignments.some(({ lead }) => lead.includes(key)),
  );
  const own = new Set(
    leading.filter((key) => {
      const unit = standings.get(key)?.unit.id;
      return (
        unit !== undefined &&
        (holdsIn(call.actor, unit, "unit-officer") || holdsIn(call.actor, unit, "unit-head"))
      );
    }),
  );
  const seen = holds(call.actor, ...seeingAll) ? leading : leading.filter((key) => own.has(key));
  return { plan, data, standings, seen, own };
}
