/** What the pages of imports read. */
import { queryOptions } from "@tanstack/react-query";
import { api, take } from "../../api/client.js";
import type { ImportContent } from "./model/import-work.js";

export const importsQuery = queryOptions({
  queryKey: ["set-imports"],
  queryFn: () => take(api.GET("/set-imports")),
});

/** One import with what was decided on it. */
export function importQuery(id: string) {
  return queryOptions({
    queryKey: ["set-imports", id],
    queryFn: () => take(api.GET("/set-imports/{id}", { params: { path: { id } } })),
  });
}

/** What was read; it never changes. */
export function contentQuery(id: string) {
  return queryOptions({
    queryKey: ["set-imports", id, "content"],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () => {
      const text = await take(
        api.GET("/set-imports/{id}/content", { params: { path: { id } }, parseAs: "text" }),
      );
      return JSON.parse(text as unknown as string) as ImportContent;
    },
  });
}
