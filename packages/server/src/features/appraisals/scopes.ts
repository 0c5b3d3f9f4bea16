/** Who appraises what: a pillar or an indicator, of one unit or of all, or everything. The coordinator says it. */
import type { CompiledSet } from "@opendti/engine";
import { holds, requireRole, seeingAll } from "../../access/actor.js";
import type { Call } from "../../http/call.js";
import { found } from "../../http/endpoint.js";
import { requireVersion } from "../../http/etag.js";
import { Problem, type Words } from "../../http/problem.js";
import { loadSetOf } from "../assessments/load-set.js";
import { addressOf } from "../assessments/scoring.js";
import { PROFILE } from "../assessments/standing.js";
import { record } from "../audit/record.js";
import { type Campaign, findCampaign } from "../campaigns/repository.js";
import { findSet } from "../sets/repository.js";
import type { Named, Person } from "./appraisal.js";
import * as repository from "./scope-repository.js";
import { scoredLeaves, scoreTheRest } from "./scores.js";
import { codesBelow } from "./standing.js";

export interface Scopes {
  /** Of the campaign. */
  readonly version: number;
  readonly items: readonly {
    readonly id: string;
    readonly account: Person;
    readonly code: string | null;
    readonly title: string | null;
    readonly unit: Named | null;
    /** Of what is submitted. */
    readonly done: number;
    readonly total: number;
  }[];
  /** Indicators that nobody covers for all units. */
  readonly unassigned: readonly { readonly code: string; readonly title: string }[];
  /** Who may be assigned; for the coordinator alone. */
  readonly candidates: readonly Person[];
}

export interface GivenScope {
  readonly accountId: string;
  readonly code: string | null;
  readonly unitId: string | null;
}

/** @throws {Problem} `forbidden` to whoever does not see all units. */
export async function listScopes(call: Call, id: string): Promise<Scopes> {
  requireRole(call.actor, ...seeingAll);
  const campaign = await visibleCampaign(call, id);
  const set = await setOf(call, campaign);
  return scopesOf(call, campaign, set);
}

/**
 * Says anew who appraises what. Judgements that were made stay, whoever made them.
 * @throws {Problem} `forbidden`; `changed-meanwhile`; `state-refused`; `content-refused` naming what does not fit.
 */
export async function replaceScopes(
  call: Call,
  id: string,
  sent: number,
  items: readonly GivenScope[],
): Promise<Scopes> {
  requireRole(call.actor, "coordinator");
  const campaign = found(await findCampaign(call.db, id, true));
  requireVersion(sent, campaign);
  if (campaign.status === "closed")
    throw new Problem("state-refused", {
      vi: "Đợt đánh giá đã kết thúc.",
      en: "The campaign is closed.",
    });
  const set = await setOf(call, campaign);
  const scopes = distinct(items.map((item) => ({ ...item, code: addressIn(set, item.code) })));
  await requireSound(call, campaign, scopes);
  const before = await repository.listScopes(call.db, id);
  await repository.replaceScopes(call.db, id, scopes, call.actor.accountId, call.at);
  await record(call, {
    action: "campaign.appraisers",
    subject: { type: "campaign", id },
    before: before.map(({ account, code, unit }) => ({
      accountId: account.id,
      code,
      unitId: unit?.id ?? null,
    })),
    after: scopes,
  });
  return scopesOf(call, { ...campaign, version: campaign.version + 1 }, set);
}

/** A campaign, to whoever may know of it; one in preparation is its coordinator's own. */
export async function visibleCampaign(call: Pick<Call, "db" | "actor">, id: string): Promise<Campaign> {
  const campaign = found(await findCampaign(call.db, id));
  if (campaign.status === "preparing" && !holds(call.actor, "coordinator")) throw new Problem("not-found");
  return campaign;
}

/** The campaign's set, compiled. */
export async function setOf(call: Call, campaign: Campaign): Promise<CompiledSet> {
  const { hash } = found(await findSet(call.db, campaign.setId, campaign.setVersion));
  return (await loadSetOf(call, { id: campaign.setId, version: campaign.setVersion, hash })).set;
}

/** What an indicator is called. */
export function titleOf(set: CompiledSet, code: string): string {
  const index = code === PROFILE ? undefined : set.nodeOf.get(code);
  return (index === undefined ? undefined : set.nodes[index]?.title) ?? code;
}

async function scopesOf(call: Call, campaign: Campaign, set: CompiledSet): Promise<Scopes> {
  await scoreTheRest(call, campaign, set);
  const stored = await repository.listScopes(call.db, campaign.id);
  const leaves = scoredLeaves(set).map((node) => addressOf(set, node));
  const covered = stored.map(({ id, code, unit }) => ({
    scope: id,
    unitId: unit?.id ?? null,
    codes: code === null ? leaves : codesBelow(set, code).filter((below) => leaves.includes(below)),
  }));
  const pieces = covered.flatMap(({ scope, unitId, codes }) =>
    codes.map((code) => ({ scope, code, unitId })),
  );
  const counts = await repository.countScopes(call.db, campaign.id, pieces);
  const everywhere = new Set(covered.flatMap(({ unitId, codes }) => (unitId === null ? codes : [])));
  return {
    version: campaign.version,
    items: stored.map((one) => ({
      ...one,
      title: one.code === null ? null : titleOf(set, one.code),
      ...(counts.get(one.id) ?? { done: 0, total: 0 }),
    })),
    unassigned: leaves
      .filter((code) => !everywhere.has(code) && !coversAllUnits(campaign, covered, code))
      .map((code) => ({ code, title: titleOf(set, code) })),
    candidates: holds(call.actor, "coordinator") ? await repository.listHolders(call.db, ["appraiser"]) : [],
  };
}

/** Whether an indicator is covered unit by unit in every unit of the campaign. */
function coversAllUnits(
  { units }: Campaign,
  covered: readonly { readonly unitId: string | null; readonly codes: readonly string[] }[],
  code: string,
): boolean {
  const unitsOf = new Set(covered.filter(({ codes }) => codes.includes(code)).map(({ unitId }) => unitId));
  return units.every(({ unitId }) => unitsOf.has(unitId));
}

function addressIn(set: CompiledSet, code: string | null): string | null {
  if (code === null || code === PROFILE) return code;
  const index = set.nodeOf.get(code);
  const node = index === undefined ? undefined : set.nodes[index];
  if (node === undefined) throw refused(`Bộ chỉ số không có mã "${code}".`, `The set has no code "${code}".`);
  return addressOf(set, node);
}

function distinct(items: readonly GivenScope[]): GivenScope[] {
  return [
    ...new Map(
      items.map((item) => [`${item.accountId}\n${item.code ?? ""}\n${item.unitId ?? ""}`, item]),
    ).values(),
  ];
}

async function requireSound(call: Call, campaign: Campaign, scopes: readonly GivenScope[]): Promise<void> {
  const units = new Set(campaign.units.map(({ unitId }) => unitId));
  if (scopes.some(({ unitId }) => unitId !== null && !units.has(unitId)))
    throw refused("Có đơn vị không thuộc đợt đánh giá này.", "A unit does not take part in this campaign.");
  const holders = new Set((await repository.listHolders(call.db, ["appraiser"])).map(({ id }) => id));
  if (scopes.some(({ accountId }) => !holders.has(accountId)))
    throw refused(
      "Chỉ phân công được tài khoản đang dùng có vai trò thẩm định viên.",
      "Only accounts in use with the role of appraiser can be assigned.",
    );
}

const refused = (vi: Words["vi"], en: Words["en"]) => new Problem("content-refused", { vi, en });
