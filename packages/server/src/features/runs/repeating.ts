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
 * @param codes all of the set's, in the order in which they are compared.
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
    const points = pointsThatDiffer(codes, result, again);
    if (points !== undefined) return { what: "result", unit, ...points };
    const member = memberThatDiffers(result, again);
    if (member !== undefined) followed ??= { what: "result", unit, ...member };
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
  for (const table of TABLES) {
    const [before, after] = [stored[table], found[table]];
    for (const code of codes)
      if (before[code] !== after[code])
        return { code, stored: before[code] ?? null, found: after[code] ?? null };
    if (Object.keys(before).length === codes.length) continue;
    const stray = Object.keys(before).find((code) => !(code in after));
    if (stray !== undefined) return { code: stray, stored: before[stray] ?? null, found: null };
  }
  return undefined;
}

function memberThatDiffers(stored: UnitResult, found: UnitResult): Differing | undefined {
  for (const key of Object.keys(found) as (keyof UnitResult)[]) {
    if ((TABLES as readonly string[]).includes(key)) continue;
    const [before, after] = [text(stored[key]), text(found[key])];
    if (before !== after) return { code: key, stored: before, found: after };
  }
  return undefined;
}

const text = (value: unknown): string | null =>
  value === null || value === undefined ? null : typeof value === "string" ? value : canonicalJson(value);
