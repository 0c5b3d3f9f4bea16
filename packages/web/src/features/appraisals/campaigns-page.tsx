/** /appraisals — the campaigns that are being appraised; with one alone, its queue. */
import { IconChecks } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Navigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { EmptyState } from "../../shared/empty-state.js";
import { Loaded } from "../../shared/loaded.js";
import { PageHeader } from "../../shared/page-header.js";
import { Panel } from "../../shared/panel.js";
import { useText } from "../../shared/text.js";
import { campaignsQuery } from "../campaigns/queries.js";
import { AppraisingCards } from "./appraising-cards.js";

/** What an appraiser comes upon first. */
export function AppraisedCampaignsPage(): ReactNode {
  const say = useText();
  const query = useQuery(campaignsQuery);
  return (
    <Loaded query={query}>
      {({ items }) => {
        const open = items.filter(({ status }) => status === "open");
        const [only] = open;
        if (only !== undefined && open.length === 1)
          return <Navigate to="/campaigns/$campaignId/appraise" params={{ campaignId: only.id }} replace />;
        return (
          <>
            <PageHeader title={say("appraisals.title.queue")} />
            {open.length === 0 ? (
              <Panel>
                <EmptyState icon={IconChecks} title={say("appraisals.queue.none")}>
                  {say("appraisals.queue.noneDetail")}
                </EmptyState>
              </Panel>
            ) : (
              <section aria-labelledby="appraised-campaigns">
                <h2 id="appraised-campaigns" className="for-readers">
                  {say("appraisals.home.title")}
                </h2>
                <AppraisingCards campaigns={open} />
              </section>
            )}
          </>
        );
      }}
    </Loaded>
  );
}
