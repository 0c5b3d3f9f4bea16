/** Which unit of the register stands for which organisation of a plan. */
import { sql } from "kysely";
import type { Work } from "../../database/connection.js";

export interface NamedUnit {
  readonly id: string;
  readonly name: string;
}

export interface Standing {
  readonly key: string;
  readonly unit: NamedUnit;
  readonly leads: number;
  readonly since: Date;
}

/** The organisations of a plan that a unit stands for. */
export async function listStandings(db: Work, planId: string): Promise<Standing[]> {
  const rows = await db
    .selectFrom("plan_organisation as o")
    .innerJoin("unit as u", "u.id", "o.unit_id")
    .where("o.plan_id", "=", planId)
    .select(["o.key", "o.unit_id", "u.name", "o.leads", "o.since"])
    .orderBy("o.key")
    .execute();
  return rows.map(({ key, unit_id, name, leads, since }) => ({
    key,
    unit: { id: unit_id, name },
    leads,
    since,
  }));
}

/** Gives an organisation its unit, or with null takes it away. It stands there since it first had any. */
export async function writeStanding(
  db: Work,
  planId: string,
  { key, unitId, leads }: { readonly key: string; readonly unitId: string | null; readonly leads: number },
  at: Date,
): Promise<void> {
  if (unitId === null) {
    await db.deleteFrom("plan_organisation").where("plan_id", "=", planId).where("key", "=", key).execute();
    return;
  }
  await db
    .insertInto("plan_organisation")
    .values({ plan_id: planId, key, unit_id: unitId, leads, since: at })
    .onConflict((conflict) => conflict.columns(["plan_id", "key"]).doUpdateSet({ unit_id: unitId, leads }))
    .execute();
}

export async function countUpPlan(db: Work, planId: string): Promise<void> {
  await db
    .updateTable("plan")
    .set(({ eb }) => ({ lock_version: eb("lock_version", "+", 1) }))
    .where("id", "=", planId)
    .execute();
}

/**
 * The units that bear an organisation's key as their code, or its name; of one that is no more, what it went into.
 * @returns for each key the one unit that it can only be: by code, else by name. None where several could be meant.
 */
export async function suggestUnits(
  db: Work,
  organisations: Readonly<Record<string, string>>,
  today: string,
): Promise<Map<string, NamedUnit>> {
  const { rows } = await sql<{ key: string; id: string; name: string; by_code: boolean }>`
    with recursive asked as (
      select * from unnest(${Object.keys(organisations)}::text[], ${Object.values(organisations)}::text[]) as a (key, name)
    ), hit as (
      select a.key, u.id, u.valid_to, lower(u.code) = lower(a.key) as by_code
      from asked a join unit u
        on lower(u.code) = lower(a.key) or lower(u.name) = lower(a.name) or lower(u.short_name) = lower(a.name)
      union
      select h.key, u.id, u.valid_to, h.by_code
      from hit h join unit_succession s on s.predecessor_id = h.id join unit u on u.id = s.successor_id
      where h.valid_to < ${today}
    )
    select distinct h.key, h.id, u.name, h.by_code from hit h join unit u on u.id = h.id
    where u.valid_from <= ${today} and (u.valid_to is null or u.valid_to >= ${today})`.execute(db);
  const found = new Map<string, NamedUnit>();
  for (const key of Object.keys(organisations)) {
    const hits = rows.filter((row) => row.key === key);
    const byCode = hits.filter(({ by_code }) => by_code);
    const [only, ...others] = byCode.length > 0 ? byCode : hits;
    if (only !== undefined && others.every(({ id }) => id === only.id))
      found.set(key, { id: only.id, name: only.name });
  }
  return found;
}
