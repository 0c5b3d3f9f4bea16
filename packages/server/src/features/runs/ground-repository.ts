/** A campaign as a run sees it: its set, its units, and what holds a compilation back. Few queries, however many units. */
import { sql } from "kysely";
import type { Connection, Work } from "../../database/connection.js";
import type { AssessmentState } from "../../database/schema.js";
import { listDeclared, listJudgements } from "../appraisals/fact-repository.js";
import type { RunUnit } from "./input.js";

export interface CampaignGround {
  readonly id: string;
  readonly name: string;
  readonly year: number;
  readonly status: "preparing" | "open" | "closed";
  readonly set: { readonly id: string; readonly version: number; readonly hash: string };
}

/** @param lock holds back other decisions on the campaign until the transaction ends. */
export async function findGround(
  db: Work | Connection,
  id: string,
  lock = false,
): Promise<CampaignGround | undefined> {
  const row = await db
    .selectFrom("campaign as c")
    .innerJoin("indicator_set as s", (join) =>
      join.onRef("s.id", "=", "c.set_id").onRef("s.version", "=", "c.set_version"),
    )
    .where("c.id", "=", id)
    .select(["c.name", "c.year", "c.status", "c.set_id", "c.set_version", "s.hash"])
    .$if(lock, (query) => query.forUpdate("c"))
    .executeTakeFirst();
  return (
    row && {
      id,
      name: row.name,
      year: row.year,
      status: row.status,
      set: { id: row.set_id, version: row.set_version, hash: row.hash },
    }
  );
}

/** Whether an assessment in a state has been submitted, and so counts. */
export const isSubmitted = (state: AssessmentState): boolean => state !== "declaring" && state !== "compiled";

/** Holds back every change of a campaign's assessments until the transaction ends. */
export async function lockAssessments(db: Work, campaignId: string): Promise<void> {
  await db
    .selectFrom("assessment")
    .where("campaign_id", "=", campaignId)
    .select("id")
    .orderBy("id")
    .forUpdate()
    .execute();
}

type UnitHead = Omit<RunUnit, "answers" | "adjustments">;

/** The campaign's units in the order of their ids: the order of a run's document. */
export async function listUnits(db: Work | Connection, campaignId: string): Promise<UnitHead[]> {
  const rows = await db
    .selectFrom("assessment as a")
    .innerJoin("unit as u", "u.id", "a.unit_id")
    .innerJoin("campaign_unit as m", (join) =>
      join.onRef("m.campaign_id", "=", "a.campaign_id").onRef("m.unit_id", "=", "a.unit_id"),
    )
    .where("a.campaign_id", "=", campaignId)
    .select(["a.id", "a.unit_id", "u.name", "m.group_code", "a.state", "a.submitted_at"])
    .orderBy("a.unit_id")
    .execute();
  return rows.map((row) => ({
    assessmentId: row.id,
    unit: { id: row.unit_id, name: row.name },
    group: row.group_code,
    submitted: isSubmitted(row.state) && row.submitted_at !== null,
  }));
}

const BATCH = 250;

/** The units with all that their scores follow from, a batch at a time: a campaign never stands in memory whole. */
export async function* streamUnits(
  db: Work | Connection,
  units: readonly UnitHead[],
): AsyncGenerator<RunUnit> {
  for (let from = 0; from < units.length; from += BATCH) {
    const batch = units.slice(from, from + BATCH);
    const ids = batch.filter(({ submitted }) => submitted).map(({ assessmentId }) => assessmentId);
    const answers = await listDeclared(db, ids);
    const judgements = await listJudgements(db, ids);
    for (const unit of batch)
      yield {
        ...unit,
        answers: answers.get(unit.assessmentId) ?? [],
        adjustments: (judgements.get(unit.assessmentId) ?? [])
          .filter(({ verdict }) => verdict === "adjusted")
          .map(({ code, inputs, points }) => ({ code, inputs, points })),
      };
  }
}

/** Every version that goes into a run, in a word. Versions only grow, so another state of the data is another word. */
export async function standsOn(db: Work | Connection, campaignId: string): Promise<string> {
  const { rows } = await sql<{ word: string }>`
    select concat_ws(' ',
      (select count(*) || '/' || coalesce(sum(hashtextextended(
          concat_ws(':', a.unit_id, m.group_code, u.name, a.state in ('declaring', 'compiled')), 0)::numeric), 0)
        from assessment a
        join campaign_unit m on m.campaign_id = a.campaign_id and m.unit_id = a.unit_id
        join unit u on u.id = a.unit_id
        where a.campaign_id = ${campaignId}),
      (select count(*) || '/' || coalesce(sum(n.version), 0)
        from assessment a join answer n on n.assessment_id = a.id where a.campaign_id = ${campaignId}),
      (select count(*) || '/' || coalesce(sum(p.version), 0)
        from assessment a join appraisal p on p.assessment_id = a.id where a.campaign_id = ${campaignId})
    ) as word`.execute(db);
  return rows[0]?.word ?? "";
}

export interface Readiness {
  readonly unit: { readonly id: string; readonly name: string };
  readonly state: AssessmentState;
  /** Scored indicators without a verdict. */
  readonly unjudged: number;
  /** Questions of appraisers that are not closed. */
  readonly openQueries: number;
  /** The unit's own deadlines; null: the campaign has none for this stage. */
  readonly declareBy: Date | null;
  readonly appraiseBy: Date | null;
}

/** How far each assessment is that may hold a compilation back: those not yet appraised whole. */
export async function listReadiness(db: Work | Connection, campaignId: string): Promise<Readiness[]> {
  const dueAt = (stage: "declare" | "appraise") => sql<Date | null>`coalesce(
    (select e.due_at from extension e where e.campaign_id = a.campaign_id and e.unit_id = a.unit_id
      and e.stage = ${stage} order by e.granted_at desc, e.id limit 1),
    (select t.due_at from campaign_stage t where t.campaign_id = a.campaign_id and t.stage = ${stage}))`;
  const rows = await db
    .with("judged", (query) =>
      query
        .selectFrom("appraisal as p")
        .innerJoin("assessment as a", "a.id", "p.assessment_id")
        .where("a.campaign_id", "=", campaignId)
        .where("p.verdict", "is not", null)
        .select(["p.assessment_id", (eb) => eb.fn.countAll<string>().as("count")])
        .groupBy("p.assessment_id"),
    )
    .with("asked", (query) =>
      query
        .selectFrom("query as q")
        .innerJoin("assessment as a", "a.id", "q.assessment_id")
        .where("a.campaign_id", "=", campaignId)
        .where("q.kind", "=", "explanation")
        .where("q.state", "<>", "closed")
        .select(["q.assessment_id", (eb) => eb.fn.countAll<string>().as("count")])
        .groupBy("q.assessment_id"),
    )
    .selectFrom("assessment as a")
    .innerJoin("unit as u", "u.id", "a.unit_id")
    .innerJoin("campaign as c", "c.id", "a.campaign_id")
    .innerJoin("indicator_set as s", (join) =>
      join.onRef("s.id", "=", "c.set_id").onRef("s.version", "=", "c.set_version"),
    )
    .leftJoin("judged as j", "j.assessment_id", "a.id")
    .leftJoin("asked as o", "o.assessment_id", "a.id")
    .where("a.campaign_id", "=", campaignId)
    .where("a.state", "not in", ["approved", "published"])
    .select(["a.unit_id", "u.name", "a.state", "s.indicator_count", "j.count as judged", "o.count as asked"])
    .select(dueAt("declare").as("declare_by"))
    .select(dueAt("appraise").as("appraise_by"))
    .orderBy(sql`u.name collate "vi-x-icu"`)
    .orderBy("a.unit_id")
    .execute();
  return rows.map((row) => ({
    unit: { id: row.unit_id, name: row.name },
    state: row.state,
    unjudged: Math.max(0, row.indicator_count - Number(row.judged ?? 0)),
    openQueries: Number(row.asked ?? 0),
    declareBy: row.declare_by,
    appraiseBy: row.appraise_by,
  }));
}
