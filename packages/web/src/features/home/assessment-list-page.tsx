import { Select, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { api, take } from "../../api/client.js";
import type { AssessmentHead } from "../../api/contract.js";
import { isSubmitted } from "../../shared/assessment-state.js";
import { type Column, DataList } from "../../shared/data-list.js";
import { DeadlineChip } from "../../shared/deadline-chip.js";
import { EmptyState } from "../../shared/empty-state.js";
import { Loaded } from "../../shared/loaded.js";
import { matches } from "../../shared/matches.js";
import { PageHeader } from "../../shared/page-header.js";
import { Panel } from "../../shared/panel.js";
import { PointsBar } from "../../shared/points-bar.js";
import { useChosenUnit } from "../../shared/session.js";
import { StateChip } from "../../shared/state-chip.js";
import { type Say, useText } from "../../shared/text.js";
import { useFormat } from "../../shared/use-format.js";
import classes from "./home.module.css";

function columnsOf(say: Say, date: (iso: string) => string): Column<AssessmentHead>[] {
  return [
    {
      id: "unit",
      header: say("home.unit"),
      main: true,
      cell: ({ unit, id }) => (
        <Link to="/assessments/$assessmentId" params={{ assessmentId: id }}>
          {unit.name}
        </Link>
      ),
    },
    { id: "campaign", header: say("home.campaign"), cell: ({ campaign }) => campaign.name },
    { id: "state", header: say("home.state"), fit: true, cell: ({ state }) => <StateChip state={state} /> },
    {
      id: "deadline",
      header: say("home.deadline"),
      fit: true,
      cell: ({ dueAt, state }) =>
        isSubmitted(state) ? <span className="figures">{date(dueAt)}</span> : <DeadlineChip dueAt={dueAt} />,
    },
    {
      id: "progress",
      header: say("home.progress"),
      align: "end",
      cell: ({ answered, total }) => `${answered}/${total}`,
    },
    {
      id: "points",
      header: say("home.points"),
      align: "end",
      fit: true,
      cell: ({ score, max }) => <PointsBar score={score} max={max} align="end" />,
    },
  ];
}

/** Every assessment that the account may see, to be searched. */
export function AssessmentListPage(): ReactNode {
  const say = useText();
  const { date } = useFormat();
  const chosen = useChosenUnit();
  const query = useQuery({
    queryKey: ["assessments", "list"],
    queryFn: ({ signal }) => take(api.GET("/assessments", { signal })),
  });
  const [words, setWords] = useState("");
  const [year, setYear] = useState<string | null>(null);
  return (
    <>
      <PageHeader title={say("home.assessments")} description={say("home.assessmentsLead")} />
      <Panel flush>
        <Loaded query={query}>
          {({ items }) => {
            const years = [...new Set(items.map(({ campaign }) => String(campaign.year)))]
              .toSorted()
              .toReversed();
            const rows = items.filter(
              ({ unit, campaign }) =>
                (chosen === null || unit.id === chosen.id) &&
                (year === null || String(campaign.year) === year) &&
                matches(`${unit.name} ${campaign.name}`, words),
            );
            return (
              <>
                <div className={classes.filters} data-print="hide">
                  <TextInput
                    aria-label={say("home.filter")}
                    placeholder={say("home.filter")}
                    leftSection={<IconSearch size={16} aria-hidden />}
                    value={words}
                    onChange={(event) => setWords(event.currentTarget.value)}
                    flex="1 1 240px"
                  />
                  <Select
                    aria-label={say("home.year")}
                    placeholder={say("home.allYears")}
                    data={years}
                    value={year}
                    onChange={setYear}
                    clearable
                    w={140}
                  />
                </div>
                {rows.length === 0 ? (
                  <EmptyState title={items.length === 0 ? say("home.empty") : say("home.noneFound")} />
                ) : (
                  <DataList
                    caption={say("home.assessments")}
                    columns={columnsOf(say, date)}
                    rows={rows}
                    rowKey={({ id }) => id}
                  />
                )}
              </>
            );
          }}
        </Loaded>
      </Panel>
    </>
  );
}
