/** Mergers: several units go into one, new or there already. They end, and everything they did stays theirs. */
import { requireRole } from "../../access/actor.js";
import type { Call } from "../../http/call.js";
import { record } from "../audit/record.js";
import { auditedUnit, checkedUnit, recordChange, refuse, requireEnd, type UnitDraft } from "./changes.js";
import { dayBefore, dayOf, printedDay } from "./day.js";
import * as repository from "./repository.js";
import { read } from "./service.js";
import type { UnitPage } from "./unit.js";
import { faultOfFuture } from "./validity.js";
import * as writing from "./writing.js";

export interface Merger {
  readonly predecessors: readonly string[];
  readonly into: { readonly id: string } | Omit<UnitDraft, "validFrom" | "legalBasis">;
  /** The first day on which the predecessors are no longer there. */
  readonly on: string;
  readonly legalBasis: string;
}

/** Merges units on a day. What stands under them from that day on stands under the successor. */
export async function merge(call: Call, merger: Merger): Promise<UnitPage> {
  requireRole(call.actor, "administrator");
  const { db } = call;
  await writing.lockTree(db);
  const early = faultOfFuture(merger.on, dayOf(call.at));
  if (early !== undefined) throw refuse("on", early);
  const predecessors = await predecessorsOf(call, merger);
  const gone = new Set(predecessors.map(({ id }) => id));
  const below = await repository.withDescendants(db, [...gone]);
  const successor = await successorOf(call, merger, below);
  for (const unit of predecessors) {
    // A single unit that becomes a new one is replaced; more than one, or into one that was there, is a merger.
    const kind = predecessors.length === 1 && successor.created ? "replaced" : "merged";
    await moveChildren(call, unit, successor.id, gone, merger.on);
    await writing.updateUnit(db, unit.id, {
      validTo: dayBefore(merger.on),
      closedReason: merger.legalBasis,
    });
    const { on, legalBasis } = merger;
    await writing.insertSuccession(db, {
      predecessorId: unit.id,
      successorId: successor.id,
      kind,
      on,
      legalBasis,
    });
    await recordChange(call, "unit.close", unit, { successorId: successor.id, on, legalBasis });
  }
  await record(call, {
    action: "unit.merge",
    subject: { type: "unit", id: successor.id },
    unitId: successor.id,
    after: {
      predecessors: predecessors.map(({ id, code, name }) => ({ id, code, name })),
      on: merger.on,
      legalBasis: merger.legalBasis,
    },
  });
  return read(call, successor.id);
}

async function predecessorsOf(call: Call, merger: Merger): Promise<repository.StoredUnit[]> {
  const ids = [...new Set(merger.predecessors)];
  const units = await repository.findUnitsById(call.db, ids, merger.on);
  if (units.length !== ids.length)
    throw refuse("predecessors", {
      vi: "Có đơn vị được chọn không tồn tại.",
      en: "Some of the chosen units do not exist.",
    });
  for (const unit of units) await requireEnd(call, unit, dayBefore(merger.on));
  return units;
}

/** @param below the predecessors and everything under them: the successor must not hang from what moves under it. */
async function successorOf(
  call: Call,
  merger: Merger,
  below: ReadonlySet<string>,
): Promise<{ readonly id: string; readonly created: boolean }> {
  const { into, on, legalBasis } = merger;
  if ("code" in into) {
    if (into.parentId !== null && below.has(into.parentId))
      throw refuse("into", {
        vi: "Đơn vị mới không thể trực thuộc đơn vị bị sáp nhập hoặc đơn vị bên dưới.",
        en: "The new unit cannot stand under a merged unit or one below it.",
      });
    const unit = await checkedUnit(call, { ...into, validFrom: on, legalBasis });
    await writing.insertUnits(call.db, [unit]);
    await record(call, {
      action: "unit.create",
      subject: { type: "unit", id: unit.id },
      unitId: unit.id,
      after: auditedUnit(unit),
    });
    return { id: unit.id, created: true };
  }
  const successor = await repository.findUnit(call.db, into.id, on);
  if (successor === undefined)
    throw refuse("into", { vi: "Đơn vị nhận không tồn tại.", en: "The receiving unit does not exist." });
  if (below.has(successor.id))
    throw refuse("into", {
      vi: `"${successor.name}" là đơn vị bị sáp nhập hoặc ở dưới một đơn vị bị sáp nhập.`,
      en: `"${successor.name}" is one of the merged units or stands under one.`,
    });
  if (successor.validFrom > on || (successor.validTo !== null && successor.validTo < on))
    throw refuse("into", {
      vi: `"${successor.name}" không tồn tại vào ngày ${printedDay(on)}.`,
      en: `"${successor.name}" is not there on ${printedDay(on)}.`,
    });
  if (successor.validTo !== null)
    throw refuse("into", {
      vi: `"${successor.name}" sẽ kết thúc ngày ${printedDay(successor.validTo)}, không nhận sáp nhập được.`,
      en: `"${successor.name}" ends on ${printedDay(successor.validTo)} and cannot take units in.`,
    });
  await writing.updateUnit(call.db, successor.id, {});
  return { id: successor.id, created: false };
}

async function moveChildren(
  call: Call,
  unit: repository.StoredUnit,
  successorId: string,
  gone: ReadonlySet<string>,
  on: string,
): Promise<void> {
  for (const child of await repository.childrenAfter(call.db, unit.id, dayBefore(on))) {
    if (gone.has(child.id)) continue;
    const { underParentSince } = await writing.boundsOf(call.db, child.id);
    if (underParentSince < on) await writing.keepPastParent(call.db, child.id, unit.id, dayBefore(on));
    await writing.updateUnit(call.db, child.id, { parentId: successorId });
    await recordChange(call, "unit.move", child, { on });
  }
}
