/** For those who oversee: who has reported, where every assignment stands, and the report of all or one. */
import { Button, Select } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import type { PlanLead, PlanProgress, ProgressLine } from "../../api/plans-contract.js";
import { type Column, DataList } from "../../shared/data-list.js";
import { EmptyState } from "../../shared/empty-state.js";
import { Panel } from "../../shared/panel.js";
import { Chip } from "../../shared/state-chip.js";
import { useText } from "../../shared/text.js";
import { Toolbar } from "../../shared/toolbar.js";
import { useFormat } from "../../shared/use-format.js";
import { DownloadButtons } from "../reports/download-buttons.js";
import { GiveBackDialog } from "./give-back-dialog.js";
import { countLights, LightChip, lights } from "./light.js";
import { ToldText } from "./line-form.js";
import classes from "./plans.module.css";
import { Before, codeOf } from "./report-line.js";
import { ReportChip } from "./report-state.js";

const route = getRouteApi("/shell/plans/$planId/progress");

export function AllReports({ board }: { board: PlanProgress }): ReactNode {
  return (
    <>
      <Leads board={board} />
      <Lines board={board} />
    </>
  );
}

function Leads({ board: { plan, period, leads, lines } }: { board: PlanProgress }): ReactNode {
  const say = useText();
  const { number } = useFormat();
  const [returning, setReturning] = useState<PlanLead | null>(null);
  const expected = leads.filter((lead) => lead.expected);
  const sent = expected.filter(({ report }) => report.state === "sent");
  const late = leads.filter((lead) => lead.late);
  const columns: Column<PlanLead>[] = [
    {
      id: "name",
      header: say("reports.plan.lead"),
      main: true,
      cell: ({ name, unit }) => (
        <>
          {name}
          {unit !== null && unit.name !== name && <div className={classes.quiet}>{unit.name}</div>}
        </>
      ),
    },
    { id: "state", header: say("plans.state"), cell: (lead) => <ReportChip lead={lead} /> },
    {
      id: "lights",
      header: say("plans.lights"),
      cell: ({ organisation }) => (
        <Counts lines={lines.filter((line) => line.organisation === organisation)} />
      ),
    },
    {
      id: "acts",
      header: say("plans.giveBack"),
      quiet: true,
      fit: true,
      cell: (lead) =>
        lead.may.giveBack && (
          <Button
            size="xs"
            variant="default"
            aria-label={`${say("plans.giveBack")}: ${lead.name}`}
            onClick={() => setReturning(lead)}
          >
            {say("plans.giveBack")}
          </Button>
        ),
    },
  ];
  return (
    <Panel
      title={say("plans.reports")}
      note={
        expected.length === 0
          ? say("plans.notAsked")
          : `${say("plans.sentOf", { sent: number(sent.length), expected: number(expected.length) })}${
              late.length > 0 ? ` · ${say("plans.lateOf", { count: late.length })}` : ""
            }`
      }
      flush
    >
      <DataList
        caption={say("plans.reports")}
        columns={columns}
        rows={leads}
        rowKey={({ organisation }) => organisation}
      />
      {returning !== null && (
        <GiveBackDialog
          planId={plan.id}
          period={period}
          lead={returning}
          onClose={() => setReturning(null)}
        />
      )}
    </Panel>
  );
}

/** How many have which light; of what has no light of its own only how many. */
function Counts({ lines }: { lines: readonly ProgressLine[] }): ReactNode {
  const say = useText();
  const tones = { overdue: "bad", "due-soon": "warn", finished: "good" } as const;
  const counts = countLights(lines);
  const named = counts.flatMap(({ light, count }) =>
    light === "overdue" || light === "due-soon" || light === "finished"
      ? [{ light, count, tone: tones[light] }]
      : [],
  );
  const others = lines.length - named.reduce((sum, { count }) => sum + count, 0);
  return (
    <span className={classes.counts}>
      {named.map(({ light, count, tone }) => (
        <Chip key={light} tone={tone}>
          {say(`plans.light.${light}`)} {count}
        </Chip>
      ))}
      {others > 0 && (
        <Chip>
          {say("plans.light.other")} {others}
        </Chip>
      )}
    </span>
  );
}

function Lines({ board }: { board: PlanProgress }): ReactNode {
  const say = useText();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { plan, period, leads } = board;
  const lead = leads.find(({ organisation }) => organisation === search.lead);
  const light = lights.find((one) => one === search.light);
  const ofLead = board.lines.filter(
    ({ organisation }) => lead === undefined || organisation === lead.organisation,
  );
  const rows = ofLead.filter(({ state }) => light === undefined || state === light);
  const narrow = (part: { lead?: string | null; light?: string | null }): void =>
    void navigate({
      replace: true,
      resetScroll: false,
      search: (before) =>
        Object.fromEntries(Object.entries({ ...before, ...part }).filter(([, value]) => value !== null)),
    });
  return (
    <Panel title={say("plans.lines")} flush>
      <Toolbar>
        <Select
          label={say("reports.plan.lead")}
          placeholder={say("plans.allLeads")}
          clearable
          searchable
          data={leads.map(({ organisation, name }) => ({ value: organisation, label: name }))}
          value={lead?.organisation ?? null}
          onChange={(chosen) => narrow({ lead: chosen })}
        />
        <Select
          label={say("plans.light")}
          placeholder={say("plans.all")}
          clearable
          data={countLights(ofLead).map(({ light: value, count }) => ({
            value,
            label: `${say(`plans.light.${value}`)} (${count})`,
          }))}
          value={light ?? null}
          onChange={(chosen) => narrow({ light: chosen })}
        />
        <DownloadButtons
          path={`/plans/${plan.id}/reports/progress`}
          asked={{
            year: String(period.year),
            quarter: String(period.quarter),
            ...(lead === undefined ? {} : { lead: lead.organisation, issuer: lead.unit?.id }),
          }}
        />
      </Toolbar>
      {rows.length === 0 ? (
        <EmptyState title={say("plans.noLines")} />
      ) : (
        <LineList rows={rows} leads={leads} withLead={lead === undefined} />
      )}
    </Panel>
  );
}

function LineList({
  rows,
  leads,
  withLead,
}: {
  rows: readonly ProgressLine[];
  leads: readonly PlanLead[];
  withLead: boolean;
}): ReactNode {
  const say = useText();
  const names = new Map(leads.map(({ organisation, name }) => [organisation, name]));
  const columns: Column<ProgressLine>[] = [
    {
      id: "code",
      header: say("reports.plan.indicator"),
      main: true,
      cell: (line) => (
        <>
          <span className="figures">{codeOf(line)}</span> {line.title}
        </>
      ),
    },
    ...(withLead
      ? [
          {
            id: "lead",
            header: say("reports.plan.lead"),
            cell: ({ organisation }: ProgressLine) => (
              <div className={classes.leadCell}>{names.get(organisation)}</div>
            ),
          },
        ]
      : []),
    {
      id: "deadline",
      header: say("reports.plan.deadline"),
      cell: ({ deadline, state }) => (
        <div className={classes.deadline}>
          <LightChip light={state} />
          {deadline !== null && deadline.text !== say(`plans.light.${state}`) && (
            <span className={classes.quiet}>{deadline.text}</span>
          )}
        </div>
      ),
    },
    {
      id: "said",
      header: say("plans.said"),
      cell: (line) => (
        <div className={classes.saidCell}>
          {line.entry === null ? (
            <span className={classes.quiet}>{say("plans.saidNothing")}</span>
          ) : (
            <ToldText told={line.entry} />
          )}
          <Before line={line} open={false} />
        </div>
      ),
    },
  ];
  return (
    <DataList
      caption={say("plans.lines")}
      columns={columns}
      rows={rows}
      rowKey={({ organisation, code, input }) => `${organisation} ${code} ${input}`}
    />
  );
}
