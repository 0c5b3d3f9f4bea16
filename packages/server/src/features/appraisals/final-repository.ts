/** The points that a run gave an assessment: final once it is approved. */
import { sql } from "kysely";
import type { Work } from "../../database/connection.js";
import type { RunState } from "../../database/schema.js";

/** What a run says of one assessment; points as decimal text, by address of the indicator, sums included. */
export interface Final {
  readonly total: string;
  readonly scores: Readonly<Record<string, string>>;
}

/** Of the newest run in one of these states; undefined while there is none. */
export async function findFinal(
  db: Work,
  assessment: { readonly id: string; readonly campaign: { readonly id: string } },
  states: readonly RunState[],
): Promise<Final | undefined> {
  return db
    .selectFrom("run as r")
    .innerJoin("run_result as o", "o.run_id", "r.id")
    .where("r.campaign_id", "=", assessment.campaign.id)
    .where("r.state", "=", sql<RunState>`any(${[...states]}::text[])`)
    .where("o.assessment_id", "=", assessment.id)
    .select(["o.total", "o.scores"])
    .orderBy("r.number", "desc")
    .limit(1)
    .executeTakeFirst();
}
