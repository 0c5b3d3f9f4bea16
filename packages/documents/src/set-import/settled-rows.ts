/** Rows without a number that a table's columns leave open: pillars by their sums, indicators whose number was lost. */
import { readPoints } from "./points.js";
import type { SheetRow } from "./rows.js";

/** The rows with what their points and words tell about them; the order stays. */
export function settledRows(rows: readonly SheetRow[]): SheetRow[] {
  const pillars = summingPillars(rows);
  const groups = headedGroups(rows);
  let owner: SheetRow | undefined;
  return rows.map((row) => {
    if (pillars.has(row) || groups.has(row)) {
      owner = undefined;
      return { ...row, kind: "group" };
    }
    if (row.kind === "indicator") owner = row;
    const below = row.kind === "part" || row.kind === "option";
    // Points and a rule of its own: an indicator, whose number was lost, unless it divides the points of one without a rule.
    if (below && row.code === "" && row.rule !== "" && row.max !== "" && owner && owner.rule !== "")
      return { ...row, kind: "indicator" };
    return row;
  });
}

/** Whether rows under an indicator are its children: they have points that add up to its own, and it has no rule. */
export function divides(owner: SheetRow | undefined, parts: readonly SheetRow[]): boolean {
  const whole = owner && owner.rule === "" && owner.declared === "" ? points(owner) : undefined;
  if (whole === undefined || parts.length < 2) return false;
  if (parts.some((part) => part.declared !== "" || points(part) === undefined)) return false;
  return same(sum(parts), whole);
}

/** Rows without a number whose points are the sum of the numbered rows after them, up to the next such row. */
function summingPillars(rows: readonly SheetRow[]): Set<SheetRow> {
  const open = rows.filter(
    (row) =>
      row.code === "" &&
      row.rule === "" &&
      row.declared === "" &&
      row.kind !== "total" &&
      points(row) !== undefined,
  );
  const found = open.filter((row) => {
    const below: SheetRow[] = [];
    for (const other of rows.slice(rows.indexOf(row) + 1)) {
      if (open.includes(other) || other.kind === "total") break;
      if (/^\d+$/.test(other.code)) below.push(other);
      else if (/[.-]/.test(other.code)) return false;
    }
    return below.length > 0 && same(sum(below), points(row) ?? 0);
  });
  const [first] = rows;
  return new Set(found.length > 1 || (first !== undefined && found.includes(first)) ? found : []);
}

/** "2. Thể chế số" between lists that begin again with 1: a pillar with a number of its own. */
function headedGroups(rows: readonly SheetRow[]): Set<SheetRow> {
  const found = rows.filter((row, at) => {
    const next = rows[at + 1];
    return row.kind === "group" && /^\d+$/.test(row.code) && row.max === "" && next?.code === "1";
  });
  return new Set(found);
}

function points(row: SheetRow): number | undefined {
  const read = readPoints(row.max);
  return read === undefined ? undefined : Number(read.value);
}

function sum(rows: readonly SheetRow[]): number {
  return rows.reduce((so, row) => so + (points(row) ?? 0), 0);
}

/** Sums of decimals in floats; only to compare. */
function same(one: number, other: number): boolean {
  return Math.abs(one - other) < 1e-9;
}
