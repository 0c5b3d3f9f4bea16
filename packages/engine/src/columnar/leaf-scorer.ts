/** Scores the leaves of a campaign, column by column: each chunk's when it comes in, relative ones once every group's best is known. */
import { toNumber } from "../numbers/rational.js";
import { roundToTicks } from "../numbers/rounding.js";
import type { Node } from "../plan/compiled.js";
import { type NodeScore, nothingSettled, scoreLeaf } from "../score/unit.js";
import type { FactChunk } from "./chunk.js";
import { ASK, TRUE } from "./condition.js";
import { Lane, PENDING, SCORED, UNSURE } from "./lane.js";
import { Outcome } from "./outcome.js";
import type { Leaf } from "./program.js";
import type { RelativeFormulas } from "./relative.js";
import type { ResultChunk } from "./results.js";
import { floatsFor } from "./room.js";
import { roundLane } from "./round.js";
import { ownMeasure, rowFacts, STATUS_BIT } from "./row.js";
import type { CampaignState } from "./state.js";

export class LeafScorer {
  private readonly set: CampaignState["set"];
  private readonly lane = new Lane();
  private readonly out = new Outcome();
  /** Points of a leaf that do not go straight to the sum above it. */
  private aside: Float64Array = new Float64Array(0);

  constructor(private readonly run: CampaignState) {
    this.set = run.set;
  }

  /** Scores a leaf as far as it goes without the other units. */
  score(leaf: Leaf, facts: FactChunk, chunk: ResultChunk): void {
    const { node, kernel } = leaf;
    const { lane, out } = this;
    const { scoreRounding } = this.set;
    const rows = facts.length;
    this.aim(leaf, chunk, facts.notApplicable.has(node.index) || facts.given.has(node.index));
    out.status.fill(SCORED);
    if (!kernel) doubtAll(out);
    else if (facts.wide.size > 0 || !kernel.runRounded?.(facts, out, scoreRounding)) {
      lane.room(rows);
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
   * Aims the outcome at a leaf's columns. Its points go straight to the sum above it, unless they are kept, or exceptions, marks and
   * given points may take some back.
   */
  private aim({ node, exceptions }: Leaf, chunk: ResultChunk, marked: boolean): void {
    this.out.room(chunk.length);
    this.aside = floatsFor(this.aside, chunk.length);
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
    sums[row] = (sums[row] as number) + toNumber(score.exact) * this.run.ticksPerPoint;
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
  measure(leaf: Leaf, facts: FactChunk, chunk: ResultChunk): void {
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
    this.run.extremes[plan.index]?.offerRows(facts.length, above, below, chunk.groupOf);
  }

  offerLate(leaf: Leaf, facts: FactChunk, chunk: ResultChunk): void {
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
    this.run.extremes[relative]?.offerExact(chunk.groupOf[row] as number, value);
  }

  settleRelative(
    leaf: Leaf,
    formulas: RelativeFormulas | undefined,
    chunk: ResultChunk,
    index: number,
  ): void {
    if (!leaf.relative || !formulas) return;
    const { out } = this;
    const { above, below } = chunk.measuresOf(leaf.relative.plan.index);
    // Rows that an exception, a mark or given points take out have no measure in the columns, so that they add nothing here.
    this.aim(leaf, chunk, false);
    formulas.score(chunk.length, above, below, chunk.groupOf, out);
    if (out.unsure || chunk.doubtfulLeaves.has(leaf.node.index))
      for (let row = 0; row < chunk.length; row += 1)
        if (out.status[row] === UNSURE)
          this.take(this.run.exactLeaf(leaf.node, chunk, index, row), row, chunk);
    this.addUp(leaf.node, chunk);
  }

  settleLate(leaf: Leaf, chunk: ResultChunk, index: number): void {
    this.aim(leaf, chunk, false);
    for (let row = 0; row < chunk.length; row += 1)
      this.take(this.run.exactLeaf(leaf.node, chunk, index, row), row, chunk);
    this.addUp(leaf.node, chunk);
  }
}

/** Leaves all rows to the exact evaluator. */
function doubtAll(out: Outcome): void {
  out.status.fill(UNSURE);
  out.unsure = true;
}

/** Rows with an exception, a "not applicable" or points given by a person go to the exact evaluator. */
function doubtExceptions(leaf: Leaf, facts: FactChunk, doubt: (row: number) => void): void {
  const marked = facts.notApplicable.get(leaf.node.index);
  if (marked) for (const row of marked.keys()) doubt(row);
  const given = facts.given.get(leaf.node.index);
  if (given) for (const row of given.keys()) doubt(row);
  for (const holds of leaf.exceptions)
    for (let row = 0; row < facts.length; row += 1) {
      const outcome = holds(facts, row);
      if (outcome === TRUE || outcome === ASK) doubt(row);
    }
}
