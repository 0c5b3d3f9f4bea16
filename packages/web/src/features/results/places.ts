import type { ResultItem } from "../../api/results-contract.js";

/** How many places a unit has risen since the result before; null where one of the two has no rank. */
export function placesRisen({ rank, before }: Pick<ResultItem, "rank" | "before">): number | null {
  return rank === null || before === null || before.rank === null ? null : before.rank - rank;
}
