import { IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { CampaignHead } from "../../api/contract.js";
import { type Column, DataList } from "../../shared/data-list.js";
import { EmptyState } from "../../shared/empty-state.js";
import { LinkButton } from "../../shared/link-button.js";
import { Loaded } from "../../shared/loaded.js";
import { PageHeader } from "../../shared/page-header.js";
import { Panel } from "../../shared/panel.js";
import { useHasRole } from "../../shared/session.js";
import { StateChip } from "../../shared/state-chip.js";
import { useText } from "../../shared/text.js";
import { campaignsQuery } from "./queries.js";

/** Every campaign, the newest first. */
export function CampaignsPage(): ReactNode {
  const say = useText();
  const creates = useHasRole("coordinator");
  const query = useQuery(campaignsQuery);
  const columns: Column<CampaignHead>[] = [
    {
      id: "name",
      header: say("campaigns.name"),
      main: true,
      cell: ({ id, name }) => (
        <Link to="/campaigns/$campaignId" params={{ campaignId: id }}>
          {name}
        </Link>
      ),
    },
    { id: "year", header: say("campaigns.year"), align: "end", fit: true, cell: ({ year }) => String(year) },
    { id: "set", header: say("campaigns.set"), cell: ({ setTitle }) => setTitle },
    {
      id: "status",
      header: say("campaigns.status"),
      fit: true,
      cell: ({ status }) => <StateChip state={status} />,
    },
  ];
  const create = creates && (
    <LinkButton to="/campaigns/new" leftSection={<IconPlus size={18} stroke={1.5} aria-hidden />}>
      {say("campaigns.create")}
    </LinkButton>
  );
  return (
    <>
      <PageHeader
        title={say("campaigns.title")}
        description={say("campaigns.description")}
        actions={create}
      />
      <Panel flush>
        <Loaded query={query}>
          {({ items }) =>
            items.length === 0 ? (
              <EmptyState title={say("campaigns.empty")} action={create}>
                {say("campaigns.emptyDetail")}
              </EmptyState>
            ) : (
              <DataList
                caption={say("campaigns.title")}
                columns={columns}
                rows={items.toSorted((one, other) => other.year - one.year)}
                rowKey={({ id }) => id}
              />
            )
          }
        </Loaded>
      </Panel>
    </>
  );
}
