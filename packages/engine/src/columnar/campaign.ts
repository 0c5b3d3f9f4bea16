/** A campaign: chunks of units in, all scores, sums, totals and ranks out. */
import { rankAll } from "./ranking.js";
import { CampaignScores } from "./scores.js";
import { CampaignState } from "./state.js";

export class CampaignRun extends CampaignState {
  /** Settles groups, sums and ranks. Called once, after the last chunk. */
  finish(): CampaignScores {
    this.settle();
    rankAll(this);
    return new CampaignScores(this);
  }
}
