/** What is judged and of whom; declared, appraised and final points side by side. */
import { Link } from "@tanstack/react-router";
import type { ReactNode, Ref } from "react";
import type { Appraisal, AppraisalDetail } from "../../../api/appraisal-contract.js";
import { DeadlineChip } from "../../../shared/deadline-chip.js";
import { Chip, StateChip } from "../../../shared/state-chip.js";
import { useText } from "../../../shared/text.js";
import { useFormat } from "../../../shared/use-format.js";
import type { SetOutline } from "../../assessments/scoring/set-outline.js";
import { VerdictChip } from "../queue/queue-marks.js";
import classes from "./judge.module.css";

interface JudgeHeadProps {
  readonly appraisal: Appraisal;
  readonly detail: AppraisalDetail;
  readonly outline: SetOutline | undefined;
  readonly ref: Ref<HTMLHeadingElement>;
}

/** The head of the right side; holds the page's h1. */
export function JudgeHead({ appraisal, detail, outline, ref }: JudgeHeadProps): ReactNode {
  const say = useText();
  const { points, dateTime } = useFormat();
  const {
    code,
    title,
    verdict,
    by,
    at,
    stale,
    declaredScore,
    appraisedScore,
    finalScore: final,
    max,
  } = detail;
  const judged = verdict === null ? null : appraisedScore;
  const printed = outline?.byAddress.get(code)?.node.code ?? code;
  return (
    <header className={classes.head}>
      <title>{`${printed} · ${appraisal.unit.name} · OpenDTI`}</title>
      <div className={classes.headWords}>
        <p className={classes.eyebrow}>
          <Link
            to="/assessments/$assessmentId"
            params={{ assessmentId: appraisal.assessmentId }}
            search={{ at: code }}
          >
            {appraisal.unit.name}
          </Link>
          <Link to="/assessments/$assessmentId/reports" params={{ assessmentId: appraisal.assessmentId }}>
            {say("assessments.action.reports")}
          </Link>
          <StateChip state={appraisal.state} />
          {appraisal.dueAt !== null && (
            <DeadlineChip dueAt={appraisal.dueAt} done={appraisal.may.codes?.length === 0} />
          )}
        </p>
        <h1 ref={ref} tabIndex={-1} className={classes.title}>
          <span className={classes.codeMark}>{printed}</span>
          {title}
        </h1>
        <p className={classes.verdictLine}>
          <VerdictChip verdict={verdict} />
          {stale && <Chip tone="warn">{say("appraisals.mark.stale")}</Chip>}
          {verdict !== null && by !== null && at !== null && (
            <span>{say("appraisals.judge.by", { who: by.displayName, at: dateTime(at) })}</span>
          )}
          {verdict === null && <span>{say("appraisals.verdict.none")}</span>}
        </p>
      </div>
      <dl className={classes.scores}>
        <Score label={say("appraisals.score.declared")} value={points(declaredScore)} />
        <Score
          label={say("appraisals.score.appraised")}
          value={judged === null ? null : points(judged)}
          differs={judged !== null && judged !== declaredScore}
        />
        <Score label={say("appraisals.score.final")} value={final === null ? null : points(final)} />
        <Score label={say("appraisals.score.max")} value={points(max)} quiet />
      </dl>
    </header>
  );
}

interface ScoreProps {
  readonly label: string;
  readonly value: string | null;
  readonly differs?: boolean;
  readonly quiet?: boolean;
}

function Score({ label, value, differs = false, quiet = false }: ScoreProps): ReactNode {
  const say = useText();
  return (
    <div data-differs={differs} data-quiet={quiet || value === null}>
      <dt>{label}</dt>
      <dd>{value ?? say("shared.none")}</dd>
    </div>
  );
}
