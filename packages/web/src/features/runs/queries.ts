/** What the pages of runs read. */
import { queryOptions } from "@tanstack/react-query";
import { api, take } from "../../api/client.js";

/** The runs of a campaign, newest first. */
export function runsQuery(campaignId: string) {
  return queryOptions({
    queryKey: ["runs", "of", campaignId],
    queryFn: ({ signal }) =>
      take(api.GET("/campaigns/{id}/runs", { params: { path: { id: campaignId } }, signal })),
  });
}

/** What a run compiled now would change, and what stands before it. */
export function previewQuery(campaignId: string) {
  return queryOptions({
    queryKey: ["runs", "of", campaignId, "preview"],
    queryFn: ({ signal }) =>
      take(api.GET("/campaigns/{id}/compile", { params: { path: { id: campaignId } }, signal })),
  });
}

/** One run with everyone's total and rank. */
export function runQuery(id: string) {
  return queryOptions({
    queryKey: ["runs", "one", id],
    queryFn: ({ signal }) => take(api.GET("/runs/{id}", { params: { path: { id } }, signal })),
  });
}

/** What a run changes against another one, or against what was declared. */
export function differencesQuery(id: string, against: string) {
  return queryOptions({
    queryKey: ["runs", "one", id, "differences", against],
    queryFn: ({ signal }) =>
      take(api.GET("/runs/{id}/differences", { params: { path: { id }, query: { against } }, signal })),
  });
}
