/** What the pages of notices read and change. */
import { queryOptions } from "@tanstack/react-query";
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

export const noticeSettingsQuery = queryOptions({
  queryKey: ["notices", "settings"],
  queryFn: ({ signal }) => take(api.GET("/session/notice-settings", { signal })),
});
