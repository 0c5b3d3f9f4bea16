import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { PublishedCampaign } from "../../api/results-contract.js";
import { type Column, DataList } from "../../shared/data-list.js";
import { EmptyState } from "../../shared/empty-state.js";
import { Loaded } from "../../shared/loaded.js";
import { PageHeader } from "../../shared/page-header.js";
import { Panel } from "../../shared/panel.js";
import { useOversees } from "../../shared/session.js";
import { useText } from "../../shared/text.js";
import { useFormat } from "../../shared/use-format.js";
import { useOwnAssessment } from "./own-result.js";
import { publishedQuery } from "./queries.js";

function OwnResult({ campaignId }: { campaignId: string }): ReactNode {
  const own = useOwnAssessment(campaignId);
  if (own === undefined) return null;
  return (
    <Link to="/campaigns/$campaignId/results/$unitId" params={{ campaignId, unitId: own.unit.id }}>
      {own.unit.name}
    </Link>
  );
}

/** The campaigns with published results, the newest first; one's own unit's result beside each. */
export function PublishedPage(): ReactNode {
  const say = useText();
  const { date, number } = useFormat();
  const oversees = useOversees();
  const query = useQuery(publishedQuery);
  const own: Column<PublishedCampaign> = {
    id: "own",
    header: say("results.ownResult"),
    cell: ({ id }) => <OwnResult campaignId={id} />,
  };
  const columns: Column<PublishedCampaign>[] = [
    {
      id: "name",
      header: say("results.campaign"),
      main: true,
      cell: ({ id, name }) => (
        <Link to="/campaigns/$campaignId/results" params={{ campaignId: id }}>
          {name}
        </Link>
      ),
    },
    { id: "year", header: say("results.year"), align: "end", fit: true, cell: ({ year }) => String(year) },
    ...(oversees ? [] : [own]),
    {
      id: "units",
      header: say("results.units"),
      align: "end",
      fit: true,
      cell: ({ units }) => number(units),
    },
    {
      id: "published",
      header: say("results.publishedAt"),
      fit: true,
      cell: ({ publishedAt }) => (publishedAt === null ? say("shared.none") : date(publishedAt)),
    },
    {
      id: "public",
      header: say("results.publicPage"),
      fit: true,
      cell: ({ id }) => <a href={`/cong-bo/${id}`}>{say("results.openPublic")}</a>,
    },
  ];
  return (
    <>
      <PageHeader title={say("results.title")} description={say("results.lead")} />
      <Panel flush>
        <Loaded query={query}>
          {({ items }) =>
            items.length === 0 ? (
              <EmptyState title={say("results.nonePublished")}>
                {say("results.nonePublishedDetail")}
              </EmptyState>
            ) : (
              <DataList
                caption={say("results.title")}
                columns={columns}
                rows={items}
                rowKey={({ id }) => id}
              />
            )
          }
        </Loaded>
      </Panel>
    </>
  );
}
