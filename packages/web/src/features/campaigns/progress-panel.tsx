import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import type { Campaign, UnitName, UnitProgress } from "../../api/contract.js";
import { isSubmitted } from "../../shared/assessment-state.js";
import { type Column, DataList } from "../../shared/data-list.js";
import { DeadlineChip } from "../../shared/deadline-chip.js";
import { EmptyState } from "../../shared/empty-state.js";
import { Loaded } from "../../shared/loaded.js";
import { matches } from "../../shared/matches.js";
import { Panel } from "../../shared/panel.js";
import { PointsBar } from "../../shared/points-bar.js";
import { SearchField } from "../../shared/search-field.js";
import { StateChip } from "../../shared/state-chip.js";
import { type Say, useText } from "../../shared/text.js";
import { Toolbar } from "../../shared/toolbar.js";
import { useFormat, useNow } from "../../shared/use-format.js";
import classes from "./campaigns.module.css";
import { ExtensionDialog } from "./extension-dialog.js";
import { progressQuery } from "./queries.js";

function Totals({ items }: { items: readonly UnitProgress[] }): ReactNode {
  const say = useText();
  const { number } = useFormat();
  const now = useNow();
  const count = (of: (item: UnitProgress) => boolean): string => number(items.filter(of).length);
  const totals = [
    { label: say("campaigns.submitted"), value: count(({ state }) => isSubmitted(state)) },
    { label: say("campaigns.compiled"), value: count(({ state }) => state === "compiled") },
    { label: say("campaigns.declaring"), value: count(({ state }) => state === "declaring") },
    {
      label: say("campaigns.late"),
      value: count(({ state, dueAt }) => !isSubmitted(state) && new Date(dueAt) < now),
    },
  ];
  return (
    <Panel>
      <div className={classes.totals}>
        {totals.map(({ label, value }) => (
          <div key={label}>
            <div className={classes.total}>{value}</div>
            <div className={classes.totalLabel}>{label}</div>
          </div>
        ))}
      </div>
    </Panel>
  );
}

function columnsOf(
  say: Say,
  dateTime: (iso: string) => string,
  extend: ((unit: UnitName) => void) | null,
): Column<UnitProgress>[] {
  return [
    {
      id: "unit",
      header: say("campaigns.unit"),
      main: true,
      cell: ({ unit, assessmentId }) => (
        <Link to="/assessments/$assessmentId" params={{ assessmentId }}>
          {unit.name}
        </Link>
      ),
    },
    {
      id: "state",
      header: say("campaigns.status"),
      fit: true,
      cell: ({ state }) => <StateChip state={state} />,
    },
    {
      id: "answered",
      header: say("campaigns.answered"),
      align: "end",
      fit: true,
      cell: ({ answered, total }) => `${answered}/${total}`,
    },
    {
      id: "score",
      header: say("campaigns.score"),
      align: "end",
      fit: true,
      cell: ({ score, max }) => <PointsBar score={score} max={max} align="end" />,
    },
    {
      id: "due",
      header: say("campaigns.due"),
      align: "end",
      fit: true,
      cell: ({ dueAt, submittedAt }) =>
        submittedAt === null ? (
          <DeadlineChip dueAt={dueAt} />
        ) : (
          say("campaigns.submittedAt", { date: dateTime(submittedAt) })
        ),
    },
    ...(extend === null
      ? []
      : [
          {
            id: "extend",
            header: say("shared.actions"),
            quiet: true,
            align: "end" as const,
            fit: true,
            cell: ({ unit, state }: UnitProgress) =>
              isSubmitted(state) ? null : (
                <Button
                  variant="default"
                  size="xs"
                  aria-label={say("campaigns.extendUnit", { name: unit.name })}
                  onClick={() => extend(unit)}
                >
                  {say("campaigns.extend")}
                </Button>
              ),
          },
        ]),
  ];
}

/** How far each unit has come, and giving one of them more time. */
export function ProgressPanel({
  campaign,
  extends: mayExtend,
}: {
  campaign: Campaign;
  extends: boolean;
}): ReactNode {
  const say = useText();
  const { dateTime } = useFormat();
  const query = useQuery(progressQuery(campaign.id));
  const [words, setWords] = useState("");
  const [extended, setExtended] = useState<UnitName | null>(null);
  return (
    <Loaded query={query}>
      {({ items }) => {
        const rows = items.filter(({ unit }) => matches(unit.name, words));
        return (
          <>
            <Totals items={items} />
            <Panel title={say("campaigns.progress")} flush>
              <Toolbar>
                <SearchField label={say("campaigns.findUnit")} onSearch={setWords} />
              </Toolbar>
              {rows.length === 0 ? (
                <EmptyState
                  title={items.length === 0 ? say("campaigns.noProgress") : say("campaigns.noUnitFound")}
                />
              ) : (
                <DataList
                  caption={say("campaigns.progress")}
                  columns={columnsOf(say, dateTime, mayExtend ? setExtended : null)}
                  rows={rows}
                  rowKey={({ assessmentId }) => assessmentId}
                />
              )}
            </Panel>
            {extended !== null && (
              <ExtensionDialog campaign={campaign} unit={extended} onClose={() => setExtended(null)} />
            )}
          </>
        );
      }}
    </Loaded>
  );
}
