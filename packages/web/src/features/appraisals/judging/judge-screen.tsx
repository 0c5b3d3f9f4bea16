/** The judging screen: the queue at the left, one indicator of one unit at the right, the verdict at the foot. */
import { useDisclosure } from "@mantine/hooks";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect } from "react";
import type { Appraisal, QueueItem } from "../../../api/appraisal-contract.js";
import type { Campaign } from "../../../api/contract.js";
import { ErrorState } from "../../../shared/error-state.js";
import { LineSkeleton } from "../../../shared/loaded.js";
import { EvidencePlace } from "../../assessments/evidence/evidence-place.js";
import { keyOf, type QueueSearch, stepFrom } from "../queue/queue-search.js";
import type { Queue } from "../queue/use-queue.js";
import { appraisalQuery, detailQuery } from "../reads.js";
import classes from "./judge.module.css";
import { Judgement } from "./judgement.js";
import { JudgeKeysDialog } from "./keys-dialog.js";
import { QueuePane } from "./queue-pane.js";
import { useOutline } from "./values-text.js";

interface JudgeScreenProps {
  /** Of the assessment that is open; undefined while it comes. */
  readonly appraisal: Appraisal | undefined;
  readonly campaignId: string;
  readonly campaign: Campaign | undefined;
  readonly assessmentId: string;
  readonly code: string;
  readonly queue: Queue;
  readonly behind: QueueSearch;
  onGo(item: Pick<QueueItem, "assessmentId" | "code">): void;
}

/** Reads the neighbours ahead, so that "next" is there at once. */
function useAhead(items: readonly (QueueItem | undefined)[]): void {
  const client = useQueryClient();
  const keys = items.map((item) => item && keyOf(item)).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the keys stand for the items
  useEffect(() => {
    for (const item of items) {
      if (item === undefined) continue;
      void client.prefetchQuery({ ...detailQuery(item.assessmentId, item.code), staleTime: 30_000 });
      void client.prefetchQuery({ ...appraisalQuery(item.assessmentId), staleTime: 30_000 });
    }
  }, [client, keys]);
}

/** All of it; see DESIGN section 6. */
export function JudgeScreen(props: JudgeScreenProps): ReactNode {
  const { appraisal, campaign, assessmentId, code, queue, behind, onGo } = props;
  const here = keyOf({ assessmentId, code });
  const detail = useQuery(detailQuery(assessmentId, code));
  const outline = useOutline(campaign);
  const [keys, keysAre] = useDisclosure(false);
  const next = stepFrom(queue.items, here, 1);
  const before = stepFrom(queue.items, here, -1);
  const { more } = queue;
  useAhead([next, before]);
  useEffect(() => {
    if (next === undefined) more();
  }, [next, more]);
  const year = campaign?.year ?? appraisal?.campaign.year ?? 0;
  return (
    <div className={classes.screen}>
      <QueuePane campaignId={props.campaignId} queue={queue} behind={behind} here={here} onGo={onGo} />
      <EvidencePlace assessmentId={assessmentId} year={year}>
        <section className={classes.work}>
          {detail.data !== undefined && appraisal !== undefined && campaign !== undefined ? (
            <Judgement
              key={here}
              appraisal={appraisal}
              campaign={campaign}
              detail={detail.data}
              outline={outline}
              place={
                Math.max(
                  0,
                  queue.items.findIndex((item) => keyOf(item) === here),
                ) + 1
              }
              of={queue.total}
              {...(next === undefined ? {} : { onNext: () => onGo(next) })}
              {...(before === undefined ? {} : { onBefore: () => onGo(before) })}
              onKeys={keysAre.open}
              behind={behind}
            />
          ) : detail.error === null ? (
            <LineSkeleton lines={9} />
          ) : (
            <ErrorState error={detail.error} onRetry={() => void detail.refetch()} />
          )}
        </section>
      </EvidencePlace>
      <JudgeKeysDialog opened={keys} onClose={keysAre.close} />
    </div>
  );
}
