/** Plans of a set: stored as they were issued, read by everybody who reads the set, brought by the coordinator. */
import type { CompiledSet, PlanSource } from "@opendti/engine";
import { holds, ownUnits, requireRole, seeingAll } from "../../access/actor.js";
import type { Call } from "../../http/call.js";
import { found } from "../../http/endpoint.js";
import { requireVersion } from "../../http/etag.js";
import { Problem } from "../../http/problem.js";
import { loadSetOf } from "../assessments/load-set.js";
import { record } from "../audit/record.js";
import { getSet } from "../sets/service.js";
import { planFor, readPlan, readPlanContent } from "./content.js";
import { isReportedOn } from "./progress-repository.js";
import type { PlanAssessment, PlanHead, StoredPlan } from "./repository.js";
import * as repository from "./repository.js";

/** One line of a plan as a page shows it. */
export interface PlanLine {
  readonly code: string;
  readonly input: string | null;
  /** Of the indicator; null for a code that the set has not. */
  readonly title: string | null;
  readonly lead: readonly string[];
  readonly coordinating: readonly string[];
  readonly deadline: { readonly text: string; readonly due: string | null } | null;
}

export interface PlanView {
  readonly plan: StoredPlan;
  readonly lines: readonly PlanLine[];
  /** Those that the actor sees, whose points may stand beside the indicators. */
  readonly assessments: readonly PlanAssessment[];
}

/** As many as a person chooses among. */
const MOST_ASSESSMENTS = 100;

/** @throws {Problem} `not-found`, also for the plans of a draft that the actor may not see. */
export async function listPlans(call: Call, setId: string, setVersion: number): Promise<PlanHead[]> {
  const set = await getSet(call, setId, setVersion);
  return repository.listPlans(call.db, set.id, set.setVersion);
}

/** @throws {Problem} `not-found` */
export async function getPlan(call: Call, id: string): Promise<PlanView> {
  const plan = await visiblePlan(call, id);
  const { set } = await loadSetOf(call, setOf(plan));
  const units = holds(call.actor, ...seeingAll) ? null : ownUnits(call.actor);
  const assessments = await repository.listPlanAssessments(call.db, plan.set.id, units, MOST_ASSESSMENTS);
  return { plan, lines: linesOf(set, readPlan(plan.source).data), assessments };
}

/** A plan that the actor may see: whoever may see its set. @throws {Problem} `not-found` */
export async function visiblePlan(
  call: Pick<Call, "db" | "actor">,
  id: string,
  lock = false,
): Promise<StoredPlan> {
  const plan = found(await repository.findPlan(call.db, id, lock));
  if (plan.setStatus === "draft" && !holds(call.actor, "coordinator")) throw new Problem("not-found");
  return plan;
}

/** The set of a plan, by which it is loaded. */
export const setOf = ({ set, setHash: hash }: StoredPlan) => ({ ...set, hash });

/**
 * Keeps a plan's text beside its set.
 * @throws {Problem} `not-found`; `content-refused` for what is no plan of this set; `already-exists`.
 */
export async function createPlan(
  call: Call,
  setId: string,
  setVersion: number,
  source: string,
): Promise<PlanView> {
  requireRole(call.actor, "coordinator");
  const set = await getSet(call, setId, setVersion);
  const content = readPlanContent(call.platform.sets.load(set.source, set.hash), source);
  const at = { id: set.id, version: set.setVersion };
  const id = await repository.insertPlan(call.db, at, content, call.actor.accountId, call.at);
  if (id === undefined)
    throw new Problem("already-exists", {
      vi: `Bộ chỉ số đã có kế hoạch "${content.key}". Xóa kế hoạch cũ, hoặc đổi mục "plan" trong tệp.`,
      en: `The set has a plan "${content.key}" already. Delete it, or change "plan" in the file.`,
    });
  await record(call, {
    action: "plan.create",
    subject: { type: "plan", id },
    after: { title: content.title, hash: content.hash, setId: set.id, setVersion: set.setVersion },
  });
  return getPlan(call, id);
}

/** Keeps the plans that a document prints beside the draft that was made of it. */
export async function takeOverPlans(
  call: Call,
  set: { readonly id: string; readonly setVersion: number },
  sources: readonly string[],
): Promise<void> {
  requireRole(call.actor, "coordinator");
  for (const source of sources) await createPlan(call, set.id, set.setVersion, planFor(set.id, source));
}

/**
 * Throws a plan away; documents that were made of it are elsewhere.
 * @throws {Problem} `not-found`; `changed-meanwhile`; `state-refused` once anything was reported on it.
 */
export async function deletePlan(call: Call, id: string, sent: number): Promise<void> {
  requireRole(call.actor, "coordinator");
  const plan = await visiblePlan(call, id, true);
  requireVersion(sent, plan);
  if (await isReportedOn(call.db, id))
    throw new Problem("state-refused", {
      vi: "Các đơn vị đã báo cáo tiến độ theo kế hoạch này nên không xóa được.",
      en: "Progress was reported on this plan; it cannot be deleted.",
    });
  await repository.deletePlan(call.db, id);
  await record(call, {
    action: "plan.delete",
    subject: { type: "plan", id },
    before: { title: plan.title, hash: plan.hash, setId: plan.set.id, setVersion: plan.set.version },
  });
}

function linesOf(set: CompiledSet, { assignments, organisations }: PlanSource): PlanLine[] {
  const named = (keys: readonly string[] = []): string[] => keys.map((key) => organisations[key] ?? key);
  return assignments.map(({ code, input, lead, coordinating, printed, deadline }) => {
    const index = set.nodeOf.get(code);
    return {
      code,
      input: input ?? null,
      title: (index === undefined ? undefined : set.nodes[index]?.title) ?? null,
      lead: printed?.lead === undefined ? named(lead) : [printed.lead],
      coordinating: printed?.coordinating === undefined ? named(coordinating) : [printed.coordinating],
      deadline:
        deadline === undefined
          ? printed?.deadline === undefined
            ? null
            : { text: printed.deadline, due: null }
          : { text: deadline.text, due: deadline.due ?? null },
    };
  });
}
