/** The plans that concern somebody, and which of their reports are due. */
import { holds, ownUnits, seeingAll } from "../../access/actor.js";
import type { Call } from "../../http/call.js";
import { dayOf } from "../units/day.js";
import * as repository from "./due-repository.js";
import {
  comparePeriods,
  isAsked,
  isReported,
  lastDayOf,
  type Period,
  periodBefore,
  periodOf,
} from "./periods.js";
import type { PlanHead } from "./repository.js";

/** The report on a quarter that is not there yet. */
export interface DueReport extends Period {
  /** Its last day. */
  readonly dueOn: string;
  readonly late: boolean;
  /** From how many organisations it is expected, and how many sent it. */
  readonly expected: number;
  readonly sent: number;
}

export interface ConcernedPlan {
  readonly plan: PlanHead;
  /** Somebody of the actor's own units reports. */
  readonly own: boolean;
  readonly due: DueReport | null;
}

/**
 * Everybody may ask: those who see every unit are told of all plans of published sets, a unit's people of those in
 * which their unit stands for somebody, others of none.
 */
export async function listConcerned(call: Call): Promise<ConcernedPlan[]> {
  const all = holds(call.actor, ...seeingAll);
  const units = ownUnits(call.actor);
  if (!all && units.length === 0) return [];
  const today = dayOf(call.at);
  const now = periodOf(today);
  const plans = await repository.listPlansOf(call.db, all ? null : units);
  const standings = await repository.listReporting(
    call.db,
    plans.map(({ id }) => id),
    periodBefore(now),
  );
  return plans.map((plan) => {
    const ofPlan = standings.filter(({ planId }) => planId === plan.id);
    const own = ofPlan.filter(({ unitId }) => units.includes(unitId));
    return {
      plan,
      own: own.length > 0,
      due: dueOf(plan, own.length > 0 || !all ? own : ofPlan, today),
    };
  });
}

/** The quarter before while a report on it is missing; else the present one, once it is asked for. */
function dueOf(
  { reporting }: PlanHead,
  standings: readonly repository.Reporting[],
  today: string,
): DueReport | null {
  const now = periodOf(today);
  for (const period of [periodBefore(now), now]) {
    if (!isReported(reporting, period) || !isAsked(period, today)) continue;
    const expected = standings.filter(({ since }) => comparePeriods(periodOf(dayOf(since)), period) <= 0);
    const sent = expected.filter((one) => one.sent.some((each) => comparePeriods(each, period) === 0));
    if (sent.length === expected.length) continue;
    const dueOn = lastDayOf(period);
    return { ...period, dueOn, late: dueOn < today, expected: expected.length, sent: sent.length };
  }
  return null;
}
