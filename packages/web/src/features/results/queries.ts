/** What the pages of results read. */
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { api, take } from "../../api/client.js";

/** Whose figures: a run of the campaign; the newest that one may see where none is named. */
type RunChoice = string | undefined;

const runQuery = (run: RunChoice): { run?: string } => (run === undefined ? {} : { run });

/** The ranking of a whole campaign, all groups in one: choosing a group asks nothing. */
export function rankingQuery(id: string, run: RunChoice) {
  return queryOptions({
    queryKey: ["results", id, "ranking", run ?? null],
    queryFn: ({ signal }) =>
      take(
        api.GET("/campaigns/{id}/results", { params: { path: { id }, query: { ...runQuery(run) } }, signal }),
      ),
  });
}

export function unitResultQuery(id: string, unitId: string, run: RunChoice) {
  return queryOptions({
    queryKey: ["results", id, "unit", unitId, run ?? null],
    queryFn: ({ signal }) =>
      take(
        api.GET("/campaigns/{id}/results/{unitId}", {
          params: { path: { id, unitId }, query: { ...runQuery(run) } },
          signal,
        }),
      ),
  });
}

/** All groups in one: choosing a group asks nothing. */
export function heatMapQuery(id: string, run: RunChoice) {
  return queryOptions({
    queryKey: ["results", id, "heat-map", run ?? null],
    queryFn: ({ signal }) =>
      take(
        api.GET("/campaigns/{id}/heat-map", {
          params: { path: { id }, query: { ...runQuery(run) } },
          signal,
        }),
      ),
  });
}

export function compareQuery(id: string, run: RunChoice, units: readonly string[]) {
  return queryOptions({
    queryKey: ["results", id, "compare", run ?? null, units],
    queryFn: ({ signal }) =>
      take(
        api.GET("/campaigns/{id}/compare", {
          params: { path: { id }, query: { ...runQuery(run), units: units.join(",") } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });
}

/** What the weights are drawn by: the same seed, draws and spread give the same ranks. */
export interface RobustnessTerms {
  seed: number;
  draws: number;
  /** How far each weight varies, as a share of itself. */
  weights: number;
  vary: "indicators" | "pillars";
}

export function robustnessQuery(id: string, run: RunChoice, terms: RobustnessTerms) {
  return queryOptions({
    queryKey: ["results", id, "robustness", run ?? null, terms],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: ({ signal }) =>
      take(
        api.GET("/campaigns/{id}/robustness", {
          params: { path: { id }, query: { ...runQuery(run), ...terms } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });
}

/** The campaigns whose results are published. */
export const publishedQuery = queryOptions({
  queryKey: ["results", "published"],
  queryFn: () => take(api.GET("/public/campaigns")),
});

/** One's own units' assessments of a campaign, closed or not. */
export function ownAssessmentsQuery(campaign: string) {
  return queryOptions({
    queryKey: ["results", campaign, "own"],
    queryFn: ({ signal }) => take(api.GET("/assessments", { params: { query: { campaign } }, signal })),
  });
}

/** What would be so now, before any run; asked again by itself, which must not keep a session awake. */
export function liveQuery(id: string, basis: "declared" | "appraised") {
  return queryOptions({
    queryKey: ["results", id, "live", basis],
    queryFn: ({ signal }) =>
      take(
        api.GET("/campaigns/{id}/live", {
          params: { path: { id }, query: { basis } },
          headers: { "x-opendti-background": "1" },
          signal,
        }),
      ),
    refetchInterval: 20_000,
    placeholderData: keepPreviousData,
  });
}
