/**
 * A campaign: chunks of units in, all scores, sums, totals and ranks out. One pass over the chunks of facts, which may be thrown away
 * after it, and one over the relative measures once every group's best is known. Memory does not grow with the facts unless they are
 * kept for incremental changes.
 */
import type { CompiledSet } from "../plan/compiled.js";
import { nothingSettled } from "../score/unit.js";
import { FactChunk } from "./chunk.js";
import { ASK } from "./condition.js";
import { LeafScorer } from "./leaf-scorer.js";
import { rankAll } from "./ranking.js";
import { RelativeFormulas } from "./relative.js";
import { type ResultChunk, TOTAL } from "./results.js";
import { exactCondition, rowFacts } from "./row.js";
import { CampaignScores } from "./scores.js";
import { type CampaignOptions, CampaignState } from "./state.js";
import { finishParent, sumTotal } from "./sums.js";

/**
 * A campaign of two units, kept for good. When the last object of a shape dies, V8 throws away the code that it optimised for that
 * shape, and the next campaign would begin slowly; so one object of each kind is kept alive.
 */
let kept: CampaignScores | undefined;

export class CampaignRun extends CampaignState {
  private readonly leaves = new LeafScorer(this);

  constructor(set: CompiledSet, options: CampaignOptions = {}) {
    super(set, options);
    if (!kept) keepShapes(set);
  }

  /** Scores a chunk as far as it can be without the other units. All chunks but the last must be of one length. */
  add(facts: FactChunk): void {
    const chunk = this.enter(facts);
    if (!chunk) return;
    const { leaves } = this;
    for (const leaf of this.program.leaves) {
      if (leaf.relative && this.options.complete !== false) leaves.measure(leaf, facts, chunk);
      else if (leaf.late && this.options.complete !== false) leaves.offerLate(leaf, facts, chunk);
      else leaves.score(leaf, facts, chunk);
    }
    for (const parent of this.program.parentsUp)
      for (const row of facts.notApplicable.get(parent.index)?.keys() ?? []) chunk.exactRows.add(row);
    for (const [index, condition] of this.program.conditions.entries())
      for (let row = 0; row < facts.length; row += 1) {
        const outcome = condition.holds(facts, row);
        chunk.conditions[index * chunk.capacity + row] =
          outcome === ASK ? exactCondition(condition.node, facts.facts(row)) : outcome;
      }
    this.finishOwn(facts, chunk);
  }

  /** Settles groups, sums and ranks. Called once, after the last chunk. */
  finish(): CampaignScores {
    this.settle();
    rankAll(this);
    return new CampaignScores(this);
  }

  /** Settles relative measures and sums, once all units are in. */
  private settle(): void {
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
        if (leaf.relative) this.leaves.settleRelative(leaf, formulas[leaf.relative.plan.index], chunk, index);
        else if (leaf.late) this.leaves.settleLate(leaf, chunk, index);
      }
      for (const parent of this.program.parentsUp)
        if (!this.program.ownParents.has(parent)) finishParent(parent, chunk);
      sumTotal(this.set, chunk);
      for (const { node, row } of chunk.doubtfulSums) this.proveSum(chunk, index, row, node);
      for (const row of chunk.exactRows) this.takeUnit(chunk, row, this.exactUnit(this.rowOf(index, row)));
    }
  }

  /** Finishes the sums that follow from a unit's own facts, and proves them while the facts are at hand. */
  private finishOwn(facts: FactChunk, chunk: ResultChunk): void {
    for (const parent of this.program.ownParents) finishParent(parent, chunk);
    for (const { node, row } of chunk.doubtfulSums) {
      if (chunk.exactRows.has(row)) continue;
      const ticks = this.exactTicks(node, (leaf) => rowFacts(facts, row, leaf), nothingSettled);
      chunk.ticks[node * chunk.capacity + row] = ticks;
    }
    chunk.doubtfulSums.length = 0;
  }

  /** Rounds a sum that a float could not prove, from the exact points of the leaves below it. */
  private proveSum(chunk: ResultChunk, index: number, row: number, node: number): void {
    if (chunk.exactRows.has(row)) return;
    const ticks = this.provenSum(this.rowOf(index, row), node);
    if (node === TOTAL) chunk.total[row] = ticks;
    else chunk.ticks[node * chunk.capacity + row] = ticks;
  }
}

function keepShapes(set: CompiledSet): void {
  const chunk = new FactChunk(set, 2);
  for (const unit of ["1", "2"]) {
    const row = chunk.open(unit, "");
    for (const fact of set.facts) chunk.putWhole(row, fact.slot, 1);
  }
  // Set first: this run is not to keep another one.
  kept = new CampaignScores(new CampaignState(set));
  const run = new CampaignRun(set, { keepFacts: true });
  run.add(chunk);
  kept = run.finish();
}
