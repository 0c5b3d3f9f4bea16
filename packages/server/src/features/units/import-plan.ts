/** What an import of units would do to the tree, decided before anything is done. Pure: rows and tree in, plan out. */
import { randomUUID } from "node:crypto";
import type { Words } from "../../http/problem.js";
import type { Facts, RowChange } from "../../workbook/report.js";
import type { CellFault } from "../../workbook/table.js";
import { printedDay } from "./day.js";
import type { StoredUnit } from "./repository.js";
import type { UnitRow } from "./sheet.js";
import type { UnitKind } from "./unit.js";
import {
  faultOfFuture,
  faultOfLevels,
  faultOfPlace,
  faultOfRenaming,
  isInCircle,
  type Placed,
} from "./validity.js";
import type { NewUnit } from "./writing.js";

export interface Tree {
  readonly units: readonly StoredUnit[];
  readonly kinds: readonly UnitKind[];
  /** The day each unit's newest name started, by id. */
  readonly newestNames: ReadonlyMap<string, string>;
  readonly today: string;
}

/** A stored unit and what changes of it. */
export interface Update {
  readonly before: StoredUnit;
  readonly shortName?: string;
  readonly kind?: string;
  readonly rankingGroup?: string;
  readonly moveTo?: { readonly parentId: string; readonly since: string };
  readonly rename?: {
    readonly name: string;
    readonly shortName: string;
    readonly on: string;
    readonly legalBasis: string;
  };
}

export interface Plan {
  readonly faults: readonly CellFault[];
  readonly changes: readonly RowChange[];
  /** Parents before their children. */
  readonly creates: readonly NewUnit[];
  readonly updates: readonly Update[];
}

/** A unit as it will be after the import. */
interface Future extends Placed {
  readonly id: string;
  readonly code: string;
  readonly parentId: string | null;
}

interface Resolved {
  readonly row: UnitRow;
  readonly id: string;
  readonly stored: StoredUnit | undefined;
  readonly parentId: string | null;
}

const codeKey = (code: string): string => code.toLowerCase();

/**
 * Decides what each row does; every fault of every row at once.
 * @param unreadable codes of rows that have faults of their own: who stands under them is not told so again.
 */
export function planUnits(rows: readonly UnitRow[], unreadable: readonly string[], tree: Tree): Plan {
  const faults: CellFault[] = [];
  const storedByCode = new Map(tree.units.map((unit) => [codeKey(unit.code), unit]));
  const resolved = resolve(distinct(rows, faults), new Set(unreadable.map(codeKey)), storedByCode, faults);
  const future = futureOf(resolved, tree);
  for (const each of resolved) checkPlace(each, future, tree, faults);
  for (const each of resolved) if (each.stored) checkStored(each.row, each.stored, tree, faults);
  checkChildren(resolved, future, faults);
  const codeOf = (id: string | null): string | null => (id === null ? null : (future.get(id)?.code ?? null));
  const updates: Update[] = [];
  const created: (NewUnit & { readonly depth: number })[] = [];
  const changes = resolved.map((each): RowChange => {
    const { row, stored } = each;
    const told = { row: row.row, code: row.code, name: row.name };
    if (stored === undefined) {
      const unit = newUnitOf(each, tree.today);
      created.push({ ...unit, depth: depthOf(unit.id, future) });
      return { ...told, action: "create", after: factsOf(unit, codeOf) };
    }
    const update = updateOf(each, stored, tree);
    if (Object.keys(update).length === 1) return { ...told, action: "same" };
    updates.push(update);
    return { ...told, action: "change", ...differenceOf(update, codeOf) };
  });
  const creates = created.sort((a, b) => a.depth - b.depth).map(({ depth: _, ...unit }) => unit);
  return { faults, changes, creates, updates };
}

function distinct(rows: readonly UnitRow[], faults: CellFault[]): UnitRow[] {
  const seen = new Map<string, UnitRow>();
  for (const row of rows) {
    const first = seen.get(codeKey(row.code));
    if (first === undefined) seen.set(codeKey(row.code), row);
    else
      faults.push(
        row.fault("code", {
          vi: `mã "${row.code}" đã có ở dòng ${first.row}`,
          en: `the code "${row.code}" stands in row ${first.row} already`,
        }),
      );
  }
  return [...seen.values()];
}

function resolve(
  rows: readonly UnitRow[],
  unreadable: ReadonlySet<string>,
  storedByCode: ReadonlyMap<string, StoredUnit>,
  faults: CellFault[],
): Resolved[] {
  const ids = new Map([...storedByCode].map(([code, { id }]) => [code, id]));
  for (const { code } of rows) if (!ids.has(codeKey(code))) ids.set(codeKey(code), randomUUID());
  return rows.map((row) => {
    const stored = storedByCode.get(codeKey(row.code));
    const id = ids.get(codeKey(row.code)) ?? randomUUID();
    const kept = stored?.parentId ?? null;
    if (row.parentCode === undefined) return { row, id, stored, parentId: kept };
    const parentId = ids.get(codeKey(row.parentCode));
    if (parentId === undefined && !unreadable.has(codeKey(row.parentCode)))
      faults.push(
        row.fault("parent", {
          vi: `không có đơn vị mã "${row.parentCode}", cả trong hệ thống lẫn trong tệp`,
          en: `there is no unit with the code "${row.parentCode}", neither stored nor in the file`,
        }),
      );
    return { row, id, stored, parentId: parentId ?? kept };
  });
}

function futureOf(resolved: readonly Resolved[], tree: Tree): Map<string, Future> {
  const levels = new Map(tree.kinds.map(({ kind, level }) => [kind, level]));
  const future = new Map<string, Future>(
    tree.units.map((unit) => [unit.id, { ...unit, level: levels.get(unit.kind) ?? 0 }]),
  );
  for (const { row, id, stored, parentId } of resolved)
    future.set(id, {
      id,
      code: row.code,
      name: row.name,
      level: row.kind.level,
      parentId,
      validFrom: stored?.validFrom ?? row.from ?? tree.today,
      validTo: stored?.validTo ?? null,
    });
  return future;
}

function checkPlace(
  each: Resolved,
  future: ReadonlyMap<string, Future>,
  tree: Tree,
  faults: CellFault[],
): void {
  const unit = future.get(each.id);
  const parent = each.parentId === null ? undefined : future.get(each.parentId);
  if (unit === undefined || parent === undefined) return;
  const fault = isInCircle(each.id, (id) => future.get(id)?.parentId)
    ? CIRCLE
    : // A stored unit that stays where it is stood there lawfully; only kinds may have changed.
      each.stored?.parentId === each.parentId
      ? faultOfLevels(unit, parent)
      : faultOfPlace(unit, parent, each.stored ? sinceOf(each.stored, tree.today) : unit.validFrom);
  if (fault !== undefined) faults.push(each.row.fault("parent", inCell(fault)));
}

const CIRCLE: Words = {
  vi: "đơn vị cấp trên nằm dưới chính đơn vị này (vòng lặp)",
  en: "the parent stands under this very unit (a circle)",
};

function sinceOf(stored: StoredUnit, today: string): string {
  return today > stored.validFrom ? today : stored.validFrom;
}

function checkStored(row: UnitRow, stored: StoredUnit, tree: Tree, faults: CellFault[]): void {
  const refuse = (key: Parameters<UnitRow["fault"]>[0], words: Words): void => {
    faults.push(row.fault(key, inCell(words)));
  };
  if (stored.validTo !== null)
    refuse("code", {
      vi: `đơn vị đã kết thúc ngày ${printedDay(stored.validTo)}`,
      en: `the unit ended on ${printedDay(stored.validTo)}`,
    });
  if (row.from !== undefined && row.from !== stored.validFrom)
    refuse("from", {
      vi: `ngày đang lưu là ${printedDay(stored.validFrom)}; sửa ngày ở trang đơn vị`,
      en: `the stored day is ${printedDay(stored.validFrom)}; correct it on the unit's page`,
    });
  if (row.name === stored.name) return;
  if (row.renamedOn === undefined) {
    refuse("name", {
      vi: `khác tên đang lưu "${stored.name}"; ghi ngày đổi tên và căn cứ, hoặc sửa lỗi gõ ở trang đơn vị`,
      en: `differs from the stored name "${stored.name}"; give the day of the renaming and its basis, or correct a slip on the unit's page`,
    });
    return;
  }
  if (row.basis === undefined)
    refuse("basis", { vi: "thiếu căn cứ đổi tên", en: "the basis of the renaming is missing" });
  const newest = tree.newestNames.get(stored.id) ?? stored.validFrom;
  const fault = faultOfFuture(row.renamedOn, tree.today) ?? faultOfRenaming(stored, newest, row.renamedOn);
  if (fault !== undefined) refuse("renamedOn", fault);
}

/** A unit of another kind than before has to fit above what stands under it. */
function checkChildren(
  resolved: readonly Resolved[],
  future: ReadonlyMap<string, Future>,
  faults: CellFault[],
): void {
  const inFile = new Set(resolved.map(({ id }) => id));
  const changed = new Map(
    resolved
      .filter(({ row, stored }) => stored !== undefined && stored.kind !== row.kind.kind)
      .map((each) => [each.id, each]),
  );
  for (const child of future.values()) {
    const parent = child.parentId === null ? undefined : changed.get(child.parentId);
    // A child in the file is told at its own row.
    if (parent === undefined || inFile.has(child.id)) continue;
    const fault = faultOfLevels(child, { name: parent.row.name, level: parent.row.kind.level });
    if (fault !== undefined) faults.push(parent.row.fault("kind", inCell(fault)));
  }
}

/** Sentences of the rules begin with a capital; after "ô C12:" they go on in small. */
function inCell({ vi, en }: Words): Words {
  const small = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
  return { vi: small(vi), en: small(en) };
}

function depthOf(id: string, future: ReadonlyMap<string, Future>): number {
  let depth = 0;
  // Bounded: a circle is a fault, but the plan is made to its end all the same.
  for (let at = future.get(id)?.parentId; at && depth <= future.size; at = future.get(at)?.parentId)
    depth += 1;
  return depth;
}

function newUnitOf({ row, id, parentId }: Resolved, today: string): NewUnit {
  return {
    id,
    code: row.code,
    name: row.name,
    shortName: row.shortName ?? row.name,
    kind: row.kind.kind,
    parentId,
    rankingGroup: row.group ?? null,
    validFrom: row.from ?? today,
    legalBasis: row.basis ?? "",
  };
}

function updateOf({ row, parentId }: Resolved, stored: StoredUnit, tree: Tree): Update {
  const { shortName, group, renamedOn, basis } = row;
  const renamed = row.name !== stored.name && renamedOn !== undefined;
  const moved = parentId !== null && parentId !== stored.parentId;
  return {
    before: stored,
    ...(!renamed && shortName !== undefined && shortName !== stored.shortName ? { shortName } : {}),
    ...(row.kind.kind === stored.kind ? {} : { kind: row.kind.kind }),
    ...(group !== undefined && group !== stored.rankingGroup ? { rankingGroup: group } : {}),
    ...(moved ? { moveTo: { parentId, since: sinceOf(stored, tree.today) } } : {}),
    ...(renamed
      ? {
          rename: {
            name: row.name,
            shortName: shortName ?? row.name,
            on: renamedOn,
            legalBasis: basis ?? "",
          },
        }
      : {}),
  };
}

function factsOf(unit: NewUnit, codeOf: (id: string | null) => string | null): Facts {
  const { name, shortName, kind, rankingGroup, validFrom } = unit;
  return { name, shortName, kind, parent: codeOf(unit.parentId), rankingGroup, validFrom };
}

function differenceOf(
  update: Update,
  codeOf: (id: string | null) => string | null,
): { readonly before: Facts; readonly after: Facts } {
  const { before: stored, rename, shortName, kind, rankingGroup, moveTo } = update;
  const before: Record<string, string | null> = {};
  const after: Record<string, string | null> = {};
  const tell = (key: string, was: string | null, is: string | undefined): void => {
    if (is === undefined || is === was) return;
    before[key] = was;
    after[key] = is;
  };
  tell("name", stored.name, rename?.name);
  tell("shortName", stored.shortName, rename?.shortName ?? shortName);
  if (rename !== undefined) after["renamedOn"] = rename.on;
  tell("kind", stored.kind, kind);
  tell("rankingGroup", stored.rankingGroup, rankingGroup);
  tell("parent", codeOf(stored.parentId), moveTo && (codeOf(moveTo.parentId) ?? undefined));
  return { before, after };
}
