/** What one compilation changes against another, or against what was declared. Pure. */
import { type CompiledSet, exact, parseExact } from "@opendti/engine";
import { addressOf } from "../assessments/scoring.js";
import type { UnitResult } from "./scoring.js";

export interface CodeDifference {
  readonly code: string;
  readonly title: string;
  readonly before: string;
  readonly after: string;
  readonly cause: "appraised" | "relative" | "data";
  /** The appraiser's, where it was adjusted. */
  readonly reason: string | null;
}

export interface Difference {
  readonly unit: { readonly id: string; readonly name: string };
  readonly group: string | null;
  readonly totalBefore: string;
  readonly totalAfter: string;
  readonly rankBefore: number | null;
  readonly rankAfter: number | null;
  readonly codes: readonly CodeDifference[];
}

/** How a unit stood. */
export type Standing = Pick<UnitResult, "total" | "rank" | "scores" | "declaredScores">;

/** Reasons of adjustments, by assessment and code. */
export type Reasons = ReadonlyMap<string, ReadonlyMap<string, string | null>>;

/** How each unit stands by its own declaration. */
export const declaredStanding = ({ declaredTotal, declaredRank, declaredScores }: UnitResult): Standing => ({
  total: declaredTotal,
  rank: declaredRank,
  scores: declaredScores,
  declaredScores,
});

/**
 * Units whose total, rank or points differ: the largest change of the total first.
 * @param before how a unit stood; undefined: it was not there.
 */
export function differencesOf(
  set: CompiledSet,
  before: (after: UnitResult) => Standing | undefined,
  after: readonly UnitResult[],
  reasons: Reasons,
): Difference[] {
  const leaves = set.nodes.filter(({ children }) => children.length === 0);
  const relative = new Set(set.relatives.map(({ node }) => node));
  const titled = leaves.map((node) => ({
    code: addressOf(set, node),
    title: node.title,
    relative: relative.has(node.index),
  }));
  const found = after.flatMap((result) => {
    const then = before(result);
    const adjusted = reasons.get(result.assessmentId);
    const codes = titled.flatMap(({ code, title, relative: moves }): CodeDifference[] => {
      const was = then?.scores[code] ?? "0";
      const is = result.scores[code] ?? "0";
      if (was === is) return [];
      const reason = adjusted?.get(code);
      // What was declared as before and counts otherwise was judged otherwise: an adjustment was taken back.
      const sameData = then?.declaredScores[code] === result.declaredScores[code];
      const judged = reason !== undefined || (!moves && sameData);
      const cause = judged ? "appraised" : moves ? "relative" : "data";
      return [{ code, title, before: was, after: is, cause, reason: reason ?? null }];
    });
    if (codes.length === 0 && then?.total === result.total && then.rank === result.rank) return [];
    return [
      {
        unit: result.unit,
        group: result.group,
        totalBefore: then?.total ?? "0",
        totalAfter: result.total,
        rankBefore: then?.rank ?? null,
        rankAfter: result.rank,
        codes,
      },
    ];
  });
  return found
    .map((difference) => ({ difference, size: size(difference) }))
    .sort((a, b) => exact.compare(b.size, a.size))
    .map(({ difference }) => difference);
}

function size({ totalBefore, totalAfter }: Difference): exact.Rational {
  const zero = exact.rational(0);
  const change = exact.subtract(parseExact(totalAfter) ?? zero, parseExact(totalBefore) ?? zero);
  return change.n < 0n ? exact.subtract(zero, change) : change;
}
