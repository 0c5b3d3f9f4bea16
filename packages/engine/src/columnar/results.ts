/** Scores of one chunk of units, in typed columns. */
import type { CompiledSet } from "../plan/compiled.js";
import type { Rational } from "../numbers/rational.js";
import type { FactChunk } from "./chunk.js";
import { CHUNK_ROWS } from "./chunk.js";

export class ResultChunk {
  readonly units: readonly string[];
  readonly length: number;
  readonly groupOf: Int32Array;
  /** Node-major: rounded points of node n of row r, in 10^-digits, at n * capacity + r. */
  readonly ticks: Int32Array;
  readonly status: Uint8Array;
  /** Float points, by node like `ticks`; kept for parents only unless the facts are kept too. */
  readonly points: Float64Array;
  readonly pointsRow: Int32Array;
  readonly total: Float64Array;
  readonly exactTotal: Float64Array;
  readonly rank: Int32Array;
  readonly conditions: Uint8Array;
  /** Relative measures: above and below of measure m of row r at m * capacity + r. */
  readonly above: Float64Array;
  readonly below: Float64Array;
  readonly wideMeasures = new Map<number, Rational>();
  /** Rows whose sums only the exact evaluator can prove. */
  readonly exactRows = new Set<number>();
  readonly capacity: number;

  constructor(
    set: CompiledSet,
    facts: FactChunk,
    groupIndex: (group: string) => number,
    conditions: number,
    readonly facts_: FactChunk | undefined,
  ) {
    this.capacity = facts.length < CHUNK_ROWS ? facts.length : CHUNK_ROWS;
    const { capacity } = this;
    this.length = facts.length;
    this.units = facts.units.slice();
    this.groupOf = Int32Array.from(facts.groups, groupIndex);
    const nodes = set.nodes.length;
    this.ticks = new Int32Array(nodes * capacity);
    this.status = new Uint8Array(nodes * capacity);
    // Float points of leaves are needed again only for incremental changes, and those need the facts as well.
    this.pointsRow = new Int32Array(nodes).fill(-1);
    let kept = 0;
    for (const node of set.nodes) if (facts_ || node.children.length > 0) this.pointsRow[node.index] = kept++;
    this.points = new Float64Array(kept * capacity);
    this.total = new Float64Array(capacity);
    this.exactTotal = new Float64Array(capacity);
    this.rank = new Int32Array(capacity);
    this.conditions = new Uint8Array(conditions * capacity);
    this.above = new Float64Array(set.relatives.length * capacity);
    this.below = new Float64Array(set.relatives.length * capacity);
  }
}
