/** The results of a finished campaign, by the engine: everyone scored together, ranked in groups. */
import { CampaignRun, type CompiledSet, FactChunk, formatTicks } from "@opendti/engine";
import type { Work } from "../database/connection.js";
import { type AnswerValue, addressOf, factsOf } from "../features/assessments/scoring.js";

/** A unit of a finished campaign with what it declared. */
export interface Scored {
  readonly unitId: string;
  readonly group: string | null;
  readonly answers: readonly AnswerValue[];
}

export async function seedResults(
  db: Work,
  campaignId: string,
  set: CompiledSet,
  units: readonly Scored[],
): Promise<void> {
  const chunk = new FactChunk(set, units.length);
  for (const { unitId, group, answers } of units)
    chunk.add(factsOf(set, { id: unitId, name: "", group }, answers));
  const run = new CampaignRun(set, { complete: true, keepFacts: true });
  run.add(chunk);
  const scores = run.finish();
  const { digits } = set.scoreRounding;
  const rows = units.map(({ unitId, group }, row) => ({
    campaign_id: campaignId,
    unit_id: unitId,
    group_code: group,
    total: formatTicks(scores.totalTicks(row), digits),
    max: formatTicks(Number(set.max.n / set.max.d) * 10 ** digits, digits),
    rank: scores.rank(row) === 0 ? null : scores.rank(row),
    scores: JSON.stringify(
      Object.fromEntries(
        set.nodes.map((node) => [addressOf(set, node), formatTicks(scores.ticks(row, node.index), digits)]),
      ),
    ),
  }));
  if (rows.length > 0) await db.insertInto("result").values(rows).execute();
}
