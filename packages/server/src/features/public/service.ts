/** What everybody may read: published results, and nothing of what led to them. */
import type { Language } from "@opendti/engine";
import type { z } from "zod";
import { foldedText } from "../../database/folded-text.js";
import type { OpenLongCall } from "../../http/call.js";
import { found } from "../../http/endpoint.js";
import { type DownloadForm, downloadOf } from "../results/download.js";
import { keptBody, publishedEdition, requireBoard } from "../results/edition.js";
import { KeptBody } from "../results/kept-body.js";
import { chosenGroups, groupOf, indicatorHeadOf, publicItemOf } from "../results/ranking.js";
import { type Edition, earlierResults } from "../results/repository.js";
import type * as schemas from "../results/schemas.js";
import { lineResults } from "../results/unit-repository.js";
import { publicIndicatorOf, radarOf, seriesPointOf } from "../results/unit-result.js";
import * as repository from "./repository.js";

export type PublicCampaign = z.output<typeof schemas.publicCampaign>;
export type PublicRanking = z.output<typeof schemas.publicRanking>;
export type PublicUnit = z.output<typeof schemas.publicUnitResult>;

/** Campaigns with published results, newest first. */
export async function listCampaigns(call: OpenLongCall): Promise<PublicCampaign[]> {
  const rows = await repository.listPublished(call.db);
  return rows;
}

export async function campaigns(call: OpenLongCall): Promise<KeptBody> {
  return KeptBody.json({ items: await listCampaigns(call) }, "public");
}

/** The published ranking; of a search, the units whose name has the words, with or without marks. */
export async function ranking(call: OpenLongCall, campaignId: string, search: Search): Promise<KeptBody> {
  const edition = await publishedEdition(call, campaignId);
  const make = async () => KeptBody.json((await rankingPart(call, edition, search)).ranking, "public");
  // What is searched for is anybody's: it would fill what is kept.
  return search.q === undefined || search.q === ""
    ? keptBody(call, edition, `public ranking ${search.group ?? ""}`, make)
    : make();
}

/** What of a ranking is asked for. */
export interface Search {
  readonly group?: string | undefined;
  /** Words of a name, with or without marks. */
  readonly q?: string | undefined;
}

/** Some of the units that a search finds, and how many it finds in all. */
export interface RankingPart {
  readonly ranking: PublicRanking;
  /** When the results that these correct were published; null: these are the first. */
  readonly corrects: Date | null;
  readonly found: number;
}

/** @param part of what is found, by place; absent: all. */
export async function rankingPart(
  call: OpenLongCall,
  edition: Edition,
  { group, q }: Search,
  part: { readonly from: number; readonly count: number } = { from: 0, count: Number.POSITIVE_INFINITY },
): Promise<RankingPart> {
  const board = await requireBoard(call, edition, "pillars");
  const groups = chosenGroups(board, group);
  const words = foldedText(q ?? "");
  const rows = groups.flatMap((one) => one.rows).filter((row) => words === "" || board.isNamed(row, words));
  const chosen = rows.slice(part.from, part.from + part.count);
  const ids = chosen.flatMap((row) => board.units[row]?.id ?? []);
  const earlier = await earlierResults(call.db, edition.campaign, ids);
  return {
    found: rows.length,
    corrects: edition.run?.corrects ?? null,
    ranking: {
      campaign: publicHeadOf(edition, board.units.length),
      groups: groups.map((one) => groupOf(board, one)),
      pillars: board.pillars.map(indicatorHeadOf),
      items: chosen.map((row) => publicItemOf(board, row, earlier)),
    },
  };
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
  const item = publicItemOf(board, row, earlier);
  const { campaign, run } = edition;
  return {
    ...item,
    campaign: { id: campaign.id, name: campaign.name, year: campaign.year, setTitle: campaign.set.title },
    publishedAt: run?.published?.at.toISOString() ?? null,
    groupName: board.group(item.group).name,
    pillarHeads: board.pillars.map(indicatorHeadOf),
    indicators: board.nodes.filter(({ scored }) => scored).map((node) => publicIndicatorOf(board, row, node)),
    radar: radarOf(board, row),
    series: series.map(seriesPointOf),
  };
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
