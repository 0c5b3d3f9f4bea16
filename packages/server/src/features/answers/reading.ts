/** What was sent for a field, as it is stored: a value by the kind of its input, a mark by what the set accepts. */
import type { CompiledSet } from "@opendti/engine";
import { found } from "../../http/endpoint.js";
import { Problem } from "../../http/problem.js";
import { findFact, inputSource } from "../assessments/scoring.js";
import { NOT_APPLICABLE, type StoredValue } from "./repository.js";
import { storedValue } from "./value.js";

/**
 * @param value of a field; of the mark "not applicable" its reason. Null clears either.
 * @throws {Problem} `not-found` for a field that the set has not; `value-unreadable`; `content-refused` for a mark that
 * the set does not accept.
 */
export function readField(
  set: CompiledSet,
  { code, input }: { readonly code: string; readonly input: string },
  value: unknown,
): StoredValue | null {
  if (input === NOT_APPLICABLE) return readMark(set, code, value);
  return storedValue(found(findFact(set, code, input)), inputSource(set, code, input), value);
}

function readMark(set: CompiledSet, code: string, reason: unknown): string | null {
  const node = set.nodes[found(set.nodeOf.get(code))];
  if (reason === null) return null;
  if (node?.notApplicable === undefined)
    throw new Problem("content-refused", {
      vi: `Bộ chỉ số không cho phép "không áp dụng" ở chỉ số ${code}.`,
      en: `The set does not accept "not applicable" at indicator ${code}.`,
    });
  return String(reason);
}
