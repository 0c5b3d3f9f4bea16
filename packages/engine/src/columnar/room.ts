/**
 * Columns for what is worked out in passing, as long as the longest chunk they have served: where a server scores one unit
 * at a time, none takes the room of thousands.
 */

/** @returns the column itself where it has room for so many rows, else an empty one that has. */
export const floatsFor = (column: Float64Array, rows: number): Float64Array =>
  column.length < rows ? new Float64Array(rows) : column;

/** A column for what a loop works out and the next one reads. */
export class Scratch {
  private column: Float64Array = new Float64Array(0);

  /** @returns so many rows, in which anything may stand. */
  rows(count: number): Float64Array {
    this.column = floatsFor(this.column, count);
    return this.column.subarray(0, count);
  }
}
