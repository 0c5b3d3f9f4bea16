/** What the pages of accounts read. */
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api, take } from "../../api/client.js";
import type { Role } from "../../api/contract.js";

/** The roles in the order in which they are offered. */
export const roles: readonly Role[] = [
  "unit-officer",
  "unit-head",
  "appraiser",
  "coordinator",
  "approver",
  "observer",
  "administrator",
];

/** The accounts that fit a search, page after page; empty text narrows nothing. */
export function accountsQuery(filter: { q: string; role: string; unit: string }) {
  const narrowed = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== ""));
  return infiniteQueryOptions({
    queryKey: ["accounts", "list", narrowed],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      take(
        api.GET("/accounts", {
          params: {
            query: { ...narrowed, limit: 50, ...(pageParam === undefined ? {} : { cursor: pageParam }) },
          },
          signal,
        }),
      ),
    getNextPageParam: ({ next }) => next ?? undefined,
  });
}

/** One account. */
export function accountQuery(id: string) {
  return queryOptions({
    queryKey: ["accounts", "one", id],
    queryFn: () => take(api.GET("/accounts/{id}", { params: { path: { id } } })),
  });
}
