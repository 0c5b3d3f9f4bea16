/** What the pages of documents read. */
import { queryOptions } from "@tanstack/react-query";
import { api, take } from "../../api/client.js";

export const templatesQuery = queryOptions({
  queryKey: ["report-templates"],
  queryFn: () => take(api.GET("/report-templates")),
});

/** The plans made on one version of a set. */
export function plansQuery(setId: string, version: number) {
  return queryOptions({
    queryKey: ["sets", setId, version, "plans"],
    queryFn: () =>
      take(api.GET("/sets/{id}/versions/{version}/plans", { params: { path: { id: setId, version } } })),
  });
}

export function planQuery(id: string) {
  return queryOptions({
    queryKey: ["plans", id],
    queryFn: () => take(api.GET("/plans/{id}", { params: { path: { id } } })),
  });
}
