/** A recorded run scored once more from its stored input, and the first thing that is not as it was recorded. Pure. */
import { canonicalJson } from "../assessments/seal.js";
import type { UnitResult } from "./scoring.js";

export interface FirstDifference {
  readonly what: "input" | "set" | "units" | "result" | "result-hash";
  readonly unit: { readonly id: string; readonly name: string } | null;
  /** Of the indicator, or the member of the result: total, rank, … */
  readonly code: string | null;
  readonly stored: string | null;
  readonly found: string | null;
}

export interface Repeated {
  readonly same: boolean;
  readonly resultHash: string;
  readonly first: FirstDifference | null;
}

/** The first result that is not as it is stored; undefined when all are. Both in the order of the units' ids. */
export function firstDifference(
  stored: readonly UnitResult[],
  found: readonly UnitResult[],
): FirstDifference | undefined {
  const foundOf = new Map(found.map((result) => [result.unit.id, result]));
  for (const result of stored) {
    const again = foundOf.get(result.unit.id);
    if (again === undefined)
      return { what: "units", unit: result.unit, code: null, stored: result.total, found: null };
    foundOf.delete(result.unit.id);
    if (canonicalJson(result) === canonicalJson(again)) continue;
    return { what: "result", unit: result.unit, ...memberThatDiffers(result, again) };
  }
  for (const result of foundOf.values())
    return { what: "units", unit: result.unit, code: null, stored: null, found: result.total };
  return undefined;
}

/** Points first: a total that differs because of them says less. */
function memberThatDiffers(
  stored: UnitResult,
  found: UnitResult,
): Pick<FirstDifference, "code" | "stored" | "found"> {
  for (const table of ["scores", "declaredScores", "statuses"] as const) {
    const codes = new Set([...Object.keys(stored[table]), ...Object.keys(found[table])]);
    for (const code of codes)
      if (stored[table][code] !== found[table][code])
        return { code, stored: stored[table][code] ?? null, found: found[table][code] ?? null };
  }
  const members = Object.keys(found).filter((key) => !["scores", "declaredScores", "statuses"].includes(key));
  for (const key of members as (keyof UnitResult)[]) {
    const [before, after] = [text(stored[key]), text(found[key])];
    if (before !== after) return { code: key, stored: before, found: after };
  }
  return { code: null, stored: null, found: null };
}

const text = (value: unknown): string | null =>
  value === null || value === undefined ? null : typeof value === "string" ? value : canonicalJson(value);
