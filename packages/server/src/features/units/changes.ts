/** Changing units: create, correct, move, rename, close. Only administrators; nothing is ever deleted. */
import { randomUUID } from "node:crypto";
import { requireRole } from "../../access/actor.js";
import type { Call } from "../../http/call.js";
import { found } from "../../http/endpoint.js";
import { requireVersion } from "../../http/etag.js";
import { Problem, type Words } from "../../http/problem.js";
import { record } from "../audit/record.js";
import { dayBefore, dayOf, printedDay } from "./day.js";
import * as repository from "./repository.js";
import { read } from "./service.js";
import type { UnitKind, UnitPage } from "./unit.js";
import { faultOfFuture, faultOfLevels, faultOfPlace, faultOfRenaming, type Placed } from "./validity.js";
import * as writing from "./writing.js";

/** What a client sends for a new unit. */
export interface UnitDraft {
  readonly code: string;
  readonly name: string;
  /** Absent: the name. */
  readonly shortName?: string | undefined;
  readonly kind: string;
  readonly parentId: string | null;
  readonly rankingGroup?: string | null | undefined;
  readonly validFrom: string;
  readonly legalBasis?: string | undefined;
}

/** What changes; absent: stays. */
export interface UnitChange {
  readonly code?: string | undefined;
  /** Corrects the present name; a new name with its history is a renaming. */
  readonly name?: string | undefined;
  readonly shortName?: string | undefined;
  readonly kind?: string | undefined;
  readonly parentId?: string | null | undefined;
  /** From when it stands under the new parent; absent: from today. */
  readonly movedOn?: string | undefined;
  readonly rankingGroup?: string | null | undefined;
  readonly validFrom?: string | undefined;
  /** null: a unit closed by mistake is there again. */
  readonly validTo?: null | undefined;
}

export const refuse = (field: string, words: Words): Problem =>
  new Problem("content-refused", words, { field });

function refuseIf(field: string, fault: Words | undefined): void {
  if (fault !== undefined) throw refuse(field, fault);
}

/** What the audit log keeps of a unit. */
export function auditedUnit(unit: repository.StoredUnit | writing.NewUnit): Record<string, unknown> {
  const { code, name, shortName, kind, parentId, rankingGroup, validFrom } = unit;
  const end = "validTo" in unit ? { validTo: unit.validTo, closedReason: unit.closedReason } : {};
  return { code, name, shortName, kind, parentId, rankingGroup, validFrom, ...end };
}

/** Creates a unit. */
export async function create(call: Call, draft: UnitDraft): Promise<UnitPage> {
  requireRole(call.actor, "administrator");
  await writing.lockTree(call.db);
  const unit = await checkedUnit(call, draft);
  await writing.insertUnits(call.db, [unit]);
  const subject = { type: "unit", id: unit.id };
  await record(call, { action: "unit.create", subject, unitId: unit.id, after: auditedUnit(unit) });
  return read(call, unit.id);
}

/** A unit that may be created, with its id. The tree is locked. */
export async function checkedUnit(call: Call, draft: UnitDraft): Promise<writing.NewUnit> {
  await requireFreeCode(call, draft.code);
  const kind = await requireKind(call, draft.kind);
  if (draft.parentId !== null) {
    const placed = { name: draft.name, level: kind.level, validFrom: draft.validFrom, validTo: null };
    await requirePlace(call, placed, draft.parentId, draft.validFrom);
  }
  return {
    id: randomUUID(),
    code: draft.code,
    name: draft.name,
    shortName: draft.shortName ?? draft.name,
    kind: draft.kind,
    parentId: draft.parentId,
    rankingGroup: emptyToNull(draft.rankingGroup),
    validFrom: draft.validFrom,
    legalBasis: draft.legalBasis ?? "",
  };
}

/** Corrects or moves a unit, on the version the client saw. */
export async function change(
  call: Call,
  id: string,
  version: number,
  changes: UnitChange,
): Promise<UnitPage> {
  requireRole(call.actor, "administrator");
  await writing.lockTree(call.db);
  const before = found(await repository.findUnit(call.db, id, dayOf(call.at)));
  requireVersion(version, before);
  if (changes.code !== undefined) await requireFreeCode(call, changes.code, id);
  const kind = await requireKind(call, changes.kind ?? before.kind);
  if (changes.validFrom !== undefined) await correctStart(call, before, changes.validFrom);
  const validFrom = changes.validFrom ?? before.validFrom;
  const validTo = changes.validTo === null ? null : before.validTo;
  if (changes.validTo === null) await requireNoSuccessor(call, before);
  const placed = { name: changes.name ?? before.name, level: kind.level, validFrom, validTo };
  await place(call, before, placed, changes);
  if (changes.kind !== undefined) await requireAboveChildren(call, before, kind);
  if (changes.name !== undefined || changes.shortName !== undefined)
    await writing.correctNewestName(
      call.db,
      id,
      changes.name ?? before.name,
      changes.shortName ?? before.shortName,
    );
  const { code, name, shortName, parentId } = changes;
  await writing.updateUnit(call.db, id, {
    ...(code === undefined ? {} : { code }),
    ...(name === undefined ? {} : { name }),
    ...(shortName === undefined ? {} : { shortName }),
    ...(changes.kind === undefined ? {} : { kind: changes.kind }),
    ...(parentId === undefined ? {} : { parentId }),
    ...(changes.rankingGroup === undefined ? {} : { rankingGroup: emptyToNull(changes.rankingGroup) }),
    ...(changes.validFrom === undefined ? {} : { validFrom }),
    ...(changes.validTo === null ? { validTo: null, closedReason: null } : {}),
  });
  await recordChange(call, "unit.change", before);
  return read(call, id);
}

/** Gives a unit a new name from a day on; its old names stay, each with its days and legal basis. */
export async function rename(
  call: Call,
  id: string,
  version: number,
  renaming: { readonly name: string; readonly shortName?: string | undefined } & Dated,
): Promise<UnitPage> {
  requireRole(call.actor, "administrator");
  await writing.lockTree(call.db);
  const before = found(await repository.findUnit(call.db, id, dayOf(call.at)));
  requireVersion(version, before);
  const { newestName } = await writing.boundsOf(call.db, id);
  refuseIf("on", faultOfFuture(renaming.on, dayOf(call.at)));
  refuseIf("on", faultOfRenaming(before, newestName, renaming.on));
  const shortName = renaming.shortName ?? renaming.name;
  if (renaming.name === before.name && shortName === before.shortName)
    throw refuse("name", { vi: "Tên mới giống tên đang dùng.", en: "The new name is the present one." });
  await writing.insertName(call.db, id, { ...renaming, shortName });
  await writing.updateUnit(call.db, id, { name: renaming.name, shortName });
  await recordChange(call, "unit.rename", before, { on: renaming.on, legalBasis: renaming.legalBasis });
  return read(call, id);
}

interface Dated {
  readonly on: string;
  readonly legalBasis: string;
}

/** Ends a unit after its last day. What it declared and scored stays. */
export async function close(
  call: Call,
  id: string,
  version: number,
  /** `on`: the last day on which it is there. */
  closing: { readonly on: string; readonly reason: string },
): Promise<UnitPage> {
  requireRole(call.actor, "administrator");
  await writing.lockTree(call.db);
  const before = found(await repository.findUnit(call.db, id, dayOf(call.at)));
  requireVersion(version, before);
  await requireEnd(call, before, closing.on);
  const children = await repository.childrenAfter(call.db, id, closing.on);
  if (children.length > 0)
    throw refuse("on", {
      vi: `Còn đơn vị trực thuộc: ${children.map(({ name }) => name).join(", ")}. Hãy chuyển hoặc kết thúc chúng trước.`,
      en: `There are units under it: ${children.map(({ name }) => name).join(", ")}. Move or close them first.`,
    });
  await writing.updateUnit(call.db, id, { validTo: closing.on, closedReason: closing.reason });
  await recordChange(call, "unit.close", before);
  return read(call, id);
}

/** @throws {Problem} when the unit has ended already, or something of its history comes after that last day. */
export async function requireEnd(call: Call, unit: repository.StoredUnit, lastDay: string): Promise<void> {
  if (unit.validTo !== null)
    throw refuse("on", {
      vi: `"${unit.name}" đã kết thúc ngày ${printedDay(unit.validTo)}.`,
      en: `"${unit.name}" ended on ${printedDay(unit.validTo)}.`,
    });
  const { earliestEnd } = await writing.boundsOf(call.db, unit.id);
  if (lastDay < earliestEnd)
    throw refuse("on", {
      vi: `Ngày cuối của "${unit.name}" không được trước ngày ${printedDay(earliestEnd)} (ngày thành lập, đổi tên, chuyển hoặc nhận sáp nhập gần nhất).`,
      en: `The last day of "${unit.name}" cannot be before ${printedDay(earliestEnd)} (its founding or latest renaming, move or merger).`,
    });
}

/** Records how a unit was and has become. */
export async function recordChange(
  call: Call,
  action: string,
  before: repository.StoredUnit,
  more: Record<string, unknown> = {},
): Promise<void> {
  const after = found(await repository.findUnit(call.db, before.id, dayOf(call.at)));
  await record(call, {
    action,
    subject: { type: "unit", id: before.id },
    unitId: before.id,
    before: auditedUnit(before),
    after: { ...auditedUnit(after), ...more },
  });
}

async function requireFreeCode(call: Call, code: string, but?: string): Promise<void> {
  if (await repository.codeTaken(call.db, code, but))
    throw new Problem(
      "already-exists",
      { vi: `Đã có đơn vị mang mã "${code}".`, en: `There is a unit with the code "${code}".` },
      { field: "code" },
    );
}

async function requireKind(call: Call, kind: string): Promise<UnitKind> {
  const known = (await repository.unitKinds(call.db)).find((each) => each.kind === kind);
  if (known === undefined)
    throw refuse("kind", {
      vi: `Không có loại đơn vị "${kind}".`,
      en: `There is no kind of unit "${kind}".`,
    });
  return known;
}

async function levelOf(call: Call, kind: string): Promise<number> {
  return (await requireKind(call, kind)).level;
}

async function requirePlace(call: Call, unit: Placed, parentId: string, since: string): Promise<void> {
  const parent = await repository.findUnit(call.db, parentId, since);
  if (parent === undefined)
    throw refuse("parentId", { vi: "Không có đơn vị cấp trên này.", en: "There is no such parent." });
  refuseIf("parentId", faultOfPlace(unit, { ...parent, level: await levelOf(call, parent.kind) }, since));
}

/** Checks where the unit stands after the change, and keeps where it stood when it is moved. */
async function place(
  call: Call,
  before: repository.StoredUnit,
  unit: Placed,
  changes: UnitChange,
): Promise<void> {
  const today = dayOf(call.at);
  const { underParentSince } = await writing.boundsOf(call.db, before.id);
  const moved = changes.parentId !== undefined && changes.parentId !== before.parentId;
  const parentId = moved ? (changes.parentId ?? null) : before.parentId;
  const start = underParentSince === before.validFrom ? unit.validFrom : underParentSince;
  const on = changes.movedOn ?? (today > start ? today : start);
  // Moved on its first day there: it never stood elsewhere, this corrects a mistake.
  const since = moved && on > start ? on : start;
  if (moved) {
    if (on < start)
      throw refuse("movedOn", {
        vi: `Đơn vị ở vị trí hiện nay từ ngày ${printedDay(start)}; ngày chuyển không được trước ngày đó.`,
        en: `The unit stands where it does since ${printedDay(start)}; it cannot move before that day.`,
      });
    refuseIf("movedOn", on > start ? faultOfFuture(on, today) : undefined);
    if (unit.validTo !== null && since > unit.validTo)
      throw refuse("parentId", {
        vi: `Đơn vị đã kết thúc ngày ${printedDay(unit.validTo)}, không chuyển được.`,
        en: `The unit ended on ${printedDay(unit.validTo)} and cannot be moved.`,
      });
    if (parentId !== null && (await repository.withDescendants(call.db, [before.id])).has(parentId))
      throw refuse("parentId", {
        vi: "Đơn vị không thể trực thuộc chính nó hoặc đơn vị bên dưới nó.",
        en: "A unit cannot stand under itself or under a unit below it.",
      });
  }
  if (parentId !== null) await requirePlace(call, unit, parentId, since);
  if (moved && since > start)
    await writing.keepPastParent(call.db, before.id, before.parentId, dayBefore(since));
}

async function correctStart(call: Call, unit: repository.StoredUnit, validFrom: string): Promise<void> {
  const { latestStart } = await writing.boundsOf(call.db, unit.id);
  if (latestStart !== null && validFrom > latestStart)
    throw refuse("validFrom", {
      vi: `Ngày thành lập không được sau ngày ${printedDay(latestStart)}: đơn vị đã có lịch sử từ ngày đó.`,
      en: `The first day cannot be after ${printedDay(latestStart)}: the unit has a history from then on.`,
    });
  await writing.correctFirstDay(call.db, unit.id, validFrom);
}

async function requireNoSuccessor(call: Call, unit: repository.StoredUnit): Promise<void> {
  const [successor] = await repository.successorsOf(call.db, unit.id);
  if (successor !== undefined)
    throw refuse("validTo", {
      vi: `Đơn vị đã nhập vào "${successor.name}", không mở lại được.`,
      en: `The unit went into "${successor.name}" and cannot be opened again.`,
    });
}

async function requireAboveChildren(call: Call, unit: repository.StoredUnit, kind: UnitKind): Promise<void> {
  const parent = { name: unit.name, level: kind.level };
  for (const child of await repository.childrenAfter(call.db, unit.id, unit.validFrom))
    refuseIf("kind", faultOfLevels({ name: child.name, level: await levelOf(call, child.kind) }, parent));
}

const emptyToNull = (text: string | null | undefined): string | null =>
  text === undefined || text === "" ? null : text;
