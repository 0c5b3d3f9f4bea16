/**
 * The points of every indicator of a submitted assessment, kept beside it: what the appraisers' queue lists and counts
 * by SQL. The engine writes them at submission and at each judgement; an assessment that has none (submitted before
 * this migration, or brought in by a program) gets them when the queue first meets it, because a migration, which never
 * changes, must not depend on the engine, which does.
 */
import { type Kysely, sql } from "kysely";

const statements = [
  `create table indicator_score (
    assessment_id uuid not null references assessment,
    campaign_id uuid not null references campaign,
    unit_id uuid not null references unit,
    code text not null,
    -- Its place in the set's document.
    place int not null,
    max numeric not null,
    declared numeric not null,
    declared_status text not null,
    appraised numeric not null,
    status text not null,
    -- Checks on the declared data that fail, and whether one of them blocks.
    checks int not null,
    blocking boolean not null,
    -- What was declared, {input: value}, and the pieces of evidence, {kind: count}.
    given jsonb not null,
    evidence jsonb not null,
    verdict text,
    -- Of the appraisal; 0: none.
    version int not null,
    judged_at timestamptz,
    stale boolean not null,
    -- When what an appraiser sees of it last changed, and by whom.
    changed_at timestamptz not null,
    changed_by uuid,
    primary key (assessment_id, code)
  )`,
  `create index indicator_score_campaign on indicator_score (campaign_id, code)`,
  // What was declared when it was judged: whatever differs from it was declared since.
  `alter table appraisal add column declared jsonb`,
  `alter table appraisal_history add column declared jsonb`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
