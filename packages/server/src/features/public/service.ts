/** What everybody may read: published results, and nothing of what led to them. */
import type { Language } from "@opendti/engine";
import type { z } from "zod";
import { foldedText } from "../../database/folded-text.js";
import type { OpenLongCall } from "../../http/call.js";
import { found } from "../../http/endpoint.js";
import { type DownloadForm, downloadOf } from "../results/download.js";
import { keptBody, publishedEdition, requireBoard } from "../results/edition.js";
import { KeptBody } from "../results/kept-body.js";
import { indicatorHeadOf, itemOf, rankingOf } from "../results/ranking.js";
import { type Edition, earlierResults } from "../results/repository.js";
import * as schemas from "../results/schemas.js";
import { lineResults } from "../results/unit-repository.js";
import { publicIndicatorOf, radarOf, seriesPointOf } from "../results/unit-result.js";
import * as repository from "./repository.js";

export type PublicCampaign = z.output<typeof schemas.publicCampaign>;
export type PublicRanking = z.output<typeof schemas.publicRanking>;
export type PublicUnit = z.output<typeof schemas.publicUnitResult>;

/** Campaigns with published results, newest first. */
export async function listCampaigns(call: OpenLongCall): Promise<PublicCampaign[]> {
  const rows = await repository.listPublished(call.db);
  return rows.map((row) => schemas.publicCampaign.parse(row));
}

export async function campaigns(call: OpenLongCall): Promise<KeptBody> {
  return KeptBody.json({ items: await listCampaigns(call) }, "public");
}

interface Search {
  readonly group?: string | undefined;
  readonly q?: string | undefined;
}

/** The published ranking; of a search, the units whose name has the words, with or without marks. */
export async function ranking(call: OpenLongCall, campaignId: string, search: Search): Promise<KeptBody> {
  const edition = await publishedEdition(call, campaignId);
  const make = async () => KeptBody.json(await publicRankingOf(call, edition, search), "public");
  // What is searched for is anybody's: it would fill what is kept.
  return search.q === undefined || search.q === ""
    ? keptBody(call, edition, `public ranking ${search.group ?? ""}`, make)
    : make();
}

export async function publicRankingOf(
  call: OpenLongCall,
  edition: Edition,
  { group, q }: Search,
): Promise<PublicRanking> {
  const board = await requireBoard(call, edition);
  const ids = board.units.map(({ id }) => id);
  const earlier = await earlierResults(call.db, edition.campaign, ids);
  const { groups, pillars, items } = rankingOf(edition, board, earlier, { group, declared: false });
  const words = foldedText(q ?? "").trim();
  const asked = words === "" ? items : items.filter(({ unit }) => foldedText(unit.name).includes(words));
  return schemas.publicRanking.parse({
    campaign: publicHeadOf(edition, board.units.length),
    groups,
    pillars,
    items: asked,
  });
}

function publicHeadOf({ campaign, run }: Edition, units: number): z.input<typeof schemas.publicCampaign> {
  return {
    id: campaign.id,
    name: campaign.name,
    year: campaign.year,
    setTitle: campaign.set.title,
    publishedAt: run?.published?.at.toISOString() ?? null,
    units,
  };
}

export async function unitResult(call: OpenLongCall, campaignId: string, unitId: string): Promise<KeptBody> {
  const edition = await publishedEdition(call, campaignId);
  return keptBody(call, edition, `public unit ${unitId}`, async () =>
    KeptBody.json(await publicUnitOf(call, edition, unitId), "public"),
  );
}

/** @throws {Problem} `not-found` when the unit has no result in the campaign. */
export async function publicUnitOf(
  call: OpenLongCall,
  edition: Edition,
  unitId: string,
): Promise<PublicUnit> {
  const board = await requireBoard(call, edition);
  const row = found(board.row(unitId));
  const earlier = await earlierResults(call.db, edition.campaign, [unitId]);
  const series = await lineResults(call.db, unitId);
  const item = itemOf(board, row, earlier, false);
  const { campaign, run } = edition;
  return schemas.publicUnitResult.parse({
    ...item,
    campaign: { id: campaign.id, name: campaign.name, year: campaign.year, setTitle: campaign.set.title },
    publishedAt: run?.published?.at.toISOString() ?? null,
    groupName: board.group(item.group).name,
    pillarHeads: board.pillars.map(indicatorHeadOf),
    indicators: board.nodes.filter(({ scored }) => scored).map((node) => publicIndicatorOf(board, row, node)),
    radar: radarOf(board, row),
    series: series.map(seriesPointOf),
  });
}

/** The open data of a campaign. */
export async function download(
  call: OpenLongCall,
  campaignId: string,
  form: DownloadForm,
  { group }: { readonly group?: string | undefined },
  language: Language = "vi",
): Promise<KeptBody> {
  const edition = await publishedEdition(call, campaignId);
  return keptBody(call, edition, `public ${form} ${group ?? ""} ${language}`, async () => {
    const board = await requireBoard(call, edition);
    return downloadOf({ edition, board, group, language, declared: false, keeping: "public" }, form);
  });
}
