/** Who appraises what, and the stage of the campaign in which it is done. */
import { sql } from "kysely";
import type { Connection, Work } from "../../database/connection.js";
import type { AssessmentState, Stage } from "../../database/schema.js";
import type { Named, Person } from "./appraisal.js";

/** What one appraiser covers: a pillar or an indicator (null: all of the set), of one unit or of all (null). */
export interface Scope {
  readonly code: string | null;
  readonly unitId: string | null;
}

export interface StoredScope {
  readonly id: string;
  readonly account: Person;
  readonly code: string | null;
  readonly unit: Named | null;
}

/** What an account covers in a campaign. */
export async function listScopesOf(
  db: Work | Connection,
  campaignId: string,
  accountId: string,
): Promise<Scope[]> {
  const rows = await db
    .selectFrom("appraiser_scope")
    .where("campaign_id", "=", campaignId)
    .where("account_id", "=", accountId)
    .select(["code", "unit_id"])
    .execute();
  return rows.map(({ code, unit_id }) => ({ code, unitId: unit_id }));
}

/** What an account covers in every campaign, by campaign. */
export async function listOwnScopes(db: Work, accountId: string): Promise<Map<string, Scope[]>> {
  const rows = await db
    .selectFrom("appraiser_scope")
    .where("account_id", "=", accountId)
    .select(["campaign_id", "code", "unit_id"])
    .execute();
  const scopes = new Map<string, Scope[]>();
  for (const { campaign_id, code, unit_id } of rows) {
    const list = scopes.get(campaign_id) ?? [];
    scopes.set(campaign_id, list);
    list.push({ code, unitId: unit_id });
  }
  return scopes;
}

/** Everybody's, by name. */
export async function listScopes(db: Work, campaignId: string): Promise<StoredScope[]> {
  const rows = await db
    .selectFrom("appraiser_scope as s")
    .innerJoin("account as b", "b.id", "s.account_id")
    .leftJoin("unit as u", "u.id", "s.unit_id")
    .where("s.campaign_id", "=", campaignId)
    .select(["s.id", "s.account_id", "b.display_name", "s.code", "s.unit_id", "u.name"])
    .orderBy(sql`b.display_name collate "vi-x-icu"`)
    .orderBy("s.code")
    .orderBy(sql`u.name collate "vi-x-icu"`)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    account: { id: row.account_id, displayName: row.display_name },
    code: row.code,
    unit: row.unit_id === null ? null : { id: row.unit_id, name: row.name ?? "" },
  }));
}

/** Puts these in place of all that a campaign had; the campaign is one version on. */
export async function replaceScopes(
  db: Work,
  campaignId: string,
  scopes: readonly (Scope & { readonly accountId: string })[],
  by: string,
  at: Date,
): Promise<void> {
  await db
    .updateTable("campaign")
    .set((eb) => ({ version: eb("version", "+", 1) }))
    .where("id", "=", campaignId)
    .execute();
  await db.deleteFrom("appraiser_scope").where("campaign_id", "=", campaignId).execute();
  if (scopes.length === 0) return;
  await db
    .insertInto("appraiser_scope")
    .values(
      scopes.map(({ accountId, code, unitId }) => ({
        campaign_id: campaignId,
        account_id: accountId,
        code,
        unit_id: unitId,
        assigned_by: by,
        assigned_at: at,
      })),
    )
    .execute();
}

/** The accounts in use that hold one of these roles, by name. */
export async function listHolders(
  db: Work,
  roles: readonly ("appraiser" | "coordinator")[],
): Promise<Person[]> {
  const rows = await db
    .selectFrom("account as b")
    .where("b.disabled_at", "is", null)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom("role_grant as g")
          .whereRef("g.account_id", "=", "b.id")
          .where("g.role", "in", [...roles])
          .select("g.account_id"),
      ),
    )
    .select(["b.id", "b.display_name"])
    .orderBy(sql`b.display_name collate "vi-x-icu"`)
    .execute();
  return rows.map(({ id, display_name }) => ({ id, displayName: display_name }));
}

/** Of each of these pieces of a campaign's work (a scope and a code that it covers): how much is judged, by scope. */
export async function countScopes(
  db: Work,
  campaignId: string,
  pieces: readonly { readonly scope: string; readonly code: string; readonly unitId: string | null }[],
): Promise<Map<string, { done: number; total: number }>> {
  const { rows } = await sql<{ scope: string; done: string; total: string }>`
    select p.scope, count(*) filter (where s.verdict is not null and not s.stale) as done, count(*) as total
    from jsonb_to_recordset(${JSON.stringify(pieces)}::jsonb) as p(scope text, code text, "unitId" uuid)
    join indicator_score s on s.campaign_id = ${campaignId} and s.code = p.code
      and (p."unitId" is null or s.unit_id = p."unitId")
    join assessment a on a.id = s.assessment_id and a.state not in ('declaring', 'compiled')
    group by p.scope`.execute(db);
  return new Map(rows.map(({ scope, done, total }) => [scope, { done: Number(done), total: Number(total) }]));
}

/** The accounts' units and all above them: those whose assessments they work on themselves. */
export async function listOwnAssessed(db: Work | Connection, units: readonly string[]): Promise<string[]> {
  if (units.length === 0) return [];
  const { rows } = await sql<{ id: string }>`
    with recursive above as (
      select id, parent_id from unit where id = any(${[...units]}::uuid[])
      union select w.id, w.parent_id from unit w join above b on w.id = b.parent_id
    ) select id from above`.execute(db);
  return rows.map(({ id }) => id);
}

/** How far the assessments of some units of a campaign are. */
export async function listStates(
  db: Work | Connection,
  campaignId: string,
  unitIds: readonly string[],
): Promise<{ readonly unitId: string; readonly state: AssessmentState }[]> {
  if (unitIds.length === 0) return [];
  return db
    .selectFrom("assessment")
    .where("campaign_id", "=", campaignId)
    .where("unit_id", "=", sql<string>`any(${[...unitIds]}::uuid[])`)
    .select(["unit_id as unitId", "state"])
    .execute();
}

/** When a stage of a campaign is over for a unit: the campaign's day, or the unit's newest extension; null: never. */
export async function findStageEnd(
  db: Work,
  campaignId: string,
  unitId: string,
  stage: Stage,
): Promise<Date | null> {
  const { rows } = await sql<{ due_at: Date | null }>`
    select coalesce((select e.due_at from extension e where e.campaign_id = t.campaign_id and e.unit_id = ${unitId}
      and e.stage = t.stage order by e.granted_at desc, e.id limit 1), t.due_at) as due_at
    from campaign_stage t where t.campaign_id = ${campaignId} and t.stage = ${stage}`.execute(db);
  return rows[0]?.due_at ?? null;
}
