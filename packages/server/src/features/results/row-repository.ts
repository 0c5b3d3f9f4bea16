/** The rows of a run, and results entered from years before OpenDTI: one a unit. */
import { sql } from "kysely";
import type { Connection, Work } from "../../database/connection.js";
import type { CampaignHead, Edition } from "./repository.js";
import { nameAt } from "./unit-name.js";

type Db = Connection | Work;

/** One unit's row of a run, or of an imported result. */
export interface ResultRow {
  readonly unitId: string;
  readonly unitName: string;
  readonly kindName: string;
  readonly group: string | null;
  readonly assessmentId: string | null;
  readonly total: string;
  readonly max: string;
  readonly declaredTotal: string | null;
  readonly declaredRank: number | null;
  readonly rank: number | null;
  readonly level: string | null;
  readonly submitted: boolean;
  readonly scores: Readonly<Record<string, string>>;
  readonly declaredScores: Readonly<Record<string, string>> | null;
  readonly statuses: Readonly<Record<string, string>> | null;
}

const ROWS_AT_ONCE = 500;

/**
 * All rows of an edition, some at a time: four thousand at once would stand in memory three times.
 * @param only points of these codes alone, with neither declared points nor statuses; null: everything.
 */
export async function* resultRows(
  db: Db,
  edition: Pick<Edition, "run" | "campaign">,
  only: readonly string[] | null,
): AsyncGenerator<readonly ResultRow[]> {
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const rows =
      edition.run === null
        ? await importedRows(db, edition.campaign, after, only)
        : await runRows(db, edition.run.id, after, only);
    if (rows.length > 0) yield rows;
    if (rows.length < ROWS_AT_ONCE) return;
    after = rows.at(-1)?.unitId ?? after;
  }
}

async function runRows(
  db: Db,
  runId: string,
  after: string,
  only: readonly string[] | null,
): Promise<ResultRow[]> {
  const rows = await db
    .selectFrom("run_result as o")
    .innerJoin("unit as u", "u.id", "o.unit_id")
    .innerJoin("unit_kind as k", "k.kind", "u.kind")
    .where("o.run_id", "=", runId)
    .where("o.unit_id", ">", after)
    .select([
      "o.unit_id",
      "o.unit_name",
      "k.name as kind_name",
      "o.group_code",
      "o.assessment_id",
      "o.total",
      "o.max",
      "o.declared_total",
      "o.declared_rank",
      "o.submitted",
      "o.rank",
      "o.level",
      scoresIn(sql.ref("o.scores"), only).as("scores"),
    ])
    .$if(only === null, (query) => query.select(["o.declared_scores", "o.statuses"]))
    .orderBy("o.unit_id")
    .limit(ROWS_AT_ONCE)
    .execute();
  return rows.map((row) => ({
    unitId: row.unit_id,
    unitName: row.unit_name,
    kindName: row.kind_name,
    group: row.group_code,
    assessmentId: row.assessment_id,
    total: row.total,
    max: row.max,
    declaredTotal: row.declared_total,
    declaredRank: row.declared_rank,
    submitted: row.submitted,
    rank: row.rank,
    level: row.level,
    scores: row.scores,
    declaredScores: row.declared_scores ?? null,
    statuses: row.statuses ?? null,
  }));
}

/** Imported results keep no name: the unit is called as it was at the end of that year. */
async function importedRows(
  db: Db,
  campaign: CampaignHead,
  after: string,
  only: readonly string[] | null,
): Promise<ResultRow[]> {
  const { rows } = await sql<{
    unit_id: string;
    unit_name: string;
    kind_name: string;
    group_code: string | null;
    total: string;
    max: string;
    rank: number | null;
    scores: Record<string, string>;
  }>`
    select o.unit_id, ${nameAt(sql.ref("u.id"), sql`${`${campaign.year}-12-31`}::date`)} as unit_name,
      k.name as kind_name, o.group_code, o.total, o.max, o.rank,
      ${scoresIn(sql.ref("o.scores"), only)} as scores
    from result o join unit u on u.id = o.unit_id join unit_kind k on k.kind = u.kind
    where o.campaign_id = ${campaign.id} and o.unit_id > ${after}
    order by o.unit_id limit ${ROWS_AT_ONCE}`.execute(db);
  return rows.map((row) => ({
    unitId: row.unit_id,
    unitName: row.unit_name,
    kindName: row.kind_name,
    group: row.group_code,
    assessmentId: null,
    total: row.total,
    max: row.max,
    declaredTotal: null,
    declaredRank: null,
    submitted: true,
    rank: row.rank,
    level: null,
    scores: row.scores,
    declaredScores: null,
    statuses: null,
  }));
}

/** Stored points, or those of some codes: a ranking needs a tenth of what a unit's page does. */
function scoresIn(column: ReturnType<typeof sql.ref>, only: readonly string[] | null) {
  if (only === null) return sql<Record<string, string>>`${column}`;
  return sql<Record<string, string>>`(select coalesce(jsonb_object_agg(k, ${column} ->> k), '{}')
    from unnest(${only}::text[]) k where ${column} ->> k is not null)`;
}
