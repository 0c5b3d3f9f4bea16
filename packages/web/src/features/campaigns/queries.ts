/** What the pages of campaigns read. */
import { queryOptions } from "@tanstack/react-query";
import { api, take } from "../../api/client.js";
import type { Unit, UnitPage } from "../../api/contract.js";
import { background } from "../../api/session-touch.js";

export const campaignsQuery = queryOptions({
  queryKey: ["campaigns", "list"],
  queryFn: () => take(api.GET("/campaigns")),
});

export function campaignQuery(id: string) {
  return queryOptions({
    queryKey: ["campaigns", "one", id],
    queryFn: () => take(api.GET("/campaigns/{id}", { params: { path: { id } } })),
  });
}

/** How far each unit of a campaign has come. */
export function progressQuery(id: string) {
  return queryOptions({
    queryKey: ["campaigns", "one", id, "progress"],
    // Asked by itself every minute: looking on must not keep a session awake.
    queryFn: () =>
      take(
        api.GET("/campaigns/{id}/progress", {
          params: { path: { id } },
          headers: background,
        }),
      ),
    refetchInterval: 60_000,
  });
}

export function extensionsQuery(id: string) {
  return queryOptions({
    queryKey: ["campaigns", "one", id, "extensions"],
    queryFn: () => take(api.GET("/campaigns/{id}/extensions", { params: { path: { id } } })),
  });
}

/** The sets that a campaign may use: published ones only. */
export const publishedSetsQuery = queryOptions({
  queryKey: ["sets", "published"],
  queryFn: async () => (await take(api.GET("/sets"))).items.filter(({ status }) => status === "published"),
});

/** Today's units below the province and above the rooms: those that can be assessed. Reads all pages. */
export const assessedUnitsQuery = queryOptions({
  queryKey: ["units", "assessed"],
  queryFn: async () => {
    const [{ items: kinds }, units] = await Promise.all([take(api.GET("/unit-kinds")), readAllUnits()]);
    const assessed = new Set(kinds.filter(({ level }) => level === 2).map(({ kind }) => kind));
    return units.filter(({ kind, validTo }) => assessed.has(kind) && validTo === null);
  },
});

async function readAllUnits(): Promise<Unit[]> {
  const units: Unit[] = [];
  let cursor: string | null = null;
  do {
    const page: UnitPage = await take(
      api.GET("/units", { params: { query: { limit: 200, ...(cursor === null ? {} : { cursor }) } } }),
    );
    units.push(...page.items);
    cursor = page.next;
  } while (cursor !== null);
  return units;
}
