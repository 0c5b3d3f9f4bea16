/** What the set's own checks say against the declared values. */
import { IconAlertTriangle } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { AppraisalDetail } from "../../../api/appraisal-contract.js";
import { useText } from "../../../shared/text.js";
import { useFormat } from "../../../shared/use-format.js";
import classes from "./facts.module.css";

/** Nothing where nothing speaks against them. */
export function Checks({ checks }: Pick<AppraisalDetail, "checks">): ReactNode {
  const say = useText();
  const { language } = useFormat();
  if (checks.length === 0) return null;
  return (
    <ul className={classes.checks} aria-label={say("appraisals.judge.checks")}>
      {checks.map(({ code, message, blocks }) => (
        <li key={`${code} ${message.en}`} data-blocks={blocks}>
          <IconAlertTriangle size={16} aria-hidden />
          {message[language]}
        </li>
      ))}
    </ul>
  );
}
