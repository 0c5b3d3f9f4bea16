/** The points kept of every submitted indicator. */
import { sql } from "kysely";
import type { Work } from "../../database/connection.js";
import type { Inputs, Judgement, Status } from "./appraisal.js";

/** One indicator of one submitted assessment, as the queue lists it; points as decimal text. */
export interface IndicatorScore {
  readonly assessmentId: string;
  readonly code: string;
  /** Its place in the set's document. */
  readonly place: number;
  readonly max: string;
  readonly declared: string;
  readonly declaredStatus: Status;
  readonly appraised: string;
  readonly status: Status;
  /** Checks that fail. */
  readonly checks: number;
  readonly blocking: boolean;
  /** What was declared. */
  readonly given: Inputs;
  /** Pieces of evidence by kind. */
  readonly evidence: Readonly<Record<string, number>>;
  readonly verdict: Judgement["verdict"];
  /** Of the appraisal; 0: none. */
  readonly version: number;
  readonly judgedAt: Date | null;
  readonly stale: boolean;
}

interface Change {
  readonly by: string | null;
  readonly at: Date;
}

/** A submitted assessment, as much of it as its scores are made of. */
export interface Scorable {
  readonly id: string;
  readonly unit: { readonly id: string; readonly name: string };
  readonly group: string | null;
  readonly submittedAt: Date | null;
}

/**
 * Writes what is kept of assessments of one campaign anew. What an appraiser sees changed in a row is noted as changed
 * then and by whom; rows that stay as they were are not written.
 */
export async function writeScores(
  db: Work,
  campaignId: string,
  rows: readonly IndicatorScore[],
  { by, at }: Change,
): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into indicator_score as s (assessment_id, campaign_id, unit_id, code, place, max, declared, declared_status,
      appraised, status, checks, blocking, given, evidence, verdict, version, judged_at, stale, changed_at, changed_by)
    select a.id, a.campaign_id, a.unit_id, n.code, n.place, n.max, n.declared, n."declaredStatus",
      n.appraised, n.status, n.checks, n.blocking, n.given, n.evidence, n.verdict, n.version, n."judgedAt", n.stale,
      ${at}, ${by}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n("assessmentId" uuid, code text, place int, max numeric,
      declared numeric, "declaredStatus" text, appraised numeric, status text, checks int, blocking boolean,
      given jsonb, evidence jsonb, verdict text, version int, "judgedAt" timestamptz, stale boolean)
    join assessment a on a.id = n."assessmentId" and a.campaign_id = ${campaignId}
    on conflict (assessment_id, code) do update set
      place = excluded.place, max = excluded.max, declared = excluded.declared,
      declared_status = excluded.declared_status, appraised = excluded.appraised, status = excluded.status,
      checks = excluded.checks, blocking = excluded.blocking, given = excluded.given, evidence = excluded.evidence,
      verdict = excluded.verdict, version = excluded.version, judged_at = excluded.judged_at, stale = excluded.stale,
      changed_at = excluded.changed_at, changed_by = excluded.changed_by
    where (s.place, s.max, s.declared, s.declared_status, s.appraised, s.status, s.checks, s.blocking, s.given,
        s.evidence, s.verdict, s.version, s.stale)
      is distinct from (excluded.place, excluded.max, excluded.declared, excluded.declared_status, excluded.appraised,
        excluded.status, excluded.checks, excluded.blocking, excluded.given, excluded.evidence, excluded.verdict,
        excluded.version, excluded.stale)`.execute(db);
}

/** Notes that something beside an indicator has changed: a question on it was asked, answered, closed. */
export async function noteChanged(
  db: Work,
  assessmentId: string,
  code: string,
  { by, at }: Change,
): Promise<void> {
  await db
    .updateTable("indicator_score")
    .set({ changed_at: at, changed_by: by })
    .where("assessment_id", "=", assessmentId)
    .where("code", "=", code)
    .execute();
}

/** The submitted assessments of a campaign that have no rows yet, a few at a time. */
export async function listUnscored(db: Work, campaignId: string, limit: number): Promise<Scorable[]> {
  const rows = await db
    .selectFrom("assessment as a")
    .innerJoin("unit as u", "u.id", "a.unit_id")
    .innerJoin("campaign_unit as m", (join) =>
      join.onRef("m.campaign_id", "=", "a.campaign_id").onRef("m.unit_id", "=", "a.unit_id"),
    )
    .where("a.campaign_id", "=", campaignId)
    .where("a.state", "not in", ["declaring", "compiled"])
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("indicator_score as s")
            .whereRef("s.assessment_id", "=", "a.id")
            .select(sql`1`.as("one")),
        ),
      ),
    )
    .select(["a.id", "a.unit_id", "u.name", "m.group_code", "a.submitted_at"])
    .orderBy("a.id")
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    unit: { id: row.unit_id, name: row.name },
    group: row.group_code,
    submittedAt: row.submitted_at,
  }));
}

/** The pieces of evidence of assessments, answers to questions among them: as much as checks look at. */
export async function listPieces(db: Work, assessmentIds: readonly string[]): Promise<Map<string, Piece[]>> {
  const rows = await db
    .selectFrom("evidence")
    .where("assessment_id", "=", sql<string>`any(${[...assessmentIds]}::uuid[])`)
    .where("removed_at", "is", null)
    .select(["assessment_id", "code", "kind"])
    .select(sql<string | null>`item->>'date'`.as("date"))
    .orderBy("code")
    .orderBy("place")
    .orderBy("id")
    .execute();
  const pieces = new Map<string, Piece[]>();
  for (const { assessment_id, code, kind, date } of rows) {
    const list = pieces.get(assessment_id) ?? [];
    pieces.set(assessment_id, list);
    list.push({ code, kind, date });
  }
  return pieces;
}

export interface Piece {
  readonly code: string;
  readonly kind: "document" | "link" | "file";
  /** Of a document: YYYY-MM-DD, YYYY-MM or YYYY. */
  readonly date: string | null;
}

/** What was judged of assessments, and on what: with versions, for the rows. */
export interface JudgedOn extends Judgement {
  readonly version: number;
  readonly at: Date;
  /** What was declared then; null where it was not kept. */
  readonly declared: Inputs | null;
}

export async function listJudgedOn(
  db: Work,
  assessmentIds: readonly string[],
): Promise<Map<string, JudgedOn[]>> {
  const rows = await db
    .selectFrom("appraisal")
    .where("assessment_id", "=", sql<string>`any(${[...assessmentIds]}::uuid[])`)
    .select(["assessment_id", "code", "verdict", "inputs", "points", "version", "at", "declared"])
    .execute();
  const judged = new Map<string, JudgedOn[]>();
  for (const { assessment_id, inputs, declared, ...row } of rows) {
    const list = judged.get(assessment_id) ?? [];
    judged.set(assessment_id, list);
    list.push({ ...row, inputs: inputs as Inputs | null, declared: declared as Inputs | null });
  }
  return judged;
}
