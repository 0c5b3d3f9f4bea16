/** A sheet held whole: its rows, and which cells others are merged over. For the sheets of one unit. */
import type { Merged } from "../xlsx/cell-elements.js";
import { columnLetters } from "../xlsx/column-letters.js";
import type { StoredCell, StoredRow, StoredSheet } from "../xlsx/stored-cells.js";
import type { CellPlace } from "./types.js";

export class Grid {
  private constructor(
    readonly name: string,
    /** In the order of the sheet. */
    readonly rows: readonly { readonly number: number; readonly cells: StoredRow }[],
    private readonly merges: readonly Merged[],
  ) {}

  static async of(sheet: StoredSheet): Promise<Grid> {
    const rows: { number: number; cells: StoredRow }[] = [];
    const merges = await sheet.read({
      row: (number, cells) => cells.size > 0 && rows.push({ number, cells }),
    });
    return new Grid(sheet.name, rows, merges);
  }

  place(row: number, column: number): CellPlace {
    return { sheet: this.name, cell: `${columnLetters(column)}${row}` };
  }

  cell(row: StoredRow, column: number): StoredCell | undefined {
    return row.get(column);
  }

  /** The address of the cell that is merged over this one; undefined when the cell shows its own. */
  coveredBy(row: number, column: number): string | undefined {
    const over = this.merges.find(
      ({ top, left, bottom, right }) =>
        row >= top && row <= bottom && column >= left && column <= right && (row !== top || column !== left),
    );
    return over && `${columnLetters(over.left)}${over.top}`;
  }
}
