/** Where a plan's assignments stand on a quarter: what each lead unit reported, and the light of each deadline. */
import { type DeadlineState, deadlineState } from "@opendti/documents/pure";
import { type CompiledSet, formatExact, type PlanSource } from "@opendti/engine";
import { holds } from "../../access/actor.js";
import type { Call } from "../../http/call.js";
import { loadSetOf } from "../assessments/load-set.js";
import { dayOf } from "../units/day.js";
import { type Ground, groundOf } from "./ground.js";
import type { NamedUnit } from "./organisation-repository.js";
import {
  comparePeriods,
  isAsked,
  isReported,
  lastDayOf,
  type Period,
  periodBefore,
  periodOf,
  periodsBetween,
} from "./periods.js";
import type { Report, Told } from "./progress-repository.js";
import type { StoredPlan } from "./repository.js";
import { setOf } from "./service.js";
import { isFinished, type ToldOnce, type ToldSoFar, toldSoFar } from "./told.js";

/** An organisation that leads something, and its report on the quarter. */
export interface Lead {
  readonly organisation: string;
  readonly name: string;
  readonly unit: NamedUnit | null;
  /** The unit is the actor's. */
  readonly own: boolean;
  /** Absent: nothing is written yet. */
  readonly report: Report | undefined;
  /** A report on this quarter is expected of it. */
  readonly expected: boolean;
  /** It is expected, its last day is over, and it was not sent. */
  readonly late: boolean;
  readonly may: { readonly write: boolean; readonly giveBack: boolean };
}

/** An assignment as one of its leads follows it. */
export interface ProgressLine {
  readonly organisation: string;
  readonly code: string;
  readonly input: string;
  /** Of the indicator, or of the datum that is assigned on its own; null for what the set has not. */
  readonly title: string | null;
  readonly pillar: string | null;
  /** The maximum of the indicator, to be aimed at; null where nothing is scored. */
  readonly max: string | null;
  readonly note: string | null;
  /** Who leads it too. */
  readonly others: readonly string[];
  readonly coordinating: readonly string[];
  readonly deadline: { readonly text: string; readonly due: string | null } | null;
  readonly state: DeadlineState;
  /** Said on this quarter. */
  readonly entry: ToldOnce | null;
  /** Said on earlier quarters, the newest first. */
  readonly before: readonly (Told & Period)[];
}

export interface Board {
  readonly plan: StoredPlan;
  readonly period: Period;
  /** The day on which the deadlines are looked at. */
  readonly on: string;
  /** Those that may be chosen, the newest first. */
  readonly periods: readonly Period[];
  readonly leads: readonly Lead[];
  readonly lines: readonly ProgressLine[];
}

/** Earlier quarters that are shown beside this one. */
const MOST_BEFORE = 4;
/** Quarters that are offered. */
const MOST_PERIODS = 12;

/**
 * The board of a quarter; without one, of the one whose report is asked for now.
 * Units see what they lead, those who see every unit see everything, and others nothing of it.
 * @throws {Problem} `not-found` unless the actor sees the plan.
 */
export async function getBoard(call: Call, id: string, asked: Period | undefined): Promise<Board> {
  const ground = await groundOf(call, id);
  const today = dayOf(call.at);
  const now = periodOf(today);
  const period = asked ?? (await usualPeriod(call, ground, now));
  const told = await toldSoFar(call.db, ground, period);
  const { set } = await loadSetOf(call, setOf(ground.plan));
  const on = lookedAtOn(period, today);
  const leads = ground.seen.map((key) => leadOf(call, ground, told.reportOf(key), key, period));
  const lines = ground.seen.flatMap((key) =>
    ground.data.assignments
      .filter(({ lead }) => lead.includes(key))
      .map((assignment) => lineOf(set, ground.data, told, { key, assignment, period, on })),
  );
  const first = { year: Math.min(ground.plan.year ?? period.year, period.year), quarter: 1 } as const;
  const periods = periodsBetween(first, comparePeriods(period, now) > 0 ? period : now, MOST_PERIODS);
  return { plan: ground.plan, period, on, periods, leads, lines };
}

/** Deadlines of a quarter that is over are looked at on its last day. */
export function lookedAtOn(period: Period, today: string): string {
  const last = lastDayOf(period);
  return last < today ? last : today;
}

/** The quarter before as long as a report on it is missing, else the present one. */
async function usualPeriod(call: Call, ground: Ground, now: Period): Promise<Period> {
  const before = periodBefore(now);
  const told = await toldSoFar(call.db, ground, before);
  const missing = ground.seen.some(
    (key) => isExpected(ground, key, before) && told.reportOf(key)?.state !== "sent",
  );
  return missing ? before : now;
}

/** From the quarter on in which a unit stands for it. */
function isExpected({ plan, standings }: Ground, key: string, period: Period): boolean {
  const standing = standings.get(key);
  return (
    standing !== undefined &&
    isReported(plan.reporting, period) &&
    comparePeriods(periodOf(dayOf(standing.since)), period) <= 0
  );
}

function leadOf(call: Call, ground: Ground, report: Report | undefined, key: string, period: Period): Lead {
  const expected = isExpected(ground, key, period);
  const today = dayOf(call.at);
  const sent = report?.state === "sent";
  return {
    organisation: key,
    name: ground.data.organisations[key] ?? key,
    unit: ground.standings.get(key)?.unit ?? null,
    own: ground.own.has(key),
    report,
    expected: expected && isAsked(period, today),
    late: expected && !sent && lastDayOf(period) < today,
    may: {
      write: ground.own.has(key) && !sent && comparePeriods(period, periodOf(today)) <= 0,
      giveBack: sent && holds(call.actor, "coordinator"),
    },
  };
}

type Assignment = PlanSource["assignments"][number];

function lineOf(
  set: CompiledSet,
  { organisations }: PlanSource,
  told: ToldSoFar,
  { key, assignment, period, on }: { key: string; assignment: Assignment; period: Period; on: string },
): ProgressLine {
  const { code, input = "", lead, coordinating = [], printed, deadline, note } = assignment;
  const named = (keys: readonly string[]): string[] => keys.map((one) => organisations[one] ?? one);
  const node = set.nodes[set.nodeOf.get(code) ?? -1];
  const said = told.of(key, code, input);
  const [newest] = said;
  const entry = newest !== undefined && comparePeriods(newest, period) === 0 ? newest : null;
  return {
    organisation: key,
    code,
    input,
    title: (input === "" ? node?.title : node?.inputs.find(({ id }) => id === input)?.label) ?? null,
    pillar: node === undefined ? null : pillarOf(set, node.index),
    max: node?.scored === true && input === "" ? formatExact(node.max) : null,
    note: note ?? null,
    others: named(lead.filter((one) => one !== key)),
    coordinating: printed?.coordinating === undefined ? named(coordinating) : [printed.coordinating],
    deadline:
      deadline === undefined && printed?.deadline === undefined
        ? null
        : { text: printed?.deadline ?? deadline?.text ?? "", due: deadline?.due ?? null },
    state: deadlineState(deadline, on, isFinished(deadline, said, period)),
    entry,
    before: said.filter((one) => one !== entry).slice(0, MOST_BEFORE),
  };
}

function pillarOf(set: CompiledSet, index: number): string | null {
  let top = set.nodes[index];
  while (top?.parent !== undefined) top = set.nodes[top.parent];
  return top === undefined || top.index === index ? null : `${top.code} ${top.title}`;
}
