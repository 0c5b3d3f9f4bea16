/** What the pages of notices read and change. */
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api, take } from "../../api/client.js";
import { background } from "../../api/session-touch.js";

/** Notices come without a page: asked for again every minute, which keeps no session awake. */
const MINUTE = 60_000;

/** The newest notices, and how many are unread. */
export const noticesQuery = queryOptions({
  queryKey: ["notices", "newest"],
  queryFn: ({ signal }) =>
    take(api.GET("/notices", { params: { query: { limit: 100 } }, headers: background, signal })),
  refetchInterval: MINUTE,
});

/** Those that come after the newest, from a place in their order on. */
export function olderNoticesQuery(from: string) {
  return infiniteQueryOptions({
    queryKey: ["notices", "older", from],
    initialPageParam: from,
    queryFn: ({ pageParam, signal }) =>
      take(api.GET("/notices", { params: { query: { limit: 100, cursor: pageParam } }, signal })),
    getNextPageParam: ({ next }) => next ?? undefined,
  });
}

export const noticeSettingsQuery = queryOptions({
  queryKey: ["notices", "settings"],
  queryFn: ({ signal }) => take(api.GET("/session/notice-settings", { signal })),
});
