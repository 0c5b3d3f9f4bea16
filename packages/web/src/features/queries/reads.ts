/** What the pages of queries read. */
import { infiniteQueryOptions, type QueryClient, queryOptions } from "@tanstack/react-query";
import type { AskedQuery } from "../../api/appraisal-contract.js";
import { api, take } from "../../api/client.js";
import type { QueryListSearch } from "./list-search.js";

interface Narrowing extends QueryListSearch {
  readonly assessment?: string;
}

/** Queries, the nearest deadline first. Overdue ones are open ones whose time is over. */
export function queriesQuery({ state, mine, ...rest }: Narrowing) {
  const narrowed = {
    ...rest,
    ...(state === undefined ? {} : state === "overdue" ? { overdue: "1" as const } : { state }),
    ...(mine ? { mine: "1" as const } : {}),
  };
  return infiniteQueryOptions({
    queryKey: ["queries", "list", narrowed],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      take(
        api.GET("/queries", {
          params: {
            query: { ...narrowed, limit: 50, ...(pageParam === undefined ? {} : { cursor: pageParam }) },
          },
          signal,
        }),
      ),
    getNextPageParam: ({ next }) => next ?? undefined,
  });
}

/** One query with all that was said in it. */
export function askedQuery(id: string) {
  return queryOptions({
    queryKey: ["queries", "one", id],
    queryFn: () => take(api.GET("/queries/{id}", { params: { path: { id } } })),
    refetchOnMount: "always",
  });
}

/** To whom a query may be handed. */
export function ownersQuery(id: string) {
  return queryOptions({
    queryKey: ["queries", "owners", id],
    gcTime: 0,
    queryFn: () => take(api.GET("/queries/{id}/owners", { params: { path: { id } } })),
  });
}

/** Shows a changed query at once, and lets the lists that hold it be read anew. */
export async function noteChanged(client: QueryClient, query: AskedQuery): Promise<void> {
  client.setQueryData(askedQuery(query.id).queryKey, query);
  await Promise.all([
    client.invalidateQueries({ queryKey: ["queries", "list"] }),
    client.invalidateQueries({ queryKey: ["assessments", query.assessmentId] }),
    client.invalidateQueries({ queryKey: ["appraisals", query.campaign.id] }),
  ]);
}
