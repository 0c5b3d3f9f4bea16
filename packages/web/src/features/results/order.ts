/** The orders in which a ranking can be read. */
import type { ResultItem } from "../../api/results-contract.js";
import { placesRisen } from "./places.js";

/** By rank, by name, by places risen, by points gained in appraising, or by the points of a pillar (`pillar:<code>`). */
export type RankingOrder = "rank" | "name" | "risen" | `pillar:${string}`;

const names = new Intl.Collator("vi");
const last = Number.MAX_SAFE_INTEGER;

/** The rows in an order; what is equal in it stays in the order of rank. Units without a rank stand last. */
export function inOrder(items: readonly ResultItem[], order: RankingOrder): ResultItem[] {
  const byRank = items.toSorted(
    (one, other) =>
      (one.rank ?? last) - (other.rank ?? last) ||
      Number(other.total) - Number(one.total) ||
      names.compare(one.unit.name, other.unit.name),
  );
  if (order === "rank") return byRank;
  if (order === "name") return byRank.toSorted((one, other) => names.compare(one.unit.name, other.unit.name));
  const figure =
    order === "risen"
      ? (item: ResultItem): number => placesRisen(item) ?? -last
      : (item: ResultItem): number => Number(item.pillars[order.slice("pillar:".length)] ?? -last);
  return byRank.toSorted((one, other) => figure(other) - figure(one));
}
