/** Saving one field. Changes of one assessment follow one another; of one field, only on the version that was seen. */
import { isDeepStrictEqual } from "node:util";
import type { LoadedSet } from "@opendti/engine";
import type { Call } from "../../http/call.js";
import { found } from "../../http/endpoint.js";
import { type Page, page, readCursor } from "../../http/page.js";
import { Problem } from "../../http/problem.js";
import { loadSetOf } from "../assessments/load-set.js";
import { noteScore } from "../assessments/repository.js";
import { factsOf, findFact, inputSource, summarise } from "../assessments/scoring.js";
import { requireDeclarable, requireOpen, type Standing, standing } from "../assessments/standing.js";
import { record } from "../audit/record.js";
import * as repository from "./repository.js";
import { type Answer, NOT_APPLICABLE, type StoredValue } from "./repository.js";
import { storedValue } from "./value.js";

export interface Field {
  readonly assessmentId: string;
  readonly code: string;
  readonly input: string;
}

/**
 * Saves one field; null clears it. The same value again changes nothing and needs no version.
 * @throws {Problem} `changed-meanwhile` with what is stored; `deadline-passed`; `assessment-sealed`; `value-unreadable`.
 */
export async function saveAnswer(call: Call, field: Field, sent: number, value: unknown): Promise<Answer> {
  const here = await standing(call, field.assessmentId, "lock");
  requireDeclarable(here, call.actor, field.code);
  requireOpen(here, call.at);
  const loaded = await loadSetOf(call, here.assessment.set);
  const fact = found(findFact(loaded.set, field.code, field.input));
  return write(
    call,
    here,
    loaded,
    field,
    sent,
    storedValue(fact, inputSource(loaded.set, field.code, field.input), value),
  );
}

/**
 * Marks an indicator as not applicable with a reason, or with null takes the mark away.
 * @throws {Problem} as {@link saveAnswer}; `content-refused` where the set has no policy for it.
 */
export async function markNotApplicable(
  call: Call,
  assessmentId: string,
  code: string,
  sent: number,
  reason: string | null,
): Promise<Answer> {
  const here = await standing(call, assessmentId, "lock");
  requireDeclarable(here, call.actor, code);
  requireOpen(here, call.at);
  const loaded = await loadSetOf(call, here.assessment.set);
  const node = loaded.set.nodes[found(loaded.set.nodeOf.get(code))];
  if (reason !== null && node?.notApplicable === undefined)
    throw new Problem("content-refused", {
      vi: `Bộ chỉ số không cho phép "không áp dụng" ở chỉ số ${code}.`,
      en: `The set does not accept "not applicable" at indicator ${code}.`,
    });
  return write(call, here, loaded, { assessmentId, code, input: NOT_APPLICABLE }, sent, reason);
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

async function write(
  call: Call,
  here: Standing,
  { set }: LoadedSet,
  { assessmentId, code, input }: Field,
  sent: number,
  value: StoredValue | null,
): Promise<Answer> {
  const before = await repository.findAnswer(call.db, assessmentId, code, input);
  // A lost answer is sent again: the same value is no conflict, whatever version it was sent on.
  if (before !== undefined && isDeepStrictEqual(before.value, value)) return before;
  if (sent !== (before?.version ?? 0))
    throw new Problem("changed-meanwhile", undefined, { current: shown(before, code, input) });
  const version = sent + 1;
  await repository.writeAnswer(call.db, {
    assessmentId,
    code,
    input,
    value,
    version,
    by: call.actor.accountId,
    at: call.at,
  });
  await rescore(call, here, set);
  await record(call, {
    action: "answer.save",
    subject: { type: "assessment", id: assessmentId },
    unitId: here.assessment.unit.id,
    before: { code, input, value: before?.value ?? null, version: before?.version ?? 0 },
    after: { code, input, value, version },
  });
  const by = { id: call.actor.accountId, displayName: call.actor.displayName };
  return { code, input, value, version, by, at: call.at };
}

/** Keeps the score as it now is beside the assessment, for lists; the score of record is made at submission. */
async function rescore(call: Call, { assessment }: Standing, set: LoadedSet["set"]): Promise<void> {
  const answers = await repository.listAnswers(call.db, assessment.id);
  const unit = { ...assessment.unit, group: assessment.group?.code ?? null };
  await noteScore(call.db, assessment.id, summarise(set, factsOf(set, unit, answers)), call.at);
}

/** What is stored, as the interface tells it in a problem: an answer, or a mark with its reason. */
function shown(answer: Answer | undefined, code: string, input: string): Record<string, unknown> {
  const { value, version, by, at } = answer ?? { value: null, version: 0, by: null, at: null };
  const common = { code, version, by, at: at?.toISOString() ?? null };
  return input === NOT_APPLICABLE ? { ...common, reason: value } : { ...common, input, value };
}
