/** Where a leaf's scores of one chunk go: its own columns, and the sum above it. */
import { type Lane, MISSING, SCORED, UNDEFINED, UNSURE } from "./lane.js";

export class Outcome {
  /** Rounded points of the rows, 0 to begin with. */
  ticks: Int32Array = new Int32Array(0);
  /** Statuses of the rows, SCORED to begin with. */
  status: Uint8Array = new Uint8Array(0);
  /** A running sum, to which the rows' unrounded points are added as float ticks; rows in doubt add nothing. */
  sums: Float64Array = new Float64Array(0);
  /** Whether any row was marked UNSURE. */
  unsure = false;
  /** For the rows that a loop puts aside. */
  odd: Int32Array = new Int32Array(0);

  /** Makes room for so many rows to be put aside. Whoever gives an outcome to a kernel calls it first. */
  room(rows: number): void {
    if (this.odd.length < rows) this.odd = new Int32Array(rows);
  }

  /** Aims at other columns. */
  aim(ticks: Int32Array, status: Uint8Array, sums: Float64Array): void {
    this.ticks = ticks;
    this.status = status;
    this.sums = sums;
    this.unsure = false;
  }

  /** Columns of its own, as if no row had been scored. */
  clear(rows: number): void {
    this.room(rows);
    if (this.ticks.length < rows)
      this.aim(new Int32Array(rows), new Uint8Array(rows), new Float64Array(rows));
    this.ticks.fill(0, 0, rows);
    this.status.fill(SCORED, 0, rows);
    this.sums.fill(0, 0, rows);
    this.unsure = false;
  }

  /** Leaves a row that has added nothing yet to the exact evaluator. */
  doubt(row: number): void {
    this.status[row] = UNSURE;
    this.unsure = true;
  }

  /** A row without an ordinary quotient: a missing part, a zero below, or too large for a float to be trusted. */
  irregular(row: number, above: number, below: number): void {
    if (above !== above || below !== below) this.status[row] = MISSING;
    else if (below === 0) this.status[row] = UNDEFINED;
    else this.doubt(row);
  }

  /**
   * The first `count` rows of {@link odd} have no ordinary quotient. Loops put such rows aside there: what is rare, done in the loop itself,
   * would slow down every row.
   */
  irregularRows(count: number, above: Float64Array, below: Float64Array): void {
    for (let place = 0; place < count; place += 1) {
      const row = this.odd[place] as number;
      this.irregular(row, above[row] as number, below[row] as number);
    }
  }

  /** Takes what a row has in another outcome that holds its points alone. */
  copy(row: number, from: Outcome | undefined): void {
    if (!from) return;
    this.ticks[row] = from.ticks[row] as number;
    this.sums[row] = (this.sums[row] as number) + (from.sums[row] as number);
    const status = from.status[row] as number;
    if (status === UNSURE) this.doubt(row);
    else this.status[row] = status;
  }

  /** Takes rows rounded in a lane; their ticks are in place already. */
  take(rows: number, lane: Lane): void {
    const { status, sums } = this;
    const { points } = lane;
    status.set(lane.status.subarray(0, rows));
    if (lane.unsure) {
      this.unsure = true;
      for (let row = 0; row < rows; row += 1) if (status[row] === UNSURE) points[row] = 0;
    }
    for (let row = 0; row < rows; row += 1) sums[row] = (sums[row] as number) + (points[row] as number);
  }
}
