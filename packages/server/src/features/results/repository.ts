/** Results as they are stored: runs, their rows, results of years before OpenDTI, and the line of a unit. */
import { sql } from "kysely";
import type { Connection, Work } from "../../database/connection.js";
import type { RunState } from "../../database/schema.js";
import { nameAt } from "./unit-name.js";

type Db = Connection | Work;

export interface CampaignHead {
  readonly id: string;
  readonly name: string;
  readonly year: number;
  readonly status: "preparing" | "open" | "closed";
  readonly version: number;
  readonly set: {
    readonly id: string;
    readonly version: number;
    readonly hash: string;
    readonly title: string;
  };
}

interface Signed {
  readonly as: string | null;
  readonly at: Date;
}

export interface RunHead {
  readonly id: string;
  readonly number: number;
  readonly state: RunState;
  readonly version: number;
  readonly setHash: string;
  readonly resultHash: string;
  readonly reason: string | null;
  readonly compiledAt: Date;
  readonly approved: Signed | null;
  readonly published: Signed | null;
  /** When the results that it corrects were published; null: it corrects none that were. */
  readonly corrects: Date | null;
  readonly withdrawn: { readonly at: Date; readonly reason: string | null } | null;
}

/** Which results of a campaign are looked at. */
export interface Edition {
  readonly campaign: CampaignHead;
  readonly run: RunHead | null;
  /** There is no run, but results of a year before OpenDTI. */
  readonly imported: boolean;
  /** Changes with everything that an answer is made of: the run's state, the campaign, what is published elsewhere. */
  readonly stamp: string;
}

/** The newest run that stands; the published one; or one by its id. */
export type Choice = "newest" | "published" | { readonly run: string };

/** The campaign and the chosen run, in one statement: asked at every request, so that a withdrawn run is gone at once. */
export async function findEdition(db: Db, campaignId: string, choice: Choice): Promise<Edition | undefined> {
  const chosen =
    choice === "newest"
      ? sql`state not in ('withdrawn', 'superseded')`
      : choice === "published"
        ? sql`state = 'published'`
        : sql`id = ${choice.run}`;
  const { rows } = await sql<EditionRow>`
    select c.id as campaign_id, c.name, c.year, c.status, c.version as campaign_version, c.set_id, c.set_version,
      s.hash, s.title, r.*,
      r.id is null and exists (select from result i where i.campaign_id = c.id) as imported,
      (select md5(string_agg(p.id::text, ',' order by p.id)) from run p where p.state = 'published') as published
    from campaign c join indicator_set s on s.id = c.set_id and s.version = c.set_version
    left join lateral (
      select id, number, state, version, set_hash, result_hash, reason, compiled_at, approved_as, approved_at,
        published_as, published_at, withdrawn_at, withdrawn_reason,
        (select b.published_at from run b where b.id = run.revises and b.withdrawn_at is null) as corrects
      from run where campaign_id = c.id and ${chosen} order by number desc limit 1
    ) r on true
    where c.id = ${campaignId}`.execute(db);
  const [row] = rows;
  return row && editionOf(row);
}

interface EditionRow {
  campaign_id: string;
  name: string;
  year: number;
  status: "preparing" | "open" | "closed";
  campaign_version: number;
  set_id: string;
  set_version: number;
  hash: string;
  title: string;
  id: string | null;
  number: number;
  state: RunState;
  version: number;
  set_hash: string;
  result_hash: string;
  reason: string | null;
  compiled_at: Date;
  approved_as: string | null;
  approved_at: Date | null;
  published_as: string | null;
  published_at: Date | null;
  corrects: Date | null;
  withdrawn_at: Date | null;
  withdrawn_reason: string | null;
  imported: boolean;
  published: string | null;
}

function editionOf(row: EditionRow): Edition {
  const signed = (as: string | null, at: Date | null): Signed | null => (at === null ? null : { as, at });
  return {
    campaign: {
      id: row.campaign_id,
      name: row.name,
      year: row.year,
      status: row.status,
      version: row.campaign_version,
      set: { id: row.set_id, version: row.set_version, hash: row.hash, title: row.title },
    },
    run:
      row.id === null
        ? null
        : {
            id: row.id,
            number: row.number,
            state: row.state,
            version: row.version,
            setHash: row.set_hash,
            resultHash: row.result_hash,
            reason: row.reason,
            compiledAt: row.compiled_at,
            approved: signed(row.approved_as, row.approved_at),
            published: signed(row.published_as, row.published_at),
            corrects: row.corrects,
            withdrawn:
              row.withdrawn_at === null ? null : { at: row.withdrawn_at, reason: row.withdrawn_reason },
          },
    imported: row.imported,
    stamp: [row.id, row.state, row.version, row.campaign_version, row.published].join(" "),
  };
}

/** The groups of a campaign, in their order. */
export function listGroups(db: Db, campaignId: string): Promise<{ code: string; name: string }[]> {
  return db
    .selectFrom("campaign_group")
    .where("campaign_id", "=", campaignId)
    .select(["code", "name"])
    .orderBy("place")
    .execute();
}

export interface EarlierResult {
  readonly campaignId: string;
  readonly runId: string | null;
  readonly year: number;
  readonly unitId: string;
  readonly unitName: string;
  readonly total: string;
  readonly max: string;
  readonly rank: number | null;
  readonly of: number;
}

/**
 * Of each unit of a campaign, its newest published result of an earlier year: its own, or that of the one unit that it
 * continues. Of several in one year, that of the same indicator set.
 * @param unitId of one unit only.
 */
export async function earlierResults(
  db: Db,
  campaign: CampaignHead,
  unitIds: readonly string[],
): Promise<Map<string, EarlierResult>> {
  const { rows } = await sql<EarlierRow>`
    with asked as (select unnest(${unitIds}::uuid[]) as id),
    line as (
      select id as unit_id, id as source from asked
      union all
      select s.successor_id, (array_agg(s.predecessor_id))[1] from unit_succession s join asked a on a.id = s.successor_id
      group by s.successor_id having count(*) = 1
    ),
    past as (
      select p.campaign_id, p.run_id, p.unit_id, p.group_code, p.total, p.max, p.rank, c.year, c.set_id,
        count(*) over (partition by p.campaign_id, p.group_code)::int as units
      from published_result p join campaign c on c.id = p.campaign_id where c.year < ${campaign.year}
    )
    select distinct on (line.unit_id) line.unit_id, past.campaign_id, past.run_id, past.year,
      past.unit_id as source_id, past.total, past.max, past.rank, past.units,
      coalesce(
        (select o.unit_name from run_result o where o.run_id = past.run_id and o.unit_id = past.unit_id),
        ${nameAt(sql.ref("past.unit_id"), sql`make_date(past.year, 12, 31)`)}) as unit_name
    from line join past on past.unit_id = line.source
    order by line.unit_id, past.year desc, (past.set_id = ${campaign.set.id}) desc,
      (past.unit_id = line.unit_id) desc, past.campaign_id`.execute(db);
  return new Map(
    rows.map((row) => [
      row.unit_id,
      {
        campaignId: row.campaign_id,
        runId: row.run_id,
        year: row.year,
        unitId: row.source_id,
        unitName: row.unit_name,
        total: row.total,
        max: row.max,
        rank: row.rank,
        of: row.units,
      },
    ]),
  );
}

interface EarlierRow {
  unit_id: string;
  campaign_id: string;
  run_id: string | null;
  year: number;
  source_id: string;
  unit_name: string;
  total: string;
  max: string;
  rank: number | null;
  units: number;
}
