/** What the pages of plans read. */
import { queryOptions } from "@tanstack/react-query";
import { api, take } from "../../api/client.js";

/** A quarter of a year. */
export interface Period {
  readonly year: number;
  readonly quarter: number;
}

/** The plans that concern the account. */
export const concernedPlansQuery = queryOptions({
  queryKey: ["plans", "concerned"],
  queryFn: () => take(api.GET("/plans")),
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

export function organisationsQuery(id: string) {
  return queryOptions({
    queryKey: ["plans", id, "organisations"],
    queryFn: () => take(api.GET("/plans/{id}/organisations", { params: { path: { id } } })),
  });
}

/** Where a plan stands on a quarter; without one, on the quarter that the server thinks of. */
export function progressQuery(id: string, period: Period | undefined) {
  return queryOptions({
    queryKey: ["plans", id, "progress", period?.year ?? null, period?.quarter ?? null],
    queryFn: () => take(api.GET("/plans/{id}/progress", { params: { path: { id }, query: period ?? {} } })),
  });
}
