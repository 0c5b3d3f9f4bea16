/** What the pages of documents read. */
import { queryOptions } from "@tanstack/react-query";
import { api, take } from "../../api/client.js";

export const templatesQuery = queryOptions({
  queryKey: ["report-templates"],
  queryFn: () => take(api.GET("/report-templates")),
});
