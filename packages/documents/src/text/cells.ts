/** Pieces of text as cells. */
import type { Budget } from "../blocks/budget.js";
import { cellText } from "../blocks/clean.js";
import type { TableCell } from "../blocks/types.js";
import { withoutMarkup } from "./markup.js";

export function textCell(text: string, line: number, budget: Budget, columns = 1): TableCell {
  budget.cell(columns);
  const tidy = cellText(withoutMarkup(text));
  budget.text(tidy.length + 1);
  return { text: tidy, place: { line }, columns, rows: 1 };
}
