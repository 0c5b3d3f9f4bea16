/** Every verdict that was ever given on this indicator, the newest first. */
import type { ReactNode } from "react";
import type { AppraisalDetail } from "../../../api/appraisal-contract.js";
import { useText } from "../../../shared/text.js";
import { useFormat } from "../../../shared/use-format.js";
import type { SetOutline } from "../../assessments/scoring/set-outline.js";
import facts from "./facts.module.css";
import formed from "./form.module.css";
import classes from "./judge.module.css";
import { useVerdictText } from "./verdict-text.js";

interface HistoryPanelProps {
  readonly detail: AppraisalDetail;
  readonly outline: SetOutline | undefined;
}

/** Folded away; nothing before the first verdict. */
export function HistoryPanel({ detail, outline }: HistoryPanelProps): ReactNode {
  const say = useText();
  const { dateTime } = useFormat();
  const words = useVerdictText(outline);
  const versions = detail.history.toSorted((one, other) => other.version - one.version);
  if (versions.length === 0) return null;
  return (
    <details className={facts.history}>
      <summary>{say("appraisals.history.title", { count: versions.length })}</summary>
      <ol>
        {versions.map((one) => (
          <li key={one.version}>
            <span className={formed.verdictWords}>{words(detail.code, one)}</span>
            {one.reason !== null && <span className={formed.reasonWords}>{one.reason}</span>}
            <span className={classes.quiet}>
              {one.by?.displayName ?? say("shared.system")} · {dateTime(one.at)}
            </span>
          </li>
        ))}
      </ol>
    </details>
  );
}
