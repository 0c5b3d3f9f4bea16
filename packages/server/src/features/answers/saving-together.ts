/** Saving many fields of one assessment at once, as a workbook brings them: all of them, or none. */
import { isDeepStrictEqual } from "node:util";
import type { CompiledSet } from "@opendti/engine";
import type { Call } from "../../http/call.js";
import { Problem } from "../../http/problem.js";
import { DeclaredNumbers } from "../assessments/quick-score.js";
import { noteScore } from "../assessments/repository.js";
import { requireDeclarable, requireOpen, type Standing } from "../assessments/standing.js";
import { auditRow } from "../audit/record.js";
import { readField } from "./reading.js";
import type { Answer, NewAnswer } from "./repository.js";
import * as repository from "./repository.js";
import { shown } from "./service.js";

/** A field as it is to be; the input "" is the mark "not applicable", and its value the reason. */
export interface GivenField {
  readonly code: string;
  readonly input: string;
  /** On which the change is made; 0: nothing was stored. */
  readonly version: number;
  /** Null clears it. */
  readonly value: unknown;
}

/**
 * Saves fields under the rules of saving them one by one. A field that holds the value already is left as it is.
 * @param here of the assessment, locked.
 * @returns how many fields changed.
 * @throws {Problem} `forbidden`, `assessment-sealed`, `deadline-passed`, `value-unreadable` as saving one by one;
 * `changed-meanwhile` with what is stored of every field that was changed since it was seen.
 */
export async function saveTogether(
  call: Call,
  here: Standing,
  set: CompiledSet,
  given: readonly GivenField[],
): Promise<number> {
  requireOpen(here, call.at);
  for (const code of new Set(given.map((one) => one.code))) requireDeclarable(here, call.actor, code);
  const { id } = here.assessment;
  const stored = await repository.listAnswers(call.db, id);
  const changes = changesOf(set, stored, given);
  if (changes.length === 0) return 0;
  const rows = changes.map(({ before: _, ...change }) => ({
    ...change,
    assessmentId: id,
    by: call.actor.accountId,
    at: call.at,
  }));
  await repository.writeAnswers(call.db, rows);
  await noteScore(call.db, id, scoreWith(set, stored, rows), call.at);
  await noteSaves(call, here, changes);
  return changes.length;
}

type Change = Pick<NewAnswer, "code" | "input" | "value" | "version"> & {
  readonly before: Pick<Answer, "value" | "version">;
};

const NOTHING = { value: null, version: 0 } as const;

/** @throws {Problem} `changed-meanwhile`, `value-unreadable` */
function changesOf(
  set: CompiledSet,
  stored: readonly Answer[],
  given: readonly GivenField[],
): readonly Change[] {
  const standing = new Map(stored.map((answer) => [keyOf(answer), answer]));
  const stale: GivenField[] = [];
  const changes: Change[] = [];
  for (const field of new Map(given.map((one) => [keyOf(one), one])).values()) {
    const { code, input, version: seen } = field;
    const before = standing.get(keyOf(field)) ?? NOTHING;
    const value = readField(set, field, field.value);
    if (isDeepStrictEqual(before.value, value)) continue;
    if (before.version === seen) changes.push({ code, input, value, version: seen + 1, before });
    else stale.push(field);
  }
  if (stale.length > 0)
    throw new Problem(
      "changed-meanwhile",
      {
        vi: `${stale.length} mục vừa được người khác sửa. Chưa mục nào được nhận; xem lại các mục đó rồi nhận.`,
        en: `${stale.length} fields have just been changed by somebody else. None was taken; look at them again.`,
      },
      { current: stale.map((one) => shown(standing.get(keyOf(one)), one.code, one.input)) },
    );
  return changes;
}

function scoreWith(set: CompiledSet, stored: readonly Answer[], rows: readonly NewAnswer[]) {
  const now = new Map<string, Pick<Answer, "code" | "input" | "value">>();
  for (const one of [...stored, ...rows]) now.set(keyOf(one), one);
  return DeclaredNumbers.of(set, now.values()).note();
}

/** One event a field, as when it is saved by itself. */
async function noteSaves(call: Call, { assessment }: Standing, changes: readonly Change[]): Promise<void> {
  const events = changes.map(({ code, input, value, version, before }) =>
    auditRow(call, {
      action: "answer.save",
      subject: { type: "assessment", id: assessment.id },
      unitId: assessment.unit.id,
      before: { code, input, value: before.value, version: before.version },
      after: { code, input, value, version },
    }),
  );
  await call.db.insertInto("audit_event").values(events).execute();
}

const keyOf = ({ code, input }: { readonly code: string; readonly input: string }): string =>
  `${code}\n${input}`;
