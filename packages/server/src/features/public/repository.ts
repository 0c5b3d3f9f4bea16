/** Which campaigns have published results. */
import { sql } from "kysely";
import type { Connection } from "../../database/connection.js";

export interface PublishedCampaign {
  readonly id: string;
  readonly name: string;
  readonly year: number;
  readonly setTitle: string;
  readonly publishedAt: string | null;
  readonly units: number;
}

/** Newest first. A campaign of years before OpenDTI has no day of publication. */
export async function listPublished(db: Connection): Promise<PublishedCampaign[]> {
  const { rows } = await sql<{
    id: string;
    name: string;
    year: number;
    title: string;
    published_at: Date | null;
    units: number;
  }>`
    select c.id, c.name, c.year, s.title, r.published_at,
      coalesce(r.units, (select count(*)::int from result i where i.campaign_id = c.id)) as units
    from campaign c join indicator_set s on s.id = c.set_id and s.version = c.set_version
    left join run r on r.campaign_id = c.id and r.state = 'published'
    where r.id is not null or exists (select from result i where i.campaign_id = c.id)
    order by c.year desc, r.published_at desc nulls last, c.name, c.id`.execute(db);
  return rows.map(({ title, published_at, ...row }) => ({
    ...row,
    setTitle: title,
    publishedAt: published_at?.toISOString() ?? null,
  }));
}
