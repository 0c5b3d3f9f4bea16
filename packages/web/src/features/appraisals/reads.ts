/** What the pages of appraising read. */
import { infiniteQueryOptions, type QueryClient, queryOptions } from "@tanstack/react-query";
import type { AppraisalDetail, AppraisalItem, QueueItem } from "../../api/appraisal-contract.js";
import type { AnswerValue } from "../../api/assessment-contract.js";
import { api, take } from "../../api/client.js";
import { keyOf, type QueueSearch } from "./queue/queue-search.js";

/** How many items of a queue come at once. */
const PAGE = 200;

/** While somebody judges, the list keeps its order; it is read anew when it is opened anew. */
const STEADY_MS = 5 * 60_000;

/** A queue, page after page. */
export function queueQuery(campaignId: string, { q = "", ...rest }: QueueSearch) {
  const query = q.trim() === "" ? rest : { ...rest, q: q.trim() };
  return infiniteQueryOptions({
    queryKey: ["appraisals", campaignId, "queue", query] as const,
    staleTime: STEADY_MS,
    refetchOnWindowFocus: false,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      take(
        api.GET("/campaigns/{id}/queue", {
          params: {
            path: { id: campaignId },
            query: { ...query, limit: PAGE, ...(pageParam === undefined ? {} : { cursor: pageParam }) },
          },
          signal,
        }),
      ),
    getNextPageParam: ({ next }) => next ?? undefined,
  });
}

/** How far appraising has come: by unit, by indicator, by appraiser. */
export function summaryQuery(campaignId: string) {
  return queryOptions({
    queryKey: ["appraisals", campaignId, "summary"],
    queryFn: () => take(api.GET("/campaigns/{id}/queue/summary", { params: { path: { id: campaignId } } })),
  });
}

/** Who appraises what. */
export function appraisersQuery(campaignId: string) {
  return queryOptions({
    queryKey: ["appraisals", campaignId, "appraisers"],
    queryFn: () => take(api.GET("/campaigns/{id}/appraisers", { params: { path: { id: campaignId } } })),
  });
}

/** The same declared values judged differently. */
export function consistencyQuery(campaignId: string) {
  return queryOptions({
    queryKey: ["appraisals", campaignId, "consistency"],
    queryFn: () => take(api.GET("/campaigns/{id}/consistency", { params: { path: { id: campaignId } } })),
  });
}

/** All verdicts of an assessment, with declared and appraised totals. */
export function appraisalQuery(assessmentId: string) {
  return queryOptions({
    queryKey: ["assessments", assessmentId, "appraisal"],
    queryFn: () => take(api.GET("/assessments/{id}/appraisal", { params: { path: { id: assessmentId } } })),
  });
}

/** Everything that is needed to judge one indicator of one unit. */
export function detailQuery(assessmentId: string, code: string) {
  return queryOptions({
    queryKey: ["assessments", assessmentId, "appraisal", code],
    queryFn: ({ signal }) =>
      take(
        api.GET("/assessments/{id}/appraisal/{code}", {
          params: { path: { id: assessmentId, code } },
          signal,
        }),
      ),
  });
}

/** Puts a judged item into every queue that shows it, so that no list moves under the eye. */
export function noteJudged(
  client: QueryClient,
  campaignId: string,
  assessmentId: string,
  judged: AppraisalItem,
): void {
  const here = keyOf({ assessmentId, code: judged.code });
  client.setQueriesData<{ pages: { items: QueueItem[] }[]; pageParams: unknown[] }>(
    { queryKey: ["appraisals", campaignId, "queue"] },
    (held) =>
      held && {
        ...held,
        pages: held.pages.map((page) => ({
          ...page,
          items: page.items.map((item) => (keyOf(item) === here ? withVerdict(item, judged) : item)),
        })),
      },
  );
  client.setQueryData<AppraisalDetail>(detailQuery(assessmentId, judged.code).queryKey, (held) =>
    held ? { ...held, ...judged } : held,
  );
  void client.invalidateQueries({ queryKey: ["appraisals", campaignId, "summary"] });
  void client.invalidateQueries({ queryKey: ["appraisals", campaignId, "consistency"] });
  void client.invalidateQueries({ queryKey: appraisalQuery(assessmentId).queryKey });
}

function withVerdict(item: QueueItem, judged: AppraisalItem): QueueItem {
  const { verdict, stale, version, appraisedScore, at } = judged;
  return { ...item, verdict, stale, version, at, appraised: verdict === null ? null : appraisedScore };
}

/** What other values, or other points, would move; nothing is stored. */
export function whatIfQuery(
  assessmentId: string,
  code: string,
  tried: { readonly inputs: Record<string, AnswerValue>; readonly points: string | null },
) {
  return queryOptions({
    queryKey: ["appraisals", "what-if", assessmentId, code, tried],
    gcTime: 60_000,
    queryFn: ({ signal }) =>
      take(
        api.POST("/assessments/{id}/what-if", {
          params: { path: { id: assessmentId } },
          body: { code, ...tried, basis: "appraised" },
          signal,
        }),
      ),
  });
}

/** How many items of a campaign's queue stand how, without the items. */
export function countsQuery(campaignId: string) {
  return queryOptions({
    queryKey: ["appraisals", campaignId, "counts"],
    queryFn: async () =>
      (
        await take(
          api.GET("/campaigns/{id}/queue", { params: { path: { id: campaignId }, query: { limit: 1 } } }),
        )
      ).counts,
  });
}
