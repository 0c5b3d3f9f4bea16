/** In whose name a campaign's results are published. */
import { sql } from "kysely";
import type { Connection } from "../../database/connection.js";
import { nameAt } from "../results/unit-name.js";

/** The unit that stands above all units of a campaign, as it was called when that year ended; null where they have none in common. */
export async function findPublisher(db: Connection, campaignId: string): Promise<string | null> {
  const { rows } = await sql<{ name: string | null }>`
    with recursive above as (
      select u.id, u.parent_id, u.id as unit_id from campaign_unit m join unit u on u.id = m.unit_id
      where m.campaign_id = ${campaignId}
      union
      select p.id, p.parent_id, above.unit_id from above join unit p on p.id = above.parent_id
    )
    select case when count(distinct id) = 1 then min((
      select ${nameAt(sql.ref("above.id"), sql`make_date(c.year, 12, 31)`)} from campaign c where c.id = ${campaignId}
    )) end as name
    from above where parent_id is null`.execute(db);
  return rows[0]?.name ?? null;
}
