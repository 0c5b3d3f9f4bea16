/** How the application keeps what it has read. */
import { QueryClient, queryOptions } from "@tanstack/react-query";
import { api, carryCsrfToken, take } from "./client.js";
import { isProblem } from "./problem.js";

/** A client with the settings of the whole application: problems are final, only a missing answer, or a server too busy to give one, is tried again. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // The connection is judged by calls, not by the browser's guess.
        networkMode: "always",
        staleTime: 15_000,
        retry: (failures, error) => failures < 2 && isProblem(error, "unreachable", "not-ready"),
        // A busy server says when to come again.
        retryDelay: (failures, error) => retryAfter(error) ?? Math.min(1000 * 2 ** failures, 30_000),
      },
      mutations: { networkMode: "always", retry: false },
    },
  });
}

/** Milliseconds after which the server asked to be asked again; undefined when it did not. */
function retryAfter(error: unknown): number | undefined {
  const seconds = isProblem(error) ? Number(error.extensions["retryAfter"]) : Number.NaN;
  return seconds > 0 ? seconds * 1000 : undefined;
}

/** The signed-in account, its grants and the csrf token; null when nobody is signed in. */
export const sessionQuery = queryOptions({
  queryKey: ["session"],
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: async () => {
    try {
      const session = await take(api.GET("/session"));
      carryCsrfToken(session.csrfToken);
      return session;
    } catch (error) {
      const kept = await import("./kept-copy.js").catch(() => null);
      if (isProblem(error, "not-signed-in")) {
        await kept?.forgetKept();
        return null;
      }
      // Nobody answers: whoever was at work here a moment ago goes on with what they had read.
      const session = isProblem(error, "unreachable") ? await kept?.keptSession(Date.now()) : undefined;
      if (!session) throw error;
      carryCsrfToken(session.csrfToken);
      return session;
    }
  },
});

/** What is due for the signed-in account. */
export const homeQuery = queryOptions({
  queryKey: ["home"],
  queryFn: ({ signal }) => take(api.GET("/home", { signal })),
});
