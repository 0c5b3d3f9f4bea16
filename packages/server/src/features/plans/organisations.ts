/** Who stands for whom: the coordinator says which unit of the register each organisation of a plan is. */
import type { PlanSource } from "@opendti/engine";
import { holds, requireRole } from "../../access/actor.js";
import type { Call } from "../../http/call.js";
import { requireVersion } from "../../http/etag.js";
import { Problem } from "../../http/problem.js";
import { record } from "../audit/record.js";
import { dayOf } from "../units/day.js";
import { findUnitsById } from "../units/repository.js";
import { readPlan } from "./content.js";
import type { NamedUnit } from "./organisation-repository.js";
import * as repository from "./organisation-repository.js";
import { visiblePlan } from "./service.js";

export interface Organisation {
  readonly key: string;
  readonly name: string;
  /** How many assignments it leads. */
  readonly leads: number;
  readonly unit: NamedUnit | null;
  /** Of the same code or name, for one without a unit; told to those who may take it. */
  readonly suggested: NamedUnit | null;
}

export interface OrganisationChange {
  readonly key: string;
  readonly unitId: string | null;
}

/** The organisations of a plan that stand in an assignment; those that lead come first. @throws {Problem} `not-found` */
export async function listOrganisations(
  call: Call,
  id: string,
): Promise<{ readonly items: readonly Organisation[]; readonly version: number }> {
  const plan = await visiblePlan(call, id);
  const { data } = readPlan(plan.source);
  const standings = new Map((await repository.listStandings(call.db, id)).map((one) => [one.key, one.unit]));
  const free = Object.fromEntries(Object.entries(data.organisations).filter(([key]) => !standings.has(key)));
  const suggested = holds(call.actor, "coordinator")
    ? await repository.suggestUnits(call.db, free, dayOf(call.at))
    : new Map<string, NamedUnit>();
  const items = Object.entries(data.organisations).map(([key, name]) => ({
    key,
    name,
    leads: leadsOf(data, key),
    unit: standings.get(key) ?? null,
    suggested: suggested.get(key) ?? null,
  }));
  return {
    items: [...items.filter(({ leads }) => leads > 0), ...items.filter(({ leads }) => leads === 0)],
    version: plan.version,
  };
}

/**
 * Says of some organisations which unit each is; null: none.
 * @throws {Problem} `not-found`; `changed-meanwhile`; `content-refused` for what the plan or the register has not.
 */
export async function changeOrganisations(
  call: Call,
  id: string,
  sent: number,
  changes: readonly OrganisationChange[],
): Promise<{ readonly items: readonly Organisation[]; readonly version: number }> {
  requireRole(call.actor, "coordinator");
  const plan = await visiblePlan(call, id, true);
  requireVersion(sent, plan);
  const { data } = readPlan(plan.source);
  await requireKnown(call, data, changes);
  const held = new Map((await repository.listStandings(call.db, id)).map(({ key, unit }) => [key, unit.id]));
  const real = changes.filter(({ key, unitId }) => (held.get(key) ?? null) !== unitId);
  if (real.length === 0) return listOrganisations(call, id);
  for (const { key, unitId } of real)
    await repository.writeStanding(call.db, id, { key, unitId, leads: leadsOf(data, key) }, call.at);
  await repository.countUpPlan(call.db, id);
  await record(call, {
    action: "plan.organisations",
    subject: { type: "plan", id },
    before: Object.fromEntries(real.map(({ key }) => [key, held.get(key) ?? null])),
    after: Object.fromEntries(real.map(({ key, unitId }) => [key, unitId])),
  });
  return listOrganisations(call, id);
}

/** How many assignments of a plan an organisation leads. */
export const leadsOf = ({ assignments }: PlanSource, key: string): number =>
  assignments.filter(({ lead }) => lead.includes(key)).length;

async function requireKnown(
  call: Call,
  { organisations }: PlanSource,
  changes: readonly OrganisationChange[],
): Promise<void> {
  const strange = changes.find(({ key }) => !Object.hasOwn(organisations, key));
  if (strange !== undefined)
    throw new Problem("content-refused", {
      vi: `Kế hoạch không có cơ quan "${strange.key}".`,
      en: `The plan has no organisation "${strange.key}".`,
    });
  if (new Set(changes.map(({ key }) => key)).size !== changes.length)
    throw new Problem("content-refused", {
      vi: "Một cơ quan được ghi hai lần.",
      en: "An organisation is given twice.",
    });
  const units = [...new Set(changes.flatMap(({ unitId }) => (unitId === null ? [] : [unitId])))];
  const known = await findUnitsById(call.db, units, dayOf(call.at));
  if (known.length !== units.length)
    throw new Problem("content-refused", {
      vi: "Danh mục không có đơn vị được chọn.",
      en: "The register has no such unit.",
    });
}
