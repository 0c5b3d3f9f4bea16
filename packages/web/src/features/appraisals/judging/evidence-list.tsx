/** The evidence of what is judged: read, previewed, not changed; what came in answer to a question is marked. */
import type { ReactNode } from "react";
import type { AppraisalDetail } from "../../../api/appraisal-contract.js";
import { Chip } from "../../../shared/state-chip.js";
import { useText } from "../../../shared/text.js";
import { EvidenceLine } from "../../assessments/evidence/evidence-line.js";
import type { SetOutline } from "../../assessments/scoring/set-outline.js";
import facts from "./facts.module.css";
import classes from "./judge.module.css";

interface EvidenceListProps {
  readonly detail: AppraisalDetail;
  readonly outline: SetOutline | undefined;
}

/** A list, or that there is none though the rule asks for some. */
export function EvidenceList({ detail, outline }: EvidenceListProps): ReactNode {
  const say = useText();
  const asked = outline?.byAddress.get(detail.code)?.texts.evidence;
  const { evidence } = detail;
  return (
    <section aria-label={say("assessments.evidence.title")}>
      <div className={classes.panelHead}>
        <h2>{say("assessments.evidence.title")}</h2>
        <span className={classes.quiet}>
          {evidence.length > 0
            ? say("assessments.evidence.count", { count: evidence.length })
            : asked?.required
              ? say("assessments.evidence.required")
              : ""}
        </span>
      </div>
      {asked?.note !== undefined && <p className={classes.quiet}>{asked.note}</p>}
      {evidence.length === 0 ? (
        <p className={asked?.required ? classes.warnWords : classes.quiet}>
          {say("assessments.evidence.none")}
        </p>
      ) : (
        <ul className={facts.evidence}>
          {evidence.map((one) => (
            <EvidenceLine key={one.id} evidence={one}>
              {one.queryId !== null && <Chip tone="accent">{say("appraisals.judge.withAnswer")}</Chip>}
            </EvidenceLine>
          ))}
        </ul>
      )}
    </section>
  );
}
