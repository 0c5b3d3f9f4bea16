/** Answers as they are stored, one a field, and the facts that they state. Pure. */
import { readUnit } from "../data/read.js";
import type { CompiledSet } from "../plan/compiled.js";
import type { UnitFacts } from "../score/unit.js";

/** What a field may hold. */
export type StoredValue =
  | string
  | number
  | boolean
  | readonly number[]
  | readonly Readonly<Record<string, unknown>>[];

/** The code under which facts of the profile are stored. */
export const PROFILE = "profile";

/** The input under which the mark "not applicable" is stored, with its reason for a value. */
export const NOT_APPLICABLE = "";

/** One field: the input of an indicator, or a fact of the profile. */
export interface AnswerValue {
  readonly code: string;
  readonly input: string;
  /** Null: cleared. */
  readonly value: StoredValue | null;
}

/** Who answers. */
export interface AnsweringUnit {
  readonly id: string;
  readonly name: string;
  readonly group: string | null;
}

/** The facts that answers state. */
export function factsOf(set: CompiledSet, unit: AnsweringUnit, answers: readonly AnswerValue[]): UnitFacts {
  const profile: Record<string, unknown> = {};
  // Without a prototype: the code of a stranger's answer may be any text, `constructor` too.
  const byCode: Record<string, Record<string, unknown>> = Object.create(null);
  for (const { code, input, value } of answers) {
    if (value === null) continue;
    if (code === PROFILE) {
      profile[input] = value;
      continue;
    }
    byCode[code] ??= {};
    byCode[code][input === NOT_APPLICABLE ? "not_applicable" : input] = value;
  }
  const data = { unit: unit.id, title: unit.name, group: unit.group ?? "", profile, answers: byCode };
  return readUnit(set, data, "stored").facts;
}

/** What an indicator is called in answers and scores: its code, or its key where a document prints the code twice. */
export function addressOf(
  set: CompiledSet,
  node: { readonly code: string; readonly key: string; readonly index: number },
): string {
  return set.nodeOf.get(node.code) === node.index ? node.code : node.key;
}
