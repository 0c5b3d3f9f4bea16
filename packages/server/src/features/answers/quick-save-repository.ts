/**
 * Saving a field in one statement, from what this process remembers of the saver and of the assessment. All that was
 * decided on is asked for again in the statement itself: where any of it is otherwise now, nothing is written.
 */
import { Prepared, type Runner } from "../../database/prepared.js";
import type { ScoreNote } from "../assessments/quick-score.js";
import type { StoredValue } from "./repository.js";

export interface QuickChange {
  readonly assessmentId: string;
  /** Of the assessment that the score was made from. */
  readonly revision: string;
  readonly code: string;
  readonly input: string;
  readonly value: StoredValue | null;
  /** On which the change was made; 0: nothing was stored. */
  readonly version: number;
  readonly score: ScoreNote;
  readonly by: { readonly id: string; readonly displayName: string };
  readonly sessionId: string;
  readonly at: Date;
  readonly address: string;
  readonly set: { readonly id: string; readonly version: number };
  /** The unit in which the actor declares: the assessed one, or a room of it that the indicator is assigned to. */
  readonly place: string;
}

/**
 * The conditions are a part of those that sessions/service.ts, assessments/standing.ts and answers/service.ts have: of an
 * officer or head of the assessed unit or of a room right below it, with nothing due, while the campaign is open and in
 * time. What is assigned to the room, and that it has not handed over, stands under the revision. Whoever else may save
 * does so by the statements of save-repository.ts.
 */
const text = (more: string): string => `
  with held as (
    update assessment a
    set revision = a.revision + 1, answered = $3, score = $4, max = $5, updated_at = $6
    from session s
    join account b on b.id = s.account_id
    cross join campaign c
    join campaign_stage t on t.campaign_id = c.id and t.stage = 'declare'
    left join answer x on x.assessment_id = $1 and x.code = $7 and x.input = $8
    where a.id = $1 and a.revision = $2 and a.state = 'declaring'
      and s.id = $12 and s.ended_at is null and s.expires_at > $6
      and b.id = $11 and b.disabled_at is null and not b.must_change_password and b.display_name = $14
      and c.id = a.campaign_id and c.status = 'open' and c.set_id = $15 and c.set_version = $16
      and (t.opens_at is null or t.opens_at <= $6)
      and $6 <= coalesce(
        (select e.due_at from extension e
          where e.campaign_id = a.campaign_id and e.unit_id = a.unit_id and e.stage = 'declare'
          order by e.granted_at desc, e.id limit 1), t.due_at)
      and ($17 = a.unit_id or exists (select from unit r where r.id = $17 and r.parent_id = a.unit_id))
      and (select bool_or(g.unit_id = $17 and g.role in ('unit-officer', 'unit-head'))
          and not bool_or(g.role = 'administrator')
        from role_grant g where g.account_id = $11)
      and coalesce(x.version, 0) = $10
      and (x.version is null or x.value is distinct from $9::jsonb)
    returning a.id, a.unit_id, x.value as before
  ), newest as (
    insert into answer (assessment_id, code, input, value, version, by_id, at)
    select id, $7, $8, $9::jsonb, $10::int + 1, $11, $6 from held
    on conflict (assessment_id, code, input) do update
    set value = excluded.value, version = excluded.version, by_id = excluded.by_id, at = excluded.at
  ), kept as (
    insert into answer_history (assessment_id, code, input, value, version, by_id, at)
    select id, $7, $8, $9::jsonb, $10::int + 1, $11, $6 from held
  ), noted as (
    insert into audit_event
      (at, account_id, address, action, subject_type, subject_id, unit_id, before, after)
    select $6, $11, $13, 'answer.save', 'assessment', id::text, unit_id,
      jsonb_build_object('code', $7, 'input', $8, 'value', before, 'version', $10::int),
      jsonb_build_object('code', $7, 'input', $8, 'value', $9::jsonb, 'version', $10::int + 1)
    from held
  )${more}
  select 1 as done from held`;

type Values = readonly unknown[];
interface Done {
  readonly done: number;
}

const change = new Prepared<Done, Values>("answer-quick-change", () => text(""));
const changeAndTouch = new Prepared<Done, Values>("answer-quick-change-touch", () =>
  text(`, touched as (
    update session set last_seen_at = $6 where id = $12 and exists (select from held)
  )`),
);

/**
 * Writes a field's newest value, its place in the history, the unit's score and the audit event, all or nothing.
 * @param touch notes that the session was used.
 * @returns false when nothing was written, for whatever reason.
 */
export async function changeFieldQuickly(on: Runner, given: QuickChange, touch: boolean): Promise<boolean> {
  const { score, by, set } = given;
  const done = await (touch ? changeAndTouch : change).first(on, [
    given.assessmentId,
    given.revision,
    score.answered,
    score.total,
    score.max,
    given.at.toISOString(),
    given.code,
    given.input,
    given.value === null ? null : JSON.stringify(given.value),
    given.version,
    by.id,
    given.sessionId,
    given.address,
    by.displayName,
    set.id,
    set.version,
    given.place,
  ]);
  return done !== undefined;
}
