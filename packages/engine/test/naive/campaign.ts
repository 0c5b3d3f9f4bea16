/** A campaign over chunks of any size. */
import {
  type CampaignOptions,
  CampaignRun,
  type CampaignScores,
  type CompiledSet,
  FactChunk,
  type UnitFacts,
} from "@opendti/engine";

export function runCampaign(
  set: CompiledSet,
  units: readonly UnitFacts[],
  options: CampaignOptions = {},
  chunkRows: number | undefined = undefined,
): CampaignScores {
  const run = new CampaignRun(set, { recall: (row) => units[row] as UnitFacts, ...options });
  let chunk = new FactChunk(set, chunkRows ?? units.length);
  for (const unit of units) {
    if (chunk.full) {
      run.add(chunk);
      chunk = new FactChunk(set, chunkRows);
    }
    chunk.add(unit);
  }
  run.add(chunk);
  return run.finish();
}
