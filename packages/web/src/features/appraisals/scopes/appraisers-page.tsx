/** /campaigns/:id/appraisers — the coordinator says who appraises what. */
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Campaign } from "../../../api/contract.js";
import { LineSkeleton, Loaded } from "../../../shared/loaded.js";
import { Panel } from "../../../shared/panel.js";
import { campaignQuery } from "../../campaigns/queries.js";
import { AppraisalHeader } from "../appraisal-header.js";
import { useOutline } from "../judging/values-text.js";
import { appraisersQuery } from "../reads.js";
import { ScopeEditor } from "./scope-editor.js";

const route = getRouteApi("/shell/campaigns/$campaignId/appraisers");

/** Reads the campaign, its set, and the assignments. */
export function AppraisersPage(): ReactNode {
  const { campaignId } = route.useParams();
  const campaign = useQuery(campaignQuery(campaignId));
  return <Loaded query={campaign}>{(one) => <AppraisersOf campaign={one} />}</Loaded>;
}

function AppraisersOf({ campaign }: { campaign: Campaign }): ReactNode {
  const query = useQuery({ ...appraisersQuery(campaign.id), refetchOnWindowFocus: false });
  const outline = useOutline(campaign);
  return (
    <>
      <AppraisalHeader campaign={campaign} current="appraisers" />
      <Loaded query={query}>
        {(appraisers) =>
          outline === undefined ? (
            <Panel>
              <LineSkeleton lines={10} />
            </Panel>
          ) : (
            <ScopeEditor campaign={campaign} appraisers={appraisers} outline={outline} />
          )
        }
      </Loaded>
    </>
  );
}
