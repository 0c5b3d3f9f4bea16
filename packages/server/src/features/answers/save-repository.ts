/**
 * Saving a field in two statements: one reads everything that decides about it, one writes all of it. Nothing is locked
 * in between. The second looks whether the assessment is still what the first saw, by its `revision`, which every
 * change of it counts up; else it writes nothing, and both are done again.
 */

import { jsonValue, packed, unpack } from "../../database/packed-rows.js";
import { Prepared, type Runner } from "../../database/prepared.js";
import type { AssessmentState } from "../../database/schema.js";
import { roomsOf } from "../assessments/rooms.js";
import type { AnswerValue } from "../assessments/scoring.js";
import type { AuditRow } from "../audit/record.js";
import type { StoredValue } from "./repository.js";

/** One field of an assessment, and what decides whether and how it may be saved. */
export interface FieldState {
  readonly revision: string;
  readonly state: AssessmentState;
  readonly unitId: string;
  readonly set: { readonly id: string; readonly version: number; readonly hash: string };
  readonly campaign: { readonly status: "preparing" | "open" | "closed" };
  readonly opensAt: Date | null;
  readonly dueAt: Date;
  /** Those below the assessed unit in which the account declares. */
  readonly rooms: readonly string[];
  /** To whom the indicator is assigned, and how far that room's part is. */
  readonly assigned: {
    readonly room: string | null;
    readonly account: string | null;
    readonly part: "declaring" | "handed-over";
  } | null;
  /** What the field holds; version 0: nothing yet. */
  readonly value: StoredValue | null;
  readonly version: number;
  /** Everything that is declared in the assessment, cleared fields left out. */
  readonly answers: readonly AnswerValue[];
}

interface Row {
  readonly revision: string;
  readonly state: AssessmentState;
  readonly unit_id: string;
  readonly set_id: string;
  readonly set_version: number;
  readonly hash: string;
  readonly status: "preparing" | "open" | "closed";
  readonly opens_at: Date | null;
  readonly due_at: Date;
  readonly extended_to: Date | null;
  readonly rooms: readonly string[];
  readonly assigned_code: string | null;
  readonly assigned_room: string | null;
  readonly assigned_account: string | null;
  readonly part_state: "declaring" | "handed-over" | null;
  readonly value: StoredValue | null;
  readonly version: number | null;
  readonly answers: string | null;
}

const fieldState = new Prepared<Row, [id: string, code: string, input: string, account: string]>(
  "answer-field-state",
  () => `
    select a.revision, a.state, a.unit_id, s.id as set_id, s.version as set_version, s.hash, c.status,
      t.opens_at, t.due_at,
      (select e.due_at from extension e
        where e.campaign_id = a.campaign_id and e.unit_id = a.unit_id and e.stage = 'declare'
        order by e.granted_at desc, e.id limit 1) as extended_to,
      ${roomsOf("$4")} as rooms,
      g.code as assigned_code, g.unit_id as assigned_room, g.account_id as assigned_account, p.state as part_state,
      x.value, x.version,
      (select ${packed(["o.code", "o.input", "o.value::text"])}
        from answer o where o.assessment_id = a.id and o.value is not null) as answers
    from assessment a
    join campaign c on c.id = a.campaign_id
    join indicator_set s on s.id = c.set_id and s.version = c.set_version
    join campaign_stage t on t.campaign_id = a.campaign_id and t.stage = 'declare'
    left join assignment g on g.assessment_id = a.id and g.code = $2
    left join assessment_part p on p.assessment_id = a.id and p.unit_id = g.unit_id
    left join answer x on x.assessment_id = a.id and x.code = $2 and x.input = $3
    where a.id = $1`,
);

/** The field as it is now, and the rooms below the assessed unit in which the account declares. */
export async function findFieldState(
  on: Runner,
  {
    assessmentId,
    code,
    input,
  }: { readonly assessmentId: string; readonly code: string; readonly input: string },
  account: string,
): Promise<FieldState | undefined> {
  const row = await fieldState.first(on, [assessmentId, code, input, account]);
  if (row === undefined) return undefined;
  return {
    revision: row.revision,
    state: row.state,
    unitId: row.unit_id,
    set: { id: row.set_id, version: row.set_version, hash: row.hash },
    campaign: { status: row.status },
    opensAt: row.opens_at,
    dueAt: row.extended_to ?? row.due_at,
    rooms: row.rooms,
    assigned:
      row.assigned_code === null
        ? null
        : { room: row.assigned_room, account: row.assigned_account, part: row.part_state ?? "declaring" },
    value: row.value,
    version: row.version ?? 0,
    answers: unpack(row.answers).map(([of = "", at = "", held = "null"]) => ({
      code: of,
      input: at,
      value: jsonValue(held) as StoredValue,
    })),
  };
}

export interface FieldChange {
  readonly assessmentId: string;
  /** Of the state that the change was decided on. */
  readonly revision: string;
  readonly code: string;
  readonly input: string;
  readonly value: StoredValue | null;
  /** One more than the stored version. */
  readonly version: number;
  readonly by: string;
  readonly at: Date;
  /** The score with this change. */
  readonly score: { readonly answered: number; readonly total: string; readonly max: string };
  readonly audit: AuditRow;
}

// The row of the assessment is locked first; who waits for it looks at it anew, finds another revision and changes nothing.
const change = new Prepared<{ readonly done: number }, readonly unknown[]>(
  "answer-change",
  () => `
    with held as (
      update assessment
      set revision = revision + 1, answered = $3, score = $4, max = $5, updated_at = $6
      where id = $1 and revision = $2 and state = 'declaring'
      returning id, unit_id
    ), newest as (
      insert into answer (assessment_id, code, input, value, version, by_id, at)
      select id, $7::text, $8::text, $9::jsonb, $10::int, $11::uuid, $6::timestamptz from held
      on conflict (assessment_id, code, input) do update
      set value = excluded.value, version = excluded.version, by_id = excluded.by_id, at = excluded.at
    ), kept as (
      insert into answer_history (assessment_id, code, input, value, version, by_id, at)
      select id, $7::text, $8::text, $9::jsonb, $10::int, $11::uuid, $6::timestamptz from held
    ), noted as (
      insert into audit_event
        (at, account_id, address, action, subject_type, subject_id, unit_id, before, after)
      select $12::timestamptz, $13::uuid, $14::text, $15::text, $16::text, $17::text, $18::uuid, $19::jsonb, $20::jsonb
      from held
    )
    select 1 as done from held`,
);

/**
 * Writes a field's newest value, its place in the history, the unit's score and the audit event, all or nothing.
 * @returns false when the assessment has changed since it was read, and so nothing was written.
 */
export async function changeField(on: Runner, given: FieldChange): Promise<boolean> {
  const { score, audit } = given;
  const done = await change.first(on, [
    given.assessmentId,
    given.revision,
    score.answered,
    score.total,
    score.max,
    given.at,
    given.code,
    given.input,
    given.value === null ? null : JSON.stringify(given.value),
    given.version,
    given.by,
    audit.at,
    audit.account_id,
    audit.address,
    audit.action,
    audit.subject_type,
    audit.subject_id,
    audit.unit_id,
    audit.before,
    audit.after,
  ]);
  return done !== undefined;
}

/** Holds back every other change of an assessment until the transaction ends. */
export async function lockAssessment(on: Runner, id: string): Promise<void> {
  await on.query({ text: "select 1 from assessment where id = $1 for update", values: [id] });
}
