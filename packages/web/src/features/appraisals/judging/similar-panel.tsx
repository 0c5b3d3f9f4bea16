/** Units of the group with the same declared values that were judged differently: the same must be judged the same. */
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { AppraisalDetail } from "../../../api/appraisal-contract.js";
import { useText } from "../../../shared/text.js";
import { useFormat } from "../../../shared/use-format.js";
import { VerdictChip } from "../queue/queue-marks.js";
import { judgeSearchFrom, type QueueSearch } from "../queue/queue-search.js";
import facts from "./facts.module.css";
import classes from "./judge.module.css";

/** Nothing where all agree. */
export function SimilarPanel({
  detail,
  behind,
}: {
  detail: AppraisalDetail;
  behind: QueueSearch;
}): ReactNode {
  const say = useText();
  const { points } = useFormat();
  if (detail.similar.length === 0) return null;
  return (
    <section aria-label={say("appraisals.similar.title")} className={facts.similar}>
      <div className={classes.panelHead}>
        <h2>{say("appraisals.similar.title")}</h2>
      </div>
      <ul>
        {detail.similar.map(({ assessmentId, unit, evidence, verdict, points: given }) => (
          <li key={assessmentId}>
            <Link
              to="/assessments/$assessmentId/appraise"
              params={{ assessmentId }}
              search={judgeSearchFrom(behind, detail.code)}
            >
              {unit.name}
            </Link>
            <span className={classes.quiet}>{say("assessments.evidence.count", { count: evidence })}</span>
            <VerdictChip verdict={verdict} />
            <strong>{points(given)}</strong>
          </li>
        ))}
      </ul>
    </section>
  );
}
