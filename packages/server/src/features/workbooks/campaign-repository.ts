/** The assessments of a campaign as its workbook shows them, some at a time. */
import { sql } from "kysely";
import type { Connection, Work } from "../../database/connection.js";
import type { AssessmentState } from "../../database/schema.js";
import type { StoredValue } from "../answers/repository.js";
import { declaringExtension } from "../campaigns/repository.js";

/** A field as it is stored, cleared ones too. */
export interface StoredField {
  readonly code: string;
  readonly input: string;
  readonly value: StoredValue | null;
  readonly version: number;
}

/** One unit's assessment, and what decides whether anything may be declared in it now. */
export interface DeclaringUnit {
  readonly id: string;
  readonly revision: string;
  readonly state: AssessmentState;
  readonly unit: { readonly id: string; readonly name: string };
  readonly group: string;
  readonly campaign: { readonly status: "preparing" | "open" | "closed" };
  readonly opensAt: Date | null;
  readonly dueAt: Date;
}

/** The assessments of a campaign in the order of its groups and units' names. */
export async function listAssessmentIds(db: Work | Connection, campaignId: string): Promise<string[]> {
  const rows = await db
    .selectFrom("assessment as a")
    .innerJoin("unit as u", "u.id", "a.unit_id")
    .innerJoin("campaign_unit as m", (join) =>
      join.onRef("m.campaign_id", "=", "a.campaign_id").onRef("m.unit_id", "=", "a.unit_id"),
    )
    .leftJoin("campaign_group as g", (join) =>
      join.onRef("g.campaign_id", "=", "m.campaign_id").onRef("g.code", "=", "m.group_code"),
    )
    .where("a.campaign_id", "=", campaignId)
    .select("a.id")
    .orderBy("g.place")
    .orderBy(sql`u.name collate "vi-x-icu"`)
    .orderBy("a.id")
    .execute();
  return rows.map(({ id }) => id);
}

/** Those of these assessments that are of the campaign, in any order. */
export async function listDeclaringUnits(
  db: Work | Connection,
  campaignId: string,
  ids: readonly string[],
): Promise<DeclaringUnit[]> {
  const rows = await db
    .selectFrom("assessment as a")
    .innerJoin("campaign as c", "c.id", "a.campaign_id")
    .innerJoin("unit as u", "u.id", "a.unit_id")
    .innerJoin("campaign_unit as m", (join) =>
      join.onRef("m.campaign_id", "=", "a.campaign_id").onRef("m.unit_id", "=", "a.unit_id"),
    )
    .leftJoin("campaign_group as g", (join) =>
      join.onRef("g.campaign_id", "=", "m.campaign_id").onRef("g.code", "=", "m.group_code"),
    )
    .innerJoin("campaign_stage as t", (join) =>
      join.onRef("t.campaign_id", "=", "a.campaign_id").on("t.stage", "=", "declare"),
    )
    .where("a.campaign_id", "=", campaignId)
    .where("a.id", "=", sql<string>`any(${[...ids]}::uuid[])`)
    .select([
      "a.id",
      sql<string>`a.revision::text`.as("revision"),
      "a.state",
      "a.unit_id",
      "u.name",
      "g.name as group_name",
      "c.status",
      "t.opens_at",
      "t.due_at",
    ])
    .select(declaringExtension.as("extended_to"))
    .execute();
  return rows.map((row) => ({
    id: row.id,
    revision: row.revision,
    state: row.state,
    unit: { id: row.unit_id, name: row.name },
    group: row.group_name ?? "",
    campaign: { status: row.status },
    opensAt: row.opens_at,
    dueAt: row.extended_to ?? row.due_at,
  }));
}

/** What these fields hold, with their places; those that never held anything are not there. */
export async function listFieldsAt(
  db: Work | Connection,
  places: readonly { readonly assessmentId: string; readonly code: string; readonly input: string }[],
): Promise<(StoredField & { readonly assessmentId: string })[]> {
  const { rows } = await sql<{
    assessment_id: string;
    code: string;
    input: string;
    value: StoredValue | null;
    version: number;
  }>`
    select x.assessment_id, x.code, x.input, x.value, x.version
    from unnest(${places.map(({ assessmentId }) => assessmentId)}::uuid[], ${places.map(({ code }) => code)}::text[],
      ${places.map(({ input }) => input)}::text[]) as p(assessment_id, code, input)
    join answer x using (assessment_id, code, input)`.execute(db);
  return rows.map(({ assessment_id, ...field }) => ({ ...field, assessmentId: assessment_id }));
}

/** Every field of assessments that ever held anything, by assessment. */
export async function listStoredFields(
  db: Work | Connection,
  ids: readonly string[],
): Promise<Map<string, StoredField[]>> {
  const { rows } = await sql<{
    id: string;
    fields: [code: string, input: string, value: StoredValue | null, version: number][];
  }>`
    select assessment_id as id, json_agg(json_build_array(code, input, value, version)) as fields
    from answer where assessment_id = any(${[...ids]}::uuid[])
    group by assessment_id`.execute(db);
  return new Map(
    rows.map(({ id, fields }) => [
      id,
      fields.map(([code, input, value, version]) => ({ code, input, value, version })),
    ]),
  );
}
