/**
 * The results of a finished campaign: a run like any other, scored from what the units declared, approved and published
 * on the days of the demo's file. So they can be repeated, exported and verified.
 */
import { CampaignScorer, type CompiledSet } from "@opendti/engine";
import { sql } from "kysely";
import { nameAt } from "../features/results/unit-name.js";
import { SIGNED_AS } from "../features/runs/deciding.js";
import { findGround, listUnits, standsOn, streamUnits } from "../features/runs/ground-repository.js";
import { RunInputWriter } from "../features/runs/input.js";
import { findRun, insertRun, signApproval, signPublication } from "../features/runs/repository.js";
import { insertResults } from "../features/runs/results-repository.js";
import { resultHash } from "../features/runs/scoring.js";
import type { DemoCampaign } from "./files.js";
import { days, type Ground } from "./ground.js";
import { idOf } from "./units.js";

/** Who compiles, in the demo's accounts. */
const COORDINATOR = "dieuphoi";

export async function seedResults(
  { db, accounts, at }: Ground,
  campaign: DemoCampaign,
  campaignId: string,
  set: CompiledSet,
): Promise<void> {
  const ground = await findGround(db, campaignId);
  if (ground === undefined) throw new Error("the demo's campaign is not there");
  const named = await namesThen({ db, campaignId, year: ground.year });
  const scorer = new CampaignScorer(set);
  const writer = new RunInputWriter({ campaign: { id: campaignId, year: ground.year }, set: ground.set });
  for await (const one of streamUnits(db, await listUnits(db, campaignId))) {
    const { id, name } = one.unit;
    const unit = { ...one, unit: { id, name: named.get(id) ?? name } };
    scorer.add(unit);
    writer.add(unit);
  }
  const results = scorer.finish();
  const { input, hash } = await writer.finish();
  const step = (to: "approved" | "published") => {
    const planned = campaign.everyone?.steps.find((one) => one.to === to);
    if (planned?.by === undefined) throw new Error(`nobody has ${to} the demo's ${campaign.key}`);
    return { by: idOf(accounts, planned.by), as: SIGNED_AS, at: days(at, planned.at) };
  };
  const approval = step("approved");
  const id = await insertRun(db, {
    campaignId,
    setHash: ground.set.hash,
    input,
    inputHash: hash,
    resultHash: resultHash(results),
    standsOn: await standsOn(db, campaignId),
    units: results.length,
    revises: null,
    reason: null,
    by: idOf(accounts, COORDINATOR),
    at: days(approval.at, -1),
  });
  await insertResults(db, id, results);
  for (const sign of [signApproval, signPublication]) {
    const run = await findRun(db, id);
    if (run === undefined) throw new Error("the demo's run is not there");
    await sign(db, run, sign === signApproval ? approval : step("published"));
  }
}

/** What the units were called when that year ended. */
async function namesThen({
  db,
  campaignId,
  year,
}: Pick<Ground, "db"> & {
  readonly campaignId: string;
  readonly year: number;
}): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`
    select m.unit_id as id, ${nameAt(sql.ref("m.unit_id"), sql`make_date(${year}, 12, 31)`)} as name
    from campaign_unit m where m.campaign_id = ${campaignId}`.execute(db);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
