/** Declared values as lists show them: in the order of the set, with their labels, and short. */
import type { CompiledSet, Fact } from "@opendti/engine";
import { NOT_APPLICABLE, type StoredValue } from "../answers/repository.js";
import { PROFILE } from "../assessments/standing.js";
import type { DeclaredValue, Inputs } from "./appraisal.js";

const SHORT_CHARACTERS = 200;
const SHORT_ROWS = 3;
const NOT_APPLICABLE_LABEL = "Không áp dụng";

/** The facts that a code is declared by. */
export function factsIn(set: CompiledSet, code: string): readonly Fact[] {
  if (code === PROFILE) return set.profile;
  const index = set.nodeOf.get(code);
  return index === undefined ? [] : (set.nodes[index]?.inputs ?? []);
}

export function labelOf(set: CompiledSet, code: string, input: string): string {
  if (input === NOT_APPLICABLE) return NOT_APPLICABLE_LABEL;
  return factsIn(set, code).find(({ id }) => id === input)?.label ?? input;
}

/** The declared inputs of a code: the mark "not applicable" first, then those of the set, in its order. */
export function inputsIn(set: CompiledSet, code: string, given: Inputs): string[] {
  const known = factsIn(set, code).map(({ id }) => id);
  const marked = given[NOT_APPLICABLE] === undefined ? [] : [NOT_APPLICABLE];
  return [...marked, ...known.filter((id) => given[id] !== undefined && given[id] !== null)];
}

/** For lists. Long texts and tables are cut: the indicator's own page shows them whole. */
export function shortValues(set: CompiledSet, code: string, given: Inputs): DeclaredValue[] {
  return inputsIn(set, code, given).map((input) => ({
    input,
    label: labelOf(set, code, input),
    declared: short(given[input] ?? null),
  }));
}

function short(value: StoredValue | null): StoredValue | null {
  if (typeof value === "string" && value.length > SHORT_CHARACTERS)
    return `${value.slice(0, SHORT_CHARACTERS - 1)}…`;
  if (Array.isArray(value) && typeof value[0] === "object") return value.slice(0, SHORT_ROWS) as StoredValue;
  return value;
}
