/** What documents tell beside the data of other features. */
import { sql } from "kysely";
import type { Work } from "../../database/connection.js";

/** As what each of those who judged an assessment is known, by account: whoever coordinates too, as an appraiser. */
export async function listAppraiserRoles(
  db: Work,
  assessmentId: string,
): Promise<Map<string, "appraiser" | "coordinator">> {
  const { rows } = await sql<{ id: string; role: "appraiser" | "coordinator" }>`
    select distinct on (g.account_id) g.account_id as id, g.role
    from role_grant g join appraisal p on p.by_id = g.account_id
    where p.assessment_id = ${assessmentId} and g.role in ('appraiser', 'coordinator')
    order by g.account_id, g.role`.execute(db);
  return new Map(rows.map(({ id, role }) => [id, role]));
}
