/**
 * Scores many units: one pass over chunks of facts, which may be thrown away after it, and one over the relative measures
 * once every group's best is known. Memory does not grow with the facts unless they are kept for incremental changes.
 */
import { add, type Rational, toNumber, ZERO } from "../numbers/rational.js";
import { roundToTicks, tenTo } from "../numbers/rounding.js";
import type { CompiledSet, Node } from "../plan/compiled.js";
import type { GroupStanding } from "../plan/exact.js";
import {
  type NodeScore,
  nothingSettled,
  scoreLeaf,
  scoreUnit,
  type UnitFacts,
  type UnitScore,
} from "../score/unit.js";
import { CHUNK_ROWS, type FactChunk } from "./chunk.js";
import { ASK, TRUE } from "./condition.js";
import { Extremes } from "./extremes.js";
import { Lane, PENDING, SCORED, UNSURE } from "./lane.js";
import { Outcome } from "./outcome.js";
import { type Leaf, type Program, programOf } from "./program.js";
import { RelativeFormula, RelativeFormulas } from "./relative.js";
import { ResultChunk, TOTAL } from "./results.js";
import { roundLane } from "./round.js";
import { exactCondition, ownMeasure, rowFacts, STATUS_BIT } from "./row.js";
import { finishParent, sumTotal } from "./sums.js";

export interface CampaignOptions {
  /** true: every ranking group is complete; false: none is. Absent: a group of two or more units is. */
  readonly complete?: boolean | undefined;
  /** Keeps the facts, for traces and incremental changes. */
  readonly keepFacts?: boolean | undefined;
  /** Gives a unit's facts again, by its place in order of addition, when they are not kept and a float cannot prove a result. */
  readonly recall?: ((row: number) => UnitFacts) | undefined;
}

export class CampaignState {
  readonly program: Program;
  readonly chunks: ResultChunk[] = [];
  readonly groups: string[] = [];
  /** Number of units of each group. */
  readonly groupSize: number[] = [];
  /** By relative measure. */
  readonly extremes: readonly Extremes[];
  private readonly groupIndex = new Map<string, number>();
  private readonly lane = new Lane();
  private readonly out = new Outcome();
  /** Points of a leaf that do not go straight to the sum above it. */
  private readonly aside = new Float64Array(CHUNK_ROWS);
  private readonly ticksPerPoint: number;
  private count = 0;

  constructor(
    readonly set: CompiledSet,
    readonly options: CampaignOptions = {},
  ) {
    this.program = programOf(set);
    this.extremes = set.relatives.map(
      ({ plan }) =>
        new Extremes(
          plan.to === "range" || plan.better === "higher",
          plan.to === "range" || plan.better === "lower",
        ),
    );
    this.ticksPerPoint = Number(tenTo(set.scoreRounding.digits));
  }

  /** Number of units added. */
  get length(): number {
    return this.count;
  }

  /** Scores a chunk as far as it can be without the other units. All chunks but the last must be of one length. */
  add(facts: FactChunk): void {
    const { length } = this.chunks[0] ?? facts;
    if (facts.length > length || this.chunks.some((chunk) => chunk.length !== length))
      throw new RangeError("CampaignRun.add: chunks are of one length; only the last may be shorter");
    if (facts.length === 0) return;
    const chunk = new ResultChunk(
      this.set,
      facts,
      this.groupsOf(facts),
      this.program.conditions.length,
      this.options.keepFacts ? facts : undefined,
    );
    this.chunks.push(chunk);
    this.count += facts.length;
    for (const leaf of this.program.leaves) {
      if (leaf.relative && this.options.complete !== false) this.measure(leaf, facts, chunk);
      else if (leaf.late && this.options.complete !== false) this.offerLate(leaf, facts, chunk);
      else this.score(leaf, facts, chunk);
    }
    for (const parent of this.program.parentsUp)
      for (const row of facts.notApplicable.get(parent.index)?.keys() ?? []) chunk.exactRows.add(row);
    for (const [index, condition] of this.program.conditions.entries())
      for (let row = 0; row < facts.length; row += 1) {
        const outcome = condition.holds(facts, row);
        chunk.conditions[index * chunk.capacity + row] =
          outcome === ASK ? exactCondition(condition.node, facts.facts(row)) : outcome;
      }
  }

  /** Settles relative measures and sums, once all units are in. */
  protected settle(): void {
    const formulas = this.set.relatives.map(
      ({ plan }, relative) =>
        new RelativeFormulas(
          plan,
          this.groups.map((_, group) => this.formula(relative, group)),
          this.set.scoreRounding,
        ),
    );
    for (const [index, chunk] of this.chunks.entries()) {
      for (const leaf of this.program.leaves) {
        if (this.options.complete === false) break;
        if (leaf.relative) this.settleRelative(leaf, formulas[leaf.relative.plan.index], chunk, index);
        else if (leaf.late) this.settleLate(leaf, chunk, index);
      }
      for (const parent of this.program.parentsUp) finishParent(parent, chunk);
      sumTotal(this.set, chunk);
      for (const { node, row } of chunk.doubtfulSums) this.proveSum(chunk, index, row, node);
      for (const row of chunk.exactRows) this.takeUnit(chunk, row, this.exactUnit(this.rowOf(index, row)));
    }
  }

  /** How a group's points follow from a measure, once its best is known. */
  formula(relative: number, group: number): RelativeFormula | undefined {
    const plan = this.set.relatives[relative]?.plan;
    const standing = this.standing(relative, group);
    return plan && standing.complete && standing.best
      ? new RelativeFormula(plan, standing.best, standing.worst ?? standing.best, this.set.scoreRounding)
      : undefined;
  }

  /** What is known of a relative measure in a group. */
  standing(relative: number, group: number): GroupStanding {
    const complete = this.options.complete ?? (this.groupSize[group] ?? 0) >= 2;
    if (!complete) return { complete: false };
    const high = this.extremes[relative]?.highest(group);
    const low = this.extremes[relative]?.lowest(group);
    const higher = this.set.relatives[relative]?.plan.better === "higher";
    return { complete: true, best: higher ? high : low, worst: higher ? low : high };
  }

  /** A unit's facts, by its place. */
  factsOf(row: number): UnitFacts {
    const chunk = this.chunkOf(row);
    if (chunk.facts) return chunk.facts.facts(this.rowIn(row));
    if (this.options.recall) return this.options.recall(row);
    throw new Error("CampaignState: the facts were not kept and cannot be recalled");
  }

  /** The kept facts of a unit's chunk. */
  factChunk(row: number): FactChunk {
    const { facts } = this.chunkOf(row);
    if (!facts) throw new Error("CampaignState: the facts were not kept");
    return facts;
  }

  chunkOf(row: number): ResultChunk {
    const chunk = this.chunks[Math.floor(row / (this.chunks[0]?.length ?? 1))];
    if (!chunk) throw new RangeError(`There is no unit ${row}`);
    return chunk;
  }

  /** The row within its chunk. */
  rowIn(row: number): number {
    return row % (this.chunks[0]?.length ?? 1);
  }

  /** The place of a chunk's row among all units. */
  rowOf(chunk: number, row: number): number {
    return chunk * (this.chunks[0]?.length ?? 1) + row;
  }

  standingOf(row: number): (relative: number) => GroupStanding {
    const group = this.chunkOf(row).groupOf[this.rowIn(row)] as number;
    return (relative) => this.standing(relative, group);
  }

  /** The unit scored by the exact evaluator under its group's standing. */
  exactUnit(row: number, traced = false): UnitScore {
    return scoreUnit(this.set, this.factsOf(row), this.standingOf(row), traced);
  }

  /** Replaces all scores of a row by exact ones. */
  takeUnit(chunk: ResultChunk, row: number, score: UnitScore): void {
    for (const node of score.nodes) {
      const at = node.node * chunk.capacity + row;
      chunk.ticks[at] = Number(roundToTicks(node.exact, this.set.scoreRounding));
      chunk.status[at] = STATUS_BIT[node.status];
      const held = chunk.pointsAt[node.node] as number;
      if (held >= 0) chunk.points[held * chunk.capacity + row] = toNumber(node.exact) * this.ticksPerPoint;
    }
    chunk.total[row] = Number(roundToTicks(score.exactTotal, this.set.scoreRounding));
    chunk.exactTotal[row] = toNumber(score.exactTotal) * this.ticksPerPoint;
  }

  /** Rounds a sum that a float could not prove, from the exact points of the leaves below it. */
  private proveSum(chunk: ResultChunk, index: number, row: number, node: number): void {
    if (chunk.exactRows.has(row)) return;
    const ticks = this.provenSum(this.rowOf(index, row), node);
    if (node === TOTAL) chunk.total[row] = ticks;
    else chunk.ticks[node * chunk.capacity + row] = ticks;
  }

  /** The sum of a node (or TOTAL) of a unit, added up exactly and rounded. */
  provenSum(row: number, node: number): number {
    const members = node === TOTAL ? this.set.pillars : (this.set.nodes[node]?.children ?? []);
    const sum = this.exactSum(members, this.factsOf(row), this.standingOf(row));
    return Number(roundToTicks(sum, this.set.scoreRounding));
  }

  private exactSum(
    members: readonly number[],
    facts: UnitFacts,
    standing: (relative: number) => GroupStanding,
  ): Rational {
    let sum = ZERO;
    for (const member of members) {
      const node = this.set.nodes[member];
      if (!node?.scored) continue;
      const inner =
        node.children.length > 0
          ? this.exactSum(node.children, facts, standing)
          : scoreLeaf(this.set, node, facts, standing).exact;
      sum = add(sum, inner);
    }
    return sum;
  }

  /** The groups of a chunk's rows; new ones are entered. */
  private groupsOf(facts: FactChunk): Int32Array {
    const found = new Int32Array(facts.length);
    for (let row = 0; row < facts.length; row += 1) {
      const name = facts.groups[row] ?? "";
      let index = this.groupIndex.get(name);
      if (index === undefined) {
        index = this.groups.push(name) - 1;
        this.groupSize.push(0);
        for (const each of this.extremes) each.addGroup();
        this.groupIndex.set(name, index);
      }
      found[row] = index;
      this.groupSize[index] = (this.groupSize[index] as number) + 1;
    }
    return found;
  }

  /** Scores a leaf as far as it goes without the other units. */
  private score(leaf: Leaf, facts: FactChunk, chunk: ResultChunk): void {
    const { node, kernel } = leaf;
    const { lane, out } = this;
    const { scoreRounding } = this.set;
    const rows = facts.length;
    this.aim(leaf, chunk, facts.notApplicable.has(node.index));
    out.status.fill(SCORED);
    if (!kernel) doubtAll(out);
    else if (facts.wide.size > 0 || !kernel.runRounded?.(facts, out, scoreRounding)) {
      lane.unsure = false;
      roundLane(rows, kernel.run(facts, lane), lane, out.ticks, scoreRounding);
      out.take(rows, lane);
    }
    if (leaf.relative && kernel)
      for (let row = 0; row < rows; row += 1) if (out.status[row] === SCORED) out.status[row] = PENDING;
    doubtExceptions(leaf, facts, (row) => {
      out.sums[row] = 0;
      out.doubt(row);
    });
    if (out.unsure)
      for (let row = 0; row < rows; row += 1)
        if (out.status[row] === UNSURE)
          this.take(scoreLeaf(this.set, node, rowFacts(facts, row, node), nothingSettled), row, chunk);
    this.addUp(node, chunk);
  }

  /**
   * Aims the outcome at a leaf's columns. Its points go straight to the sum above it, unless they are kept, or exceptions and marks
   * may take some back.
   */
  private aim({ node, exceptions }: Leaf, chunk: ResultChunk, marked: boolean): void {
    const straight = exceptions.length === 0 && !marked && node.parent !== undefined;
    const sums =
      chunk.pointsOf(node.index) ??
      (straight ? chunk.pointsOf(node.parent) : undefined) ??
      this.aside.fill(0, 0, chunk.length);
    this.out.aim(chunk.ticksOf(node.index), chunk.statusOf(node.index), sums);
  }

  /** Takes an exact score for a row that has added nothing. */
  private take(score: NodeScore, row: number, chunk: ResultChunk): void {
    const { status, ticks, sums } = this.out;
    status[row] = STATUS_BIT[score.status];
    ticks[row] = Number(roundToTicks(score.exact, this.set.scoreRounding));
    sums[row] = (sums[row] as number) + toNumber(score.exact) * this.ticksPerPoint;
    if (score.excluded) chunk.exactRows.add(row);
  }

  /** Adds a settled leaf to its parent. */
  private addUp(node: Node, chunk: ResultChunk): void {
    if (node.parent === undefined) return;
    const { sums } = this.out;
    const kept = (chunk.pointsAt[node.index] as number) >= 0;
    if (this.set.sum !== "exact") chunk.addTicks(node.parent, node.index);
    else if (kept || sums === this.aside) chunk.addPoints(node.parent, sums);
    chunk.joinStatus(node.parent, node.index);
  }

  /** Measures a relative leaf and enters it into its groups' extremes. */
  private measure(leaf: Leaf, facts: FactChunk, chunk: ResultChunk): void {
    if (!leaf.relative) return;
    const { plan, kernel } = leaf.relative;
    const { out } = this;
    const { above, below } = chunk.measuresOf(plan.index);
    this.aim(leaf, chunk, false);
    out.status.fill(SCORED);
    if (kernel) kernel.run(facts, above, below, out);
    else doubtAll(out);
    doubtExceptions(leaf, facts, (row) => out.doubt(row));
    if (out.unsure) {
      chunk.doubtfulLeaves.add(leaf.node.index);
      for (let row = 0; row < facts.length; row += 1)
        if (out.status[row] === UNSURE) {
          above[row] = 0;
          below[row] = 0;
          this.offerExact(leaf.node, plan.index, facts, row, chunk);
        }
    }
    this.extremes[plan.index]?.offerRows(facts.length, above, below, chunk.groupOf);
  }

  private offerLate(leaf: Leaf, facts: FactChunk, chunk: ResultChunk): void {
    for (const { node, plan } of this.set.relatives) {
      if (node !== leaf.node.index) continue;
      for (let row = 0; row < facts.length; row += 1)
        this.offerExact(leaf.node, plan.index, facts, row, chunk);
    }
  }

  /** Enters a unit's measure unless its indicator is "not applicable", excepted, or has none. */
  private offerExact(node: Node, relative: number, facts: FactChunk, row: number, chunk: ResultChunk): void {
    const own = rowFacts(facts, row, node);
    const value = ownMeasure(this.set, node, relative, own);
    if (!value) return;
    chunk.wideMeasures.set(relative * chunk.capacity + row, value);
    this.extremes[relative]?.offerExact(chunk.groupOf[row] as number, value);
  }

  private settleRelative(
    leaf: Leaf,
    formulas: RelativeFormulas | undefined,
    chunk: ResultChunk,
    index: number,
  ): void {
    if (!leaf.relative || !formulas) return;
    const { out } = this;
    const { above, below } = chunk.measuresOf(leaf.relative.plan.index);
    // Rows that an exception or a mark takes out have no measure, so that they add nothing here.
    this.aim(leaf, chunk, false);
    formulas.score(chunk.length, above, below, chunk.groupOf, out);
    if (out.unsure || chunk.doubtfulLeaves.has(leaf.node.index))
      for (let row = 0; row < chunk.length; row += 1)
        if (out.status[row] === UNSURE) this.take(this.exactLeaf(leaf.node, chunk, index, row), row, chunk);
    this.addUp(leaf.node, chunk);
  }

  private settleLate(leaf: Leaf, chunk: ResultChunk, index: number): void {
    this.aim(leaf, chunk, false);
    for (let row = 0; row < chunk.length; row += 1)
      this.take(this.exactLeaf(leaf.node, chunk, index, row), row, chunk);
    this.addUp(leaf.node, chunk);
  }

  /** One leaf of one row by the exact evaluator, under its group's standing. */
  exactLeaf(node: Node, chunk: ResultChunk, index: number, row: number): NodeScore {
    const facts = chunk.facts ? rowFacts(chunk.facts, row, node) : this.factsOf(this.rowOf(index, row));
    return scoreLeaf(this.set, node, facts, (relative) =>
      this.standing(relative, chunk.groupOf[row] as number),
    );
  }
}

/** Leaves all rows to the exact evaluator. */
function doubtAll(out: Outcome): void {
  out.status.fill(UNSURE);
  out.unsure = true;
}

/** Rows with an exception or a "not applicable" go to the exact evaluator. */
function doubtExceptions(leaf: Leaf, facts: FactChunk, doubt: (row: number) => void): void {
  const marked = facts.notApplicable.get(leaf.node.index);
  if (marked) for (const row of marked.keys()) doubt(row);
  for (const holds of leaf.exceptions)
    for (let row = 0; row < facts.length; row += 1) {
      const outcome = holds(facts, row);
      if (outcome === TRUE || outcome === ASK) doubt(row);
    }
}
