/** A sheet that holds the rows of a table: every row below the header that says something, in its order. */
import { message, plainFact } from "@opendti/engine";
import type { Grid } from "./grid.js";
import { columnOf } from "./keys.js";
import { FORM_TOP, type TableSheet } from "./layout.js";
import { plainText } from "./open-workbook.js";
import { type CellReading, readCell } from "./read-value.js";
import type { CellPlace, FieldValue } from "./types.js";

const MOST_ROWS = 1000;

/**
 * @param top the hidden row of marks.
 * @returns the rows by column, or the first fault with its cell.
 */
export function readTable(
  grid: Grid,
  { columns }: TableSheet,
  top: number,
): { readonly place: CellPlace; readonly reading: CellReading } {
  const marks = grid.rows.find(({ number }) => number === top)?.cells ?? new Map();
  const places = new Map<number, (typeof columns)[number]>();
  for (const [at, cell] of marks) {
    const column = columns.find(({ id }) => id === columnOf(plainText(cell)));
    if (column) places.set(at, column);
  }
  const first = Math.min(...places.keys(), Number.MAX_SAFE_INTEGER);
  const start = grid.place(top + FORM_TOP, Number.isSafeInteger(first) && places.size > 0 ? first : 1);
  if (places.size < columns.length)
    return {
      place: start,
      reading: {
        fault: message(
          "bảng đã mất một cột; tải lại bảng tính rồi chép số liệu sang",
          "the table has lost a column; download the workbook anew and copy the data into it",
        ),
      },
    };
  const rows: Record<string, FieldValue>[] = [];
  for (const { number, cells } of grid.rows) {
    if (number < top + FORM_TOP) continue;
    const row: Record<string, FieldValue> = {};
    for (const [at, column] of places) {
      const reading = readCell(plainFact(column), cells.get(at));
      if ("fault" in reading) return { place: grid.place(number, at), reading };
      if (reading.value !== null) row[column.id] = reading.value;
    }
    if (Object.keys(row).length > 0) rows.push(row);
    if (rows.length > MOST_ROWS)
      return {
        place: grid.place(number, first),
        reading: {
          fault: message(`bảng dài quá ${MOST_ROWS} dòng`, `the table is longer than ${MOST_ROWS} rows`),
        },
      };
  }
  return { place: start, reading: { value: rows.length === 0 ? null : rows } };
}
