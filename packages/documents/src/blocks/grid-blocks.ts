/**
 * A grid of cells (a sheet, a CSV file) as paragraphs and one table: the lines above and below the table, which hold
 * the letterhead, the title and the signature, are no rows of it.
 */

import { captionOf } from "./caption.js";
import type { Block, Place, TableCell } from "./types.js";

export type GridRow = readonly TableCell[];

/** A row is of the table from so many filled cells on; a table of two columns from two. */
const FILLED = 3;

/**
 * @param rows cells where they start, as in {@link DocumentTable}; empty rows have none that is filled
 * @param place of the table as a whole
 */
export function gridBlocks(rows: readonly GridRow[], place: Place): Block[] {
  const filled = rows.map((row) => row.filter((cell) => cell.text !== "").length);
  const enough = Math.min(FILLED, Math.max(0, ...filled));
  if (enough === 0) return [];
  const first = filled.findIndex((count) => count >= enough);
  let end = filled.findLastIndex((count) => count >= enough) + 1;
  // Rows right under the last full one may go on with it; an empty row ends the table.
  while (end < rows.length && (filled[end] ?? 0) > 0) end += 1;
  const before = rows.slice(0, first).flatMap(paragraphsOf);
  const table = trimmed(rows.slice(first, end));
  if (enough === 1) return rows.flatMap(paragraphsOf);
  return [
    ...before,
    { kind: "table", table: { place, rows: table, caption: captionOf(before) } },
    ...rows.slice(end).flatMap(paragraphsOf),
  ];
}

function paragraphsOf(row: GridRow): Block[] {
  return row
    .filter((cell) => cell.text !== "")
    .map((cell) => ({ kind: "paragraph", text: cell.text, level: null, place: cell.place }));
}

/** Without columns at the end that are empty in every row. */
function trimmed(rows: readonly GridRow[]): GridRow[] {
  const width = Math.max(
    0,
    ...rows.map((row) => {
      let column = 0;
      let last = 0;
      for (const cell of row) {
        column += cell.columns;
        if (cell.text !== "") last = column;
      }
      return last;
    }),
  );
  return rows.map((row) => {
    const kept: TableCell[] = [];
    let column = 0;
    for (const cell of row) {
      if (column >= width) break;
      kept.push(column + cell.columns > width ? { ...cell, columns: width - column } : cell);
      column += cell.columns;
    }
    return kept;
  });
}
