/** Scores of one chunk of units, in typed columns. */
import type { Rational } from "../numbers/rational.js";
import type { CompiledSet } from "../plan/compiled.js";
import type { FactChunk } from "./chunk.js";

/** Stands for the whole set where a node is asked for. */
export const TOTAL = -1;

export class ResultChunk {
  readonly units: readonly string[];
  readonly length: number;
  /** Rows reserved: a multiple of 8, so that statuses can be joined eight at a time. */
  readonly capacity: number;
  /** Node-major: rounded points of node n of row r, in 10^-digits, at n * capacity + r. */
  readonly ticks: Int32Array;
  /** Status bits (lane.ts), likewise. */
  readonly status: Uint8Array;
  readonly statusWords: Int32Array;
  /**
   * Unrounded points as float ticks: of parents (their running sums) when the set adds exact scores, and of leaves too when the
   * facts are kept. Node n stands at pointsAt[n] * capacity; -1 when not kept.
   */
  readonly points: Float64Array;
  readonly pointsAt: Int32Array;
  readonly total: Int32Array;
  readonly exactTotal: Float64Array;
  readonly rank: Int32Array;
  readonly conditions: Uint8Array;
  /** Relative measures: above and below of measure m of row r at m * capacity + r; both whole. */
  readonly above: Float64Array;
  readonly below: Float64Array;
  /** Measures that floats cannot hold, by the same index. */
  readonly wideMeasures = new Map<number, Rational>();
  /** Relative leaves with rows in doubt since they were measured. */
  readonly doubtfulLeaves = new Set<number>();
  /** Rows that only the exact evaluator can score: something is left out and the rest rescaled. */
  readonly exactRows = new Set<number>();
  /** Sums too near a half for a float to prove their rounding; node TOTAL is the total. */
  readonly doubtfulSums: { readonly node: number; readonly row: number }[] = [];

  constructor(
    set: CompiledSet,
    source: FactChunk,
    /** Of the rows, among all groups of the campaign. */
    readonly groupOf: Int32Array,
    conditions: number,
    /** The facts, when they are kept. */
    readonly facts: FactChunk | undefined,
  ) {
    const nodes = set.nodes.length;
    this.length = source.length;
    this.capacity = Math.ceil(source.length / 8) * 8;
    this.units = source.units.slice();
    this.ticks = new Int32Array(nodes * this.capacity);
    this.status = new Uint8Array(nodes * this.capacity);
    this.statusWords = new Int32Array(this.status.buffer);
    this.pointsAt = new Int32Array(nodes).fill(-1);
    let kept = 0;
    if (set.sum === "exact")
      for (const node of set.nodes)
        if (this.facts || node.children.length > 0 || node.parent === undefined)
          this.pointsAt[node.index] = kept++;
    this.points = new Float64Array(kept * this.capacity);
    this.total = new Int32Array(this.capacity);
    this.exactTotal = new Float64Array(this.capacity);
    this.rank = new Int32Array(this.capacity);
    this.conditions = new Uint8Array(conditions * this.capacity);
    this.above = new Float64Array(set.relatives.length * this.capacity);
    this.below = new Float64Array(set.relatives.length * this.capacity);
  }

  /** A node's rounded ticks. */
  ticksOf(node: number): Int32Array {
    return this.ticks.subarray(node * this.capacity, node * this.capacity + this.length);
  }

  /** A node's statuses. */
  statusOf(node: number): Uint8Array {
    return this.status.subarray(node * this.capacity, node * this.capacity + this.length);
  }

  /** A node's unrounded points as float ticks; undefined when they are not kept. */
  pointsOf(node: number): Float64Array | undefined {
    const at = (this.pointsAt[node] as number) * this.capacity;
    return at < 0 ? undefined : this.points.subarray(at, at + this.length);
  }

  /** The two columns of a relative measure. */
  measuresOf(relative: number): { readonly above: Float64Array; readonly below: Float64Array } {
    const from = relative * this.capacity;
    const to = from + this.length;
    return { above: this.above.subarray(from, to), below: this.below.subarray(from, to) };
  }

  /** Adds float ticks to what a parent's sum holds so far. */
  addPoints(parent: number, points: Float64Array): void {
    const sums = this.pointsOf(parent);
    if (!sums) return;
    for (let row = 0; row < sums.length; row += 1)
      sums[row] = (sums[row] as number) + (points[row] as number);
  }

  /** Adds one node's rounded ticks to another's. */
  addTicks(parent: number, child: number): void {
    const { ticks, length } = this;
    const into = parent * this.capacity;
    const from = child * this.capacity;
    for (let row = 0; row < length; row += 1)
      ticks[into + row] = (ticks[into + row] as number) + (ticks[from + row] as number);
  }

  /** Joins one node's statuses into another's. */
  joinStatus(parent: number, child: number): void {
    const words = this.statusWords;
    const each = this.capacity / 4;
    const into = parent * each;
    const from = child * each;
    for (let word = 0; word < each; word += 1)
      words[into + word] = (words[into + word] as number) | (words[from + word] as number);
  }
}
