/** Rows of cells with spans, spread out so that every position of the grid names the cell that covers it. */
import type { DocumentTable, TableCell } from "../blocks/types.js";

export type GridLine = readonly (TableCell | undefined)[];

/** Beyond so many positions spans are not spread out: no table of a decision has them. */
const MOST_POSITIONS = 2_000_000;

/** @returns one line a row, all of the same length; undefined where no cell reaches */
export function gridOf(table: DocumentTable): readonly GridLine[] {
  const width = Math.max(0, ...table.rows.map((row) => row.reduce((sum, cell) => sum + cell.columns, 0)));
  const spread = width * table.rows.length <= MOST_POSITIONS;
  const hanging: { cell: TableCell; left: number }[] = [];
  let most = 0;
  const lines = table.rows.map((row) => {
    const line: (TableCell | undefined)[] = [];
    hanging.forEach((hang, column) => {
      if (hang.left > 0) {
        line[column] = hang.cell;
        hang.left -= 1;
      }
    });
    let column = 0;
    for (const cell of row) {
      while (line[column] !== undefined) column += 1;
      for (let step = 0; step < (spread ? cell.columns : 1); step += 1) {
        line[column] = cell;
        if (spread && cell.rows > 1) hanging[column] = { cell, left: cell.rows - 1 };
        column += 1;
      }
    }
    most = Math.max(most, line.length);
    return line;
  });
  return lines.map((line) => Array.from({ length: most }, (_, column) => line[column]));
}
