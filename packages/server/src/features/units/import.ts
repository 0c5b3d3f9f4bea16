/** Importing units from a workbook: tried first, then applied whole or not at all. */
import { requireRole } from "../../access/actor.js";
import { foldedText } from "../../database/folded-text.js";
import { type Call, inTransaction, type LongCall } from "../../http/call.js";
import { textIn } from "../../workbook/cells.js";
import type { ImportReport } from "../../workbook/report.js";
import { openSheets } from "../../workbook/sheets.js";
import { type CellFault, problemsIn, readTable, type Table } from "../../workbook/table.js";
import { record } from "../audit/record.js";
import { auditedUnit, recordChange } from "./changes.js";
import { dayBefore, dayOf } from "./day.js";
import { type Plan, planUnits, type Update } from "./import-plan.js";
import * as repository from "./repository.js";
import {
  MOST_UNIT_ROWS,
  readUnitRow,
  UNIT_COLUMNS,
  UNIT_SHEET,
  type UnitRow,
  unitTemplate,
} from "./sheet.js";
import type { UnitKind } from "./unit.js";
import * as writing from "./writing.js";

/** The workbook to fill in. */
export async function template(call: Call): Promise<Buffer> {
  requireRole(call.actor, "administrator");
  return unitTemplate(await repository.unitKinds(call.db));
}

/**
 * Reads a workbook of units and says what it would change and what is wrong with it, all at once.
 * @param receive the upload, asked for only when the actor may import.
 * @param apply stores the changes when nothing is wrong.
 */
export async function importUnits(
  call: LongCall,
  receive: () => Promise<Buffer>,
  apply: boolean,
): Promise<ImportReport> {
  requireRole(call.actor, "administrator");
  const sheets = await openSheets(await receive());
  const table = readTable(sheets, UNIT_SHEET, UNIT_COLUMNS, MOST_UNIT_ROWS);
  return inTransaction(call, async (within) => {
    await writing.lockTree(within.db);
    const { plan, faults } = await planOf(within, table);
    const applied = apply && faults.length === 0;
    if (applied) await carryOut(within, plan);
    return { applied, changes: plan.changes, problems: problemsIn(call.actor.language, faults) };
  });
}

async function planOf(
  call: Call,
  table: Table<(typeof UNIT_COLUMNS)[number]["key"]>,
): Promise<{ readonly plan: Plan; readonly faults: readonly CellFault[] }> {
  const kinds = await repository.unitKinds(call.db);
  const kindOf = kindFinder(kinds);
  const rows: UnitRow[] = [];
  const unreadable: string[] = [];
  const faults = [...table.faults];
  for (const row of table.rows) {
    const read = readUnitRow(row, kindOf);
    if ("code" in read) rows.push(read);
    else {
      faults.push(...read);
      unreadable.push(textIn(row.cell("code")) ?? "");
    }
  }
  const today = dayOf(call.at);
  const plan = planUnits(rows, unreadable, {
    units: await repository.everyUnit(call.db, today),
    kinds,
    newestNames: await repository.newestNames(call.db),
    today,
  });
  return { plan, faults: [...faults, ...plan.faults] };
}

function kindFinder(kinds: readonly UnitKind[]): (text: string) => UnitKind | undefined {
  const byText = new Map([
    ...kinds.map((kind) => [foldedText(kind.name), kind] as const),
    ...kinds.map((kind) => [foldedText(kind.kind), kind] as const),
  ]);
  return (text) => byText.get(foldedText(text));
}

async function carryOut(call: Call, { creates, updates }: Plan): Promise<void> {
  await writing.insertUnits(call.db, creates);
  for (const unit of creates)
    await record(call, {
      action: "unit.create",
      subject: { type: "unit", id: unit.id },
      unitId: unit.id,
      after: auditedUnit(unit),
    });
  for (const update of updates) await carryOutUpdate(call, update);
}

async function carryOutUpdate(call: Call, update: Update): Promise<void> {
  const { before, rename, moveTo, shortName, kind, rankingGroup } = update;
  const { id } = before;
  if (rename !== undefined) await writing.insertName(call.db, id, rename);
  if (shortName !== undefined) await writing.correctNewestName(call.db, id, before.name, shortName);
  if (moveTo !== undefined) {
    const { underParentSince } = await writing.boundsOf(call.db, id);
    if (underParentSince < moveTo.since)
      await writing.keepPastParent(call.db, id, before.parentId, dayBefore(moveTo.since));
  }
  await writing.updateUnit(call.db, id, {
    ...(rename === undefined ? {} : { name: rename.name, shortName: rename.shortName }),
    ...(shortName === undefined ? {} : { shortName }),
    ...(kind === undefined ? {} : { kind }),
    ...(rankingGroup === undefined ? {} : { rankingGroup }),
    ...(moveTo === undefined ? {} : { parentId: moveTo.parentId }),
  });
  const more = rename === undefined ? {} : { on: rename.on, legalBasis: rename.legalBasis };
  await recordChange(call, "unit.change", before, more);
}
