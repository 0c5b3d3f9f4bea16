/** A campaign: chunks of units in, all scores, sums, totals and ranks out. */
import type { CompiledSet } from "../plan/compiled.js";
import { FactChunk } from "./chunk.js";
import { rankAll } from "./ranking.js";
import { CampaignScores } from "./scores.js";
import { type CampaignOptions, CampaignState } from "./state.js";

/**
 * A campaign of two units, kept for good. When the last object of a shape dies, V8 throws away the code that it optimised for that
 * shape, and the next campaign would begin slowly; so one object of each kind is kept alive.
 */
let kept: CampaignScores | undefined;

export class CampaignRun extends CampaignState {
  constructor(set: CompiledSet, options: CampaignOptions = {}) {
    super(set, options);
    if (!kept) keepShapes(set);
  }

  /** Settles groups, sums and ranks. Called once, after the last chunk. */
  finish(): CampaignScores {
    this.settle();
    rankAll(this);
    return new CampaignScores(this);
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
