/** What somebody wants to try, checked as if it were to be saved. Pure. */
import { type CompiledSet, exact, parseExact } from "@opendti/engine";
import { found } from "../../http/endpoint.js";
import { Problem } from "../../http/problem.js";
import { NOT_APPLICABLE, type StoredValue } from "../answers/repository.js";
import { storedValue } from "../answers/value.js";
import type { Judgement } from "../appraisals/appraisal.js";
import { findFact, inputSource } from "../assessments/scoring.js";
import { PROFILE } from "../assessments/standing.js";
import type { Basis } from "./keeping.js";

export interface Trial {
  readonly code: string;
  /** Values in place of the declared ones, by input; null clears one. The input "" is a reason for "not applicable". */
  readonly inputs: Readonly<Record<string, unknown>>;
  /** Points in place of what the rule gives. */
  readonly points: string | null;
  readonly basis: Basis | undefined;
}

/**
 * The trial as a judgement that puts values, or points, in place of what was declared.
 * @throws {Problem} `not-found` for an indicator or input that the set has not; `value-unreadable` naming the input.
 */
export function readTrial(set: CompiledSet, { code, inputs, points }: Trial): Judgement {
  if (code !== PROFILE) found(set.nodeOf.get(code));
  if (points !== null)
    return { code, verdict: "adjusted", inputs: null, points: readPoints(set, code, points) };
  const read = Object.entries(inputs).map(([input, value]) => [input, readInput(set, code, input, value)]);
  return { code, verdict: "adjusted", inputs: Object.fromEntries(read), points: null };
}

function readInput(set: CompiledSet, code: string, input: string, value: unknown): StoredValue | null {
  if (input === NOT_APPLICABLE && code !== PROFILE) return readMark(set, code, value);
  const fact = found(findFact(set, code, input));
  try {
    return storedValue(fact, inputSource(set, code, input), value);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    throw new Problem(error.code, error.detail, { ...error.extensions, indicator: code, input });
  }
}

function readMark(set: CompiledSet, code: string, reason: unknown): string | null {
  if (reason === null || reason === "") return null;
  const node = set.nodes[set.nodeOf.get(code) ?? -1];
  if (typeof reason !== "string")
    throw new Problem(
      "value-unreadable",
      { vi: "Cần ghi lý do.", en: "A reason is needed." },
      { indicator: code, input: NOT_APPLICABLE },
    );
  if (node?.notApplicable === undefined)
    throw new Problem("content-refused", {
      vi: `Bộ chỉ số không cho phép "không áp dụng" ở chỉ số ${code}.`,
      en: `The set does not accept "not applicable" at indicator ${code}.`,
    });
  return reason;
}

function readPoints(set: CompiledSet, code: string, points: string): string {
  const node = found(set.nodes[set.nodeOf.get(code) ?? -1]);
  const read = /^\d{1,12}(\.\d{1,12})?$/.test(points) ? parseExact(points) : undefined;
  const fits =
    read !== undefined && node.scored && node.children.length === 0 && exact.compare(read, node.max) <= 0;
  if (!fits)
    throw new Problem(
      "value-unreadable",
      {
        vi: `Cần điểm từ 0 đến điểm tối đa của chỉ số ${code}.`,
        en: `Points from 0 to the maximum of indicator ${code} are needed.`,
      },
      { indicator: code, input: "points" },
    );
  return points;
}
