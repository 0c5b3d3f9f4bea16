/** What the pages of indicator sets read. */
import { queryOptions } from "@tanstack/react-query";
import { api, take } from "../../api/client.js";

export const setsQuery = queryOptions({
  queryKey: ["sets"],
  queryFn: () => take(api.GET("/sets")),
});

/** One version of a set: its state and findings. */
export function setQuery(id: string, version: number) {
  return queryOptions({
    queryKey: ["sets", id, version],
    queryFn: () => take(api.GET("/sets/{id}/versions/{version}", { params: { path: { id, version } } })),
  });
}

/** The source of a version, as it was stored: YAML. */
export function setSourceQuery(id: string, version: number) {
  return queryOptions({
    queryKey: ["sets", id, version, "source"],
    staleTime: 300_000,
    // A draft that is being edited must not be replaced under the cursor.
    refetchOnWindowFocus: false,
    queryFn: () =>
      take(
        api.GET("/sets/{id}/versions/{version}/source", {
          params: { path: { id, version } },
          parseAs: "text",
        }),
      ),
  });
}
