/** What a campaign's assessments are at, so that a process knows which of what it holds is no longer so. */
import { sql } from "kysely";
import type { Connection, Work } from "../../database/connection.js";
import type { AssessmentState } from "../../database/schema.js";

export interface UnitVersion {
  readonly assessmentId: string;
  readonly unit: { readonly id: string; readonly name: string };
  readonly group: string | null;
  readonly state: AssessmentState;
  /**
   * Another word after every change of its answers or appraisals: whatever changes them writes the assessment's own row
   * in the same transaction, and that row carries the transaction's number. (A moment would not do: two may be the same.)
   */
  readonly word: string;
}

/** Every assessment of a campaign, in the order of the units' ids. */
export async function listVersions(db: Work | Connection, campaignId: string): Promise<UnitVersion[]> {
  const { rows } = await sql<{
    id: string;
    unit_id: string;
    name: string;
    group_code: string | null;
    state: AssessmentState;
    word: string;
  }>`
    select a.id, a.unit_id, u.name, m.group_code, a.state, concat_ws(' ', a.xmin, a.revision, p.versions) as word
    from assessment a
    join unit u on u.id = a.unit_id
    join campaign_unit m on m.campaign_id = a.campaign_id and m.unit_id = a.unit_id
    left join (
      select p.assessment_id, sum(p.version) as versions
      from appraisal p join assessment s on s.id = p.assessment_id
      where s.campaign_id = ${campaignId} group by p.assessment_id
    ) p on p.assessment_id = a.id
    where a.campaign_id = ${campaignId}
    order by a.unit_id`.execute(db);
  return rows.map((row) => ({
    assessmentId: row.id,
    unit: { id: row.unit_id, name: row.name },
    group: row.group_code,
    state: row.state,
    word: row.word,
  }));
}
