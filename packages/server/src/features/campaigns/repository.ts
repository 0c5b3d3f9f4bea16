/** Campaigns: a set, a year, units in groups, deadlines; and the extensions that were given. */
import { type SelectQueryBuilder, sql } from "kysely";
import type { Work } from "../../database/connection.js";
import type { AssessmentState, Database, Stage } from "../../database/schema.js";

export interface CampaignHead {
  readonly id: string;
  readonly name: string;
  readonly year: number;
  readonly setId: string;
  readonly setVersion: number;
  readonly setTitle: string;
  readonly status: "preparing" | "open" | "closed";
  readonly version: number;
}

export interface CampaignStage {
  readonly stage: Stage;
  readonly opensAt: Date | null;
  readonly dueAt: Date;
}

export interface CampaignUnit {
  readonly unitId: string;
  readonly name: string;
  readonly group: string | null;
}

export interface Campaign extends CampaignHead {
  readonly stages: readonly CampaignStage[];
  readonly groups: readonly { readonly code: string; readonly name: string }[];
  readonly units: readonly CampaignUnit[];
}

/** What a coordinator decides of a campaign. */
export interface CampaignPlan {
  readonly name: string;
  readonly year: number;
  readonly setId: string;
  readonly setVersion: number;
  readonly stages: readonly CampaignStage[];
  readonly groups: readonly { readonly code: string; readonly name: string }[];
  readonly units: readonly { readonly unitId: string; readonly group: string | null }[];
}

export interface Extension {
  readonly id: string;
  readonly unit: { readonly id: string; readonly name: string };
  readonly stage: Stage;
  readonly dueAt: Date;
  readonly reason: string;
  readonly by: { readonly id: string; readonly displayName: string };
  readonly at: Date;
}

export interface Progress {
  readonly assessmentId: string;
  readonly unit: { readonly id: string; readonly code: string; readonly name: string };
  readonly group: string | null;
  readonly state: AssessmentState;
  readonly answered: number;
  /** Indicators that are scored. */
  readonly total: number;
  readonly score: string;
  readonly max: string;
  readonly submittedAt: Date | null;
  /** The unit's own deadline for declaring: the campaign's, or its newest extension. */
  readonly dueAt: Date;
  readonly extended: boolean;
}

type Heads = SelectQueryBuilder<
  Database & { c: Database["campaign"]; s: Database["indicator_set"] },
  "c" | "s",
  object
>;

function heads(db: Work): Heads {
  return db
    .selectFrom("campaign as c")
    .innerJoin("indicator_set as s", (join) =>
      join.onRef("s.id", "=", "c.set_id").onRef("s.version", "=", "c.set_version"),
    ) as unknown as Heads;
}

const headColumns = [
  "c.id",
  "c.name",
  "c.year",
  "c.set_id",
  "c.set_version",
  "c.status",
  "c.version",
  "s.title",
] as const;

function headOf(row: {
  id: string;
  name: string;
  year: number;
  set_id: string;
  set_version: number;
  status: CampaignHead["status"];
  version: number;
  title: string;
}): CampaignHead {
  return {
    id: row.id,
    name: row.name,
    year: row.year,
    setId: row.set_id,
    setVersion: row.set_version,
    setTitle: row.title,
    status: row.status,
    version: row.version,
  };
}

/** Newest year first. */
export async function listCampaigns(db: Work, preparing: boolean): Promise<CampaignHead[]> {
  const rows = await heads(db)
    .select(headColumns)
    .$if(!preparing, (query) => query.where("c.status", "<>", "preparing"))
    .orderBy("c.year", "desc")
    .orderBy(sql`c.name collate "vi-x-icu"`)
    .execute();
  return rows.map(headOf);
}

export async function findCampaign(db: Work, id: string, lock = false): Promise<Campaign | undefined> {
  const row = await heads(db)
    .select(headColumns)
    .where("c.id", "=", id)
    .$if(lock, (query) => query.forUpdate("c"))
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const stages = await db
    .selectFrom("campaign_stage")
    .where("campaign_id", "=", id)
    .select(["stage", "opens_at", "due_at"])
    .orderBy("due_at")
    .execute();
  const groups = await db
    .selectFrom("campaign_group")
    .where("campaign_id", "=", id)
    .select(["code", "name"])
    .orderBy("place")
    .execute();
  const units = await db
    .selectFrom("campaign_unit as m")
    .innerJoin("unit as u", "u.id", "m.unit_id")
    .where("m.campaign_id", "=", id)
    .select(["m.unit_id", "u.name", "m.group_code"])
    .orderBy(sql`u.name collate "vi-x-icu"`)
    .execute();
  return {
    ...headOf(row),
    stages: stages.map(({ stage, opens_at, due_at }) => ({ stage, opensAt: opens_at, dueAt: due_at })),
    groups,
    units: units.map(({ unit_id, name, group_code }) => ({ unitId: unit_id, name, group: group_code })),
  };
}

export async function insertCampaign(db: Work, plan: CampaignPlan): Promise<string> {
  const { id } = await db
    .insertInto("campaign")
    .values({ name: plan.name, year: plan.year, set_id: plan.setId, set_version: plan.setVersion })
    .returning("id")
    .executeTakeFirstOrThrow();
  await insertParts(db, id, plan);
  return id;
}

/** Replaces what was planned; units that have an assessment stay (the service sees to that). */
export async function updateCampaign(db: Work, id: string, plan: CampaignPlan): Promise<void> {
  await db
    .updateTable("campaign")
    .set((eb) => ({
      name: plan.name,
      year: plan.year,
      set_id: plan.setId,
      set_version: plan.setVersion,
      version: eb("version", "+", 1),
    }))
    .where("id", "=", id)
    .execute();
  await db.deleteFrom("campaign_unit").where("campaign_id", "=", id).execute();
  await db.deleteFrom("campaign_group").where("campaign_id", "=", id).execute();
  await db.deleteFrom("campaign_stage").where("campaign_id", "=", id).execute();
  await insertParts(db, id, plan);
}

async function insertParts(db: Work, id: string, plan: CampaignPlan): Promise<void> {
  if (plan.stages.length > 0)
    await db
      .insertInto("campaign_stage")
      .values(
        plan.stages.map(({ stage, opensAt, dueAt }) => ({
          campaign_id: id,
          stage,
          opens_at: opensAt,
          due_at: dueAt,
        })),
      )
      .execute();
  if (plan.groups.length > 0)
    await db
      .insertInto("campaign_group")
      .values(plan.groups.map(({ code, name }, place) => ({ campaign_id: id, code, name, place })))
      .execute();
  if (plan.units.length > 0)
    await db
      .insertInto("campaign_unit")
      .values(
        plan.units.map(({ unitId, group }) => ({ campaign_id: id, unit_id: unitId, group_code: group })),
      )
      .execute();
}

export async function openCampaign(db: Work, id: string, at: Date): Promise<void> {
  await db
    .updateTable("campaign")
    .set((eb) => ({ status: "open" as const, opened_at: at, version: eb("version", "+", 1) }))
    .where("id", "=", id)
    .execute();
}

/** Makes the assessments that the campaign's units lack. */
export async function ensureAssessments(db: Work, id: string, max: string): Promise<void> {
  await db
    .insertInto("assessment")
    .columns(["campaign_id", "unit_id", "max"])
    .expression((eb) =>
      eb
        .selectFrom("campaign_unit")
        .where("campaign_id", "=", id)
        .select(["campaign_id", "unit_id", eb.val(max).as("max")]),
    )
    .onConflict((conflict) => conflict.columns(["campaign_id", "unit_id"]).doNothing())
    .execute();
}

export async function insertExtension(
  db: Work,
  extension: {
    campaignId: string;
    unitId: string;
    stage: Stage;
    dueAt: Date;
    reason: string;
    by: string;
    at: Date;
  },
): Promise<string> {
  const { id } = await db
    .insertInto("extension")
    .values({
      campaign_id: extension.campaignId,
      unit_id: extension.unitId,
      stage: extension.stage,
      due_at: extension.dueAt,
      reason: extension.reason,
      granted_by: extension.by,
      granted_at: extension.at,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** Newest first. */
export async function listExtensions(db: Work, campaignId: string): Promise<Extension[]> {
  const rows = await db
    .selectFrom("extension as e")
    .innerJoin("unit as u", "u.id", "e.unit_id")
    .innerJoin("account as a", "a.id", "e.granted_by")
    .where("e.campaign_id", "=", campaignId)
    .select([
      "e.id",
      "e.unit_id",
      "u.name",
      "e.stage",
      "e.due_at",
      "e.reason",
      "e.granted_by",
      "a.display_name",
      "e.granted_at",
    ])
    .orderBy("e.granted_at", "desc")
    .orderBy("e.id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    unit: { id: row.unit_id, name: row.name },
    stage: row.stage,
    dueAt: row.due_at,
    reason: row.reason,
    by: { id: row.granted_by, displayName: row.display_name },
    at: row.granted_at,
  }));
}

/** The unit's newest extension for declaring, in a query whose assessment is `a`; null when it has none. */
export const declaringExtension = sql<Date | null>`(select e.due_at from extension e
  where e.campaign_id = a.campaign_id and e.unit_id = a.unit_id and e.stage = 'declare'
  order by e.granted_at desc, e.id limit 1)`;

/** How far every unit is. */
export async function listProgress(db: Work, campaignId: string): Promise<Progress[]> {
  const rows = await db
    .selectFrom("assessment as a")
    .innerJoin("unit as u", "u.id", "a.unit_id")
    .innerJoin("campaign_unit as m", (join) =>
      join.onRef("m.campaign_id", "=", "a.campaign_id").onRef("m.unit_id", "=", "a.unit_id"),
    )
    .innerJoin("campaign as c", "c.id", "a.campaign_id")
    .innerJoin("indicator_set as s", (join) =>
      join.onRef("s.id", "=", "c.set_id").onRef("s.version", "=", "c.set_version"),
    )
    .innerJoin("campaign_stage as t", (join) =>
      join.onRef("t.campaign_id", "=", "a.campaign_id").on("t.stage", "=", "declare"),
    )
    .where("a.campaign_id", "=", campaignId)
    .select([
      "s.indicator_count",
      "t.due_at",
      "a.id",
      "a.unit_id",
      "u.code",
      "u.name",
      "m.group_code",
      "a.state",
      "a.answered",
      "a.score",
      "a.max",
      "a.submitted_at",
    ])
    .select(declaringExtension.as("extended_to"))
    .orderBy(sql`u.name collate "vi-x-icu"`)
    .execute();
  return rows.map((row) => ({
    assessmentId: row.id,
    unit: { id: row.unit_id, code: row.code, name: row.name },
    group: row.group_code,
    state: row.state,
    answered: row.answered,
    score: row.score,
    max: row.max,
    total: row.indicator_count,
    submittedAt: row.submitted_at,
    dueAt: row.extended_to ?? row.due_at,
    extended: row.extended_to !== null,
  }));
}

/** Which of these units are in force on a day. */
export async function unitsInForce(db: Work, ids: readonly string[], day: string): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db
    .selectFrom("unit")
    .where("id", "in", ids)
    .where("valid_from", "<=", day)
    .where((eb) => eb.or([eb("valid_to", "is", null), eb("valid_to", ">", day)]))
    .select("id")
    .execute();
  return new Set(rows.map(({ id }) => id));
}
