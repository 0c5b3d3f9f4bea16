import type { AgreePreview } from "../../../api/appraisal-contract.js";

type Skipped = AgreePreview["skipped"][number];

/** The left-out items together by their reason, the commonest first: one reason is read once, however many it is of. */
export function byReason(left: readonly Skipped[]): [Skipped["reason"], Skipped[]][] {
  const groups = new Map<Skipped["reason"], Skipped[]>();
  for (const one of left) groups.set(one.reason, [...(groups.get(one.reason) ?? []), one]);
  return [...groups].toSorted(([, some], [, others]) => others.length - some.length);
}
