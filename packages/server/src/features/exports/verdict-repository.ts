/** What had been judged of assessments at a moment. */
import { sql } from "kysely";
import type { Connection } from "../../database/connection.js";

export interface Verdict {
  readonly verdict: "agreed" | "adjusted";
  readonly reason: string | null;
}

/** The newest verdicts of a moment, by assessment and code; what was taken back by then has none. */
export async function listVerdicts(
  db: Connection,
  assessmentIds: readonly string[],
  at: Date,
): Promise<Map<string, Map<string, Verdict>>> {
  const { rows } = await sql<{
    id: string;
    verdicts: [code: string, verdict: string, reason: string | null][];
  }>`
    select assessment_id as id, json_agg(json_build_array(code, verdict, reason)) as verdicts from (
      select distinct on (assessment_id, code) assessment_id, code, verdict, reason
      from appraisal_history
      where assessment_id = any(${[...assessmentIds]}::uuid[]) and at <= ${at}
      order by assessment_id, code, version desc
    ) newest where verdict in ('agreed', 'adjusted') group by assessment_id`.execute(db);
  return new Map(
    rows.map(({ id, verdicts }) => [
      id,
      new Map(
        verdicts.map(([code, verdict, reason]) => [code, { verdict: verdict as Verdict["verdict"], reason }]),
      ),
    ]),
  );
}
