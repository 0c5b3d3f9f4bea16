/** Everyone of a campaign scored from what the database holds: for a preview, or to be recorded. */
import type { CompiledSet } from "@opendti/engine";
import type { Call } from "../../http/call.js";
import { loadSetOf } from "../assessments/load-set.js";
import { type CampaignGround, listUnits, streamUnits } from "./ground-repository.js";
import { type RunInput, RunInputWriter } from "./input.js";
import { CampaignScorer, type UnitResult } from "./scoring.js";

export interface Compiled {
  readonly set: CompiledSet;
  /** In the order of the units' ids. */
  readonly results: readonly UnitResult[];
}

/** Scores everyone, and keeps nothing. */
export async function scoreCampaign(call: Call, ground: CampaignGround): Promise<Compiled> {
  const { set } = await loadSetOf(call, ground.set);
  const scorer = new CampaignScorer(set);
  for await (const unit of streamUnits(call.db, await listUnits(call.db, ground.id))) scorer.add(unit);
  return { set, results: await gently(scorer.results()) };
}

/** Scores everyone, with the document that it was made of. */
export async function scoreForRecord(
  call: Call,
  ground: CampaignGround,
): Promise<Compiled & { readonly input: Buffer; readonly inputHash: string }> {
  const { set } = await loadSetOf(call, ground.set);
  const scorer = new CampaignScorer(set);
  const writer = new RunInputWriter({
    campaign: { id: ground.id, year: ground.year },
    set: ground.set,
  });
  for await (const unit of streamUnits(call.db, await listUnits(call.db, ground.id))) {
    scorer.add(unit);
    writer.add(unit);
  }
  const { input, hash } = await writer.finish();
  return { set, results: await gently(scorer.results()), input, inputHash: hash };
}

/** Scores what a run was made of once more. */
export async function scoreInput(set: CompiledSet, { units }: RunInput): Promise<UnitResult[]> {
  const scorer = new CampaignScorer(set);
  for (const [place, unit] of units.entries()) {
    scorer.add(unit);
    if (place % SLICE === SLICE - 1) await others();
  }
  return gently(scorer.results());
}

/** Units taken between two looks at other requests: scoring a province must not stop the others' saving. */
const SLICE = 64;
const others = () => new Promise((resolve) => setImmediate(resolve));

async function gently(results: Iterable<UnitResult>): Promise<UnitResult[]> {
  const taken: UnitResult[] = [];
  for (const result of results) {
    taken.push(result);
    if (taken.length % SLICE === 0) await others();
  }
  return taken;
}
