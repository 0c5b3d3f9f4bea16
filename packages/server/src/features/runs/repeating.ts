/** A recorded run scored once more from its stored input, and the first thing that is not as it was recorded. Pure. */
import { type ResultDifference, resultDifference, type UnitResult } from "@opendti/engine";

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
    const difference = resultDifference(codes, result, again);
    if (difference?.kind === "points") return named(unit, difference);
    if (difference !== undefined) followed ??= named(unit, difference);
  }
  for (const { unit, total } of foundOf.values())
    return { what: "units", unit, code: null, stored: null, found: total };
  return followed;
}

const named = (unit: UnitResult["unit"], { code, stored, found }: ResultDifference): FirstDifference => ({
  what: "result",
  unit,
  code,
  stored,
  found,
});
