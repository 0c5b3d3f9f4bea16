/** SQL that changes units. Callers hold the tree's lock, so that what they checked stays so. */
import { sql } from "kysely";
import type { Work } from "../../database/connection.js";
import type { SuccessionKind } from "./unit.js";

/** One change of the tree at a time: two moves, each fine alone, could close a circle. */
export async function lockTree(db: Work): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('opendti.unit-tree'))`.execute(db);
}

export interface NewUnit {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly kind: string;
  readonly parentId: string | null;
  readonly rankingGroup: string | null;
  readonly validFrom: string;
  readonly legalBasis: string;
}

/** So many rows go in one statement; PostgreSQL takes 65535 parameters. */
const ROWS_A_STATEMENT = 2000;

/** Inserts units with their first names. Parents stand before their children, or in the same call. */
export async function insertUnits(db: Work, units: readonly NewUnit[]): Promise<void> {
  for (let from = 0; from < units.length; from += ROWS_A_STATEMENT) {
    const some = units.slice(from, from + ROWS_A_STATEMENT);
    await db
      .insertInto("unit")
      .values(
        some.map((unit) => ({
          id: unit.id,
          code: unit.code,
          kind: unit.kind,
          parent_id: unit.parentId,
          name: unit.name,
          short_name: unit.shortName,
          ranking_group: unit.rankingGroup,
          valid_from: unit.validFrom,
        })),
      )
      .execute();
    await db
      .insertInto("unit_name")
      .values(
        some.map((unit) => ({
          unit_id: unit.id,
          name: unit.name,
          short_name: unit.shortName,
          valid_from: unit.validFrom,
          legal_basis: unit.legalBasis,
        })),
      )
      .execute();
  }
}

export interface UnitColumns {
  readonly code?: string;
  readonly kind?: string;
  readonly parentId?: string | null;
  readonly name?: string;
  readonly shortName?: string;
  readonly rankingGroup?: string | null;
  readonly validFrom?: string;
  readonly validTo?: string | null;
  readonly closedReason?: string | null;
}

/** Sets what is given and counts the version up. */
export async function updateUnit(db: Work, id: string, columns: UnitColumns): Promise<void> {
  await db
    .updateTable("unit")
    .set({
      ...(columns.code === undefined ? {} : { code: columns.code }),
      ...(columns.kind === undefined ? {} : { kind: columns.kind }),
      ...(columns.parentId === undefined ? {} : { parent_id: columns.parentId }),
      ...(columns.name === undefined ? {} : { name: columns.name }),
      ...(columns.shortName === undefined ? {} : { short_name: columns.shortName }),
      ...(columns.rankingGroup === undefined ? {} : { ranking_group: columns.rankingGroup }),
      ...(columns.validFrom === undefined ? {} : { valid_from: columns.validFrom }),
      ...(columns.validTo === undefined ? {} : { valid_to: columns.validTo }),
      ...(columns.closedReason === undefined ? {} : { closed_reason: columns.closedReason }),
      version: sql<number>`version + 1`,
    })
    .where("id", "=", id)
    .execute();
}

/** A new name from a day on; the names before stay. */
export async function insertName(
  db: Work,
  id: string,
  name: {
    readonly name: string;
    readonly shortName: string;
    readonly on: string;
    readonly legalBasis: string;
  },
): Promise<void> {
  await db
    .insertInto("unit_name")
    .values({
      unit_id: id,
      name: name.name,
      short_name: name.shortName,
      valid_from: name.on,
      legal_basis: name.legalBasis,
    })
    .execute();
}

/** Corrects the newest name where it stands: a slip of the pen, not a renaming. */
export async function correctNewestName(
  db: Work,
  id: string,
  name: string,
  shortName: string,
): Promise<void> {
  await sql`update unit_name set name = ${name}, short_name = ${shortName} where unit_id = ${id}
    and valid_from = (select max(valid_from) from unit_name where unit_id = ${id})`.execute(db);
}

/** Corrects the day the first name starts, which is the unit's own first day. */
export async function correctFirstDay(db: Work, id: string, validFrom: string): Promise<void> {
  await sql`update unit_name set valid_from = ${validFrom} where unit_id = ${id}
    and valid_from = (select min(valid_from) from unit_name where unit_id = ${id})`.execute(db);
}

/** Keeps under what the unit stood until a day. */
export async function keepPastParent(
  db: Work,
  id: string,
  parentId: string | null,
  until: string,
): Promise<void> {
  await db.insertInto("unit_past_parent").values({ unit_id: id, parent_id: parentId, until }).execute();
}

export async function insertSuccession(
  db: Work,
  succession: {
    readonly predecessorId: string;
    readonly successorId: string;
    readonly kind: SuccessionKind;
    readonly on: string;
    readonly legalBasis: string;
  },
): Promise<void> {
  await db
    .insertInto("unit_succession")
    .values({
      predecessor_id: succession.predecessorId,
      successor_id: succession.successorId,
      kind: succession.kind,
      on_date: succession.on,
      legal_basis: succession.legalBasis,
    })
    .execute();
}

/** What a unit's history allows: when it may start at the latest, end at the earliest, and since when it stands where it does. */
export interface Bounds {
  readonly latestStart: string | null;
  readonly earliestEnd: string;
  /** Since when it is under its present parent. */
  readonly underParentSince: string;
  readonly newestName: string;
}

export async function boundsOf(db: Work, id: string): Promise<Bounds> {
  const { rows } = await sql<Bounds>`
    select
      least(
        (select min(n.valid_from) - 1 from unit_name n where n.unit_id = u.id and n.valid_from > u.valid_from),
        (select min(p.until) from unit_past_parent p where p.unit_id = u.id),
        (select min(s.on_date) from unit_succession s where s.successor_id = u.id),
        (select min(coalesce((select max(m.until) + 1 from unit_past_parent m where m.unit_id = c.id),
          c.valid_from)) from unit c where c.parent_id = u.id),
        (select min(coalesce((select max(m.until) + 1 from unit_past_parent m
          where m.unit_id = p.unit_id and m.until < p.until), c.valid_from))
          from unit_past_parent p join unit c on c.id = p.unit_id where p.parent_id = u.id),
        u.valid_to) as "latestStart",
      greatest(
        u.valid_from,
        (select max(n.valid_from) from unit_name n where n.unit_id = u.id),
        (select max(p.until) + 1 from unit_past_parent p where p.unit_id = u.id),
        (select max(p.until) from unit_past_parent p where p.parent_id = u.id),
        (select max(s.on_date) from unit_succession s where s.successor_id = u.id)) as "earliestEnd",
      coalesce((select max(p.until) + 1 from unit_past_parent p where p.unit_id = u.id), u.valid_from)
        as "underParentSince",
      coalesce((select max(n.valid_from) from unit_name n where n.unit_id = u.id), u.valid_from) as "newestName"
    from unit u where u.id = ${id}`.execute(db);
  const [bounds] = rows;
  if (bounds === undefined) throw new Error("the unit is not there");
  return bounds;
}
