/** How the points came: of the declared values, and of the adjusted ones where they differ; the decision's words. */
import type { ReactNode } from "react";
import type { AppraisalDetail, Explanation } from "../../../api/appraisal-contract.js";
import { useText } from "../../../shared/text.js";
import { useFormat } from "../../../shared/use-format.js";
import type { SetOutline } from "../../assessments/scoring/set-outline.js";
import facts from "./facts.module.css";
import classes from "./judge.module.css";

interface TraceProps {
  readonly detail: AppraisalDetail;
  readonly outline: SetOutline | undefined;
}

/** Both ways of reckoning under each other, the rule's own text folded away. */
export function Trace({ detail, outline }: TraceProps): ReactNode {
  const say = useText();
  const { declared, appraised } = detail.trace;
  const item = outline?.byAddress.get(detail.code);
  const text = item?.node.text;
  return (
    <section className={facts.trace} aria-label={say("assessments.trace.title")}>
      <div className={classes.panelHead}>
        <h2>{say("assessments.trace.title")}</h2>
      </div>
      {appraised !== null && <h3>{say("appraisals.score.declared")}</h3>}
      <Steps of={declared} />
      {appraised !== null && (
        <>
          <h3>{say("appraisals.score.appraised")}</h3>
          <Steps of={appraised} />
        </>
      )}
      {text !== undefined && text !== "" && (
        <details className={facts.rule} open>
          <summary>{say("assessments.trace.decision")}</summary>
          <blockquote lang="vi">{text}</blockquote>
          {item?.texts.note !== undefined && (
            <p className={classes.quiet}>{say("assessments.indicator.note", { note: item.texts.note })}</p>
          )}
        </details>
      )}
    </section>
  );
}

function Steps({ of }: { of: Explanation }): ReactNode {
  const { language } = useFormat();
  // The decision's own text stands below, as long as it is.
  const told = of.steps
    .map((step) => step[language])
    .filter((line) => line.trim() !== "" && !line.includes("\n"));
  if (told.length === 0) return <p className={facts.whyLine}>{of.why[language]}</p>;
  return (
    <>
      <p className={facts.whyLine}>{of.why[language]}</p>
      <ol>
        {told.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
    </>
  );
}
