/** What the page of exports reads, and what it asks for. */
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, take } from "../../api/client.js";
import type { Export } from "../../api/exports-contract.js";

/** While something is made it is looked at so often; else only when somebody comes. */
const LOOK_MS = 1_500;

export const isOpen = ({ state }: Pick<Export, "state">): boolean =>
  state === "waiting" || state === "working";

/** What may be asked for, and what was; asked again by itself, which must not keep a session awake. */
export function exportsQuery(campaignId: string) {
  return queryOptions({
    queryKey: ["exports", campaignId],
    queryFn: ({ signal }) =>
      take(
        api.GET("/campaigns/{id}/exports", {
          params: { path: { id: campaignId } },
          headers: { "x-opendti-background": "1" },
          signal,
        }),
      ),
    refetchInterval: ({ state }) => (state.data?.items.some(isOpen) ? LOOK_MS : false),
  });
}

/** Asks for a file of one kind. */
export function useAskForExport(campaignId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { kind: string; run?: string }) =>
      take(api.POST("/campaigns/{id}/exports", { params: { path: { id: campaignId } }, body })),
    onSettled: () => client.invalidateQueries({ queryKey: ["exports", campaignId] }),
  });
}

/** Calls a file off. */
export function useCancelExport(campaignId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => take(api.POST("/exports/{id}/cancel", { params: { path: { id } } })),
    onSettled: () => client.invalidateQueries({ queryKey: ["exports", campaignId] }),
  });
}
