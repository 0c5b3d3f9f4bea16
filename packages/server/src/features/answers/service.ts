/** Saving one field. Of those who save in one assessment at once one comes first; of one field, only on the version that was seen. */
import { isDeepStrictEqual } from "node:util";
import type { LoadedSet } from "@opendti/engine";
import { inTransactionOf, type Runner } from "../../database/prepared.js";
import type { Call, LongCall } from "../../http/call.js";
import { found } from "../../http/endpoint.js";
import { type Page, page, readCursor } from "../../http/page.js";
import { Problem } from "../../http/problem.js";
import { loadSetOf } from "../assessments/load-set.js";
import { DeclaredNumbers } from "../assessments/quick-score.js";
import { placeOf, requireDeclarable, requireOpen, standing } from "../assessments/standing.js";
import { auditRow } from "../audit/record.js";
import { keptUnitOf, keptUnits } from "./kept-units.js";
import { readField } from "./reading.js";
import * as repository from "./repository.js";
import { type Answer, NOT_APPLICABLE, type StoredValue } from "./repository.js";
import { changeField, type FieldState, findFieldState, lockAssessment } from "./save-repository.js";

export interface Field {
  readonly assessmentId: string;
  readonly code: string;
  readonly input: string;
}

/** How often a save is tried that others of the same assessment came before, until it makes them wait instead. */
const TRIES = 4;

/**
 * Saves one field; null clears it. The same value again changes nothing and needs no version.
 * @throws {Problem} `changed-meanwhile` with what is stored; `deadline-passed`; `assessment-sealed`; `value-unreadable`.
 */
export async function saveAnswer(
  call: LongCall,
  field: Field,
  sent: number,
  value: unknown,
): Promise<Answer> {
  return save(call, field, sent, value);
}

/**
 * Marks an indicator as not applicable with a reason, or with null takes the mark away.
 * @throws {Problem} as {@link saveAnswer}; `content-refused` where the set has no policy for it.
 */
export async function markNotApplicable(
  call: LongCall,
  assessmentId: string,
  code: string,
  sent: number,
  reason: string | null,
): Promise<Answer> {
  return save(call, { assessmentId, code, input: NOT_APPLICABLE }, sent, reason);
}

/** The values that a field had, newest first, a page at a time. */
export async function listHistory(
  call: Call,
  field: Field,
  cursor: string | undefined,
  limit: number,
): Promise<Page<Answer>> {
  await standing(call, field.assessmentId);
  const [before] = readCursor(cursor, 1) ?? [];
  const rows = await repository.listHistory(call.db, field.assessmentId, field.code, field.input, {
    before: before === undefined ? undefined : Number(before),
    limit: limit + 1,
  });
  return page(rows, limit, ({ version }) => [String(version)]);
}

/** What became of one try: it was saved, it stood there already, it stands otherwise, or others came before. */
type Outcome = Answer | "same" | "stale" | "again";

async function save(call: LongCall, field: Field, sent: number, given: unknown): Promise<Answer> {
  const { pool } = call.platform;
  let outcome: Outcome = "again";
  for (let tries = 0; tries < TRIES && outcome === "again"; tries += 1)
    outcome = await trySaving(call, pool, field, sent, given);
  if (outcome === "again")
    outcome = await inTransactionOf(pool, async (on) => {
      await lockAssessment(on, field.assessmentId);
      return trySaving(call, on, field, sent, given);
    });
  if (typeof outcome === "object") return outcome;
  const { assessmentId, code, input } = field;
  const stored = await repository.findAnswer(call.db, assessmentId, code, input);
  // A lost answer is sent again: the same value is no conflict, whatever version it was sent on.
  if (outcome === "same") return found(stored);
  throw new Problem("changed-meanwhile", undefined, { current: shown(stored, code, input) });
}

async function trySaving(
  call: LongCall,
  on: Runner,
  field: Field,
  sent: number,
  given: unknown,
): Promise<Outcome> {
  const { actor, at } = call;
  const { assessmentId, code, input } = field;
  const state = found(await findFieldState(on, field, actor.accountId));
  requireMine(call, state, code);
  requireOpen({ assessment: state }, at);
  const loaded = await loadSetOf(call, state.set);
  const value = readField(loaded.set, field, given);
  if (state.version > 0 && isDeepStrictEqual(state.value, value)) return "same";
  if (sent !== state.version) return "stale";
  const version = sent + 1;
  const numbers = changedNumbers(state, loaded, field, value);
  const done = await changeField(on, {
    assessmentId,
    revision: state.revision,
    code,
    input,
    value,
    version,
    by: actor.accountId,
    at,
    score: numbers.note(),
    audit: auditRow(call, {
      action: "answer.save",
      subject: { type: "assessment", id: assessmentId },
      unitId: state.unitId,
      before: { code, input, value: state.value, version: state.version },
      after: { code, input, value, version },
    }),
  });
  const units = keptUnits(call.platform);
  if (done) units.put(assessmentId, keptUnitOf(state, code, numbers, units.known(assessmentId)));
  const by = { id: actor.accountId, displayName: actor.displayName };
  return done ? { code, input, value, version, by, at } : "again";
}

/** @throws {Problem} `not-found`, `forbidden` */
function requireMine({ actor }: LongCall, { unitId, rooms, assigned }: FieldState, code: string): void {
  const unit = assigned?.room ? { id: assigned.room } : null;
  const account = assigned?.account ? { id: assigned.account } : null;
  const here = {
    ...placeOf(actor, unitId, rooms),
    assignments: assigned === null ? [] : [{ code, unit, account }],
    parts: assigned === null || unit === null ? [] : [{ unit, state: assigned.part }],
  };
  requireDeclarable(here, actor, code);
}

/** What is declared with a field changed. */
function changedNumbers(
  state: FieldState,
  { set }: LoadedSet,
  { code, input }: Field,
  value: StoredValue | null,
): DeclaredNumbers {
  const others = state.answers.filter((one) => one.code !== code || one.input !== input);
  return DeclaredNumbers.of(set, [{ code, input, value }, ...others]);
}

/** What is stored, as the interface tells it in a problem: an answer, or a mark with its reason. */
export function shown(answer: Answer | undefined, code: string, input: string): Record<string, unknown> {
  const { value, version, by, at } = answer ?? { value: null, version: 0, by: null, at: null };
  const common = { code, version, by, at: at?.toISOString() ?? null };
  return input === NOT_APPLICABLE ? { ...common, reason: value } : { ...common, input, value };
}
