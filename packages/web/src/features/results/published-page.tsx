import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { homeQuery } from "../../api/queries.js";
import type { PublishedCampaign } from "../../api/results-contract.js";
import { type Column, DataList } from "../../shared/data-list.js";
import { EmptyState } from "../../shared/empty-state.js";
import { Loaded } from "../../shared/loaded.js";
import { PageHeader } from "../../shared/page-header.js";
import { Panel } from "../../shared/panel.js";
import { unitsOf, useSession } from "../../shared/session.js";
import { useText } from "../../shared/text.js";
import { useFormat } from "../../shared/use-format.js";
import { publishedQuery } from "./queries.js";

/** The unit of the account that a campaign was about, if it was about one of them. */
function useOwnUnit(): (campaignId: string) => { id: string; name: string } | undefined {
  const { data } = useQuery(homeQuery);
  const own = new Set(unitsOf(useSession()).map(({ id }) => id));
  return (campaignId) =>
    data?.items.find(({ campaign, unit }) => campaign.id === campaignId && own.has(unit.id))?.unit;
}

/** The campaigns with published results, the newest first; one's own unit's result beside each. */
export function PublishedPage(): ReactNode {
  const say = useText();
  const { date, number } = useFormat();
  const ownUnit = useOwnUnit();
  const query = useQuery(publishedQuery);
  const own: Column<PublishedCampaign> = {
    id: "own",
    header: say("results.ownResult"),
    cell: ({ id }) => {
      const unit = ownUnit(id);
      return unit === undefined ? null : (
        <Link to="/campaigns/$campaignId/results/$unitId" params={{ campaignId: id, unitId: unit.id }}>
          {unit.name}
        </Link>
      );
    },
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
    ...(query.data?.items.some(({ id }) => ownUnit(id) !== undefined) ? [own] : []),
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
