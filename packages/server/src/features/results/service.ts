/** Results of a campaign, for those who are signed in: any run for those who see all, the published one for others. */
import { ownUnits } from "../../access/actor.js";
import type { LongCall } from "../../http/call.js";
import { found } from "../../http/endpoint.js";
import { requireUnpublishedSight } from "../appraisals/sight.js";
import { inTurn } from "../runs/turns.js";
import { comparisonOf } from "./comparison.js";
import { type DownloadForm, downloadOf } from "./download.js";
import { boardOf, editionFor, keptBody, requireBoard } from "./edition.js";
import { heatMapOf } from "./heat-map.js";
import { KeptBody } from "./kept-body.js";
import { rankingOf } from "./ranking.js";
import * as repository from "./repository.js";
import { type Robustness, robustnessOf } from "./robustness.js";
import { isUnitOrRoom } from "./unit-repository.js";
import { unitResultOf } from "./unit-result.js";

interface Asked {
  readonly run?: string | undefined;
  readonly group?: string | undefined;
}

/** The ranking; without results yet, its campaign with nobody in it. */
export async function ranking(call: LongCall, campaignId: string, asked: Asked): Promise<KeptBody> {
  const edition = await editionFor(call, campaignId, asked.run);
  const declared = edition.seesAll;
  return keptBody(call, edition, `ranking ${asked.group ?? ""} ${declared}`, async () => {
    const board = await boardOf(call, edition, "pillars");
    const ids = board?.units.map(({ id }) => id) ?? [];
    const earlier = await repository.earlierResults(call.db, edition.campaign, ids);
    return KeptBody.json(rankingOf(edition, board, earlier, { group: asked.group, declared }), "private");
  });
}

/** One unit: everybody signed in may see what is published of it. */
export async function unitResult(
  call: LongCall,
  campaignId: string,
  unitId: string,
  asked: Asked,
): Promise<KeptBody> {
  const edition = await editionFor(call, campaignId, asked.run);
  const { language } = call.actor;
  const close = edition.seesAll || (await isOwn(call, unitId));
  return keptBody(call, edition, `unit ${unitId} ${language} ${close}`, async () => {
    const board = await requireBoard(call, edition);
    const row = found(board.row(unitId));
    const answer = await unitResultOf(call, { edition, board, row, language, close });
    return KeptBody.json(answer, "private");
  });
}

/** Shares of the maximum, units by indicators. */
export async function heatMap(call: LongCall, campaignId: string, asked: Asked): Promise<KeptBody> {
  const edition = await editionFor(call, campaignId, asked.run);
  return keptBody(call, edition, `heat-map ${asked.group ?? ""}`, async () => {
    const board = await boardOf(call, edition);
    return KeptBody.json(heatMapOf(edition, board, asked.group), "private");
  });
}

/** Chosen units beside one another; one that has no result here is not found. */
export async function compare(
  call: LongCall,
  campaignId: string,
  asked: { readonly run?: string | undefined; readonly units: readonly string[] },
): Promise<KeptBody> {
  const edition = await editionFor(call, campaignId, asked.run);
  const board = await requireBoard(call, edition);
  const rows = asked.units.map((id) => found(board.row(id)));
  return KeptBody.json(comparisonOf(edition, board, rows), "private");
}

/**
 * How firm the ranks are: for those who see all, since it says what is not judged yet.
 * @param isGone whether whoever asked has left: then it is not calculated at all.
 * @throws {Problem} `forbidden`; `not-found`; `not-ready` while too many wait for the same.
 */
export async function robustness(
  call: LongCall,
  campaignId: string,
  asked: Robustness & Asked,
  isGone: () => boolean,
): Promise<KeptBody> {
  await requireUnpublishedSight(call, campaignId);
  const edition = await editionFor(call, campaignId, asked.run);
  return inTurn(call.platform, campaignId, isGone, async () => {
    const board = await boardOf(call, edition);
    return KeptBody.json(await robustnessOf(call, { edition, board, asked }), "private");
  });
}

/** Every indicator of every unit, as a file. */
export async function download(
  call: LongCall,
  campaignId: string,
  form: DownloadForm,
  asked: Asked,
): Promise<KeptBody> {
  const edition = await editionFor(call, campaignId, asked.run);
  const { language } = call.actor;
  const declared = edition.seesAll;
  return keptBody(call, edition, `${form} ${asked.group ?? ""} ${language} ${declared}`, async () => {
    const board = await requireBoard(call, edition);
    return downloadOf({ edition, board, group: asked.group, language, declared, keeping: "private" }, form);
  });
}

/** Whether the actor works in the unit, or in a room of it. */
async function isOwn(call: LongCall, unitId: string): Promise<boolean> {
  const own = ownUnits(call.actor);
  return own.length > 0 && isUnitOrRoom(call.db, own, unitId);
}
