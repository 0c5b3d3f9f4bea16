/** What the pages of units read. */
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api, take } from "../../api/client.js";

/** What a list of units is narrowed by; empty text narrows nothing. */
export interface UnitFilter {
  q: string;
  kind: string;
  /** The day on which the units stood; today's where empty. */
  at: string;
}

export const unitKindsQuery = queryOptions({
  queryKey: ["unit-kinds"],
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: () => take(api.GET("/unit-kinds")),
});

/** The units that fit a filter, page after page. */
export function unitsQuery(filter: UnitFilter) {
  const narrowed = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== ""));
  return infiniteQueryOptions({
    queryKey: ["units", "list", narrowed],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      take(
        api.GET("/units", {
          params: {
            query: { ...narrowed, limit: 100, ...(pageParam === undefined ? {} : { cursor: pageParam }) },
          },
          signal,
        }),
      ),
    getNextPageParam: ({ next }) => next ?? undefined,
  });
}

/** The units right under another, for a branch that is opened; under "none" stand the roots. */
export function childrenQuery(parent: string) {
  return queryOptions({
    queryKey: ["units", "children", parent],
    queryFn: () => take(api.GET("/units", { params: { query: { parent, limit: 500 } } })),
  });
}

/** One unit with its names, links and past results. */
export function unitQuery(id: string) {
  return queryOptions({
    queryKey: ["units", "one", id],
    queryFn: () => take(api.GET("/units/{id}", { params: { path: { id } } })),
  });
}
