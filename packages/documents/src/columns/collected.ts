/** A table while its pieces are gathered: the header, and the lines under it from however many pages. */
import type { ParagraphBlock, Place, TableCell } from "../blocks/types.js";
import type { GridLine } from "./grid.js";
import type { HeaderColumn } from "./header.js";
import type { ColumnRole } from "./types.js";

/** A line of a grid, or a paragraph between two pieces of the table that heads what follows. */
export type CollectedLine =
  | {
      readonly kind: "line";
      readonly line: GridLine;
      /** Cells as they came, where the format knows no columns but only the order of cells. */
      readonly flat: readonly TableCell[] | undefined;
      /** The first line after a page break or a repeated header. */
      readonly broken: boolean;
    }
  | { readonly kind: "heading"; readonly paragraph: ParagraphBlock };

export interface Collected {
  readonly columns: readonly HeaderColumn[];
  readonly lines: CollectedLine[];
  readonly caption: string | null;
  readonly place: Place;
  readonly block: number;
}

/** The cells of one line under the columns of the table. */
export interface PhysicalRow {
  /** One a column. A column that covers several cells has their texts joined. */
  readonly cells: readonly SeatedCell[];
  readonly place: Place;
  readonly broken: boolean;
  /** Exactly one cell has text, or one cell covers most columns. */
  readonly alone: boolean;
}

export interface SeatedCell {
  readonly text: string;
  readonly place: Place;
  readonly number: string | undefined;
  /** The cell began in a row above and reaches down into this one. */
  readonly fromAbove: boolean;
  readonly unsure: boolean;
}

/** Seats the cells of every line; headings are passed on as they are. */
export function seatLines(
  table: Collected,
  seat: (roles: readonly ColumnRole[], texts: readonly string[]) => readonly (number | undefined)[],
  roles: readonly ColumnRole[],
): (PhysicalRow | ParagraphBlock)[] {
  const rows: (PhysicalRow | ParagraphBlock)[] = [];
  let above: GridLine = [];
  for (const collected of table.lines) {
    if (collected.kind === "heading") {
      rows.push(collected.paragraph);
      continue;
    }
    const { line, flat, broken } = collected;
    const place = placeOfLine(line, above);
    const cells = flat
      ? seatFlat(flat, seat, roles, place)
      : table.columns.map((column) => seatColumn(line, above, column, place));
    const filled = cells.filter((cell) => cell.text !== "" && !cell.fromAbove).length;
    if (filled > 0) rows.push({ cells, place, broken, alone: filled === 1 });
    above = line;
  }
  return rows;
}

/** Where the first cell stands that begins in the line itself. */
function placeOfLine(line: GridLine, above: GridLine): Place {
  const own = line.find((cell, at) => cell && cell.text !== "" && above[at] !== cell);
  return (own ?? line.find((cell) => cell !== undefined))?.place ?? {};
}

function seatColumn(line: GridLine, above: GridLine, column: HeaderColumn, place: Place): SeatedCell {
  const own: TableCell[] = [];
  let fromAbove = false;
  for (let at = column.from; at < column.to; at += 1) {
    const cell = line[at];
    // A cell that began further left belongs to the column where it began.
    if (!cell || own.includes(cell) || (at > 0 && line[at - 1] === cell)) continue;
    own.push(cell);
    if (above[at] === cell) fromAbove = true;
  }
  const filled = own.filter((cell) => cell.text !== "");
  const number = filled.length === 1 ? filled[0]?.number : undefined;
  return {
    text: filled.map((cell) => cell.text).join("\n"),
    place: filled[0]?.place ?? own[0]?.place ?? place,
    number,
    fromAbove: fromAbove && filled.length <= 1,
    unsure: filled.some((cell) => cell.unsure === true),
  };
}

function seatFlat(
  flat: readonly TableCell[],
  seat: (roles: readonly ColumnRole[], texts: readonly string[]) => readonly (number | undefined)[],
  roles: readonly ColumnRole[],
  place: Place,
): SeatedCell[] {
  const seats = seat(
    roles,
    flat.map((cell) => cell.text),
  );
  return roles.map((_, column) => {
    const at = seats[column];
    const cell = at === undefined ? undefined : flat[at];
    return {
      text: cell?.text ?? "",
      place: cell?.place ?? place,
      number: cell?.number,
      fromAbove: false,
      unsure: cell?.unsure === true,
    };
  });
}
