/** For each campaign, how much is still to be judged, with the way there. */
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { CampaignHead } from "../../api/contract.js";
import { DeadlineChip } from "../../shared/deadline-chip.js";
import { LinkButton } from "../../shared/link-button.js";
import { Chip } from "../../shared/state-chip.js";
import { useText } from "../../shared/text.js";
import { useNow } from "../../shared/use-format.js";
import { campaignQuery } from "../campaigns/queries.js";
import classes from "./appraising-cards.module.css";
import { MeterBar } from "./overview/meter-bar.js";
import { countsQuery } from "./reads.js";

/** One card a campaign. */
export function AppraisingCards({ campaigns }: { campaigns: readonly CampaignHead[] }): ReactNode {
  return (
    <div className={classes.cards}>
      {campaigns.map((campaign) => (
        <AppraisingCard key={campaign.id} campaign={campaign} />
      ))}
    </div>
  );
}

function AppraisingCard({ campaign }: { campaign: CampaignHead }): ReactNode {
  const say = useText();
  const { data: counts } = useQuery(countsQuery(campaign.id));
  const { data: whole } = useQuery(campaignQuery(campaign.id));
  const stage = whole?.stages.find((one) => one.stage === "appraise");
  const { all = 0, unjudged = 0, overdue = 0, stale = 0 } = counts ?? {};
  const now = useNow();
  const begun = stage !== undefined && (stage.opensAt === null || new Date(stage.opensAt) <= now);
  return (
    <article className={classes.card} aria-label={campaign.name}>
      <div>
        <h3 className={classes.name}>{campaign.name}</h3>
        <p className={classes.chips}>
          {stage !== undefined && <DeadlineChip dueAt={stage.dueAt} opensAt={stage.opensAt} />}
          {overdue > 0 && <Chip tone="bad">{say("appraisals.home.overdue", { count: overdue })}</Chip>}
          {stale > 0 && <Chip tone="warn">{say("appraisals.home.stale", { count: stale })}</Chip>}
        </p>
      </div>
      <div className={classes.foot}>
        <span className={classes.left}>
          {counts !== undefined &&
            (all === 0 ? say("appraisals.queue.none") : say("appraisals.home.unjudged", { count: unjudged }))}
          <MeterBar part={all - unjudged} whole={all} />
        </span>
        <LinkButton
          to="/campaigns/$campaignId/appraise"
          params={{ campaignId: campaign.id }}
          search={counts === undefined || unjudged > 0 ? { filter: "unjudged" } : {}}
          variant={begun && unjudged > 0 ? "filled" : "default"}
        >
          {say("appraisals.home.go")}
        </LinkButton>
      </div>
    </article>
  );
}
