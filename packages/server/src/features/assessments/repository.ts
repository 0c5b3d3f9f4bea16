/** Assessments as stored: state, the way there, seals, last year's results. */
import { sql } from "kysely";
import type { Connection, Work } from "../../database/connection.js";
import type { AssessmentState } from "../../database/schema.js";
import { declaringExtension } from "../campaigns/repository.js";

/** An assessment with what decides who may do what in it, and until when. */
export interface AssessmentRow {
  readonly id: string;
  readonly version: number;
  /** Counts every change of anything in the assessment, as it was before whoever locked it here. */
  readonly revision: string;
  readonly state: AssessmentState;
  readonly campaign: {
    readonly id: string;
    readonly name: string;
    readonly year: number;
    readonly status: "preparing" | "open" | "closed";
  };
  readonly unit: { readonly id: string; readonly code: string; readonly name: string; readonly kind: string };
  readonly group: { readonly code: string; readonly name: string } | null;
  readonly set: {
    readonly id: string;
    readonly version: number;
    readonly hash: string;
    readonly title: string;
  };
  readonly opensAt: Date | null;
  /** The campaign's deadline for declaring, or the unit's newest extension of it. */
  readonly dueAt: Date;
  readonly extended: boolean;
  /** The units below the assessed one: its rooms. */
  readonly rooms: readonly { readonly id: string; readonly name: string }[];
}

export interface Seal {
  readonly hash: string;
  readonly setHash: string;
  readonly content: string;
  readonly total: string;
  readonly max: string;
}

export interface StoredSeal extends Seal {
  readonly by: { readonly id: string; readonly displayName: string } | null;
  readonly at: Date;
}

/**
 * @param lock holds back every other change of this assessment until the transaction ends, and counts it as changed: a
 * save of a field that has read it before (answers/save-repository.ts) then reads it again.
 */
export async function findAssessment(
  db: Work | Connection,
  id: string,
  lock = false,
): Promise<AssessmentRow | undefined> {
  if (lock)
    await db
      .updateTable("assessment")
      .set((eb) => ({ revision: eb("revision", "+", "1") }))
      .where("id", "=", id)
      .execute();
  const row = await db
    .selectFrom("assessment as a")
    .innerJoin("campaign as c", "c.id", "a.campaign_id")
    .innerJoin("indicator_set as s", (join) =>
      join.onRef("s.id", "=", "c.set_id").onRef("s.version", "=", "c.set_version"),
    )
    .innerJoin("unit as u", "u.id", "a.unit_id")
    .innerJoin("campaign_unit as m", (join) =>
      join.onRef("m.campaign_id", "=", "a.campaign_id").onRef("m.unit_id", "=", "a.unit_id"),
    )
    .innerJoin("campaign_stage as t", (join) =>
      join.onRef("t.campaign_id", "=", "a.campaign_id").on("t.stage", "=", "declare"),
    )
    .leftJoin("campaign_group as g", (join) =>
      join.onRef("g.campaign_id", "=", "m.campaign_id").onRef("g.code", "=", "m.group_code"),
    )
    .where("a.id", "=", id)
    .select([
      "a.version",
      lock
        ? sql<string>`(a.revision - 1)::text`.as("revision")
        : sql<string>`a.revision::text`.as("revision"),
      "a.state",
      "a.campaign_id",
      "c.name as campaign_name",
      "c.year",
      "c.status",
      "a.unit_id",
      "u.code as unit_code",
      "u.name as unit_name",
      "u.kind",
      "g.code as group_code",
      "g.name as group_name",
      "s.id as set_id",
      "s.version as set_version",
      "s.hash",
      "s.title",
      "t.opens_at",
      "t.due_at",
    ])
    .select(declaringExtension.as("extended_to"))
    .select(
      sql<{ id: string; name: string }[]>`coalesce((
        with recursive below as (
          select id, name from unit where parent_id = a.unit_id
          union all select w.id, w.name from unit w join below b on w.parent_id = b.id
        ) select json_agg(json_build_object('id', id, 'name', name) order by name) from below), '[]'::json)`.as(
        "rooms",
      ),
    )
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    id,
    version: row.version,
    revision: row.revision,
    state: row.state,
    campaign: { id: row.campaign_id, name: row.campaign_name, year: row.year, status: row.status },
    unit: { id: row.unit_id, code: row.unit_code, name: row.unit_name, kind: row.kind },
    group: row.group_code === null ? null : { code: row.group_code, name: row.group_name ?? row.group_code },
    set: { id: row.set_id, version: row.set_version, hash: row.hash, title: row.title },
    opensAt: row.opens_at,
    dueAt: row.extended_to ?? row.due_at,
    extended: row.extended_to !== null,
    rooms: row.rooms,
  };
}

/** Moves an assessment to another state, and keeps the step. */
export async function takeStep(
  db: Work,
  id: string,
  step: { from: AssessmentState; to: AssessmentState; reason: string | null; by: string; at: Date },
): Promise<void> {
  await db
    .updateTable("assessment")
    .set((eb) => ({
      state: step.to,
      version: eb("version", "+", 1),
      updated_at: step.at,
      ...(step.to === "submitted" ? { submitted_at: step.at } : {}),
      ...(step.to === "declaring" ? { submitted_at: null } : {}),
    }))
    .where("id", "=", id)
    .execute();
  await db
    .insertInto("assessment_step")
    .values({
      assessment_id: id,
      from_state: step.from,
      to_state: step.to,
      reason: step.reason,
      by_id: step.by,
      at: step.at,
    })
    .execute();
}

export async function insertSeal(
  db: Work,
  id: string,
  seal: Seal,
  by: string | null,
  at: Date,
): Promise<void> {
  await db
    .insertInto("seal")
    .values({
      assessment_id: id,
      hash: seal.hash,
      set_hash: seal.setHash,
      content: seal.content,
      total: seal.total,
      max: seal.max,
      by_id: by,
      at,
    })
    .execute();
}

/** Keeps the score as it now is, for lists. */
export async function noteScore(
  db: Work,
  id: string,
  score: { readonly answered: number; readonly total: string; readonly max: string },
  at: Date,
): Promise<void> {
  await db
    .updateTable("assessment")
    .set({ answered: score.answered, score: score.total, max: score.max, updated_at: at })
    .where("id", "=", id)
    .execute();
}

export async function findAssessmentId(
  db: Work,
  campaignId: string,
  unitId: string,
): Promise<string | undefined> {
  const row = await db
    .selectFrom("assessment")
    .where("campaign_id", "=", campaignId)
    .where("unit_id", "=", unitId)
    .select("id")
    .executeTakeFirst();
  return row?.id;
}

export const person = (id: string | null, displayName: string | null) =>
  id === null ? null : { id, displayName: displayName ?? "" };

export interface AssessmentHead {
  readonly id: string;
  readonly campaign: { readonly id: string; readonly name: string; readonly year: number };
  readonly unit: { readonly id: string; readonly name: string };
  readonly state: AssessmentState;
  readonly answered: number;
  readonly total: number;
  readonly score: string;
  readonly max: string;
  readonly dueAt: Date;
  readonly submittedAt: Date | null;
  /** Why it is back with its unit, and since when; null once it goes on, or when nobody ever returned it. */
  readonly returned: { readonly reason: string; readonly at: Date } | null;
}

/**
 * Assessments of open campaigns, the nearest deadline first.
 * @param units the units whose assessments are asked for, or that are rooms of the assessed unit; null: everybody's.
 */
export async function listAssessments(
  db: Work,
  { units, campaign }: { readonly units: readonly string[] | null; readonly campaign?: string | undefined },
): Promise<AssessmentHead[]> {
  if (units?.length === 0) return [];
  const rows = await db
    .selectFrom("assessment as a")
    .innerJoin("campaign as c", "c.id", "a.campaign_id")
    .innerJoin("indicator_set as s", (join) =>
      join.onRef("s.id", "=", "c.set_id").onRef("s.version", "=", "c.set_version"),
    )
    .innerJoin("unit as u", "u.id", "a.unit_id")
    .innerJoin("campaign_stage as t", (join) =>
      join.onRef("t.campaign_id", "=", "a.campaign_id").on("t.stage", "=", "declare"),
    )
    .$if(campaign === undefined, (query) => query.where("c.status", "=", "open"))
    .$if(campaign !== undefined, (query) => query.where("c.id", "=", campaign ?? ""))
    .$if(units !== null, (query) =>
      query.where("a.unit_id", "in", (eb) =>
        eb
          .selectFrom(
            sql<{ id: string }>`(with recursive above as (
              select id, parent_id from unit where id = any(${[...(units ?? [])]}::uuid[])
              union select w.id, w.parent_id from unit w join above b on w.id = b.parent_id
            ) select id from above)`.as("mine"),
          )
          .select("mine.id"),
      ),
    )
    .select([
      "a.id",
      "a.campaign_id",
      "c.name as campaign_name",
      "c.year",
      "a.unit_id",
      "u.name as unit_name",
      "a.state",
      "a.answered",
      "s.indicator_count",
      "a.score",
      "a.max",
      "t.due_at",
      "a.submitted_at",
    ])
    .select(declaringExtension.as("extended_to"))
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom("assessment_step as p")
          .whereRef("p.assessment_id", "=", "a.id")
          .select(["p.to_state", "p.reason", "p.at"])
          .orderBy("p.id", "desc")
          .limit(1)
          .as("last"),
      (join) => join.onTrue(),
    )
    .select(["last.to_state as last_state", "last.reason as last_reason", "last.at as last_at"])
    .orderBy("t.due_at")
    .orderBy(sql`u.name collate "vi-x-icu"`)
    .limit(5000)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    campaign: { id: row.campaign_id, name: row.campaign_name, year: row.year },
    unit: { id: row.unit_id, name: row.unit_name },
    state: row.state,
    answered: row.answered,
    total: row.indicator_count,
    score: row.score,
    max: row.max,
    dueAt: row.extended_to ?? row.due_at,
    submittedAt: row.submitted_at,
    returned:
      row.last_state === "declaring" && row.last_reason !== null && row.last_at !== null
        ? { reason: row.last_reason, at: row.last_at }
        : null,
  }));
}
