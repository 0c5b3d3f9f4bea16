/** /campaigns: planning, opening, progress, extensions. */
import { z } from "zod";
import { assessmentStates, stages } from "../../database/schema.js";
import type { Endpoints } from "../../http/endpoint.js";
import type { Campaign, CampaignHead, CampaignStage, Extension } from "./repository.js";
import * as service from "./service.js";

const moment = z.iso.datetime({ offset: true });
const groupCode = z.string().regex(/^[a-z0-9][a-z0-9-]{0,60}$/);
const name = z.string().trim().min(1).max(300);

const head = z.object({
  id: z.uuid(),
  name: z.string(),
  year: z.int(),
  setId: z.string(),
  setVersion: z.int(),
  setTitle: z.string(),
  status: z.enum(["preparing", "open", "closed"]),
  version: z.int(),
});

const stage = z.object({ stage: z.enum(stages), opensAt: moment.nullable(), dueAt: moment });
const group = z.object({ code: groupCode, name });

const campaign = head
  .extend({
    stages: z.array(stage),
    groups: z.array(group),
    units: z.array(z.object({ unitId: z.uuid(), name: z.string(), group: z.string().nullable() })),
  })
  .meta({ id: "Campaign" });

const plan = z.object({
  name,
  year: z.int().min(2000).max(2100),
  setId: z.string().max(100),
  setVersion: z.int().min(1),
  stages: z.array(stage).max(stages.length),
  groups: z.array(group).max(100),
  units: z.array(z.object({ unitId: z.uuid(), group: groupCode.nullable() })).max(10_000),
});

const extension = z
  .object({
    id: z.uuid(),
    unit: z.object({ id: z.uuid(), name: z.string() }),
    stage: z.enum(stages),
    dueAt: moment,
    reason: z.string(),
    by: z.object({ id: z.uuid(), displayName: z.string() }),
    at: moment,
  })
  .meta({ id: "Extension" });

const progress = z
  .object({
    assessmentId: z.uuid(),
    unit: z.object({ id: z.uuid(), code: z.string(), name: z.string() }),
    group: z.string().nullable(),
    state: z.enum(assessmentStates),
    answered: z.int(),
    total: z.int(),
    score: z.string(),
    max: z.string(),
    submittedAt: moment.nullable(),
    dueAt: moment,
    extended: z.boolean(),
  })
  .meta({ id: "Progress" });

const place = z.object({ id: z.uuid() });
const etag = (one: { readonly version: number }) => one.version;

export function campaignRoutes(endpoints: Endpoints): void {
  planning(endpoints);
  running(endpoints);
}

function planning(endpoints: Endpoints): void {
  endpoints.account(
    {
      method: "GET",
      url: "/campaigns",
      summary: "Campaigns, newest first",
      answer: z.object({ items: z.array(head) }),
    },
    async (call) => ({ items: (await service.listCampaigns(call)).map(headOf) }),
  );
  endpoints.account(
    {
      method: "POST",
      url: "/campaigns",
      summary: "Plan a campaign",
      body: plan,
      answer: campaign,
      status: 201,
      etag,
    },
    async (call, { body }) =>
      campaignOf(await service.createCampaign(call, { ...body, stages: body.stages.map(stageFrom) })),
  );
  endpoints.account(
    { method: "GET", url: "/campaigns/:id", summary: "A campaign", params: place, answer: campaign, etag },
    async (call, { params }) => campaignOf(await service.getCampaign(call, params.id)),
  );
  endpoints.account(
    {
      method: "PATCH",
      url: "/campaigns/:id",
      summary: "Change a campaign",
      params: place,
      body: plan.partial(),
      answer: campaign,
      ifMatch: true,
      etag,
    },
    async (call, { params, body, version }) => {
      const { stages: sent, ...rest } = body;
      const change = { ...given(rest), ...(sent && { stages: sent.map(stageFrom) }) };
      return campaignOf(await service.updateCampaign(call, params.id, version, change));
    },
  );
  endpoints.account(
    {
      method: "POST",
      url: "/campaigns/:id/open",
      summary: "Open a campaign: every unit gets its assessment",
      params: place,
      answer: campaign,
      ifMatch: true,
      etag,
    },
    async (call, { params, version }) => campaignOf(await service.openCampaign(call, params.id, version)),
  );
}

function running(endpoints: Endpoints): void {
  endpoints.account(
    {
      method: "GET",
      url: "/campaigns/:id/progress",
      summary: "How far every unit is",
      params: place,
      answer: z.object({ items: z.array(progress) }),
    },
    async (call, { params }) => ({
      items: (await service.listProgress(call, params.id)).map((one) => ({
        ...one,
        submittedAt: one.submittedAt?.toISOString() ?? null,
        dueAt: one.dueAt.toISOString(),
      })),
    }),
  );
  const extensions = z.object({ items: z.array(extension) });
  endpoints.account(
    {
      method: "GET",
      url: "/campaigns/:id/extensions",
      summary: "Extensions given, newest first",
      params: place,
      answer: extensions,
    },
    async (call, { params }) => ({ items: (await service.listExtensions(call, params.id)).map(extensionOf) }),
  );
  endpoints.account(
    {
      method: "POST",
      url: "/campaigns/:id/extensions",
      summary: "Give one unit another deadline",
      params: place,
      body: z.object({
        unitId: z.uuid(),
        stage: z.enum(stages),
        dueAt: moment,
        reason: z.string().trim().min(1).max(1000),
      }),
      answer: extensions,
      status: 201,
    },
    async (call, { params, body }) => {
      const given = { ...body, dueAt: new Date(body.dueAt) };
      return { items: (await service.extend(call, params.id, given)).map(extensionOf) };
    },
  );
}

const headOf = (one: CampaignHead) => ({
  id: one.id,
  name: one.name,
  year: one.year,
  setId: one.setId,
  setVersion: one.setVersion,
  setTitle: one.setTitle,
  status: one.status,
  version: one.version,
});

const campaignOf = (one: Campaign) => ({
  ...headOf(one),
  stages: one.stages.map(({ stage, opensAt, dueAt }) => ({
    stage,
    opensAt: opensAt?.toISOString() ?? null,
    dueAt: dueAt.toISOString(),
  })),
  groups: one.groups,
  units: one.units,
});

const extensionOf = (one: Extension) => ({
  ...one,
  dueAt: one.dueAt.toISOString(),
  at: one.at.toISOString(),
});

const stageFrom = (sent: z.output<typeof stage>): CampaignStage => ({
  stage: sent.stage,
  opensAt: sent.opensAt === null ? null : new Date(sent.opensAt),
  dueAt: new Date(sent.dueAt),
});

/** The members that were sent at all: one that was not changes nothing. */
function given<T extends object>(sent: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
