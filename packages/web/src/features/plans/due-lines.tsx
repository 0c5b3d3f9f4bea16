/** On the home page: the reports on plans that are due. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { DeadlineChip } from "../../shared/deadline-chip.js";
import { LinkButton } from "../../shared/link-button.js";
import { useText } from "../../shared/text.js";
import classes from "./due-lines.module.css";
import { sayPeriod } from "./quarter.js";
import { concernedPlansQuery } from "./queries.js";

/** A line for each plan of which a report is due; nothing where none is. */
export function DueLines(): ReactNode {
  const say = useText();
  const { data } = useQuery(concernedPlansQuery);
  const due = (data?.items ?? []).flatMap((plan) => (plan.due === null ? [] : [{ ...plan, due: plan.due }]));
  if (due.length === 0) return null;
  return (
    <section className={classes.section}>
      <h2>{say("home.plans")}</h2>
      <ul>
        {due.map(({ id, title, own, due: { year, quarter, dueOn, expected, sent } }) => (
          <li key={id}>
            <div className={classes.words}>
              <Link to="/plans/$planId/progress" params={{ planId: id }} search={{ year, quarter }}>
                {sayPeriod(say, { year, quarter })}
              </Link>
              <p>
                {title}
                {expected > 1 && ` · ${say("home.plans.sent", { sent, expected })}`}
              </p>
            </div>
            <DeadlineChip dueAt={`${dueOn}T23:59:59+07:00`} />
            <LinkButton
              to="/plans/$planId/progress"
              params={{ planId: id }}
              search={{ year, quarter }}
              size="xs"
              variant={own ? "filled" : "default"}
            >
              {say(own ? "home.plans.report" : "home.openCampaign")}
            </LinkButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
