/** Letterheads as stored, and what of the tree of units the usual ones are made of. */
import type { Letterhead } from "@opendti/documents";
import { sql } from "kysely";
import type { Connection, Work } from "../../database/connection.js";

export interface StoredLetterhead {
  readonly content: Letterhead;
  readonly version: number;
}

export async function findLetterhead(
  db: Work | Connection,
  unitId: string,
  lock = false,
): Promise<StoredLetterhead | undefined> {
  const row = await db
    .selectFrom("unit_letterhead")
    .where("unit_id", "=", unitId)
    .select(["content", "version"])
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst();
  return row && { content: row.content as Letterhead, version: row.version };
}

/** @returns false when somebody else has written it on that version first. */
export async function writeLetterhead(
  db: Work,
  unitId: string,
  content: Letterhead,
  { version, by, at }: { readonly version: number; readonly by: string | null; readonly at: Date },
): Promise<boolean> {
  const values = {
    unit_id: unitId,
    content: JSON.stringify(content),
    version: version + 1,
    changed_by: by,
    changed_at: at,
  };
  const { unit_id: _, ...change } = values;
  const query =
    version === 0
      ? db
          .insertInto("unit_letterhead")
          .values(values)
          .onConflict((conflict) => conflict.doNothing())
          .returning("unit_id")
      : db
          .updateTable("unit_letterhead")
          .set(change)
          .where("unit_id", "=", unitId)
          .where("version", "=", version)
          .returning("unit_id");
  return (await query.executeTakeFirst()) !== undefined;
}

/** Where a unit stands: by the names of its parent and of the province, and who coordinates. */
export interface UnitPlace {
  readonly name: string;
  readonly parentId: string | null;
  readonly parent: string | null;
  /** The top of its tree. */
  readonly top: { readonly id: string; readonly name: string };
  /** The unit whose people coordinate. */
  readonly coordinator: { readonly id: string; readonly name: string } | null;
}

export async function findUnitPlace(db: Work | Connection, unitId: string): Promise<UnitPlace | undefined> {
  const { rows } = await sql<{
    name: string;
    parent_id: string | null;
    parent: string | null;
    top_id: string;
    top: string;
    coordinator_id: string | null;
    coordinator: string | null;
  }>`
    with recursive above as (
      select id, parent_id, name, 0 as steps from unit where id = ${unitId}
      union all select w.id, w.parent_id, w.name, a.steps + 1 from unit w join above a on a.parent_id = w.id
    )
    select u.name, u.parent_id, p.name as parent, t.id as top_id, t.name as top,
      c.id as coordinator_id, c.name as coordinator
    from above u
    left join unit p on p.id = u.parent_id
    cross join lateral (select id, name from above order by steps desc limit 1) t
    left join lateral (
      select w.id, w.name from role_grant g join unit w on w.id = g.unit_id join account b on b.id = g.account_id
      where g.role = 'coordinator' and b.disabled_at is null order by w.code limit 1) c on true
    where u.id = ${unitId}`.execute(db);
  const [row] = rows;
  return (
    row && {
      name: row.name,
      parentId: row.parent_id,
      parent: row.parent,
      top: { id: row.top_id, name: row.top },
      coordinator:
        row.coordinator_id === null ? null : { id: row.coordinator_id, name: row.coordinator ?? "" },
    }
  );
}
