import { SegmentedControl } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { type ReactNode, useMemo, useState } from "react";
import type { Campaign } from "../../../api/contract.js";
import type { LiveItem, LiveRanking } from "../../../api/results-contract.js";
import { EmptyState } from "../../../shared/empty-state.js";
import { Loaded } from "../../../shared/loaded.js";
import { type LongColumn, LongList } from "../../../shared/long-list.js";
import { matches } from "../../../shared/matches.js";
import { PageHeader } from "../../../shared/page-header.js";
import { Panel } from "../../../shared/panel.js";
import { PointsBar } from "../../../shared/points-bar.js";
import { SearchField } from "../../../shared/search-field.js";
import { Chip, StateChip } from "../../../shared/state-chip.js";
import { type Say, useText } from "../../../shared/text.js";
import { Toolbar } from "../../../shared/toolbar.js";
import { useFormat } from "../../../shared/use-format.js";
import { campaignQuery } from "../../campaigns/queries.js";
import { chosenGroup, groupKey, inGroup } from "../group-choice.js";
import { GroupSelect } from "../group-select.js";
import { liveQuery } from "../queries.js";
import classes from "./live.module.css";
import { RelativesPanel } from "./relatives-panel.js";

const route = getRouteApi("/shell/campaigns/$campaignId/live");

const names = new Intl.Collator("vi");
const last = Number.MAX_SAFE_INTEGER;

function columnsOf(say: Say): LongColumn<LiveItem>[] {
  return [
    {
      id: "rank",
      header: say("results.rank"),
      phone: "lead",
      align: "end",
      width: 72,
      cell: ({ rank }) => (rank === null ? say("shared.none") : String(rank)),
    },
    {
      id: "unit",
      header: say("results.unit"),
      phone: "main",
      cell: ({ unit, assessmentId }) => (
        <Link to="/assessments/$assessmentId" params={{ assessmentId }} preload={false}>
          {unit.name}
        </Link>
      ),
    },
    {
      id: "state",
      header: say("results.live.state"),
      phone: "line",
      width: 180,
      cell: ({ state }) => <StateChip state={state} />,
    },
    {
      id: "total",
      header: say("results.points"),
      phone: "key",
      align: "end",
      width: 200,
      cell: ({ total, max }) => <PointsBar score={total} max={max} align="end" />,
    },
  ];
}

/** The groups of a campaign with how many of the units stand in each. */
function groupsOf(campaign: Campaign, items: readonly LiveItem[]) {
  const counts = new Map<string | null, number>();
  for (const { group } of items) counts.set(group, (counts.get(group) ?? 0) + 1);
  return [...counts].map(([code, units]) => ({
    code,
    name: campaign.groups.find((group) => group.code === code)?.name ?? "",
    units,
  }));
}

function Provisional({ campaign, live }: { campaign: Campaign; live: LiveRanking }): ReactNode {
  const say = useText();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [words, setWords] = useState("");
  const groups = useMemo(() => groupsOf(campaign, live.items), [campaign, live.items]);
  const group = chosenGroup(groups, search.group);
  const columns = useMemo(() => columnsOf(say), [say]);
  const ordered = useMemo(
    () =>
      inGroup(live.items, group).toSorted(
        (one, other) =>
          (one.rank ?? last) - (other.rank ?? last) || names.compare(one.unit.name, other.unit.name),
      ),
    [live.items, group],
  );
  const rows = useMemo(() => ordered.filter(({ unit }) => matches(unit.name, words)), [ordered, words]);
  return (
    <>
      <Panel
        title={say("results.live.ranks")}
        flush
        {...(live.leftOut.length === 0
          ? {}
          : {
              note: say("results.live.leftOut", {
                units: live.leftOut.map(({ name }) => name).join(", "),
              }),
            })}
      >
        <Toolbar>
          <SearchField label={say("results.search")} onSearch={setWords} />
          <GroupSelect
            groups={groups}
            value={group}
            onChange={(chosen) =>
              void navigate({ search: { ...search, group: chosen }, replace: true, resetScroll: false })
            }
          />
        </Toolbar>
        {rows.length === 0 ? (
          <EmptyState title={say("results.noneFound")} />
        ) : (
          <LongList
            caption={say("results.live.ranks")}
            columns={columns}
            rows={rows}
            rowKey={({ assessmentId }) => assessmentId}
          />
        )}
      </Panel>
      <RelativesPanel relatives={live.relatives.filter((relative) => groupKey(relative.group) === group)} />
    </>
  );
}

function LiveView({ campaign }: { campaign: Campaign }): ReactNode {
  const say = useText();
  const { time } = useFormat();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const basis = search.basis ?? "appraised";
  const query = useQuery(liveQuery(campaign.id, basis));
  return (
    <>
      <PageHeader
        back={{ to: "/campaigns/$campaignId", params: { campaignId: campaign.id }, label: campaign.name }}
        title={say("results.live.title")}
        eyebrow={
          query.data?.provisional === true && <Chip tone="warn">{say("results.live.provisional")}</Chip>
        }
        description={say("results.live.lead")}
        actions={
          <SegmentedControl
            aria-label={say("results.live.basis")}
            data={[
              { value: "declared", label: say("results.declared") },
              { value: "appraised", label: say("results.appraised") },
            ]}
            value={basis}
            onChange={(chosen) =>
              void navigate({ search: { ...search, basis: chosen }, replace: true, resetScroll: false })
            }
          />
        }
      />
      <Loaded query={query}>
        {(live) => (
          <div className={classes.parts}>
            <p className={classes.at}>
              {say("results.live.at", { time: time(new Date(query.dataUpdatedAt).toISOString()) })}
            </p>
            <Provisional campaign={campaign} live={live} />
          </div>
        )}
      </Loaded>
    </>
  );
}

/** Totals and ranks as they would be if nothing more changed; renewed by itself. */
export function LivePage(): ReactNode {
  const { campaignId } = route.useParams();
  const query = useQuery(campaignQuery(campaignId));
  return <Loaded query={query}>{(campaign) => <LiveView campaign={campaign} />}</Loaded>;
}
