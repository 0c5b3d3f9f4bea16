/** All checks of a set, its cases and its plans. */
import type { LoadedSet } from "../set/load.js";
import type { CaseFile, Finding, PlanFile } from "./finding.js";

/**
 * Reads a set as a careful reader would: its sums and counts, its rules, its rule texts, and the cases and plans given with
 * it. Findings come in document order: the set, then each case, then each plan.
 */
export function checkSet(
  _loaded: LoadedSet,
  _cases: readonly CaseFile[] = [],
  _plans: readonly PlanFile[] = [],
): Finding[] {
  return [];
}
