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

const TABLES = ["scores", "declaredScores", "statuses"] as const;
type Differing = Pick<FirstDifference, "code" | "stored" | "found">;

/**
 * The first result that is not as it is stored; undefined when all are. Points are named before ranks and totals, which
 * only follow from them, and indicators before their sums.
 * @param codes of the set, in the order in which they are compared.
 */
export function firstDifference(
  codes: readonly string[],
  stored: readonly UnitResult[],
  found: readonly UnitResult[],
): FirstDifference | undefined {
  const foundOf = new Map(found.map((result) => [result.unit.id, result]));
  let followed: FirstDifference | undefined;
  for (const result of stored) {
    const { unit } = result;
    const again = foundOf.get(unit.id);
    if (again === undefined) return { what: "units", unit, code: null, stored: result.total, found: null };
    foundOf.delete(unit.id);
    if (canonicalJson(result) === canonicalJson(again)) continue;
    const points = pointsThatDiffer(codes, result, again);
    if (points !== undefined) return { what: "result", unit, ...points };
    followed ??= { what: "result", unit, ...memberThatDiffers(result, again) };
  }
  for (const { unit, total } of foundOf.values())
    return { what: "units", unit, code: null, stored: null, found: total };
  return followed;
}

function pointsThatDiffer(
  codes: readonly string[],
  stored: UnitResult,
  found: UnitResult,
): Differing | undefined {
  for (const table of TABLES)
    for (const code of new Set([...codes, ...Object.keys(stored[table])])) {
      const [before, after] = [stored[table][code] ?? null, found[table][code] ?? null];
      if (before !== after) return { code, stored: before, found: after };
    }
  return undefined;
}

function memberThatDiffers(stored: UnitResult, found: UnitResult): Differing {
  for (const key of Object.keys(found) as (keyof UnitResult)[]) {
    const [before, after] = [text(stored[key]), text(found[key])];
    if (before !== after) return { code: key, stored: before, found: after };
  }
  return { code: null, stored: null, found: null };
}

const text = (value: unknown): string | null =>
  value === null || value === undefined ? null : typeof value === "string" ? value : canonicalJson(value);
