import type { ReactNode } from "react";
import type { Campaign } from "../../api/contract.js";
import { LinkButton } from "../../shared/link-button.js";
import { useHasRole } from "../../shared/session.js";
import { useText } from "../../shared/text.js";
import { useNow } from "../../shared/use-format.js";

/** From a campaign that has begun to its appraising, its provisional ranks, its compilations and its results. */
export function CampaignLinks({ campaign }: { campaign: Campaign }): ReactNode {
  const say = useText();
  const decides = useHasRole("coordinator", "approver", "observer");
  const now = useNow();
  const params = { campaignId: campaign.id };
  // Nothing is compiled while units still declare.
  const declared = campaign.stages.every(({ stage, dueAt }) => stage !== "declare" || new Date(dueAt) < now);
  return (
    <>
      <LinkButton variant="default" to="/campaigns/$campaignId/appraisal" params={params}>
        {say("appraisals.title.queue")}
      </LinkButton>
      <LinkButton variant="default" to="/campaigns/$campaignId/workbook" params={params}>
        {say("workbooks.campaign.link")}
      </LinkButton>
      {campaign.status === "open" && (
        <LinkButton variant="default" to="/campaigns/$campaignId/live" params={params}>
          {say("results.live.title")}
        </LinkButton>
      )}
      <LinkButton variant="default" to="/campaigns/$campaignId/results" params={params}>
        {say("results.title")}
      </LinkButton>
      {decides && (
        <LinkButton variant="default" to="/campaigns/$campaignId/exports" params={params}>
          {say("exports.title")}
        </LinkButton>
      )}
      {decides && (
        <LinkButton
          variant={campaign.status === "open" && declared ? "filled" : "default"}
          to="/campaigns/$campaignId/runs"
          params={params}
        >
          {say("runs.title")}
        </LinkButton>
      )}
    </>
  );
}
