import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { HomeItem } from "../../api/contract.js";
import { homeQuery } from "../../api/queries.js";
import { campaignsQuery } from "../../features/campaigns/queries.js";
import { isSubmitted } from "../../shared/assessment-state.js";
import { DeadlineChip } from "../../shared/deadline-chip.js";
import { useOversees } from "../../shared/session.js";
import classes from "./shell.module.css";

/** What a page is about, as far as its address tells. */
interface About {
  readonly campaignId?: string;
  readonly queryId?: string;
}

/** The assessment of the campaign that the page is about, else the one that is due first; none where the page is about something else. */
function itemInView(items: readonly HomeItem[], about: About): HomeItem | undefined {
  const { campaignId, queryId } = about;
  if (campaignId !== undefined) return items.find(({ campaign }) => campaign.id === campaignId);
  if (queryId !== undefined) return undefined;
  return (
    items
      .toSorted((one, other) => one.dueAt.localeCompare(other.dueAt))
      .find(({ state }) => !isSubmitted(state)) ?? items[0]
  );
}

/** The campaign that the page is about, else the one that is open now, for those who oversee the whole province. */
function CampaignInCharge(): ReactNode {
  const { data } = useQuery(campaignsQuery);
  const { campaignId } = useParams({ strict: false });
  const open =
    data?.items.find(({ id }) => id === campaignId) ?? data?.items.find(({ status }) => status === "open");
  return open === undefined ? null : <span className={classes.campaignName}>{open.name}</span>;
}

/** Which campaign the work of these days belongs to, and how long it still runs. */
export function CampaignContext(): ReactNode {
  const { data } = useQuery(homeQuery);
  const oversees = useOversees();
  const about = useParams({ strict: false });
  const { assessmentId, queryId } = about;
  const item = itemInView(data?.items ?? [], about);
  // The pages of an assessment say themselves what it belongs to, and until when.
  if (assessmentId !== undefined) return <div className={classes.campaign} />;
  return (
    <div className={classes.campaign}>
      {item === undefined && oversees && queryId === undefined && <CampaignInCharge />}
      {item !== undefined && (
        <>
          <span className={classes.campaignName}>{item.campaign.name}</span>
          <DeadlineChip dueAt={item.dueAt} done={isSubmitted(item.state)} />
        </>
      )}
    </div>
  );
}
