/** Workbooks as files: opened after a look at what they are, and whole sheets of anybody's workbook. */
import type { BilingualText } from "@opendti/prose";
import { Budget } from "../blocks/budget.js";
import { DEFAULT_LIMITS, type ReadLimits } from "../blocks/limits.js";
import { DocumentRefused } from "../blocks/refused.js";
import { openArchive } from "../ooxml/archive.js";
import type { Merged } from "./cell-elements.js";
import { requirePackage, requireWorkbookParts } from "./other-files.js";
import { openSheets, type StoredCell, type StoredSheet } from "./stored-cells.js";

/** Cells that the merges of a workbook may cover; beyond, somebody merged whole columns. */
const MOST_COVERED = 500_000;

/**
 * @param wanted what to send in place of a file that is no workbook, a sentence.
 * @throws {DocumentRefused} for what is no .xlsx, is locked, broken, meant to harm or larger than the limits.
 */
export async function openWorkbookFile(
  bytes: Uint8Array,
  wanted: BilingualText,
  limits: Partial<ReadLimits> = {},
): Promise<StoredSheet[]> {
  const budget = new Budget({ ...DEFAULT_LIMITS, ...limits });
  if (bytes.length > budget.limits.bytes) throw tooLarge(bytes.length, budget.limits.bytes);
  requirePackage(bytes, wanted);
  const archive = await openArchive(bytes, budget);
  requireWorkbookParts(archive.names, wanted);
  return openSheets(archive, budget);
}

export interface SheetOfCells {
  readonly name: string;
  /** From the first to the last that holds anything; a merged cell holds what the first of its range does. */
  readonly rows: readonly SheetRow[];
}

export interface SheetRow {
  /** From 1. */
  readonly number: number;
  /** By column, from 1; cells that hold nothing are left out. */
  readonly cells: ReadonlyMap<number, StoredCell>;
}

/**
 * The visible sheets of a workbook in their order, whole: for lists and tables of numbers that people fill in.
 * @throws {DocumentRefused} as {@link openWorkbookFile}; where merges cover more than somebody can have meant.
 */
export async function readSheets(
  bytes: Uint8Array,
  wanted: BilingualText,
  limits: Partial<ReadLimits> = {},
): Promise<SheetOfCells[]> {
  const read: SheetOfCells[] = [];
  let covered = 0;
  for (const sheet of await openWorkbookFile(bytes, wanted, limits)) {
    if (sheet.hidden) continue;
    const rows = new Map<number, Map<number, StoredCell>>();
    const merges = await sheet.read({
      row: (number, cells) => {
        if (cells.size > 0) rows.set(number, new Map(cells));
      },
    });
    for (const merged of merges) {
      covered += (merged.bottom - merged.top + 1) * (merged.right - merged.left + 1);
      if (covered > MOST_COVERED) throw tooManyMerged(sheet.name);
      cover(rows, merged);
    }
    read.push({
      name: sheet.name,
      rows: [...rows].map(([number, cells]) => ({ number, cells })).sort((a, b) => a.number - b.number),
    });
  }
  return read;
}

function cover(rows: Map<number, Map<number, StoredCell>>, { top, left, bottom, right }: Merged): void {
  const first = rows.get(top)?.get(left);
  if (first === undefined) return;
  for (let number = top; number <= bottom; number += 1) {
    const row = rows.get(number) ?? new Map<number, StoredCell>();
    rows.set(number, row);
    for (let column = left; column <= right; column += 1) row.set(column, first);
  }
}

const tooManyMerged = (sheet: string): DocumentRefused =>
  new DocumentRefused(
    "too-large",
    {
      vi: `Sheet '${sheet}' trộn quá nhiều ô; bỏ trộn ô (unmerge) rồi lưu lại.`,
      en: `The sheet '${sheet}' merges too many cells; unmerge them and save again.`,
    },
    { sheet },
  );

function tooLarge(size: number, limit: number): DocumentRefused {
  const megabytes = Math.ceil(size / 1_000_000);
  const most = Math.floor(limit / 1_000_000);
  return new DocumentRefused("too-large", {
    vi: `Tệp lớn ${megabytes} MB, quá ${most} MB.`,
    en: `The file has ${megabytes} MB, more than ${most} MB.`,
  });
}
