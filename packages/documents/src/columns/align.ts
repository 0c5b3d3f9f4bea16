/** Cells of a row whose empty or merged neighbours were lost on the way to plain text, put back under their columns. */
import { misfit } from "./kinds.js";
import type { ColumnRole } from "./types.js";

/** A column that no cell is for; cheap at the end of a row, where trailing empty cells are often dropped. */
const GAP = 0.5;
const GAP_AT_END = 0.12;
const DROP_EMPTY = 0.5;
const DROP_FILLED = 9;
/** Beyond so many cells or columns a row is left as it is. */
const WIDEST = 20;

type Step = "seat" | "gap" | "drop" | undefined;

/**
 * The cheapest way to seat the cells, in their order, under the columns.
 * @returns for each column the cell that sits in it; undefined for none
 */
export function align(
  roles: readonly ColumnRole[],
  texts: readonly string[],
): readonly (number | undefined)[] {
  const columns = roles.length;
  const count = texts.length;
  if (columns > WIDEST || count > WIDEST)
    return roles.map((_, column) => (column < count ? column : undefined));
  const best: number[][] = [];
  const step: Step[][] = [];
  for (let column = 0; column <= columns; column += 1) {
    best.push(new Array<number>(count + 1).fill(Number.POSITIVE_INFINITY));
    step.push(new Array<Step>(count + 1).fill(undefined));
  }
  const reach = (column: number, cell: number, cost: number, how: Step): void => {
    const row = best[column];
    const steps = step[column];
    if (!row || !steps || cost >= (row[cell] ?? 0)) return;
    row[cell] = cost;
    steps[cell] = how;
  };
  reach(0, 0, 0, undefined);
  for (let column = 0; column <= columns; column += 1)
    for (let cell = 0; cell <= count; cell += 1) {
      const cost = best[column]?.[cell] ?? Number.POSITIVE_INFINITY;
      if (!Number.isFinite(cost)) continue;
      const text = texts[cell];
      const role = roles[column];
      if (role !== undefined && text !== undefined)
        reach(column + 1, cell + 1, cost + misfit(role, text), "seat");
      if (role !== undefined) reach(column + 1, cell, cost + (cell === count ? GAP_AT_END : GAP), "gap");
      if (text !== undefined)
        reach(column, cell + 1, cost + (text.trim() === "" ? DROP_EMPTY : DROP_FILLED), "drop");
    }
  return walkBack(step, columns, count);
}

function walkBack(
  step: readonly (readonly Step[])[],
  columns: number,
  count: number,
): (number | undefined)[] {
  const cells = new Array<number | undefined>(columns).fill(undefined);
  let column = columns;
  let cell = count;
  while (column > 0 || cell > 0) {
    const how = step[column]?.[cell];
    if (how === "seat") {
      column -= 1;
      cell -= 1;
      cells[column] = cell;
    } else if (how === "gap") column -= 1;
    else if (how === "drop") cell -= 1;
    else break;
  }
  return cells;
}
