/** A campaign over chunks of any size. Facts that are not kept are read into the same chunk again and again. */
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
  chunkRows: number = units.length,
): CampaignScores {
  const run = new CampaignRun(set, { recall: (row) => units[row] as UnitFacts, ...options });
  let chunk = new FactChunk(set, chunkRows);
  for (const unit of units) {
    if (chunk.full) {
      run.add(chunk);
      if (options.keepFacts) chunk = new FactChunk(set, chunkRows);
      else chunk.clear();
    }
    chunk.add(unit);
  }
  run.add(chunk);
  return run.finish();
}
