/** One ranking group of a live campaign: its scores side by side, so that a change that moves all of them is one pass. */
import type { Rational } from "../numbers/rational.js";
import type { CompiledSet } from "../plan/compiled.js";
import { TRUE } from "./condition.js";
import type { CampaignState } from "./state.js";

export class LiveGroup {
  readonly size: number;
  /** Node-major: value of node n of member m at n * size + m. */
  readonly ticks: Int32Array;
  readonly status: Uint8Array;
  /** Unrounded points as float ticks, of every node; only where the set adds exact scores. */
  readonly points: Float64Array;
  readonly total: Float64Array;
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
    this.total = new Float64Array(this.size);
    this.exactTotal = new Float64Array(this.size);
    this.rank = new Int32Array(this.size);
    this.placeOf = new Int32Array(this.size);
    this.order = new Int32Array(0);
    this.moved = new Int32Array(this.size);
    this.movedFrom = new Int32Array(this.size);
    this.above = new Float64Array(set.relatives.length * this.size);
    this.below = new Float64Array(set.relatives.length * this.size);
    this.conditions = new Uint8Array(run.program.conditions.length * this.size);
    for (let member = 0; member < this.size; member += 1) this.copy(member);
  }

  private copy(member: number): void {
    const { run, size } = this;
    const row = this.rows[member] as number;
    const chunk = run.chunkOf(row);
    const at = run.rowIn(row);
    for (let node = 0; node < run.set.nodes.length; node += 1) {
      const from = node * chunk.capacity + at;
      this.ticks[node * size + member] = chunk.ticks[from] as number;
      this.status[node * size + member] = chunk.status[from] as number;
      const held = chunk.pointsAt[node] as number;
      if (held >= 0) this.points[node * size + member] = chunk.points[held * chunk.capacity + at] as number;
    }
    this.total[member] = chunk.total[at] as number;
    this.exactTotal[member] = chunk.exactTotal[at] as number;
    this.rank[member] = chunk.rank[at] as number;
    for (let relative = 0; relative < run.set.relatives.length; relative += 1) {
      this.above[relative * size + member] = chunk.above[relative * chunk.capacity + at] as number;
      this.below[relative * size + member] = chunk.below[relative * chunk.capacity + at] as number;
      const wide = chunk.wideMeasures.get(relative * chunk.capacity + at);
      if (wide) this.wide.set(relative * size + member, wide);
    }
    for (let index = 0; index < run.program.conditions.length; index += 1)
      this.conditions[index * size + member] = chunk.conditions[index * chunk.capacity + at] as number;
    if (chunk.exactRows.has(at)) this.exact.add(member);
  }

  /** Whether the member takes part in the ranking. */
  isRanked(member: number): boolean {
    return this.run.program.conditions.every(
      (condition, index) => !condition.unranked || this.conditions[index * this.size + member] === TRUE,
    );
  }
}

/** Adds up the float sums of one member's ancestors of a leaf, or of all nodes, afresh. */
export function addUpAfresh(set: CompiledSet, group: LiveGroup, member: number, parent: number): number {
  let sum = 0;
  for (const child of set.nodes[parent]?.children ?? [])
    if (set.nodes[child]?.scored) sum += group.points[child * group.size + member] as number;
  return sum;
}
