/** What there is to appraise: by unit, or by one indicator across all units, as a specialist really works. */
import type { CompiledSet } from "@opendti/engine";
import { holds, ownUnits, requireRole, seeingAll } from "../../access/actor.js";
import { foldedText } from "../../database/folded-text.js";
import type { Call } from "../../http/call.js";
import { type Page, page, readCursor } from "../../http/page.js";
import { addressOf } from "../assessments/scoring.js";
import type { Campaign } from "../campaigns/repository.js";
import type { Person, QueueCounts, QueueItem, UnitProgress } from "./appraisal.js";
import type { QueueFilter, QueueRow, QueueSort, QueueView } from "./queue-repository.js";
import * as repository from "./queue-repository.js";
import { listOwnAssessed, listScopes } from "./scope-repository.js";
import { setOf, titleOf, visibleCampaign } from "./scopes.js";
import { scoredLeaves, scoreTheRest } from "./scores.js";
import { codesBelow, reachIn } from "./standing.js";
import { shortValues } from "./values.js";

export interface QueueWish {
  /** An indicator, or a sum: all below it. */
  readonly code?: string | undefined;
  readonly unit?: string | undefined;
  readonly group?: string | undefined;
  readonly filter?: QueueFilter | undefined;
  /** Words, each of which stands in the code, the title or the unit's name; with or without marks. */
  readonly q?: string | undefined;
}

/**
 * A page of what the asker may appraise; those who oversee see all of it.
 * @throws {Problem} `forbidden` to whoever does not see all units; `not-found`.
 */
export async function listQueue(
  call: Call,
  id: string,
  { filter, ...wish }: QueueWish,
  sort: QueueSort,
  cursor: string | undefined,
  limit: number,
): Promise<Page<QueueItem> & { readonly counts: QueueCounts }> {
  requireRole(call.actor, ...seeingAll);
  const campaign = await visibleCampaign(call, id);
  const set = await setOf(call, campaign);
  await scoreTheRest(call, campaign, set);
  const view = await viewOf(call, campaign, set, wish);
  const after = readCursor(cursor, 3);
  const rows = await repository.listQueue(call.db, view, filter, sort, { after, limit: limit + 1 });
  const { items, next } = page(rows, limit, ({ key }) => key);
  return {
    items: items.map((row) => itemOf(set, row)),
    next,
    counts: await repository.countQueue(call.db, view),
  };
}

export interface QueueSummary {
  readonly units: readonly UnitProgress[];
  readonly indicators: readonly {
    readonly code: string;
    readonly title: string;
    /** Code of its pillar. */
    readonly pillar: string;
    readonly judged: number;
    readonly total: number;
    readonly openQueries: number;
    readonly disagreeing: number;
  }[];
  readonly appraisers: readonly {
    readonly account: Person;
    readonly judged: number;
    readonly total: number;
  }[];
}

/** @throws {Problem} as {@link listQueue} */
export async function summariseQueue(call: Call, id: string): Promise<QueueSummary> {
  requireRole(call.actor, ...seeingAll);
  const campaign = await visibleCampaign(call, id);
  const set = await setOf(call, campaign);
  await scoreTheRest(call, campaign, set);
  const view = await viewOf(call, campaign, set, {});
  const indicators = await repository.countByIndicator(call.db, view);
  return {
    units: await repository.countByUnit(call.db, view),
    indicators: indicators.map((one) => ({
      ...one,
      title: titleOf(set, one.code),
      pillar: pillarOf(set, one.code),
    })),
    appraisers: await repository.countByAppraiser(call.db, id, await assigned(call, campaign, set)),
  };
}

async function viewOf(
  call: Call,
  campaign: Campaign,
  set: CompiledSet,
  { code, unit, group, q }: Omit<QueueWish, "filter">,
): Promise<QueueView> {
  const overseeing = holds(call.actor, "coordinator", "approver", "observer");
  const { scopes } = await reachIn(call, campaign.id);
  return {
    campaignId: campaign.id,
    within: overseeing
      ? null
      : scopes.map((scope) => ({
          codes: scope.code === null ? null : codesBelow(set, scope.code),
          unitId: scope.unitId,
        })),
    without: overseeing ? [] : await listOwnAssessed(call.db, ownUnits(call.actor)),
    codes: code === undefined ? undefined : codesBelow(set, code),
    unit,
    group,
    words: await wordsIn(call, campaign, set, q ?? ""),
    accountId: call.actor.accountId,
    at: call.at,
  };
}

const MOST_WORDS = 12;

/** Where each word of a search stands: titles are the set's, so they are looked through here. */
async function wordsIn(call: Call, campaign: Campaign, set: CompiledSet, q: string) {
  const typed = foldedText(q).split(/\s+/);
  const words = [...new Set(typed)].filter((word) => word !== "").slice(0, MOST_WORDS);
  if (words.length === 0) return [];
  const indicators = scoredLeaves(set).map((node) => {
    const code = addressOf(set, node);
    return { code, text: foldedText(`${code} ${node.title}`) };
  });
  const units = (await repository.listUnitNames(call.db, campaign.id)).map(({ id, name }) => ({
    id,
    text: foldedText(name),
  }));
  return words.map((word) => ({
    codes: indicators.filter(({ text }) => text.includes(word)).map(({ code }) => code),
    units: units.filter(({ text }) => text.includes(word)).map(({ id }) => id),
  }));
}

/** Each appraiser with each code that is its to judge. */
async function assigned(call: Call, campaign: Campaign, set: CompiledSet) {
  const leaves = new Set(scoredLeaves(set).map((node) => addressOf(set, node)));
  return (await listScopes(call.db, campaign.id)).flatMap(({ account, code, unit }) =>
    (code === null ? [...leaves] : codesBelow(set, code).filter((below) => leaves.has(below))).map(
      (below) => ({ accountId: account.id, code: below, unitId: unit?.id ?? null }),
    ),
  );
}

function pillarOf(set: CompiledSet, code: string): string {
  const index = set.nodeOf.get(code);
  let node = index === undefined ? undefined : set.nodes[index];
  while (node?.parent !== undefined) node = set.nodes[node.parent];
  return node === undefined ? code : addressOf(set, node);
}

function itemOf(set: CompiledSet, { given, key: _, ...row }: QueueRow): QueueItem {
  const untouched = row.verdict === null && row.appraised === row.declared;
  return {
    ...row,
    title: titleOf(set, row.code),
    appraised: untouched ? null : row.appraised,
    values: shortValues(set, row.code, given),
  };
}
