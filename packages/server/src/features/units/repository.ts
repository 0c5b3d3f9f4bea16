/** Units as they are stored: reading. Changes are in changes.ts. */
import { type RawBuilder, sql } from "kysely";
import type { Connection, Work } from "../../database/connection.js";
import { anywhere, foldedColumn } from "../../database/folded-text.js";
import { dayBefore } from "./day.js";
import type { PastResult, Succession, SuccessionKind, Unit, UnitKind, UnitName } from "./unit.js";

export interface UnitQuery {
  /** The day whose tree and names are shown. */
  readonly day: string;
  /** Units that are not there on that day too. */
  readonly ever: boolean;
  /** null: the units that have no parent. */
  readonly parentId?: string | null | undefined;
  readonly kind?: string | undefined;
  /** Part of a code or of any name it ever had, with or without marks. */
  readonly text?: string | undefined;
  readonly after?: readonly string[] | undefined;
  readonly limit: number;
}

export async function unitKinds(db: Work): Promise<UnitKind[]> {
  return db.selectFrom("unit_kind").selectAll().orderBy("level").orderBy("name").execute();
}

/** One row more than asked for, when there are more. Sorted as Vietnamese sorts. */
export async function listUnits(db: Work, query: UnitQuery): Promise<Unit[]> {
  const { day, ever, after, parentId, kind, text } = query;
  const conditions: RawBuilder<unknown>[] = [sql`true`];
  if (parentId !== undefined)
    conditions.push(parentId === null ? sql`p.parent_at is null` : sql`p.parent_at = ${parentId}`);
  if (kind !== undefined) conditions.push(sql`p.kind = ${kind}`);
  if (text !== undefined && text.trim() !== "") conditions.push(mentions(text));
  if (after !== undefined)
    conditions.push(sql`(p.name_at collate "vi-x-icu", p.id::text collate "C") > (${after[0]}, ${after[1]})`);
  const rows = await sql<UnitRow>`
    with placed as (
      select u.*, coalesce(n.name, u.name) as name_at, coalesce(n.short_name, u.short_name) as short_at,
        case when past.moved then past.parent_id else u.parent_id end as parent_at
      from unit u
      left join lateral (select name, short_name from unit_name
        where unit_id = u.id and valid_from <= ${day} order by valid_from desc limit 1) n on true
      left join lateral (select true as moved, parent_id from unit_past_parent
        where unit_id = u.id and until >= ${day} order by until limit 1) past on true
      where ${ever} or (u.valid_from <= ${day} and (u.valid_to is null or u.valid_to >= ${day}))
    )
    select p.id, p.code, p.kind, k.name as kind_name, p.parent_at as parent_id, p.name_at as name,
      p.short_at as short_name, p.ranking_group, p.valid_from, p.valid_to, p.version,
      coalesce(c.children, 0) as child_count
    from placed p join unit_kind k on k.kind = p.kind
    left join (select parent_at, count(*)::int as children from placed group by parent_at) c
      on c.parent_at = p.id
    where ${sql.join(conditions, sql` and `)}
    order by p.name_at collate "vi-x-icu", p.id
    limit ${query.limit + 1}`.execute(db);
  return rows.rows.map(unitOf);
}

function mentions(text: string): RawBuilder<unknown> {
  const pattern = anywhere(text);
  return sql`(${foldedColumn(sql.ref("p.code"))} like ${pattern}
    or ${foldedColumn(sql`p.name_at || ' ' || p.short_at`)} like ${pattern}
    or exists (select 1 from unit_name o where o.unit_id = p.id
      and ${foldedColumn(sql`o.name || ' ' || o.short_name`)} like ${pattern}))`;
}

interface UnitRow {
  id: string;
  code: string;
  kind: string;
  kind_name: string;
  parent_id: string | null;
  name: string;
  short_name: string;
  ranking_group: string | null;
  valid_from: string;
  valid_to: string | null;
  version: number;
  child_count: number;
}

function unitOf(row: UnitRow): Unit {
  return {
    id: row.id,
    code: row.code,
    kind: row.kind,
    kindName: row.kind_name,
    parentId: row.parent_id,
    name: row.name,
    shortName: row.short_name,
    rankingGroup: row.ranking_group,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    version: row.version,
    childCount: row.child_count,
  };
}

export interface StoredUnit extends Unit {
  readonly closedReason: string | null;
}

/** A unit as it is now, whether still there or not. */
export async function findUnit(db: Work, id: string, today: string): Promise<StoredUnit | undefined> {
  return (await findUnits(db, sql`u.id = ${id}`, today))[0];
}

/** Those of the given ids that exist. */
export async function findUnitsById(db: Work, ids: readonly string[], today: string): Promise<StoredUnit[]> {
  return ids.length === 0 ? [] : findUnits(db, sql`u.id = any(${ids}::uuid[])`, today);
}

/** Every unit there ever was; an import is held against all of them. */
export function everyUnit(db: Work, today: string): Promise<StoredUnit[]> {
  return findUnits(db, sql`true`, today);
}

/** Those that stand directly under a unit and are still there after a day. */
export function childrenAfter(db: Work, id: string, day: string): Promise<StoredUnit[]> {
  return findUnits(db, sql`u.parent_id = ${id} and (u.valid_to is null or u.valid_to > ${day})`, day);
}

async function findUnits(db: Work, condition: RawBuilder<unknown>, today: string): Promise<StoredUnit[]> {
  const { rows } = await sql<UnitRow & { closed_reason: string | null }>`
    select u.*, k.name as kind_name, coalesce(c.children, 0) as child_count
    from unit u join unit_kind k on k.kind = u.kind
    left join (select parent_id, count(*)::int as children from unit
      where valid_to is null or valid_to >= ${today} group by parent_id) c on c.parent_id = u.id
    where ${condition} order by u.name collate "vi-x-icu", u.id`.execute(db);
  return rows.map((row) => ({ ...unitOf(row), closedReason: row.closed_reason }));
}

/** The day each unit's newest name started. */
export async function newestNames(db: Work): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom("unit_name")
    .select(({ fn }) => ["unit_id", fn.max("valid_from").as("newest")])
    .groupBy("unit_id")
    .execute();
  return new Map(rows.map(({ unit_id, newest }) => [unit_id, newest]));
}

/** Whether a unit bears the code, in capitals or not. */
export async function codeTaken(db: Work, code: string, but?: string): Promise<boolean> {
  const row = await db
    .selectFrom("unit")
    .where(sql<string>`lower(code)`, "=", code.toLowerCase())
    .$if(but !== undefined, (query) => query.where("id", "<>", but ?? ""))
    .select("id")
    .executeTakeFirst();
  return row !== undefined;
}

/** The unit itself and everything under it, whether still there or not. */
export async function withDescendants(db: Connection | Work, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const { rows } = await sql<{ id: string }>`
    with recursive below as (
      select id from unit where id = any(${ids}::uuid[])
      union select u.id from unit u join below b on u.parent_id = b.id
    ) select id from below`.execute(db);
  return new Set(rows.map(({ id }) => id));
}

/** Its names, newest first. */
export async function namesOf(db: Work, unit: Unit): Promise<UnitName[]> {
  const rows = await db
    .selectFrom("unit_name")
    .where("unit_id", "=", unit.id)
    .selectAll()
    .orderBy("valid_from", "desc")
    .execute();
  return rows.map((row, index) => {
    const newer = rows[index - 1];
    return {
      name: row.name,
      shortName: row.short_name,
      from: row.valid_from,
      to: newer === undefined ? unit.validTo : dayBefore(newer.valid_from),
      legalBasis: row.legal_basis,
    };
  });
}

/** What went into the unit. */
export function predecessorsOf(db: Work, id: string): Promise<Succession[]> {
  return successions(db, sql`s.successor_id = ${id}`, sql`s.predecessor_id`);
}

/** What the unit went into. */
export function successorsOf(db: Work, id: string): Promise<Succession[]> {
  return successions(db, sql`s.predecessor_id = ${id}`, sql`s.successor_id`);
}

async function successions(
  db: Work,
  condition: RawBuilder<unknown>,
  other: RawBuilder<unknown>,
): Promise<Succession[]> {
  const { rows } = await sql<{
    id: string;
    code: string;
    name: string;
    kind: SuccessionKind;
    on_date: string;
    legal_basis: string;
  }>`
    select u.id, u.code, u.name, s.kind, s.on_date, s.legal_basis
    from unit_succession s join unit u on u.id = ${other}
    where ${condition} order by s.on_date desc, u.name collate "vi-x-icu", u.id`.execute(db);
  return rows.map(({ on_date, legal_basis, ...row }) => ({ ...row, on: on_date, legalBasis: legal_basis }));
}

/** What the newest campaign with a ranking group of this code calls it; null when none has it. */
export async function rankingGroupName(db: Work, code: string): Promise<string | null> {
  const row = await db
    .selectFrom("campaign_group as g")
    .innerJoin("campaign as c", "c.id", "g.campaign_id")
    .where("g.code", "=", code)
    .select("g.name")
    .orderBy("c.year", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.name ?? null;
}

/** Published results of the unit and of everything that went into it, newest year first. */
export async function pastResults(db: Work, id: string): Promise<PastResult[]> {
  const { rows } = await sql<{
    campaign_id: string;
    campaign_name: string;
    year: number;
    total: string;
    max: string;
    rank: number | null;
    unit_id: string;
    unit_name: string;
  }>`
    with recursive line as (
      select ${id}::uuid as id
      union select s.predecessor_id from unit_succession s join line l on l.id = s.successor_id
    )
    select r.campaign_id, c.name as campaign_name, c.year, r.total, r.max, r.rank, u.id as unit_id,
      u.name as unit_name
    from line join published_result r on r.unit_id = line.id
    join campaign c on c.id = r.campaign_id join unit u on u.id = r.unit_id
    order by c.year desc, c.name, (u.id = ${id}) desc, u.name collate "vi-x-icu"`.execute(db);
  return rows.map((row) => ({
    campaignId: row.campaign_id,
    campaignName: row.campaign_name,
    year: row.year,
    total: row.total,
    max: row.max,
    rank: row.rank,
    unit: { id: row.unit_id, name: row.unit_name },
  }));
}
