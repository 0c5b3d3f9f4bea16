/** /assessments/:id/appraise?code= — one indicator of one unit, with everything that is needed to judge it. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { type ReactNode, useEffect, useMemo, useRef } from "react";
import type { Appraisal, QueueItem } from "../../../api/appraisal-contract.js";
import { api, take } from "../../../api/client.js";
import { ErrorState } from "../../../shared/error-state.js";
import { LineSkeleton } from "../../../shared/loaded.js";
import { Panel } from "../../../shared/panel.js";
import { useHasRole } from "../../../shared/session.js";
import { campaignQuery } from "../../campaigns/queries.js";
import { judgeSearchFrom, type QueueSearch, queueBehind } from "../queue/queue-search.js";
import { useQueue } from "../queue/use-queue.js";
import { appraisalQuery } from "../reads.js";
import { JudgeScreen } from "./judge-screen.js";

const route = getRouteApi("/shell/assessments/$assessmentId/appraise");

/** Reads the assessment's verdicts; the screen stays while the next unit's come. */
export function JudgePage(): ReactNode {
  const { assessmentId } = route.useParams();
  const { data, error, refetch } = useQuery({
    ...appraisalQuery(assessmentId),
    placeholderData: keepPreviousData,
  });
  if (data !== undefined) return <OpenAppraisal appraisal={data} assessmentId={assessmentId} />;
  return (
    <Panel>
      {error === null ? <LineSkeleton /> : <ErrorState error={error} onRetry={() => void refetch()} />}
    </Panel>
  );
}

/** The first that nobody has judged yet, else the first. */
function firstCode({ items }: Appraisal): string | undefined {
  return (items.find(({ verdict }) => verdict === null) ?? items[0])?.code;
}

/**
 * Notes on leaving an assessment that it has been seen as it is, so that what changes later is told. Not where one
 * indicator of many was looked at while others have changed: those would pass unseen.
 */
function useLook(assessmentId: string, seen: boolean): void {
  const judges = useHasRole("appraiser", "coordinator");
  const latest = useRef(seen);
  latest.current = seen && judges;
  useEffect(
    () => () => {
      if (!latest.current) return;
      // Who may not look at it has nothing to be told of.
      void take(api.POST("/assessments/{id}/look", { params: { path: { id: assessmentId } } })).catch(
        () => undefined,
      );
    },
    [assessmentId],
  );
}

function OpenAppraisal({
  appraisal,
  assessmentId,
}: {
  appraisal: Appraisal;
  assessmentId: string;
}): ReactNode {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { data: campaign } = useQuery(campaignQuery(appraisal.campaign.id));
  const there = appraisal.assessmentId === assessmentId;
  const code = search.code ?? (there ? firstCode(appraisal) : undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the address names no indicator
  useEffect(() => {
    if (search.code === undefined && code !== undefined)
      void navigate({ search: (before) => ({ ...before, code }), replace: true });
  }, [search.code, code]);
  const unitId = appraisal.unit.id;
  const behind = useMemo((): QueueSearch => queueBehind(search, unitId), [search, unitId]);
  const queue = useQueue(appraisal.campaign.id, behind);
  useLook(assessmentId, behind.by !== "indicator" || queue.counts?.changed === 0);
  const go = (item: Pick<QueueItem, "assessmentId" | "code">): void =>
    void navigate({
      to: "/assessments/$assessmentId/appraise",
      params: { assessmentId: item.assessmentId },
      search: judgeSearchFrom(behind, item.code),
    });
  if (code === undefined) return <LineSkeleton />;
  return (
    <JudgeScreen
      appraisal={there ? appraisal : undefined}
      campaignId={appraisal.campaign.id}
      campaign={campaign}
      assessmentId={assessmentId}
      code={code}
      queue={queue}
      behind={behind}
      onGo={go}
    />
  );
}
