/** Giving a verdict. What somebody else decided meanwhile is shown, not overwritten; what was given is kept for a second try. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type {
  Appraisal,
  AppraisalDetail,
  AppraisalItem,
  GivenVerdict,
} from "../../../api/appraisal-contract.js";
import { api, ifMatch, take } from "../../../api/client.js";
import { isProblem } from "../../../api/problem.js";
import { detailQuery, noteJudged } from "../reads.js";

/** Somebody else has judged meanwhile: theirs, and what was given here. */
export interface Conflict {
  readonly theirs: AppraisalItem;
  readonly mine: GivenVerdict;
  /** Gives mine after all, on top of theirs. */
  insist(): void;
  /** Lets theirs stand. */
  yield(): void;
}

export interface Judge {
  readonly busy: boolean;
  readonly error: unknown;
  readonly conflict: Conflict | null;
  give(verdict: GivenVerdict, onDone: (judged: AppraisalItem) => void): void;
}

interface Given {
  readonly verdict: GivenVerdict;
  readonly version: number;
  onDone(judged: AppraisalItem): void;
}

/** The verdict on one indicator. */
export function useJudge(
  { campaign }: Pick<Appraisal, "campaign">,
  { assessmentId, code, version }: Pick<AppraisalDetail, "assessmentId" | "code" | "version">,
): Judge {
  const client = useQueryClient();
  const [against, setAgainst] = useState<{ theirs: AppraisalItem; given: Given } | null>(null);
  const judge = useMutation({
    mutationFn: ({ verdict, version: base }: Given) =>
      take(
        api.PUT("/assessments/{id}/appraisal/{code}", {
          params: { path: { id: assessmentId, code } },
          headers: ifMatch(base),
          // The client reads a field that may only be null as one that may not be there.
          body: verdict as Exclude<GivenVerdict, { verdict: null }>,
        }),
      ),
    onSuccess: (judged, { onDone }) => {
      setAgainst(null);
      noteJudged(client, campaign.id, assessmentId, judged);
      void client.invalidateQueries(detailQuery(assessmentId, code));
      onDone(judged);
    },
    onError: (error, given) => {
      if (!isProblem(error, "changed-meanwhile")) return;
      const { current } = error.extensions;
      if (isItem(current)) setAgainst({ theirs: current, given });
      void client.invalidateQueries(detailQuery(assessmentId, code));
    },
  });
  const conflict: Conflict | null = against && {
    theirs: against.theirs,
    mine: against.given.verdict,
    insist: () => judge.mutate({ ...against.given, version: against.theirs.version }),
    yield: () => {
      setAgainst(null);
      judge.reset();
      noteJudged(client, campaign.id, assessmentId, against.theirs);
    },
  };
  return {
    busy: judge.isPending,
    error: against === null ? judge.error : null,
    conflict,
    give: (verdict, onDone) => judge.mutate({ verdict, version, onDone }),
  };
}

function isItem(current: unknown): current is AppraisalItem {
  return typeof current === "object" && current !== null && "version" in current && "verdict" in current;
}
