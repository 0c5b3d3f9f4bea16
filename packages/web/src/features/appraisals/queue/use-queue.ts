/** A queue as it is worked through: its items so far, and how to get more of them. */
import { useInfiniteQuery } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import type { QueueCounts, QueueItem } from "../../../api/appraisal-contract.js";
import { queueQuery } from "../reads.js";
import type { QueueSearch } from "./queue-search.js";

/** More than anybody selects at once; the rest is taken in a second go. */
const MOST_SELECTED = 5_000;

export interface Queue {
  readonly query: ReturnType<typeof useInfiniteQuery>;
  readonly items: readonly QueueItem[];
  readonly counts: QueueCounts | null;
  /** Items in all. */
  readonly total: number;
  readonly hasMore: boolean;
  more(): void;
  /** Reads on until the end (or MOST_SELECTED) and gives every item that the search finds. */
  everything(): Promise<QueueItem[]>;
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

function isSameButWords(before: QueueSearch | undefined, now: QueueSearch): boolean {
  const apart = ({ q: _words, ...rest }: QueueSearch): string => JSON.stringify(Object.entries(rest).sort());
  return before !== undefined && apart(before) === apart(now);
}

/** Reads a queue, of a search what it finds; while another search is looked for, what was found stays. */
export function useQueue(campaignId: string, search: QueueSearch): Queue {
  const query = useInfiniteQuery({
    ...queueQuery(campaignId, search),
    placeholderData: (held, before) => (isSameButWords(before?.queryKey[3], search) ? held : undefined),
  });
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  const items = useMemo(() => (data?.pages ?? []).flatMap(({ items: some }) => some), [data]);
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  const counts = data?.pages[0]?.counts ?? null;
  return {
    query,
    items,
    counts,
    total: counts === null ? items.length : countOf(counts, search.filter),
    hasMore: hasNextPage,
    more,
    everything: async () => {
      let all = items;
      for (let going = hasNextPage; going && all.length < MOST_SELECTED; ) {
        const next = await fetchNextPage();
        all = (next.data?.pages ?? []).flatMap(({ items: some }) => some);
        going = next.hasNextPage;
      }
      return all.slice(0, MOST_SELECTED);
    },
  };
}
