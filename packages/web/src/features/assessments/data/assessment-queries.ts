/** What the declaring screen reads from the server, and how often. */
import { compileSet, type SetSource } from "@opendti/engine";
import { type QueryClient, queryOptions } from "@tanstack/react-query";
import { api, take } from "../../../api/client.js";
import { isProblem } from "../../../api/problem.js";
import { sessionQuery } from "../../../api/queries.js";
import { background } from "../../../api/session-touch.js";
import { outlineOf, type SetOutline } from "../scoring/set-outline.js";

/** Other people's answers appear within this time; one's own at once. */
const FRESH_MS = 30_000;

/**
 * Reads something; where nobody answers and nothing was read yet on this page, what the same
 * account read last time.
 */
async function orKept<Body>(
  client: QueryClient,
  kind: "assessment" | "set",
  id: string,
  read: () => Promise<Body>,
): Promise<Body> {
  const account = client.getQueryData(sessionQuery.queryKey)?.account.id;
  const kept = account === undefined ? null : await import("../../../api/kept-copy.js").catch(() => null);
  if (account === undefined || kept === null) return read();
  try {
    const body = await read();
    // An assessment changes with every save: the screen keeps it as it stands there.
    if (kind === "set") void kept.keepRead(account, kind, id, body);
    return body;
  } catch (error) {
    const first = kind === "set" || client.getQueryData(["assessments", id]) === undefined;
    const body =
      first && isProblem(error, "unreachable") ? await kept.keptRead(account, kind, id) : undefined;
    if (body === undefined) throw error;
    return body as Body;
  }
}

/** One assessment with all its answers, evidence and assignments. */
export function assessmentQuery(id: string) {
  return queryOptions({
    queryKey: ["assessments", id],
    // Read again and again by itself: a screen left open must not keep its session awake. Whoever works at it does.
    queryFn: ({ client }) =>
      orKept(client, "assessment", id, () =>
        take(api.GET("/assessments/{id}", { params: { path: { id } }, headers: background })),
      ),
    // A page opened anew never rests on figures that another page has changed since.
    refetchOnMount: "always",
    refetchInterval: FRESH_MS,
    refetchOnWindowFocus: true,
  });
}

/** A set that the engine refuses; the server publishes none, so that something is wrong on the way. */
class UnreadableSet extends Error {
  constructor(readonly sentences: readonly string[]) {
    super(sentences.join("\n"));
    this.name = "UnreadableSet";
  }
}

/** The set of an assessment, laid out. A published version never changes: it is read once. */
export function outlineQuery(set: { readonly id: string; readonly version: number; readonly hash: string }) {
  return queryOptions({
    queryKey: ["sets", set.id, set.version, set.hash, "outline"],
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    structuralSharing: false,
    queryFn: async ({ client }): Promise<SetOutline> => {
      const content = await orKept(client, "set", set.hash, () =>
        take(
          api.GET("/sets/{id}/versions/{version}/content", {
            params: { path: { id: set.id, version: set.version } },
            parseAs: "json",
          }),
        ),
      );
      // The server has read and checked the text; the browser need not bring the readers of YAML along.
      const compiled = compileSet(content as unknown as SetSource);
      if ("errors" in compiled) throw new UnreadableSet(compiled.errors.map(({ text }) => text.vi));
      return outlineOf(compiled);
    },
  });
}

/** Earlier values of one field. */
export function historyQuery(id: string, code: string, input: string) {
  return queryOptions({
    queryKey: ["assessments", id, "history", code, input],
    staleTime: 0,
    queryFn: () =>
      take(api.GET("/assessments/{id}/history", { params: { path: { id }, query: { code, input } } })),
  });
}

/** What people said about one indicator. */
export function commentsQuery(id: string, code: string) {
  return queryOptions({
    queryKey: ["assessments", id, "comments", code],
    queryFn: () => take(api.GET("/assessments/{id}/comments", { params: { path: { id }, query: { code } } })),
  });
}

/** The unit's own files, of this and earlier years. */
export function filesQuery(id: string) {
  return queryOptions({
    queryKey: ["assessments", id, "files"],
    queryFn: () => take(api.GET("/assessments/{id}/files", { params: { path: { id } } })),
  });
}

/** What still stands against submitting, as the server sees it. */
export function checkQuery(id: string) {
  return queryOptions({
    queryKey: ["assessments", id, "check"],
    staleTime: 0,
    refetchOnMount: "always",
    queryFn: () => take(api.GET("/assessments/{id}/check", { params: { path: { id } } })),
  });
}
