/** The head that the pages of appraising a campaign share: whose campaign, until when, and the ways between them. */
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Campaign } from "../../api/contract.js";
import { DeadlineChip } from "../../shared/deadline-chip.js";
import { PageHeader } from "../../shared/page-header.js";
import { useHasRole } from "../../shared/session.js";
import { useText } from "../../shared/text.js";
import classes from "./appraisal-header.module.css";

type Place = "queue" | "overview" | "appraisers" | "consistency";

const places = [
  { id: "queue", to: "/campaigns/$campaignId/appraise" },
  { id: "overview", to: "/campaigns/$campaignId/appraisal" },
  { id: "consistency", to: "/campaigns/$campaignId/consistency" },
  { id: "appraisers", to: "/campaigns/$campaignId/appraisers" },
] as const;

interface AppraisalHeaderProps {
  readonly campaign: Campaign;
  readonly current: Place;
  readonly actions?: ReactNode;
}

/** Title, deadline, and the tabs. Only the coordinator says who appraises what. */
export function AppraisalHeader({ campaign, current, actions }: AppraisalHeaderProps): ReactNode {
  const say = useText();
  const coordinates = useHasRole("coordinator");
  const stage = campaign.stages.find((one) => one.stage === "appraise");
  return (
    <>
      <PageHeader
        eyebrow={
          <>
            {campaign.name}{" "}
            {stage !== undefined && (
              <DeadlineChip dueAt={stage.dueAt} opensAt={stage.opensAt} done={campaign.status !== "open"} />
            )}
          </>
        }
        title={say(`appraisals.title.${current}`)}
        {...(actions === undefined ? {} : { actions })}
      />
      <nav className={classes.tabs} aria-label={say("appraisals.title.tabs")} data-print="hide">
        {places
          .filter(({ id }) => id !== "appraisers" || coordinates)
          .map(({ id, to }) => (
            <Link
              key={id}
              to={to}
              params={{ campaignId: campaign.id }}
              className={classes.tab}
              aria-current={id === current ? "page" : undefined}
            >
              {say(`appraisals.tab.${id}`)}
            </Link>
          ))}
        <Link to="/queries" search={{ campaign: campaign.id }} className={classes.tab}>
          {say("appraisals.tab.queries")}
        </Link>
      </nav>
    </>
  );
}
