/** Units scored as one campaign, with what the checks of their data say and how published scores differ. */
import { CampaignRun, type CampaignScores, type CompiledSet, FactChunk } from "@opendti/engine";
import type { UnitRecord } from "../input/units.js";
import { labelsOf } from "../output/set-facts.js";
import { type DataFinding, findingsOf } from "./findings.js";
import { differencesOf, type PublishedDifference } from "./published.js";

export interface Scored {
  readonly set: CompiledSet;
  /** What each node is called (see labelsOf). */
  readonly labels: readonly string[];
  readonly units: readonly UnitRecord[];
  /** Rows in the order of `units`. */
  readonly scores: CampaignScores;
  readonly findings: readonly DataFinding[];
  readonly differences: readonly PublishedDifference[];
  /** Whether any unit comes with published scores. */
  readonly published: boolean;
}

/** Reports how many of how many units are done. */
export type Tick = (done: number, of: number) => void;

/**
 * Scores units.
 * @param complete whether every ranking group is complete; undefined: groups of two or more units are.
 */
export function scoreUnits(
  set: CompiledSet,
  units: readonly UnitRecord[],
  complete: boolean | undefined,
  tick: Tick,
): Scored {
  const factsOf = (row: number): UnitRecord["facts"] => {
    const unit = units[row];
    if (!unit) throw new RangeError(`There is no unit ${row}`);
    return unit.facts;
  };
  const run = new CampaignRun(set, { complete, recall: factsOf });
  const chunk = new FactChunk(set);
  for (const [row, unit] of units.entries()) {
    chunk.add(unit.facts);
    if (!chunk.full && row < units.length - 1) continue;
    run.add(chunk);
    chunk.clear();
    tick(row + 1, units.length);
  }
  const scores = run.finish();
  const scored = { set, labels: labelsOf(set), units, scores };
  return {
    ...scored,
    findings: units.flatMap((unit) => findingsOf(set, unit)),
    differences: units.flatMap((unit, row) => differencesOf(scored, unit, row)),
    published: units.some((unit) => unit.published !== undefined),
  };
}
