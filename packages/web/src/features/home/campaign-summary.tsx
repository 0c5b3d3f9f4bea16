import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { CampaignHead, UnitProgress } from "../../api/contract.js";
import type { Run } from "../../api/results-contract.js";
import { isSubmitted } from "../../shared/assessment-state.js";
import { LinkButton } from "../../shared/link-button.js";
import { useHasRole } from "../../shared/session.js";
import { Chip } from "../../shared/state-chip.js";
import { useText } from "../../shared/text.js";
import { useNow } from "../../shared/use-format.js";
import { campaignsQuery, progressQuery } from "../campaigns/queries.js";
import { runsQuery } from "../runs/queries.js";
import classes from "./home.module.css";

/** The summaries of every open campaign, for those who oversee the whole province. */
export function OpenCampaigns(): ReactNode {
  const { data } = useQuery(campaignsQuery);
  return (data?.items ?? [])
    .filter(({ status }) => status === "open")
    .map((campaign) => <OpenCampaign key={campaign.id} campaign={campaign} />);
}

function OpenCampaign({ campaign }: { campaign: CampaignHead }): ReactNode {
  const { data } = useQuery(progressQuery(campaign.id));
  return data === undefined ? null : <CampaignSummary campaign={campaign} items={data.items} />;
}

/** The newest compilation, while it waits for a decision; nothing to those who take no part in it. */
function useWaitingRun(campaignId: string): Run | undefined {
  const decides = useHasRole("coordinator", "approver", "observer");
  const { data } = useQuery({ ...runsQuery(campaignId), enabled: decides });
  const newest = data?.items[0];
  return newest?.state === "compiled" || newest?.state === "approved" ? newest : undefined;
}

function RunChip({ campaignId }: { campaignId: string }): ReactNode {
  const say = useText();
  const run = useWaitingRun(campaignId);
  if (run === undefined) return null;
  const number = String(run.number);
  return (
    <Chip tone="accent">
      {run.state === "compiled" ? say("home.runCompiled", { number }) : say("home.runApproved", { number })}
    </Chip>
  );
}

/** The way to a decision, for who may take it. */
function RunLink({ campaignId }: { campaignId: string }): ReactNode {
  const say = useText();
  const run = useWaitingRun(campaignId);
  if (run === undefined || !(run.may.approve || run.may.publish)) return <span />;
  return (
    <LinkButton to="/campaigns/$campaignId/runs" params={{ campaignId }}>
      {say("home.runOpen")}
    </LinkButton>
  );
}

/** How many units of a campaign have submitted, how many are late: for those who oversee it. */
function CampaignSummary({
  campaign,
  items,
}: {
  campaign: CampaignHead;
  items: readonly UnitProgress[];
}): ReactNode {
  const say = useText();
  const now = useNow();
  const submitted = items.filter(({ state }) => isSubmitted(state)).length;
  const compiled = items.filter(({ state }) => state === "compiled").length;
  const late = items.filter(({ state, dueAt }) => !isSubmitted(state) && new Date(dueAt) < now).length;
  const percent = (count: number): string => `${(count * 100) / items.length}%`;
  return (
    <article className={classes.card} aria-label={campaign.name}>
      <div>
        <h3 className={classes.unit}>{campaign.name}</h3>
        <div className={classes.chips}>
          <Chip tone={late > 0 ? "bad" : "neutral"}>{say("home.progressLate", { count: late })}</Chip>
          <RunChip campaignId={campaign.id} />
        </div>
      </div>
      <div className={classes.missing}>
        <span>{say("home.progressSubmitted", { submitted, total: items.length })}</span>
        <div className={classes.strip} aria-hidden>
          <div className={classes.stripDone} style={{ width: percent(submitted) }} />
          <div className={classes.stripReady} style={{ width: percent(compiled) }} />
        </div>
      </div>
      <div className={classes.cardFoot}>
        <RunLink campaignId={campaign.id} />
        <LinkButton to="/campaigns/$campaignId" params={{ campaignId: campaign.id }} variant="default">
          {say("home.openCampaign")}
        </LinkButton>
      </div>
    </article>
  );
}
