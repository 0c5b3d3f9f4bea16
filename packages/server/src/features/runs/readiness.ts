/** What stands before a compilation, and what it is made in spite of. Pure. */
import { isSubmitted, type Readiness } from "./ground-repository.js";

export interface HeldBack {
  readonly kind: "unfinished" | "open-query" | "unjudged" | "not-submitted";
  readonly unit: { readonly id: string; readonly name: string };
  readonly count: number;
}

/**
 * A unit that may still declare, or that is not appraised while it may still be, holds everybody back. Once the stage is
 * over it is taken as it is: what nobody judged counts as declared, and who never submitted has nothing that counts.
 */
export function heldBackBy(
  units: readonly Readiness[],
  at: Date,
): { readonly blockers: HeldBack[]; readonly warnings: HeldBack[] } {
  const blockers: HeldBack[] = [];
  const warnings: HeldBack[] = [];
  for (const { unit, state, unjudged, openQueries, declareBy, appraiseBy } of units) {
    if (!isSubmitted(state)) {
      const over = declareBy !== null && at > declareBy;
      (over ? warnings : blockers).push({ kind: "not-submitted", unit, count: 1 });
      continue;
    }
    const done = state === "appraised";
    const over = appraiseBy !== null && at > appraiseBy;
    const into = done || over ? warnings : blockers;
    if (!done) into.push({ kind: "unfinished", unit, count: 1 });
    if (unjudged > 0) into.push({ kind: "unjudged", unit, count: unjudged });
    if (openQueries > 0) into.push({ kind: "open-query", unit, count: openQueries });
  }
  return { blockers, warnings };
}
