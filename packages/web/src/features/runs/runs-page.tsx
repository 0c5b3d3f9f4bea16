import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Campaign } from "../../api/contract.js";
import { EmptyState } from "../../shared/empty-state.js";
import { LinkButton } from "../../shared/link-button.js";
import { Loaded } from "../../shared/loaded.js";
import { PageHeader } from "../../shared/page-header.js";
import { Panel } from "../../shared/panel.js";
import { useHasRole } from "../../shared/session.js";
import { useText } from "../../shared/text.js";
import { campaignQuery } from "../campaigns/queries.js";
import { CompilePanel } from "./compile-panel.js";
import { runsQuery } from "./queries.js";
import { RunCard } from "./run-card.js";
import classes from "./runs.module.css";

const route = getRouteApi("/shell/campaigns/$campaignId/runs");

function Runs({ campaign }: { campaign: Campaign }): ReactNode {
  const say = useText();
  const query = useQuery(runsQuery(campaign.id));
  return (
    <Panel title={say("runs.list")} note={say("runs.listNote")} flush>
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={say("runs.none")}>{say("runs.noneDetail")}</EmptyState>
          ) : (
            items.map((run) => <RunCard key={run.id} run={run} />)
          )
        }
      </Loaded>
    </Panel>
  );
}

function RunsView({ campaign }: { campaign: Campaign }): ReactNode {
  const say = useText();
  const compiles = useHasRole("coordinator");
  const { data } = useQuery(runsQuery(campaign.id));
  // Nothing is compiled yet: what comes first is compiling.
  const begins = compiles && campaign.status === "open" && data?.items.length === 0;
  return (
    <>
      <PageHeader
        back={{ to: "/campaigns/$campaignId", params: { campaignId: campaign.id }, label: campaign.name }}
        title={say("runs.title")}
        description={say("runs.lead")}
        actions={
          <LinkButton variant="default" to="/campaigns/$campaignId/live" params={{ campaignId: campaign.id }}>
            {say("results.live.title")}
          </LinkButton>
        }
      />
      <div className={classes.parts}>
        {begins && <CompilePanel campaign={campaign} />}
        <Runs campaign={campaign} />
        {compiles && !begins && campaign.status !== "preparing" && <CompilePanel campaign={campaign} />}
      </div>
    </>
  );
}

/** Compiling, approving and publishing a campaign, and every run that was made. */
export function RunsPage(): ReactNode {
  const { campaignId } = route.useParams();
  const query = useQuery(campaignQuery(campaignId));
  return <Loaded query={query}>{(campaign) => <RunsView campaign={campaign} />}</Loaded>;
}
