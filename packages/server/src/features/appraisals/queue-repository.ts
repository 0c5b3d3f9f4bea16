/** The queue: every indicator of every submitted unit that somebody may appraise, found, counted and paged by SQL. */
import { type RawBuilder, sql } from "kysely";
import type { QueryState, Verdict } from "../../database/appraisal-tables.js";
import type { Work } from "../../database/connection.js";
import type { AssessmentState } from "../../database/schema.js";
import type { Inputs, Named, Person, QueueCounts, Status } from "./appraisal.js";

export const queueFilters = [
  "unjudged",
  "disagreeing",
  "failed-checks",
  "changed",
  "queried",
  "overdue",
  "stale",
] as const;
export type QueueFilter = (typeof queueFilters)[number];

export const queueSorts = ["stake", "unit", "code", "declared"] as const;
export type QueueSort = (typeof queueSorts)[number];

/** What of a campaign is looked at, by whom, and when. */
export interface QueueView {
  readonly campaignId: string;
  /** What the asker may judge: codes (null: all) of a unit (null: all). Null: everything. */
  readonly within:
    | readonly { readonly codes: readonly string[] | null; readonly unitId: string | null }[]
    | null;
  /** Units left out: those in which an appraiser works itself. */
  readonly without: readonly string[];
  readonly codes?: readonly string[] | undefined;
  readonly unit?: string | undefined;
  readonly group?: string | undefined;
  /** Of each word that is searched for, where it stands: in the indicators of these codes, or in these units' names. */
  readonly words?: readonly { readonly codes: readonly string[]; readonly units: readonly string[] }[];
  readonly accountId: string;
  readonly at: Date;
}

export interface QueueRow {
  readonly assessmentId: string;
  readonly unit: Named;
  readonly group: { readonly code: string; readonly name: string } | null;
  readonly code: string;
  readonly max: string;
  readonly declared: string;
  readonly appraised: string;
  readonly status: Status;
  readonly verdict: Verdict | null;
  readonly version: number;
  readonly stale: boolean;
  readonly stake: string;
  readonly checks: number;
  readonly evidence: number;
  readonly changed: boolean;
  readonly query: {
    readonly id: string;
    readonly state: QueryState;
    readonly dueAt: Date;
    readonly overdue: boolean;
  } | null;
  readonly given: Inputs;
  readonly at: Date | null;
  /** Its place in the order asked for. */
  readonly key: readonly string[];
}

type Fragment = RawBuilder<unknown>;

const and = (parts: readonly Fragment[]): Fragment => sql.join(parts, sql` and `);

/**
 * Everything looked at, each row with its query that is not closed. Units are put in the order of their names first: a
 * few thousand names are compared, not hundreds of thousands.
 */
function looked(view: QueueView): Fragment {
  const { campaignId, accountId, at, within, without, codes, unit, group, words = [] } = view;
  const conditions = [
    sql`s.campaign_id = ${campaignId}`,
    sql`a.state not in ('declaring', 'compiled')`,
    ...(within === null ? [] : [reachable(within)]),
    ...(without.length === 0 ? [] : [sql`s.unit_id <> all(${[...without]}::uuid[])`]),
    ...(codes === undefined ? [] : [sql`s.code = any(${[...codes]}::text[])`]),
    ...(unit === undefined ? [] : [sql`s.unit_id = ${unit}`]),
    ...(group === undefined ? [] : [sql`u.group_code = ${group}`]),
    ...words.map(
      (word) =>
        sql`(s.code = any(${[...word.codes]}::text[]) or s.unit_id = any(${[...word.units]}::uuid[]))`,
    ),
  ];
  return sql`
    select s.*, a.state, u.name as unit_name, u.unit_place, u.group_code,
      greatest(s.max - s.declared, s.declared) as stake,
      s.verdict is null or s.stale as unjudged,
      coalesce(l.at < s.changed_at and s.changed_by is distinct from ${accountId}::uuid, false) as changed,
      q.id as query_id, q.state as query_state, q.due_at,
      coalesce(q.state = 'open' and q.due_at < ${at}, false) as overdue
    from indicator_score s
    join assessment a on a.id = s.assessment_id
    join (select w.id, w.name, m.group_code, row_number() over (order by w.name collate "vi-x-icu", w.id)::int as unit_place
      from campaign_unit m join unit w on w.id = m.unit_id where m.campaign_id = ${campaignId}) u on u.id = s.unit_id
    left join appraisal_look l on l.account_id = ${accountId} and l.assessment_id = s.assessment_id
    left join query q on q.assessment_id = s.assessment_id and q.code = s.code and q.kind = 'explanation'
      and q.state <> 'closed'
    where ${and(conditions)}`;
}

function reachable(within: NonNullable<QueueView["within"]>): Fragment {
  if (within.length === 0) return sql`false`;
  const each = within.map(({ codes, unitId }) =>
    and([
      ...(codes === null ? [] : [sql`s.code = any(${[...codes]}::text[])`]),
      ...(unitId === null ? [] : [sql`s.unit_id = ${unitId}`]),
      sql`true`,
    ]),
  );
  return sql`((${sql.join(each, sql`) or (`)}))`;
}

const filters: Readonly<Record<QueueFilter, Fragment>> = {
  unjudged: sql`r.unjudged`,
  disagreeing: sql`r.verdict = 'adjusted'`,
  "failed-checks": sql`r.checks > 0`,
  changed: sql`r.changed`,
  queried: sql`r.query_id is not null`,
  overdue: sql`r.overdue`,
  stale: sql`r.stale`,
};

/** The order, ascending: three columns that no two rows share, and the type of each. */
const orders: Readonly<Record<QueueSort, readonly (readonly [column: Fragment, type: Fragment])[]>> = {
  stake: [
    [sql`-r.stake`, sql`numeric`],
    [sql`r.place`, sql`int`],
    [sql`r.assessment_id`, sql`uuid`],
  ],
  unit: [
    [sql`r.unit_place`, sql`int`],
    [sql`r.place`, sql`int`],
    [sql`r.assessment_id`, sql`uuid`],
  ],
  code: [
    [sql`r.place`, sql`int`],
    [sql`r.unit_place`, sql`int`],
    [sql`r.assessment_id`, sql`uuid`],
  ],
  declared: [
    [sql`-r.declared`, sql`numeric`],
    [sql`r.place`, sql`int`],
    [sql`r.assessment_id`, sql`uuid`],
  ],
};

/** A page of the queue. */
export async function listQueue(
  db: Work,
  view: QueueView,
  filter: QueueFilter | undefined,
  sort: QueueSort,
  page: { readonly after: readonly string[] | undefined; readonly limit: number },
): Promise<QueueRow[]> {
  const order = orders[sort];
  const columns = order.map(([column]) => column);
  const conditions = [
    filter === undefined ? sql`true` : filters[filter],
    ...(page.after === undefined
      ? []
      : [
          sql`(${sql.join(columns)}) > (${sql.join(
            order.map(([, type], place) => sql`${page.after?.[place] ?? ""}::${type}`),
          )})`,
        ]),
  ];
  const { rows } = await sql<StoredRow>`
    select r.assessment_id, r.unit_id, r.unit_name, r.group_code, g.name as group_name, r.code, r.max, r.declared,
      r.appraised, r.status, r.verdict, r.version, r.stale, r.stake, r.checks, r.evidence, r.changed, r.query_id,
      r.query_state, r.due_at, r.overdue, r.given, r.judged_at,
      array[${sql.join(columns.map((column) => sql`(${column})::text`))}] as key
    from (${looked(view)}) r
    left join campaign_group g on g.campaign_id = r.campaign_id and g.code = r.group_code
    where ${and(conditions)} order by ${sql.join(columns)} limit ${page.limit}`.execute(db);
  return rows.map(rowOf);
}

/** How many each filter would show. */
export async function countQueue(db: Work, view: QueueView): Promise<QueueCounts> {
  const { rows } = await sql<Record<keyof QueueCounts, string>>`
    select count(*) as "all", count(*) filter (where ${filters.unjudged}) as unjudged,
      count(*) filter (where ${filters.disagreeing}) as disagreeing,
      count(*) filter (where ${filters["failed-checks"]}) as "failedChecks",
      count(*) filter (where ${filters.changed}) as changed,
      count(*) filter (where ${filters.queried}) as queried,
      count(*) filter (where ${filters.overdue}) as overdue,
      count(*) filter (where ${filters.stale}) as stale
    from (${looked(view)}) r`.execute(db);
  const [row] = rows;
  const count = (name: keyof QueueCounts): number => Number(row?.[name] ?? 0);
  return {
    all: count("all"),
    unjudged: count("unjudged"),
    disagreeing: count("disagreeing"),
    failedChecks: count("failedChecks"),
    changed: count("changed"),
    queried: count("queried"),
    overdue: count("overdue"),
    stale: count("stale"),
  };
}

interface StoredRow {
  assessment_id: string;
  unit_id: string;
  unit_name: string;
  group_code: string | null;
  group_name: string | null;
  code: string;
  max: string;
  declared: string;
  appraised: string;
  status: Status;
  verdict: Verdict | null;
  version: number;
  stale: boolean;
  stake: string;
  checks: number;
  evidence: Record<string, number>;
  changed: boolean;
  query_id: string | null;
  query_state: QueryState | null;
  due_at: Date | null;
  overdue: boolean;
  given: Inputs;
  judged_at: Date | null;
  key: string[];
}

function rowOf(row: StoredRow): QueueRow {
  const { query_id: id, query_state: state, due_at: dueAt, overdue } = row;
  return {
    assessmentId: row.assessment_id,
    unit: { id: row.unit_id, name: row.unit_name },
    group: row.group_code === null ? null : { code: row.group_code, name: row.group_name ?? row.group_code },
    code: row.code,
    max: row.max,
    declared: row.declared,
    appraised: row.appraised,
    status: row.status,
    verdict: row.verdict,
    version: row.version,
    stale: row.stale,
    stake: row.stake,
    checks: row.checks,
    evidence: Object.values(row.evidence).reduce((sum, count) => sum + count, 0),
    changed: row.changed,
    query: id === null || state === null || dueAt === null ? null : { id, state, dueAt, overdue },
    given: row.given,
    at: row.judged_at,
    key: row.key,
  };
}

/** The units of a campaign by name. */
export function listUnitNames(db: Work, campaignId: string): Promise<Named[]> {
  return db
    .selectFrom("campaign_unit as m")
    .innerJoin("unit as u", "u.id", "m.unit_id")
    .where("m.campaign_id", "=", campaignId)
    .select(["u.id", "u.name"])
    .execute();
}

/** How far each unit is. */
export async function countByUnit(
  db: Work,
  view: QueueView,
): Promise<
  {
    readonly assessmentId: string;
    readonly unit: Named;
    readonly state: AssessmentState;
    readonly judged: number;
    readonly total: number;
    readonly openQueries: number;
  }[]
> {
  const { rows } = await sql<{
    assessment_id: string;
    unit_id: string;
    unit_name: string;
    state: AssessmentState;
    judged: string;
    total: string;
    queries: string;
  }>`
    select r.assessment_id, r.unit_id, r.unit_name, r.state, count(*) filter (where not r.unjudged) as judged,
      count(*) as total, count(r.query_id) as queries
    from (${looked(view)}) r group by 1, 2, 3, 4, r.unit_place order by r.unit_place`.execute(db);
  return rows.map((row) => ({
    assessmentId: row.assessment_id,
    unit: { id: row.unit_id, name: row.unit_name },
    state: row.state,
    judged: Number(row.judged),
    total: Number(row.total),
    openQueries: Number(row.queries),
  }));
}

/** How far each indicator is, in the order of the set. */
export async function countByIndicator(
  db: Work,
  view: QueueView,
): Promise<
  {
    readonly code: string;
    readonly judged: number;
    readonly total: number;
    readonly openQueries: number;
    readonly disagreeing: number;
  }[]
> {
  const { rows } = await sql<{
    code: string;
    judged: string;
    total: string;
    queries: string;
    disagreeing: string;
  }>`
    select r.code, count(*) filter (where not r.unjudged) as judged, count(*) as total, count(r.query_id) as queries,
      count(*) filter (where r.verdict = 'adjusted') as disagreeing
    from (${looked(view)}) r group by r.code order by min(r.place)`.execute(db);
  return rows.map((row) => ({
    code: row.code,
    judged: Number(row.judged),
    total: Number(row.total),
    openQueries: Number(row.queries),
    disagreeing: Number(row.disagreeing),
  }));
}

/** How far each appraiser is: of what is its to judge, counted once, however often it was assigned. */
export async function countByAppraiser(
  db: Work,
  campaignId: string,
  pieces: readonly { readonly accountId: string; readonly code: string; readonly unitId: string | null }[],
): Promise<{ readonly account: Person; readonly judged: number; readonly total: number }[]> {
  const { rows } = await sql<{ id: string; display_name: string; judged: string; total: string }>`
    select b.id, b.display_name, count(*) filter (where s.verdict is not null and not s.stale) as judged,
      count(s.code) as total
    from (
      select distinct p."accountId" as account_id, s.assessment_id, s.code
      from jsonb_to_recordset(${JSON.stringify(pieces)}::jsonb) as p("accountId" uuid, code text, "unitId" uuid)
      join indicator_score s on s.campaign_id = ${campaignId} and s.code = p.code
        and (p."unitId" is null or s.unit_id = p."unitId")
      join assessment a on a.id = s.assessment_id and a.state not in ('declaring', 'compiled')
    ) w
    join account b on b.id = w.account_id
    join indicator_score s on s.assessment_id = w.assessment_id and s.code = w.code
    group by b.id, b.display_name order by b.display_name collate "vi-x-icu"`.execute(db);
  return rows.map((row) => ({
    account: { id: row.id, displayName: row.display_name },
    judged: Number(row.judged),
    total: Number(row.total),
  }));
}
