/** Queries with their messages; evidence brought in answer to one is kept by features/evidence. */
import { type ExpressionBuilder, type SqlBool, sql } from "kysely";
import type { QueryKind, QueryOutcome, QueryState } from "../../database/appraisal-tables.js";
import type { Connection, Work } from "../../database/connection.js";
import type { Database } from "../../database/schema.js";
import { person } from "../assessments/repository.js";
import { listQueryEvidence } from "../evidence/repository.js";
import type { Query, QueryHead, QueryMessage } from "./query.js";

export interface QueryFilter {
  readonly campaign?: string | undefined;
  readonly unit?: string | undefined;
  readonly assessment?: string | undefined;
  readonly kind?: QueryKind | undefined;
  /** Of these assessed units alone; null: of all. */
  readonly units: readonly string[] | null;
  /** Owned by this account, or of these units. */
  readonly mine?: { readonly accountId: string; readonly units: readonly string[] } | undefined;
}

/** Queries, the nearest deadline first; what is closed last. */
export async function listQueries(
  db: Work,
  filter: QueryFilter & { readonly state?: QueryState | undefined; readonly overdue?: boolean },
  at: Date,
  page: { readonly after: readonly string[] | undefined; readonly limit: number },
): Promise<(QueryHead & { readonly key: readonly string[] })[]> {
  const rows = await heads(db, at)
    .where((eb) => eb.and(conditions(eb, filter)))
    .$if(filter.state !== undefined, (query) => query.where("q.state", "=", filter.state ?? "open"))
    .$if(filter.overdue === true, (query) => query.where("q.state", "=", "open").where("q.due_at", "<", at))
    .$if(page.after !== undefined, (query) => {
      const [closed = "", due = "", id = ""] = page.after ?? [];
      return query.where(
        sql<boolean>`((q.state = 'closed')::int, q.due_at, q.id) > (${closed}::int, ${due}::timestamptz, ${id}::uuid)`,
      );
    })
    .orderBy(sql`(q.state = 'closed')::int`)
    .orderBy("q.due_at")
    .orderBy("q.id")
    .limit(page.limit)
    .execute();
  return rows.map((row) => ({
    ...headOf(row),
    key: [row.state === "closed" ? "1" : "0", row.due_exact, row.id],
  }));
}

/** How many there are in each state, whatever state is asked for. */
export async function countQueries(
  db: Work,
  filter: QueryFilter,
  at: Date,
): Promise<{ open: number; answered: number; closed: number; overdue: number }> {
  const row = await db
    .selectFrom("query as q")
    .innerJoin("assessment as a", "a.id", "q.assessment_id")
    .where((eb) => eb.and(conditions(eb, filter)))
    .select([
      sql<string>`count(*) filter (where q.state = 'open')`.as("open"),
      sql<string>`count(*) filter (where q.state = 'answered')`.as("answered"),
      sql<string>`count(*) filter (where q.state = 'closed')`.as("closed"),
      sql<string>`count(*) filter (where q.state = 'open' and q.due_at < ${at})`.as("overdue"),
    ])
    .executeTakeFirstOrThrow();
  return {
    open: Number(row.open),
    answered: Number(row.answered),
    closed: Number(row.closed),
    overdue: Number(row.overdue),
  };
}

/** One query, whole. */
export async function findQuery(db: Work, id: string, at: Date): Promise<Query | undefined> {
  const row = await heads(db, at).where("q.id", "=", id).executeTakeFirst();
  return row && (await whole(db, [headOf(row)]))[0];
}

/** All queries on one indicator of an assessment, or (null) on any, whole, newest first. */
export async function listOfAssessment(
  db: Work,
  assessmentId: string,
  code: string | null,
  at: Date,
): Promise<Query[]> {
  const rows = await heads(db, at)
    .where("q.assessment_id", "=", assessmentId)
    .$if(code !== null, (query) => query.where("q.code", "=", code ?? ""))
    .orderBy("q.opened_at", "desc")
    .orderBy("q.id")
    .execute();
  return whole(db, rows.map(headOf));
}

async function whole(db: Work, queries: readonly QueryHead[]): Promise<Query[]> {
  const ids = queries.map(({ id }) => id);
  const messages = await listMessages(db, ids);
  const evidence = await listQueryEvidence(db, ids);
  return queries.map((query) => ({
    ...query,
    messages: messages.filter(({ queryId }) => queryId === query.id).map(({ queryId: _, ...one }) => one),
    evidence: evidence.filter(({ queryId }) => queryId === query.id).map(({ queryId: _, ...one }) => one),
  }));
}

async function listMessages(
  db: Work,
  ids: readonly string[],
): Promise<(QueryMessage & { readonly queryId: string })[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom("query_message as m")
    .leftJoin("account as b", "b.id", "m.by_id")
    .where("m.query_id", "in", [...ids])
    .select(["m.id", "m.query_id", "m.side", "m.body", "m.by_id", "b.display_name", "m.at", "m.place"])
    .orderBy("m.place")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    queryId: row.query_id,
    side: row.side,
    body: row.body,
    by: person(row.by_id, row.display_name),
    at: row.at,
  }));
}

/** What is known of the explanation queries of an assessment: their codes by state. */
export async function listExplanations(
  db: Work | Connection,
  assessmentId: string,
): Promise<{ readonly id: string; readonly code: string; readonly state: QueryState }[]> {
  return db
    .selectFrom("query")
    .where("assessment_id", "=", assessmentId)
    .where("kind", "=", "explanation")
    .select(["id", "code", "state"])
    .orderBy("opened_at")
    .execute();
}

/** Whether the unit is asked anything now: its people may bring files to answer with. */
export async function isAsked(db: Work | Connection, assessmentId: string): Promise<boolean> {
  const row = await db
    .selectFrom("query")
    .where("assessment_id", "=", assessmentId)
    .where("state", "=", "open")
    .select("id")
    .executeTakeFirst();
  return row !== undefined;
}

/** The query on an indicator that is not closed, if there is one. */
export async function findUnclosed(
  db: Work,
  assessmentId: string,
  code: string,
  kind: QueryKind,
): Promise<string | undefined> {
  const row = await db
    .selectFrom("query")
    .where("assessment_id", "=", assessmentId)
    .where("code", "=", code)
    .where("kind", "=", kind)
    .where("state", "<>", "closed")
    .select("id")
    .executeTakeFirst();
  return row?.id;
}

export interface NewQuery {
  readonly assessmentId: string;
  readonly code: string;
  readonly kind: QueryKind;
  readonly ownerId: string | null;
  readonly dueAt: Date;
  readonly by: string;
  readonly at: Date;
}

export async function insertQuery(db: Work, query: NewQuery): Promise<string> {
  const { id } = await db
    .insertInto("query")
    .values({
      assessment_id: query.assessmentId,
      code: query.code,
      kind: query.kind,
      owner_id: query.ownerId,
      due_at: query.dueAt,
      opened_by: query.by,
      opened_at: query.at,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

export async function insertMessage(
  db: Work,
  message: {
    readonly queryId: string;
    readonly side: "appraiser" | "unit";
    readonly body: string;
    readonly by: string;
    readonly at: Date;
  },
): Promise<void> {
  await db
    .insertInto("query_message")
    .values({
      query_id: message.queryId,
      side: message.side,
      body: message.body,
      by_id: message.by,
      at: message.at,
    })
    .execute();
}

/** What of a query may change. Each change is one version more. */
export interface QueryChange {
  readonly state?: QueryState;
  readonly answeredAt?: Date | null;
  readonly dueAt?: Date;
  readonly ownerId?: string | null;
  readonly outcome?: QueryOutcome;
  readonly outcomeNote?: string | null;
  readonly closedBy?: string;
  readonly closedAt?: Date;
}

export async function updateQuery(db: Work, id: string, change: QueryChange): Promise<void> {
  await db
    .updateTable("query")
    .set((eb) => ({
      version: eb("version", "+", 1),
      ...(change.state === undefined ? {} : { state: change.state }),
      ...(change.answeredAt === undefined ? {} : { answered_at: change.answeredAt }),
      ...(change.dueAt === undefined ? {} : { due_at: change.dueAt }),
      ...(change.ownerId === undefined ? {} : { owner_id: change.ownerId }),
      ...(change.outcome === undefined ? {} : { outcome: change.outcome }),
      ...(change.outcomeNote === undefined ? {} : { outcome_note: change.outcomeNote }),
      ...(change.closedBy === undefined ? {} : { closed_by: change.closedBy }),
      ...(change.closedAt === undefined ? {} : { closed_at: change.closedAt }),
    }))
    .where("id", "=", id)
    .execute();
}

/** Whether a piece was brought in answer to this query, and taken back or not. */
export async function wasBrought(db: Work, queryId: string, evidenceId: string): Promise<boolean> {
  const row = await db
    .selectFrom("evidence")
    .where("id", "=", evidenceId)
    .where("query_id", "=", queryId)
    .select("id")
    .executeTakeFirst();
  return row !== undefined;
}

/** The accounts in use that appraise or coordinate and do not work in this unit or its rooms, by name. */
export async function listJudges(
  db: Work,
  unitId: string,
): Promise<
  {
    readonly id: string;
    readonly displayName: string;
    readonly appraises: boolean;
    readonly coordinates: boolean;
  }[]
> {
  const { rows } = await sql<{ id: string; name: string; appraises: boolean; coordinates: boolean }>`
    with recursive below as (
      select id from unit where id = ${unitId}
      union select w.id from unit w join below b on w.parent_id = b.id
    )
    select b.id, b.display_name as name, bool_or(g.role = 'appraiser') as appraises,
      bool_or(g.role = 'coordinator') as coordinates
    from account b join role_grant g on g.account_id = b.id and g.role in ('appraiser', 'coordinator')
    where b.disabled_at is null and not exists (select from role_grant o join below w on w.id = o.unit_id
      where o.account_id = b.id and o.role in ('unit-officer', 'unit-head'))
    group by b.id, b.display_name order by b.display_name collate "vi-x-icu", b.id`.execute(db);
  return rows.map(({ name, ...row }) => ({ ...row, displayName: name }));
}

/** Whether the unit's result in this campaign is public now. */
export async function isPublished(db: Work, campaignId: string, unitId: string): Promise<boolean> {
  const row = await db
    .selectFrom("run as r")
    .innerJoin("run_result as o", "o.run_id", "r.id")
    .where("r.campaign_id", "=", campaignId)
    .where("r.state", "=", "published")
    .where("o.unit_id", "=", unitId)
    .select("r.id")
    .executeTakeFirst();
  return row !== undefined;
}

type Listed = Database & { q: Database["query"]; a: Database["assessment"] };

function conditions(eb: ExpressionBuilder<Listed, "q" | "a">, filter: QueryFilter) {
  const { mine } = filter;
  const all = [
    ...(filter.campaign === undefined ? [] : [eb("a.campaign_id", "=", filter.campaign)]),
    ...(filter.unit === undefined ? [] : [eb("a.unit_id", "=", filter.unit)]),
    ...(filter.assessment === undefined ? [] : [eb("q.assessment_id", "=", filter.assessment)]),
    ...(filter.kind === undefined ? [] : [eb("q.kind", "=", filter.kind)]),
    ...(filter.units === null ? [] : [sql<SqlBool>`a.unit_id = any(${[...filter.units]}::uuid[])`]),
    ...(mine === undefined
      ? []
      : [
          sql<SqlBool>`(q.owner_id = ${mine.accountId}::uuid or a.unit_id = any(${[...mine.units]}::uuid[]))`,
        ]),
  ];
  return all;
}

function heads(db: Work, at: Date) {
  return db
    .selectFrom("query as q")
    .innerJoin("assessment as a", "a.id", "q.assessment_id")
    .innerJoin("unit as u", "u.id", "a.unit_id")
    .innerJoin("campaign as c", "c.id", "a.campaign_id")
    .innerJoin("indicator_set as s", (join) =>
      join.onRef("s.id", "=", "c.set_id").onRef("s.version", "=", "c.set_version"),
    )
    .leftJoin("account as o", "o.id", "q.owner_id")
    .leftJoin("account as p", "p.id", "q.opened_by")
    .leftJoin("account as k", "k.id", "q.closed_by")
    .select([
      "q.id",
      "q.assessment_id",
      "a.unit_id",
      "u.name as unit_name",
      "a.campaign_id",
      "c.name as campaign_name",
      "c.year",
      "s.id as set_id",
      "s.version as set_version",
      "s.hash",
      "q.code",
      "q.kind",
      "q.state",
      "q.owner_id",
      "o.display_name as owner_name",
      "q.due_at",
      "q.outcome",
      "q.outcome_note",
      "q.opened_by",
      "p.display_name as opened_name",
      "q.opened_at",
      "q.answered_at",
      "q.closed_by",
      "k.display_name as closed_name",
      "q.closed_at",
      "q.version",
    ])
    .select([
      sql<boolean>`q.state = 'open' and q.due_at < ${at}`.as("overdue"),
      sql<string>`to_char(q.due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`.as("due_exact"),
      sql<string>`coalesce((select m.body from query_message m where m.query_id = q.id
        order by m.place limit 1), '')`.as("question"),
    ]);
}

type HeadRow = Awaited<ReturnType<ReturnType<typeof heads>["execute"]>>[number];

function headOf(row: HeadRow): QueryHead {
  return {
    id: row.id,
    assessmentId: row.assessment_id,
    unit: { id: row.unit_id, name: row.unit_name },
    campaign: { id: row.campaign_id, name: row.campaign_name, year: row.year },
    set: { id: row.set_id, version: row.set_version, hash: row.hash },
    code: row.code,
    kind: row.kind,
    state: row.state,
    owner: person(row.owner_id, row.owner_name),
    dueAt: row.due_at,
    overdue: row.overdue,
    outcome: row.outcome,
    outcomeNote: row.outcome_note,
    openedBy: person(row.opened_by, row.opened_name),
    openedAt: row.opened_at,
    answeredAt: row.answered_at,
    closedBy: person(row.closed_by, row.closed_name),
    closedAt: row.closed_at,
    version: row.version,
    question: row.question,
  };
}
