/** A queue as it is worked through: its items so far, those that a search finds, and how to get more of them. */
import { useInfiniteQuery } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo } from "react";
import type { QueueCounts, QueueItem } from "../../../api/appraisal-contract.js";
import { matches } from "../../../shared/matches.js";
import { queueQuery } from "../reads.js";
import type { QueueSearch } from "./queue-search.js";

/** More than anybody selects at once; the rest is taken in a second go. */
const MOST_SELECTED = 5_000;

export interface Queue {
  readonly query: ReturnType<typeof useInfiniteQuery>;
  readonly items: readonly QueueItem[];
  readonly counts: QueueCounts | null;
  /** Items in all, as far as that is known: of a search, what was found so far. */
  readonly total: number;
  readonly hasMore: boolean;
  more(): void;
  /** Reads on until the end (or MOST_SELECTED) and gives every item that the search finds. */
  everything(): Promise<QueueItem[]>;
}

function found(items: readonly QueueItem[], words: string | undefined): readonly QueueItem[] {
  if (words === undefined || words.trim() === "") return items;
  return items.filter(({ code, title, unit }) => matches(`${code} ${title} ${unit.name}`, words));
}

/** The number of items that a filter lets through. */
export function countOf(counts: QueueCounts, filter: QueueSearch["filter"]): number {
  switch (filter) {
    case undefined:
      return counts.all;
    case "failed-checks":
      return counts.failedChecks;
    default:
      return counts[filter];
  }
}

/** Reads a queue; while words are searched for, all of it, because they may stand anywhere. */
export function useQueue(campaignId: string, search: QueueSearch): Queue {
  const query = useInfiniteQuery(queueQuery(campaignId, search));
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  const searching = (search.q ?? "").trim() !== "";
  const loaded = useMemo(() => (data?.pages ?? []).flatMap(({ items }) => items), [data]);
  const items = useMemo(() => found(loaded, search.q), [loaded, search.q]);
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  useEffect(() => {
    if (searching) more();
  }, [searching, more]);
  const counts = data?.pages[0]?.counts ?? null;
  return {
    query,
    items,
    counts,
    total: searching || counts === null ? items.length : countOf(counts, search.filter),
    hasMore: hasNextPage,
    more,
    everything: async () => {
      let all = loaded;
      for (let going = hasNextPage; going && all.length < MOST_SELECTED; ) {
        const next = await fetchNextPage();
        all = (next.data?.pages ?? []).flatMap(({ items: some }) => some);
        going = next.hasNextPage;
      }
      return [...found(all, search.q)].slice(0, MOST_SELECTED);
    },
  };
}
