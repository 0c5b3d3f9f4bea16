/** Campaigns: planned and opened by the coordinator, watched by those who see all, worked in by their units. */
import { isDeepStrictEqual } from "node:util";
import { holds, ownUnits, requireRole, seeingAll } from "../../access/actor.js";
import type { Stage } from "../../database/schema.js";
import type { Call } from "../../http/call.js";
import { found } from "../../http/endpoint.js";
import { requireVersion } from "../../http/etag.js";
import { Problem, type Words } from "../../http/problem.js";
import { record } from "../audit/record.js";
import { notify } from "../notices/notify.js";
import { runsStanding } from "../runs/standing.js";
import { findSet } from "../sets/repository.js";
import type { Campaign, CampaignHead, CampaignPlan, Extension, Progress } from "./repository.js";
import * as repository from "./repository.js";

/** Campaigns in preparation are the coordinator's own. */
export function listCampaigns(call: Call): Promise<CampaignHead[]> {
  return repository.listCampaigns(call.db, holds(call.actor, "coordinator"));
}

/** One campaign; of its units, those that the actor may know to take part: all, or its own. */
export async function getCampaign(call: Call, id: string): Promise<Campaign> {
  const campaign = found(await repository.findCampaign(call.db, id));
  if (campaign.status === "preparing" && !holds(call.actor, "coordinator")) throw new Problem("not-found");
  if (holds(call.actor, ...seeingAll)) return campaign;
  const own = new Set(ownUnits(call.actor));
  return { ...campaign, units: campaign.units.filter(({ unitId }) => own.has(unitId)) };
}

export async function createCampaign(call: Call, plan: CampaignPlan): Promise<Campaign> {
  requireRole(call.actor, "coordinator");
  await requireSound(call, plan);
  const id = await repository.insertCampaign(call.db, plan);
  await record(call, { action: "campaign.create", subject: { type: "campaign", id }, after: plan });
  return found(await repository.findCampaign(call.db, id));
}

/**
 * Changes a campaign. Once it is open, its set and year are fixed and no unit leaves it.
 * @throws {Problem} `changed-meanwhile`; `state-refused`.
 */
export async function updateCampaign(
  call: Call,
  id: string,
  sent: number,
  change: Partial<CampaignPlan>,
): Promise<Campaign> {
  requireRole(call.actor, "coordinator");
  const campaign = found(await repository.findCampaign(call.db, id, true));
  requireVersion(sent, campaign);
  const plan: CampaignPlan = { ...planOf(campaign), ...change };
  if (campaign.status !== "preparing") {
    requireOnlyGrowth(campaign, plan);
    if ((await runsStanding(call, id)).settled) requireSameField(campaign, plan);
  }
  await requireSound(call, plan);
  await repository.updateCampaign(call.db, id, plan);
  if (campaign.status === "open") await repository.ensureAssessments(call.db, id, await maxOf(call, plan));
  await record(call, {
    action: "campaign.change",
    subject: { type: "campaign", id },
    before: planOf(campaign),
    after: plan,
  });
  return found(await repository.findCampaign(call.db, id));
}

/** Opens a campaign: every unit gets its assessment. */
export async function openCampaign(call: Call, id: string, sent: number): Promise<Campaign> {
  requireRole(call.actor, "coordinator");
  const campaign = found(await repository.findCampaign(call.db, id, true));
  requireVersion(sent, campaign);
  if (campaign.status !== "preparing")
    throw new Problem("state-refused", { vi: "Đợt đánh giá đã mở.", en: "The campaign is open already." });
  if (campaign.units.length === 0)
    throw refused("Chọn ít nhất một đơn vị tham gia.", "Choose at least one unit.");
  if (!campaign.stages.some(({ stage }) => stage === "declare"))
    throw refused("Đặt hạn kê khai trước khi mở.", "Set the deadline for declaring first.");
  await repository.openCampaign(call.db, id, call.at);
  await repository.ensureAssessments(call.db, id, await maxOf(call, campaign));
  await record(call, { action: "campaign.open", subject: { type: "campaign", id } });
  return found(await repository.findCampaign(call.db, id));
}

export async function listProgress(call: Call, id: string): Promise<Progress[]> {
  requireRole(call.actor, ...seeingAll);
  found(await repository.findCampaign(call.db, id));
  return repository.listProgress(call.db, id);
}

/** Gives one unit more time for one stage. The newest extension counts, so time can also be taken back. */
export async function extend(
  call: Call,
  id: string,
  extension: {
    readonly unitId: string;
    readonly stage: Stage;
    readonly dueAt: Date;
    readonly reason: string;
  },
): Promise<Extension[]> {
  requireRole(call.actor, "coordinator");
  const campaign = found(await repository.findCampaign(call.db, id));
  if (!campaign.units.some(({ unitId }) => unitId === extension.unitId))
    throw refused("Đơn vị không thuộc đợt đánh giá này.", "The unit does not take part in this campaign.");
  const by = call.actor.accountId;
  await repository.insertExtension(call.db, { campaignId: id, ...extension, by, at: call.at });
  await record(call, {
    action: "campaign.extend",
    subject: { type: "campaign", id },
    unitId: extension.unitId,
    after: { stage: extension.stage, dueAt: extension.dueAt, reason: extension.reason },
  });
  await notify(call, {
    kind: "extended",
    to: { unit: extension.unitId },
    data: {
      campaign: campaign.name,
      dueAt: extension.dueAt.toISOString(),
      reason: extension.reason,
    },
    link: "/assessments",
  });
  return repository.listExtensions(call.db, id);
}

export async function listExtensions(call: Call, id: string): Promise<Extension[]> {
  requireRole(call.actor, ...seeingAll);
  found(await repository.findCampaign(call.db, id));
  return repository.listExtensions(call.db, id);
}

function planOf(campaign: Campaign): CampaignPlan {
  const { name, year, setId, setVersion, stages, groups, units } = campaign;
  return {
    name,
    year,
    setId,
    setVersion,
    stages,
    groups,
    units: units.map(({ unitId, group }) => ({ unitId, group })),
  };
}

function requireOnlyGrowth(before: Campaign, after: CampaignPlan): void {
  if (!after.stages.some(({ stage }) => stage === "declare"))
    throw new Problem("state-refused", {
      vi: "Đợt đã mở: phải giữ hạn kê khai.",
      en: "The campaign is open: it keeps a deadline for declaring.",
    });
  if (before.setId !== after.setId || before.setVersion !== after.setVersion || before.year !== after.year)
    throw new Problem("state-refused", {
      vi: "Đợt đã mở: không đổi được bộ chỉ số và năm.",
      en: "The campaign is open: its set and year are fixed.",
    });
  const kept = new Set(after.units.map(({ unitId }) => unitId));
  const gone = before.units.filter(({ unitId }) => !kept.has(unitId));
  if (gone.length > 0)
    throw new Problem("state-refused", {
      vi: `Đợt đã mở: không bỏ được đơn vị ${gone.map(({ name }) => name).join(", ")}.`,
      en: `The campaign is open: ${gone.map(({ name }) => name).join(", ")} cannot leave it.`,
    });
}

/** What was approved was ranked among these units in these groups: only a recorded revision opens that. */
function requireSameField(before: Campaign, after: CampaignPlan): void {
  const field = ({ groups, units }: Pick<CampaignPlan, "groups" | "units">) => [
    groups.map(({ code, name }) => [code, name]),
    new Map(units.map(({ unitId, group }) => [unitId, group])),
  ];
  if (!isDeepStrictEqual(field(before), field(after)))
    throw new Problem("state-refused", {
      vi: "Kết quả đã phê duyệt: đơn vị và nhóm xếp hạng chỉ đổi được khi mở một lần điều chỉnh có ghi lại.",
      en: "The results are approved: only a recorded revision opens its units and ranking groups again.",
    });
}

/** @throws {Problem} `content-refused` naming what does not fit together. */
async function requireSound(call: Call, plan: CampaignPlan): Promise<void> {
  const set = await findSet(call.db, plan.setId, plan.setVersion);
  if (set?.status !== "published")
    throw refused(
      `Bộ chỉ số "${plan.setId}" bản ${plan.setVersion} chưa ban hành.`,
      `The set "${plan.setId}" version ${plan.setVersion} is not published.`,
    );
  const groups = new Set(plan.groups.map(({ code }) => code));
  if (groups.size !== plan.groups.length)
    throw refused("Mã nhóm xếp hạng bị trùng.", "A group's code is used twice.");
  const stray = plan.units.find(({ group }) => group !== null && !groups.has(group));
  if (stray !== undefined)
    throw refused(`Không có nhóm xếp hạng "${stray.group}".`, `There is no ranking group "${stray.group}".`);
  const ids = plan.units.map(({ unitId }) => unitId);
  if (new Set(ids).size !== ids.length)
    throw refused("Một đơn vị được chọn hai lần.", "A unit is chosen twice.");
  const inForce = await repository.unitsInForce(call.db, ids, call.at.toISOString().slice(0, 10));
  if (ids.some((id) => !inForce.has(id)))
    throw refused(
      "Có đơn vị không tồn tại hoặc đã hết hiệu lực.",
      "A unit does not exist or is no longer in force.",
    );
  requireOrder(plan);
}

/** Declaring ends before appraising does, and so on. */
function requireOrder({ stages }: CampaignPlan): void {
  const dueAt = new Map(stages.map(({ stage, dueAt }) => [stage, dueAt]));
  if (dueAt.size !== stages.length) throw refused("Một bước có hai hạn.", "A stage has two deadlines.");
  for (const { opensAt, dueAt: due } of stages)
    if (opensAt !== null && opensAt >= due)
      throw refused("Ngày bắt đầu phải trước hạn.", "A stage has to open before it is due.");
  const declare = dueAt.get("declare");
  for (const later of ["appraise", "approve"] as const) {
    const due = dueAt.get(later);
    if (declare !== undefined && due !== undefined && due < declare)
      throw refused(
        "Hạn thẩm định và phê duyệt phải sau hạn kê khai.",
        "Appraising and approving are due after declaring.",
      );
  }
}

async function maxOf(
  call: Call,
  plan: { readonly setId: string; readonly setVersion: number },
): Promise<string> {
  return found(await findSet(call.db, plan.setId, plan.setVersion)).max;
}

const refused = (vi: Words["vi"], en: Words["en"]) => new Problem("content-refused", { vi, en });
