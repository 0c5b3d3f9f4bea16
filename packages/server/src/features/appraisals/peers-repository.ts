/** The same indicator in the other submitted assessments of a campaign. */
import { sql } from "kysely";
import type { Verdict } from "../../database/appraisal-tables.js";
import type { Work } from "../../database/connection.js";
import type { Inputs, Named } from "./appraisal.js";

export interface Peer {
  readonly declared: string;
  readonly given: Inputs;
}

/** What a ranking group declared of an indicator, the lowest points first. */
export async function listPeers(db: Work, campaignId: string, group: string, code: string): Promise<Peer[]> {
  const rows = await db
    .selectFrom("indicator_score as s")
    .innerJoin("assessment as a", "a.id", "s.assessment_id")
    .innerJoin("campaign_unit as m", (join) =>
      join.onRef("m.campaign_id", "=", "s.campaign_id").onRef("m.unit_id", "=", "s.unit_id"),
    )
    .where("s.campaign_id", "=", campaignId)
    .where("s.code", "=", code)
    .where("m.group_code", "=", group)
    .where("a.state", "not in", ["declaring", "compiled"])
    .select(["s.declared", "s.given"])
    .orderBy("s.declared")
    .execute();
  return rows.map((row) => ({ declared: row.declared, given: row.given as Inputs }));
}

export interface Similar {
  readonly assessmentId: string;
  readonly unit: Named;
  readonly values: Inputs;
  readonly evidence: number;
  readonly verdict: Verdict | null;
  readonly points: string;
}

/**
 * Others of the same group that declared the very same and were judged, otherwise than this one was: all of them while
 * this one is not judged.
 */
export async function listSimilar(
  db: Work,
  of: { readonly campaignId: string; readonly assessmentId: string; readonly group: string | null },
  code: string,
  limit: number,
): Promise<Similar[]> {
  const { rows } = await sql<{
    assessment_id: string;
    unit_id: string;
    name: string;
    given: Inputs;
    evidence: Record<string, number>;
    verdict: Verdict;
    appraised: string;
  }>`
    select o.assessment_id, o.unit_id, u.name, o.given, o.evidence, o.verdict, o.appraised
    from indicator_score s
    join indicator_score o on o.campaign_id = s.campaign_id and o.code = s.code and o.given = s.given
      and o.assessment_id <> s.assessment_id
    join assessment a on a.id = o.assessment_id and a.state not in ('declaring', 'compiled')
    join campaign_unit m on m.campaign_id = o.campaign_id and m.unit_id = o.unit_id
    join unit u on u.id = o.unit_id
    where s.assessment_id = ${of.assessmentId} and s.code = ${code} and s.campaign_id = ${of.campaignId}
      and m.group_code is not distinct from ${of.group} and s.given <> '{}' and o.verdict is not null
      and (s.verdict is null or (o.verdict, o.appraised) is distinct from (s.verdict, s.appraised))
    order by u.name collate "vi-x-icu" limit ${limit}`.execute(db);
  return rows.map((row) => ({
    assessmentId: row.assessment_id,
    unit: { id: row.unit_id, name: row.name },
    values: row.given,
    evidence: Object.values(row.evidence).reduce((sum, count) => sum + count, 0),
    verdict: row.verdict,
    points: row.appraised,
  }));
}

/** One unit's judgement among units that declared the same. */
export interface Judged {
  readonly code: string;
  readonly given: Inputs;
  readonly assessmentId: string;
  readonly unit: Named;
  readonly group: string | null;
  readonly verdict: Verdict | null;
  readonly declared: string;
  readonly appraised: string;
  readonly evidence: number;
  readonly reason: string | null;
}

/**
 * Judgements of a campaign on the same declared values, with as many pieces of evidence of each kind, that gave the same
 * points by the rule and yet came out differently. In the order of the set; those that belong together stand together.
 */
export async function listDiffering(db: Work, campaignId: string, limit: number): Promise<Judged[]> {
  const { rows } = await sql<{
    code: string;
    given: Inputs;
    assessment_id: string;
    unit_id: string;
    name: string;
    group_code: string | null;
    verdict: Verdict;
    declared: string;
    appraised: string;
    evidence: Record<string, number>;
    reason: string | null;
  }>`
    with judged as not materialized (
      select s.* from indicator_score s join assessment a on a.id = s.assessment_id
      where s.campaign_id = ${campaignId} and a.state not in ('declaring', 'compiled')
        and s.verdict is not null and not s.stale and s.given <> '{}'
    ), differing as (
      select code, given, evidence, declared from judged group by code, given, evidence, declared
      having min(verdict) <> max(verdict) or min(appraised) <> max(appraised)
    )
    select j.code, j.given, j.assessment_id, j.unit_id, u.name, m.group_code, j.verdict, j.declared, j.appraised,
      j.evidence, p.reason
    from differing d
    join judged j on j.code = d.code and j.given = d.given and j.evidence = d.evidence and j.declared = d.declared
    join unit u on u.id = j.unit_id
    join campaign_unit m on m.campaign_id = j.campaign_id and m.unit_id = j.unit_id
    left join appraisal p on p.assessment_id = j.assessment_id and p.code = j.code
    order by j.place, j.given, j.evidence, j.declared, u.name collate "vi-x-icu" limit ${limit}`.execute(db);
  return rows.map((row) => ({
    code: row.code,
    given: row.given,
    assessmentId: row.assessment_id,
    unit: { id: row.unit_id, name: row.name },
    group: row.group_code,
    verdict: row.verdict,
    declared: row.declared,
    appraised: row.appraised,
    evidence: Object.values(row.evidence).reduce((sum, count) => sum + count, 0),
    reason: row.reason,
  }));
}
