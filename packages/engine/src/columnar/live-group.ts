/** One ranking group of a live campaign: its scores side by side, so that a change that moves all of them is one pass. */
import type { Rational } from "../numbers/rational.js";
import { TRUE } from "./condition.js";
import type { CampaignState } from "./state.js";

export class LiveGroup {
  readonly size: number;
  /** Node-major: value of node n of member m at n * size + m. */
  readonly ticks: Int32Array;
  readonly status: Uint8Array;
  /** Unrounded points as float ticks, of every node; only where the set adds exact scores. */
  readonly points: Float64Array;
  readonly total: Int32Array;
  readonly exactTotal: Float64Array;
  readonly rank: Int32Array;
  /** Ranked members, best first, and the place of each in it (-1 when unranked). */
  order: Int32Array;
  readonly placeOf: Int32Array;
  /** Relative measures, whole numbers; below is 0 where there is none, or one kept in `wide`. */
  readonly above: Float64Array;
  readonly below: Float64Array;
  readonly wide = new Map<number, Rational>();
  /** Members scored exactly as a whole, because something of theirs is left out and the rest rescaled. */
  readonly exact = new Set<number>();
  readonly conditions: Uint8Array;
  /** Members whose rank the last move changed, with the rank they had. */
  readonly moved: Int32Array;
  readonly movedFrom: Int32Array;
  movedCount = 0;
  /** Float additions made to the sums since they were last added up afresh. */
  drift = 0;

  constructor(
    private readonly run: CampaignState,
    readonly index: number,
    /** Member -> row of the campaign. */
    readonly rows: Int32Array,
  ) {
    const { set } = run;
    const nodes = set.nodes.length;
    this.size = rows.length;
    this.ticks = new Int32Array(nodes * this.size);
    this.status = new Uint8Array(nodes * this.size);
    this.points = new Float64Array(set.sum === "exact" ? nodes * this.size : 0);
    this.total = new Int32Array(this.size);
    this.exactTotal = new Float64Array(this.size);
    this.rank = new Int32Array(this.size);
    this.placeOf = new Int32Array(this.size);
    this.order = new Int32Array(0);
    this.moved = new Int32Array(this.size);
    this.movedFrom = new Int32Array(this.size);
    this.above = new Float64Array(set.relatives.length * this.size);
    this.below = new Float64Array(set.relatives.length * this.size);
    this.conditions = new Uint8Array(run.program.conditions.length * this.size);
    for (let first = 0; first < this.size; ) first = this.copy(first);
  }

  /** Copies the members of one chunk, beginning with `first`; returns the first one of another. Column by column: that is quick. */
  private copy(first: number): number {
    const { run, rows, size } = this;
    const { set } = run;
    const chunk = run.chunkOf(rows[first] as number);
    const places: number[] = [];
    for (let member = first; member < size && run.chunkOf(rows[member] as number) === chunk; member += 1)
      places.push(run.rowIn(rows[member] as number));
    const at = Int32Array.from(places);
    for (let node = 0; node < set.nodes.length; node += 1) {
      const into = node * size + first;
      const from = node * chunk.capacity;
      gather(chunk.ticks, from, at, this.ticks, into);
      gather(chunk.status, from, at, this.status, into);
      const held = chunk.pointsAt[node] as number;
      if (held >= 0) gather(chunk.points, held * chunk.capacity, at, this.points, into);
    }
    gather(chunk.total, 0, at, this.total, first);
    gather(chunk.exactTotal, 0, at, this.exactTotal, first);
    gather(chunk.rank, 0, at, this.rank, first);
    for (let relative = 0; relative < set.relatives.length; relative += 1) {
      gather(chunk.above, relative * chunk.capacity, at, this.above, relative * size + first);
      gather(chunk.below, relative * chunk.capacity, at, this.below, relative * size + first);
    }
    for (let index = 0; index < run.program.conditions.length; index += 1)
      gather(chunk.conditions, index * chunk.capacity, at, this.conditions, index * size + first);
    const memberAt = new Map(places.map((place, index) => [place, first + index]));
    for (const [index, wide] of chunk.wideMeasures) {
      const member = memberAt.get(index % chunk.capacity);
      if (member !== undefined) this.wide.set(Math.floor(index / chunk.capacity) * size + member, wide);
    }
    for (const row of chunk.exactRows) {
      const member = memberAt.get(row);
      if (member !== undefined) this.exact.add(member);
    }
    return first + places.length;
  }

  /** Whether the member takes part in the ranking. */
  isRanked(member: number): boolean {
    return this.run.program.conditions.every(
      (condition, index) => !condition.unranked || this.conditions[index * this.size + member] === TRUE,
    );
  }
}

/** Copies the values of some rows of a column next to each other. */
function gather<Column extends Int32Array | Float64Array | Uint8Array>(
  column: Column,
  from: number,
  at: Int32Array,
  into: Column,
  first: number,
): void {
  for (let index = 0; index < at.length; index += 1)
    into[first + index] = column[from + (at[index] as number)] as number;
}
