/** Plans by whom they concern, and which reports on them were sent. */
import { sql } from "kysely";
import type { Work } from "../../database/connection.js";
import type { Period, Quarter } from "./periods.js";
import { headColumns, headOf, type PlanHead } from "./repository.js";

/** The plans of published sets, the newest first; with units, those in which one of them stands for somebody. */
export async function listPlansOf(db: Work, units: readonly string[] | null): Promise<PlanHead[]> {
  const rows = await db
    .selectFrom("plan as p")
    .innerJoin("indicator_set as s", (join) =>
      join.onRef("s.id", "=", "p.set_id").onRef("s.version", "=", "p.set_version"),
    )
    .where("s.status", "=", "published")
    .$if(units !== null, (query) =>
      query.where(({ exists, selectFrom }) =>
        exists(
          selectFrom("plan_organisation as o")
            .whereRef("o.plan_id", "=", "p.id")
            .where("o.leads", ">", 0)
            .where("o.unit_id", "in", units ?? []),
        ),
      ),
    )
    .select(headColumns)
    .orderBy("p.year", (order) => order.desc().nullsLast())
    .orderBy(sql`p.title collate "vi-x-icu"`)
    .orderBy("p.id")
    .execute();
  return rows.map(headOf);
}

/** An organisation that reports, and the quarters on which it has. */
export interface Reporting {
  readonly planId: string;
  readonly unitId: string;
  readonly since: Date;
  readonly sent: readonly Period[];
}

/** The organisations that lead something in these plans, with the reports that they sent from a quarter on. */
export async function listReporting(
  db: Work,
  planIds: readonly string[],
  from: Period,
): Promise<Reporting[]> {
  if (planIds.length === 0) return [];
  const rows = await db
    .selectFrom("plan_organisation as o")
    .where("o.plan_id", "in", planIds)
    .where("o.leads", ">", 0)
    .select(["o.plan_id", "o.unit_id", "o.since"])
    .select(
      sql<{ year: number; quarter: number }[]>`coalesce((
        select json_agg(json_build_object('year', r.year, 'quarter', r.quarter)) from plan_report r
        where r.plan_id = o.plan_id and r.organisation = o.key and r.state = 'sent'
          and (r.year, r.quarter) >= (${from.year}, ${from.quarter})), '[]'::json)`.as("sent"),
    )
    .execute();
  return rows.map(({ plan_id, unit_id, since, sent }) => ({
    planId: plan_id,
    unitId: unit_id,
    since,
    sent: sent.map(({ year, quarter }) => ({ year, quarter: quarter as Quarter })),
  }));
}
