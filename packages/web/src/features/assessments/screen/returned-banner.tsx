/** Why the assessment is back with its unit; said wherever it is worked on until it goes on again. */
import type { ReactNode } from "react";
import { useText } from "../../../shared/text.js";
import { useFormat, useNow } from "../../../shared/use-format.js";
import { closedBy } from "./closed-notice.js";
import { useDeclaration } from "./declaration.js";
import classes from "./returned-banner.module.css";

/** Reason, person and time of the return; nothing when nobody returned it. */
export function ReturnedBanner(): ReactNode {
  const say = useText();
  const { dateTime } = useFormat();
  const now = useNow();
  const { assessment } = useDeclaration();
  const { returned, state } = assessment;
  if (!returned || state !== "declaring") return null;
  // What can be corrected no more is not asked for: the notice below says what to do first.
  const title =
    closedBy(assessment, now) === "late" ? "assessments.returned.late" : "assessments.returned.title";
  return (
    <section className={classes.returned} aria-labelledby="returned-title">
      <h2 id="returned-title">{say(title)}</h2>
      <p>{returned.reason}</p>
      <p className={classes.by}>
        {returned.by?.displayName ?? say("shared.system")} · {dateTime(returned.at)}
      </p>
    </section>
  );
}
