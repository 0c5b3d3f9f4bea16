/** Reading the audit log, newest first, with the names of those it tells of as they are now. */
import { type RawBuilder, sql } from "kysely";
import type { Work } from "../../database/connection.js";
import { withDescendants } from "../units/repository.js";

export interface AuditFilter {
  /** This one alone. */
  readonly id?: string | undefined;
  readonly account?: string | undefined;
  /** `campaign.open`, or `campaign` for all that begins so. */
  readonly action?: string | undefined;
  readonly subject?: { readonly type: string; readonly id?: string | undefined } | undefined;
  readonly unit?: string | undefined;
  readonly from?: Date | undefined;
  /** Before this moment. */
  readonly before?: Date | undefined;
  /** Absent: everything. Otherwise only what concerns these units and what lies below them. */
  readonly within?: readonly string[] | undefined;
  /** The id after which the page starts. */
  readonly after?: string | undefined;
  readonly limit: number;
}

export interface AuditLine {
  readonly id: string;
  readonly at: Date;
  readonly account: { readonly id: string; readonly displayName: string } | null;
  readonly address: string;
  readonly action: string;
  readonly subject: { readonly type: string; readonly id: string; readonly name: string | null };
  readonly unit: { readonly id: string; readonly name: string } | null;
  readonly before: unknown;
  readonly after: unknown;
  /** Whether `before` or `after` is left out for its length: then it is `{truncated: true, bytes}`. */
  readonly cut: boolean;
}

/**
 * Up to `limit + 1` lines.
 * @param most bytes of `before` and of `after` that are still told; what is longer never leaves the database.
 */
export async function listEvents(db: Work, filter: AuditFilter, most: number): Promise<AuditLine[]> {
  const { id, account, action, subject, unit, from, before, within, after } = filter;
  const rows = await db
    .selectFrom("audit_event as e")
    .leftJoin("account as a", "a.id", "e.account_id")
    .leftJoin("unit as u", "u.id", "e.unit_id")
    .$if(id !== undefined, (query) => query.where("e.id", "=", id ?? ""))
    .$if(account !== undefined, (query) => query.where("e.account_id", "=", account ?? null))
    .$if(unit !== undefined, (query) => query.where("e.unit_id", "=", unit ?? null))
    .$if(action !== undefined, (query) =>
      query.where(sql<boolean>`(e.action = ${action} or starts_with(e.action, ${`${action}.`}))`),
    )
    .$if(subject !== undefined, (query) => query.where("e.subject_type", "=", subject?.type ?? ""))
    .$if(subject?.id !== undefined, (query) => query.where("e.subject_id", "=", subject?.id ?? ""))
    .$if(from !== undefined, (query) => query.where("e.at", ">=", from ?? new Date(0)))
    .$if(before !== undefined, (query) => query.where("e.at", "<", before ?? new Date(0)))
    .$if(within !== undefined, (query) =>
      query.where(sql<boolean>`e.unit_id in (
        with recursive below (id) as (
          select id from unit where id = any(${within ?? []}::uuid[])
          union select c.id from unit c join below on c.parent_id = below.id)
        select id from below)`),
    )
    .$if(after !== undefined, (query) => query.where("e.id", "<", after ?? ""))
    .select(["e.id", "e.at", "e.address", "e.action", "e.subject_type", "e.subject_id"])
    .select([told("before", most).as("before"), told("after", most).as("after")])
    .select([isLong("before", most).as("before_cut"), isLong("after", most).as("after_cut")])
    .select(["e.account_id", "a.display_name", "e.unit_id", "u.name as unit_name"])
    .orderBy("e.id", "desc")
    .limit(filter.limit + 1)
    .execute();
  const names = await subjectNames(
    db,
    rows.map((row) => ({ type: row.subject_type, id: row.subject_id })),
  );
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    account:
      row.account_id === null
        ? null
        : { id: row.account_id, displayName: row.display_name ?? row.account_id },
    address: row.address,
    action: row.action,
    subject: {
      type: row.subject_type,
      id: row.subject_id,
      name: names.get(`${row.subject_type} ${row.subject_id}`) ?? null,
    },
    unit: row.unit_id === null ? null : { id: row.unit_id, name: row.unit_name ?? row.unit_id },
    before: row.before,
    after: row.after,
    cut: row.before_cut || row.after_cut,
  }));
}

/** The set that each of these assessments is declared in. */
export async function setsOf(
  db: Work,
  assessmentIds: readonly string[],
): Promise<Map<string, { readonly id: string; readonly version: number; readonly hash: string }>> {
  if (assessmentIds.length === 0) return new Map();
  const rows = await db
    .selectFrom("assessment as a")
    .innerJoin("campaign as c", "c.id", "a.campaign_id")
    .innerJoin("indicator_set as s", (join) =>
      join.onRef("s.id", "=", "c.set_id").onRef("s.version", "=", "c.set_version"),
    )
    .where("a.id", "in", assessmentIds)
    .select(["a.id as assessment_id", "s.id", "s.version", "s.hash"])
    .execute();
  return new Map(rows.map(({ assessment_id, id, version, hash }) => [assessment_id, { id, version, hash }]));
}

const isLong = (column: "before" | "after", most: number): RawBuilder<boolean> =>
  sql<boolean>`coalesce(octet_length(${sql.ref(`e.${column}`)}::text) > ${most}::bigint, false)`;

const told = (column: "before" | "after", most: number): RawBuilder<unknown> =>
  sql`case when ${isLong(column, most)}
    then jsonb_build_object('truncated', true, 'bytes', octet_length(${sql.ref(`e.${column}`)}::text))
    else ${sql.ref(`e.${column}`)} end`;

/** The codes of these units and of all below them. */
export async function codesWithin(db: Work, ids: readonly string[]): Promise<Set<string>> {
  const below = [...(await withDescendants(db, ids))];
  const rows = await db.selectFrom("unit").where("id", "in", below).select("code").execute();
  return new Set(rows.map(({ code }) => code));
}

/** How each kind of subject is called: its ids as text, and their names. */
const namings: Readonly<
  Record<string, (ids: readonly string[]) => RawBuilder<{ id: string; name: string }>>
> = {
  account: (ids) => sql`select id, display_name as name from account where id = any(${ids}::uuid[])`,
  session: (ids) => sql`select s.id, a.display_name as name
    from session s join account a on a.id = s.account_id where s.id = any(${ids}::uuid[])`,
  unit: (ids) => sql`select id, name from unit where id = any(${ids}::uuid[])`,
  campaign: (ids) => sql`select id, name from campaign where id = any(${ids}::uuid[])`,
  assessment: (ids) => sql`select s.id, u.name || ' · ' || c.name as name
    from assessment s join unit u on u.id = s.unit_id join campaign c on c.id = s.campaign_id
    where s.id = any(${ids}::uuid[])`,
  query: (ids) => sql`select q.id, q.code || ' · ' || u.name || ' · ' || c.name as name
    from query q join assessment s on s.id = q.assessment_id join unit u on u.id = s.unit_id
    join campaign c on c.id = s.campaign_id where q.id = any(${ids}::uuid[])`,
  set: (ids) => sql`select id || '@' || version as id, title as name
    from indicator_set where id || '@' || version = any(${ids}::text[])`,
};

async function subjectNames(
  db: Work,
  subjects: readonly { readonly type: string; readonly id: string }[],
): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for (const [type, naming] of Object.entries(namings)) {
    const ids = [...new Set(subjects.filter((subject) => subject.type === type).map(({ id }) => id))];
    if (ids.length === 0) continue;
    const { rows } = await naming(ids).execute(db);
    for (const { id, name } of rows) names.set(`${type} ${id}`, name);
  }
  return names;
}
