/** The Office hands indicators to rooms and officers; each room hands its part back when it is done. */
import type { Call } from "../../http/call.js";
import { Problem, type Words } from "../../http/problem.js";
import { loadSetOf } from "../assessments/load-set.js";
import { PROFILE, requireOpen, type Standing, standing } from "../assessments/standing.js";
import { record } from "../audit/record.js";
import { notify } from "../notices/notify.js";
import * as repository from "./repository.js";

export interface AssignmentChange {
  readonly code: string;
  readonly unitId: string | null;
  readonly accountId: string | null;
}

/** @throws {Problem} `content-refused` for an indicator that is not there, or somebody who does not declare in the unit. */
export async function assign(call: Call, id: string, items: readonly AssignmentChange[]): Promise<void> {
  const here = await standing(call, id, "lock");
  if (!here.office && !here.head) throw new Problem("forbidden");
  requireOpen(here, call.at);
  await requireKnownCodes(call, here, items);
  const settled = await inTheirRooms(call, here, items);
  await repository.assign(call.db, id, settled, call.actor.accountId, call.at);
  await record(call, {
    action: "assessment.assign",
    subject: { type: "assessment", id },
    unitId: here.assessment.unit.id,
    before: here.assignments
      .filter(({ code }) => items.some((item) => item.code === code))
      .map(({ code, unit, account }) => ({ code, unitId: unit?.id ?? null, accountId: account?.id ?? null })),
    after: settled,
  });
  await tellAssigned(call, here, settled);
}

/** Tells each room, or the one officer of it, how much it was given anew. */
async function tellAssigned(
  call: Call,
  { assessment, assignments }: Standing,
  settled: readonly AssignmentChange[],
): Promise<void> {
  const held = new Map(assignments.map((one) => [one.code, `${one.unit?.id} ${one.account?.id}`]));
  const given = settled.filter(
    ({ code, unitId, accountId }) =>
      (unitId !== null || accountId !== null) &&
      held.get(code) !== `${unitId ?? undefined} ${accountId ?? undefined}`,
  );
  const byTaker = new Map<string | null, AssignmentChange[]>();
  for (const one of given) {
    const taker = one.accountId ?? one.unitId;
    byTaker.set(taker, [...(byTaker.get(taker) ?? []), one]);
  }
  for (const items of byTaker.values()) {
    const [first] = items;
    if (first === undefined) continue;
    await notify(call, {
      kind: "assigned",
      to: first.accountId === null ? { unit: first.unitId ?? "" } : { accounts: [first.accountId] },
      data: {
        campaign: assessment.campaign.name,
        indicators: items.length,
        dueAt: assessment.dueAt.toISOString(),
      },
      link: `/assessments/${assessment.id}`,
    });
  }
}

/** A room's part is done, says the room, or the Office for it: its officers change nothing more until it is returned. */
export async function handOver(call: Call, id: string, unitId: string): Promise<void> {
  const here = await standing(call, id, "lock");
  if (!here.rooms.includes(unitId) && !here.office) throw new Problem("forbidden");
  requireOpen(here, call.at);
  requirePart(here, unitId, "declaring");
  await setPart(call, here, unitId, "handed-over", null);
}

/** The Office returns a room's part with a reason. */
export async function returnPart(call: Call, id: string, unitId: string, reason: string): Promise<void> {
  const here = await standing(call, id, "lock");
  if (!here.office && !here.head) throw new Problem("forbidden");
  requireOpen(here, call.at);
  requirePart(here, unitId, "handed-over");
  await setPart(call, here, unitId, "declaring", reason);
}

async function setPart(
  call: Call,
  here: Standing,
  unitId: string,
  state: "declaring" | "handed-over",
  reason: string | null,
): Promise<void> {
  const { id, unit } = here.assessment;
  await repository.setPart(call.db, id, { unitId, state, reason, by: call.actor.accountId, at: call.at });
  await record(call, {
    action: state === "handed-over" ? "assessment.hand-over" : "assessment.return-part",
    subject: { type: "assessment", id },
    unitId: unit.id,
    after: { room: unitId, reason },
  });
}

function requirePart({ parts }: Standing, unitId: string, state: "declaring" | "handed-over"): void {
  const part = parts.find(({ unit }) => unit.id === unitId);
  if (part === undefined)
    throw refused("Phòng chưa được giao chỉ số nào.", "Nothing is assigned to that room.");
  if (part.state !== state) throw new Problem("state-refused");
}

async function requireKnownCodes(
  call: Call,
  here: Standing,
  items: readonly AssignmentChange[],
): Promise<void> {
  const { set } = await loadSetOf(call, here.assessment.set);
  if (new Set(items.map(({ code }) => code)).size !== items.length)
    throw refused("Một chỉ số được giao hai lần.", "An indicator is assigned twice.");
  const unknown = items.find(({ code }) => code !== PROFILE && !set.nodeOf.has(code));
  if (unknown !== undefined)
    throw refused(
      `Bộ chỉ số không có chỉ số "${unknown.code}".`,
      `The set has no indicator "${unknown.code}".`,
    );
}

/**
 * Each assignment with its room: an officer named alone is assigned in the room where the officer declares, so that the
 * room's hand-over holds for it. The Office itself needs no assignment.
 */
async function inTheirRooms(
  call: Call,
  here: Standing,
  items: readonly AssignmentChange[],
): Promise<AssignmentChange[]> {
  const office = here.assessment.unit.id;
  const rooms = await repository.listRooms(call.db, office);
  return items.map((item) => {
    const { unitId, accountId } = item;
    const room =
      unitId === null
        ? rooms.find(({ officers }) => officers.some(({ id }) => id === accountId))
        : rooms.find(({ id }) => id === unitId);
    if (unitId !== null && room === undefined)
      throw refused("Phòng được giao không thuộc đơn vị.", "The room does not belong to the unit.");
    if (accountId !== null && room?.officers.some(({ id }) => id === accountId) !== true)
      throw refused(
        "Cán bộ được giao không thuộc phòng, đơn vị này.",
        "The officer does not belong to that room or unit.",
      );
    return accountId === null ? item : { ...item, unitId: room?.id ?? null };
  });
}

const refused = (vi: Words["vi"], en: Words["en"]) => new Problem("content-refused", { vi, en });
