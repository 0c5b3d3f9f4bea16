/** One indicator of one unit: what was declared, what speaks for it, and the verdict on it. */
import { type ReactNode, useEffect, useRef, useState } from "react";
import type { Appraisal, AppraisalDetail, GivenVerdict } from "../../../api/appraisal-contract.js";
import type { Campaign } from "../../../api/contract.js";
import { notice } from "../../../shared/notice.js";
import { ProblemAlert } from "../../../shared/problem-alert.js";
import { useText } from "../../../shared/text.js";
import type { SetOutline } from "../../assessments/scoring/set-outline.js";
import type { QueueSearch } from "../queue/queue-search.js";
import { ActionBar } from "./action-bar.js";
import { AdjustForm } from "./adjust-form.js";
import { AskForm } from "./ask-form.js";
import { Checks } from "./checks.js";
import { EvidenceList } from "./evidence-list.js";
import { GroupPanel } from "./group-panel.js";
import { HistoryPanel } from "./history-panel.js";
import classes from "./judge.module.css";
import { JudgeConflict } from "./judge-conflict.js";
import { JudgeHead } from "./judge-head.js";
import { QueriesOfIndicator } from "./queries-of-indicator.js";
import { SimilarPanel } from "./similar-panel.js";
import { Trace } from "./trace.js";
import { useJudge } from "./use-judge.js";
import { useJudgeKeys } from "./use-judge-keys.js";
import { ValuesList } from "./values-list.js";

interface JudgementProps {
  readonly appraisal: Appraisal;
  readonly campaign: Campaign;
  readonly detail: AppraisalDetail;
  readonly outline: SetOutline | undefined;
  readonly behind: QueueSearch;
  /** Where it stands in the queue. */
  readonly place: number;
  readonly of: number;
  readonly onNext?: () => void;
  readonly onBefore?: () => void;
  onKeys(): void;
}

/** What is open beside the facts: a form, or nothing. */
type Doing = "adjust" | "ask" | null;

/** The right side of the screen. */
export function Judgement(props: JudgementProps): ReactNode {
  const { appraisal, campaign, detail, outline, behind } = props;
  const say = useText();
  const head = useRef<HTMLHeadingElement>(null);
  const [doing, setDoing] = useState<Doing>(null);
  const { assessmentId, code } = detail;
  const { codes, ask } = appraisal.may;
  const mayJudge = codes === null || codes.includes(code);
  const judge = useJudge(appraisal, detail);
  useEffect(() => {
    window.scrollTo({ top: 0 });
    head.current?.focus({ preventScroll: true });
  }, []);
  const onwards = (): void => {
    setDoing(null);
    props.onNext?.();
  };
  const give = (verdict: GivenVerdict): void =>
    judge.give(verdict, (judged) => {
      const words =
        judged.verdict === null ? "appraisals.done.takenBack" : `appraisals.done.${judged.verdict}`;
      notice(say(words as "appraisals.done.agreed", { code, unit: appraisal.unit.name }));
      if (judged.verdict === null) setDoing(null);
      else onwards();
    });
  const actions = {
    agree: mayJudge ? () => give({ verdict: "agreed" }) : undefined,
    adjust: mayJudge ? () => setDoing("adjust") : undefined,
    ask: ask && mayJudge ? () => setDoing("ask") : undefined,
    takeBack: mayJudge && detail.verdict !== null ? () => give({ verdict: null }) : undefined,
    next: props.onNext,
    before: props.onBefore,
    keys: props.onKeys,
    close: () => setDoing(null),
  };
  useJudgeKeys(actions);
  return (
    <>
      <JudgeHead ref={head} appraisal={appraisal} detail={detail} outline={outline} />
      <div className={classes.areas}>
        <div className={classes.main}>
          <Checks checks={detail.checks} />
          <ValuesList detail={detail} outline={outline} />
          {judge.conflict !== null && <JudgeConflict judge={judge} detail={detail} outline={outline} />}
          {doing === "adjust" && (
            <AdjustForm
              detail={detail}
              outline={outline}
              busy={judge.busy}
              onSave={give}
              onClose={() => setDoing(null)}
            />
          )}
          {doing === "ask" && (
            <AskForm
              assessmentId={assessmentId}
              campaign={campaign}
              code={code}
              onDone={onwards}
              onClose={() => setDoing(null)}
            />
          )}
          <ProblemAlert error={judge.error} />
          <Trace detail={detail} outline={outline} />
        </div>
        <aside className={classes.aside} aria-label={say("appraisals.judge.aside")}>
          <EvidenceList detail={detail} outline={outline} />
          <QueriesOfIndicator queries={detail.queries} />
          <GroupPanel detail={detail} />
          <SimilarPanel detail={detail} behind={behind} />
          <HistoryPanel detail={detail} outline={outline} />
        </aside>
      </div>
      <ActionBar
        actions={actions}
        verdict={detail.verdict}
        doing={doing}
        busy={judge.busy}
        place={props.place}
        of={props.of}
        why={mayJudge ? null : say(`appraisals.judge.cannot.${whyNot(appraisal)}`)}
      />
    </>
  );
}

/** Why nothing can be judged here: the assessment is not with the appraisers, or somebody else judges this. */
function whyNot({ state }: Appraisal): "early" | "finished" | "others" {
  if (state === "declaring" || state === "compiled") return "early";
  return state === "appraised" || state === "approved" || state === "published" ? "finished" : "others";
}
