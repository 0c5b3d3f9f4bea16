/** Why nothing can be declared now, in words that say what to do; nothing while something can. */
import { IconClockPause } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { Assessment } from "../../../api/assessment-contract.js";
import { useText } from "../../../shared/text.js";
import { useFormat, useNow } from "../../../shared/use-format.js";
import { useDeclaration } from "./declaration.js";
import classes from "./returned-banner.module.css";

/** What keeps people from declaring: the deadline is over, it has not begun, or the account has nothing to declare. */
export function closedBy(
  assessment: Pick<Assessment, "state" | "dueAt" | "opensAt" | "may">,
  now: Date,
): "late" | "early" | "account" | null {
  const { state, dueAt, opensAt, may } = assessment;
  if (state !== "declaring") return null;
  // Who would declare nothing anyway is told nothing of deadlines.
  if (may.codes?.length === 0) return "account";
  if (new Date(dueAt) < now) return "late";
  if (opensAt !== null && new Date(opensAt) > now) return "early";
  return null;
}

/** Stands above the form, and above the steps of the review. */
export function ClosedNotice(): ReactNode {
  const say = useText();
  const { dateTime } = useFormat();
  const now = useNow();
  const { assessment } = useDeclaration();
  const closed = closedBy(assessment, now);
  if (closed === null) return null;
  if (closed === "account") return <p className={classes.account}>{say("assessments.closed.account")}</p>;
  return (
    <p className={classes.closed} role="note">
      <IconClockPause size={18} stroke={1.6} aria-hidden />
      {closed === "late"
        ? say("assessments.closed.late", { at: dateTime(assessment.dueAt) })
        : say("assessments.closed.early", { at: dateTime(assessment.opensAt ?? assessment.dueAt) })}
    </p>
  );
}
