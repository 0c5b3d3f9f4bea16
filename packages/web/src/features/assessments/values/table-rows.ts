/** Rows of a table input as they are typed: each cell by the kind of its column. */

import type { Language } from "@opendti/engine";
import type { AnswerValue } from "../../../api/assessment-contract.js";
import type { InputColumn } from "../scoring/inputs.js";
import { readTyped, type TypedProblem, typedText } from "./typed-value.js";

/** A row as it stands on the screen: what was typed by column, or the choice made. */
export type TypedRow = Readonly<Record<string, string | boolean | number>>;

export interface CellProblem {
  readonly row: number;
  readonly column: string;
  readonly problem: TypedProblem;
}

/** All rows read; rows with nothing in them are left out. Every cell that cannot be read is told, none is dropped. */
export function readRows(
  columns: readonly InputColumn[],
  rows: readonly TypedRow[],
  language: Language,
): { readonly value: AnswerValue; readonly problems: readonly CellProblem[] } {
  const problems: CellProblem[] = [];
  const read = rows.flatMap((row, index): TypedRow[] => {
    const cells: Record<string, string | boolean | number> = {};
    for (const column of columns) {
      const cell = row[column.id];
      if (cell === undefined || cell === "") continue;
      if (column.kind === "yes_no" || column.kind === "choice" || typeof cell !== "string") {
        if (cell !== false) cells[column.id] = cell;
        continue;
      }
      const reading = readTyped({ kind: column.kind }, cell, language);
      if (!reading.ok) problems.push({ row: index, column: column.id, problem: reading.problem });
      else if (typeof reading.value === "string") cells[column.id] = reading.value;
    }
    return Object.keys(cells).length > 0 ? [cells] : [];
  });
  return { value: read.length > 0 ? read : null, problems };
}

/** Stored rows as the screen shows them. */
export function typedRows(
  columns: readonly InputColumn[],
  value: AnswerValue,
  language: Language,
): TypedRow[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((row: unknown): TypedRow[] => {
    if (typeof row !== "object" || row === null) return [];
    const cells: Record<string, string | boolean | number> = {};
    for (const column of columns) {
      const cell = (row as Record<string, unknown>)[column.id];
      if (typeof cell === "string" && column.kind !== "yes_no" && column.kind !== "choice")
        cells[column.id] = typedText({ kind: column.kind }, cell, language);
      else if (typeof cell === "string" || typeof cell === "boolean" || typeof cell === "number")
        cells[column.id] = cell;
    }
    return [cells];
  });
}
