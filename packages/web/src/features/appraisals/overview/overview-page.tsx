/** /campaigns/:id/appraisal — how far appraising is: by appraiser, by unit, by indicator; and finishing it. */
import { SegmentedControl } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import type { AppraisalSummary } from "../../../api/appraisal-contract.js";
import type { Campaign } from "../../../api/contract.js";
import { type Column, DataList } from "../../../shared/data-list.js";
import { EmptyState } from "../../../shared/empty-state.js";
import { Loaded } from "../../../shared/loaded.js";
import { matches } from "../../../shared/matches.js";
import { Panel } from "../../../shared/panel.js";
import { SearchField } from "../../../shared/search-field.js";
import { useHasRole } from "../../../shared/session.js";
import { Chip, StateChip } from "../../../shared/state-chip.js";
import { type Say, useText } from "../../../shared/text.js";
import { type Format, useFormat } from "../../../shared/use-format.js";
import { campaignQuery } from "../../campaigns/queries.js";
import { AppraisalHeader } from "../appraisal-header.js";
import { summaryQuery } from "../reads.js";
import { FinishAll } from "./finish-all.js";
import { FinishUnit } from "./finish-unit.js";
import { MeterBar } from "./meter-bar.js";
import classes from "./overview.module.css";

const route = getRouteApi("/shell/campaigns/$campaignId/appraisal");

/** Reads the campaign and its summary. */
export function OverviewPage(): ReactNode {
  const { campaignId } = route.useParams();
  const campaign = useQuery(campaignQuery(campaignId));
  return <Loaded query={campaign}>{(one) => <Overview campaign={one} />}</Loaded>;
}

function Progress({ judged, total }: { judged: number; total: number }): ReactNode {
  const { number } = useFormat();
  return (
    <span className={classes.progress}>
      <span>
        {number(judged)}/{number(total)}
      </span>
      <MeterBar part={judged} whole={total} />
    </span>
  );
}

function Appraisers({ appraisers }: Pick<AppraisalSummary, "appraisers">): ReactNode {
  const say = useText();
  if (appraisers.length === 0) return null;
  return (
    <Panel title={say("appraisals.overview.appraisers")}>
      <ul className={classes.people}>
        {appraisers.map(({ account, judged, total }) => (
          <li key={account.id}>
            <span className={classes.person}>{account.displayName}</span>
            <Progress judged={judged} total={total} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

type UnitRow = AppraisalSummary["units"][number];
type IndicatorRow = AppraisalSummary["indicators"][number];

function queriesCell(say: Say, count: number): ReactNode {
  return count === 0 ? (
    say("shared.none")
  ) : (
    <Chip tone="warn">{say("appraisals.overview.open", { count })}</Chip>
  );
}

function unitColumns(say: Say, campaignId: string, coordinates: boolean): Column<UnitRow>[] {
  const columns: Column<UnitRow>[] = [
    {
      id: "unit",
      header: say("appraisals.by.unitHead"),
      main: true,
      cell: ({ unit }) => (
        <Link to="/campaigns/$campaignId/appraise" params={{ campaignId }} search={{ unit: unit.id }}>
          {unit.name}
        </Link>
      ),
    },
    {
      id: "state",
      header: say("queries.column.state"),
      fit: true,
      cell: ({ state }) => <StateChip state={state} />,
    },
    {
      id: "judged",
      header: say("appraisals.overview.judged"),
      fit: true,
      cell: (row) => <Progress {...row} />,
    },
    {
      id: "queries",
      header: say("queries.nav"),
      fit: true,
      cell: ({ openQueries }) => queriesCell(say, openQueries),
    },
  ];
  if (coordinates)
    columns.push({
      id: "finish",
      header: say("shared.actions"),
      quiet: true,
      align: "end",
      fit: true,
      cell: (row) => <FinishUnit campaignId={campaignId} row={row} />,
    });
  return columns;
}

function indicatorColumns(say: Say, { number }: Format, campaignId: string): Column<IndicatorRow>[] {
  return [
    {
      id: "indicator",
      header: say("appraisals.by.indicatorHead"),
      main: true,
      cell: ({ code, title }) => (
        <Link to="/campaigns/$campaignId/appraise" params={{ campaignId }} search={{ by: "indicator", code }}>
          <span className={classes.code}>{code}</span> {title}
        </Link>
      ),
    },
    {
      id: "judged",
      header: say("appraisals.overview.judged"),
      fit: true,
      cell: (row) => <Progress {...row} />,
    },
    {
      id: "disagreeing",
      header: say("appraisals.filter.disagreeing"),
      align: "end",
      fit: true,
      cell: ({ disagreeing }) => (disagreeing === 0 ? say("shared.none") : number(disagreeing)),
    },
    {
      id: "queries",
      header: say("queries.nav"),
      fit: true,
      cell: ({ openQueries }) => queriesCell(say, openQueries),
    },
  ];
}

function Overview({ campaign }: { campaign: Campaign }): ReactNode {
  const say = useText();
  const format = useFormat();
  const coordinates = useHasRole("coordinator");
  const [by, setBy] = useState<"unit" | "indicator">("unit");
  const [words, setWords] = useState("");
  const query = useQuery(summaryQuery(campaign.id));
  return (
    <>
      <AppraisalHeader
        campaign={campaign}
        current="overview"
        actions={coordinates && campaign.status === "open" && <FinishAll campaignId={campaign.id} />}
      />
      <Loaded query={query}>
        {({ units, indicators, appraisers }) => {
          const judged = units.reduce((sum, unit) => sum + unit.judged, 0);
          const total = units.reduce((sum, unit) => sum + unit.total, 0);
          const unitRows = units.filter(({ unit }) => matches(unit.name, words));
          const indicatorRows = indicators.filter(({ code, title }) => matches(`${code} ${title}`, words));
          return (
            <div className={classes.stack}>
              <Panel>
                <div className={classes.totals}>
                  <Figure
                    label={say("appraisals.overview.judged")}
                    value={`${format.number(judged)}/${format.number(total)}`}
                  />
                  <Figure
                    label={say("appraisals.overview.unitsDone")}
                    value={`${format.number(units.filter(({ state }) => state === "appraised").length)}/${format.number(units.length)}`}
                  />
                  <Figure
                    label={say("appraisals.overview.openQueries")}
                    value={format.number(units.reduce((sum, unit) => sum + unit.openQueries, 0))}
                  />
                  <Figure
                    label={say("appraisals.filter.disagreeing")}
                    value={format.number(indicators.reduce((sum, one) => sum + one.disagreeing, 0))}
                  />
                </div>
              </Panel>
              <Appraisers appraisers={appraisers} />
              <Panel flush>
                <div className={classes.tools} data-print="hide">
                  <SegmentedControl
                    aria-label={say("appraisals.queue.by")}
                    value={by}
                    data={(["unit", "indicator"] as const).map((one) => ({
                      value: one,
                      label: say(`appraisals.by.${one}`),
                    }))}
                    onChange={setBy}
                  />
                  <div className={classes.find}>
                    <SearchField label={say(`appraisals.places.find.${by}`)} onSearch={setWords} />
                  </div>
                </div>
                {(by === "unit" ? unitRows : indicatorRows).length === 0 ? (
                  <EmptyState title={say("appraisals.queue.noneFound")} />
                ) : by === "unit" ? (
                  <DataList
                    caption={say("appraisals.places.unit")}
                    columns={unitColumns(say, campaign.id, coordinates && campaign.status === "open")}
                    rows={unitRows}
                    rowKey={({ assessmentId }) => assessmentId}
                  />
                ) : (
                  <DataList
                    caption={say("appraisals.places.indicator")}
                    columns={indicatorColumns(say, format, campaign.id)}
                    rows={indicatorRows}
                    rowKey={({ code }) => code}
                  />
                )}
              </Panel>
            </div>
          );
        }}
      </Loaded>
    </>
  );
}

function Figure({ label, value }: { label: string; value: string }): ReactNode {
  return (
    <div>
      <div className={classes.figure}>{value}</div>
      <div className={classes.figureLabel}>{label}</div>
    </div>
  );
}
