/** Which room or officer declares which indicator, and which rooms have finished. */
import { sql } from "kysely";
import type { Connection, Work } from "../../database/connection.js";

interface Named {
  readonly id: string;
  readonly name: string;
}
interface Person {
  readonly id: string;
  readonly displayName: string;
}

export interface Assignment {
  readonly code: string;
  readonly unit: Named | null;
  readonly account: Person | null;
}

export interface Part {
  readonly unit: Named;
  readonly state: "declaring" | "handed-over";
  readonly reason: string | null;
  readonly by: Person | null;
  readonly at: Date | null;
}

export interface Room extends Named {
  readonly officers: readonly Person[];
}

export async function listAssignments(db: Work | Connection, assessmentId: string): Promise<Assignment[]> {
  const rows = await db
    .selectFrom("assignment as a")
    .leftJoin("unit as u", "u.id", "a.unit_id")
    .leftJoin("account as p", "p.id", "a.account_id")
    .where("a.assessment_id", "=", assessmentId)
    .select(["a.code", "a.unit_id", "u.name", "a.account_id", "p.display_name"])
    .orderBy("a.code")
    .execute();
  return rows.map((row) => ({
    code: row.code,
    unit: row.unit_id === null ? null : { id: row.unit_id, name: row.name ?? "" },
    account: row.account_id === null ? null : { id: row.account_id, displayName: row.display_name ?? "" },
  }));
}

/** A part for every room that has something assigned; one that never handed over is "declaring". */
export async function listParts(db: Work | Connection, assessmentId: string): Promise<Part[]> {
  const rows = await db
    .selectFrom("assignment as a")
    .innerJoin("unit as u", "u.id", "a.unit_id")
    .leftJoin("assessment_part as p", (join) =>
      join.onRef("p.assessment_id", "=", "a.assessment_id").onRef("p.unit_id", "=", "a.unit_id"),
    )
    .leftJoin("account as b", "b.id", "p.by_id")
    .where("a.assessment_id", "=", assessmentId)
    .distinctOn("u.id")
    .select(["u.id", "u.name", "p.state", "p.reason", "p.by_id", "b.display_name", "p.at"])
    .execute();
  return rows.map((row) => ({
    unit: { id: row.id, name: row.name },
    state: row.state ?? "declaring",
    reason: row.reason,
    by: row.by_id === null ? null : { id: row.by_id, displayName: row.display_name ?? "" },
    at: row.at,
  }));
}

/** The rooms of a unit with the people who declare there, and the unit's own officers first. */
export async function listRooms(db: Work, unitId: string): Promise<Room[]> {
  const rows = await db
    .selectFrom("unit as u")
    .where((eb) => eb.or([eb("u.id", "=", unitId), eb("u.parent_id", "=", unitId)]))
    .where("u.valid_to", "is", null)
    .select(["u.id", "u.name"])
    .select(
      sql<
        Person[]
      >`coalesce((select json_agg(json_build_object('id', a.id, 'displayName', a.display_name) order by a.display_name)
        from role_grant g join account a on a.id = g.account_id
        where g.unit_id = u.id and g.role = 'unit-officer' and a.disabled_at is null), '[]'::json)`.as(
        "officers",
      ),
    )
    .orderBy(sql`u.id = ${unitId}`, "desc")
    .orderBy(sql`u.name collate "vi-x-icu"`)
    .execute();
  return rows;
}

/** Assigns indicators, or with neither room nor officer takes the assignment away. */
export async function assign(
  db: Work,
  assessmentId: string,
  items: readonly { code: string; unitId: string | null; accountId: string | null }[],
  by: string,
  at: Date,
): Promise<void> {
  const codes = items.map(({ code }) => code);
  await db
    .deleteFrom("assignment")
    .where("assessment_id", "=", assessmentId)
    .where("code", "in", codes)
    .execute();
  const kept = items.filter(({ unitId, accountId }) => unitId !== null || accountId !== null);
  if (kept.length === 0) return;
  await db
    .insertInto("assignment")
    .values(
      kept.map(({ code, unitId, accountId }) => ({
        assessment_id: assessmentId,
        code,
        unit_id: unitId,
        account_id: accountId,
        assigned_by: by,
        assigned_at: at,
      })),
    )
    .execute();
}

export async function setPart(
  db: Work,
  assessmentId: string,
  part: { unitId: string; state: "declaring" | "handed-over"; reason: string | null; by: string; at: Date },
): Promise<void> {
  const values = { state: part.state, reason: part.reason, by_id: part.by, at: part.at };
  await db
    .insertInto("assessment_part")
    .values({ assessment_id: assessmentId, unit_id: part.unitId, ...values })
    .onConflict((conflict) => conflict.columns(["assessment_id", "unit_id"]).doUpdateSet(values))
    .execute();
}
