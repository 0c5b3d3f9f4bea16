/** Deciding on indicators of one set: each decision is kept by the server at once, so that another day goes on from here. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, ifMatch, take } from "../../api/client.js";
import type { SetImport } from "../../api/contract.js";
import { isProblem } from "../../api/problem.js";
import type { Decision, SetDecisions, SetHeadChange } from "./model/import-work.js";
import { UNDECIDED } from "./model/import-work.js";
import { importQuery } from "./queries.js";

/** What is decided anew; null takes a decision back. */
export interface DecisionPatch {
  readonly head?: SetHeadChange | null;
  readonly indicators?: Readonly<Record<string, Decision | null>>;
}

/** What was decided on one set of the import so far. */
export function decisionsOf(made: SetImport, set: number): SetDecisions {
  // The wire does not know the rules language; the server has checked every correction against it.
  return (made.decisions[set] as SetDecisions | undefined) ?? UNDECIDED;
}

export function useDecide(made: SetImport, set: number) {
  const queryClient = useQueryClient();
  const { queryKey } = importQuery(made.id);
  return useMutation({
    mutationFn: (patch: DecisionPatch) =>
      take(
        api.PUT("/set-imports/{id}/decisions", {
          params: { path: { id: made.id } },
          headers: ifMatch(queryClient.getQueryData(queryKey)?.lockVersion ?? made.lockVersion),
          body: { set, ...(patch as object) },
        }),
      ),
    onSuccess: (now) => queryClient.setQueryData(queryKey, now),
    onError: (error) => {
      // A colleague decided meanwhile: their work is shown, and this decision can be made again on it.
      if (isProblem(error, "changed-meanwhile"))
        void queryClient.invalidateQueries({ queryKey, exact: true });
    },
  });
}
