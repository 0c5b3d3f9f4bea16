import { Button, Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import type { UnitDetail, UnitLink } from "../../api/contract.js";
import { DataList } from "../../shared/data-list.js";
import { EmptyState } from "../../shared/empty-state.js";
import { FactList } from "../../shared/fact-list.js";
import { LinkButton } from "../../shared/link-button.js";
import { Loaded } from "../../shared/loaded.js";
import { PageHeader } from "../../shared/page-header.js";
import { Panel } from "../../shared/panel.js";
import { PointsBar } from "../../shared/points-bar.js";
import { useHasRole } from "../../shared/session.js";
import { useText } from "../../shared/text.js";
import { useFormat } from "../../shared/use-format.js";
import { CloseDialog, RenameDialog } from "./change-dialogs.js";
import { MergeDialog } from "./merge-dialog.js";
import { unitQuery } from "./queries.js";

const route = getRouteApi("/shell/units/$unitId");

function Links({ title, links }: { title: string; links: readonly UnitLink[] }): ReactNode {
  const say = useText();
  const { date } = useFormat();
  if (links.length === 0) return null;
  return (
    <Panel title={title} flush>
      <DataList
        caption={title}
        columns={[
          {
            id: "name",
            header: say("units.name"),
            main: true,
            cell: ({ id, name }) => (
              <Link to="/units/$unitId" params={{ unitId: id }}>
                {name}
              </Link>
            ),
          },
          { id: "on", header: say("units.on"), cell: ({ on }) => date(on) },
          {
            id: "basis",
            header: say("units.legalBasis"),
            cell: ({ legalBasis }) => legalBasis || say("shared.none"),
          },
        ]}
        rows={links}
        rowKey={({ id }) => id}
      />
    </Panel>
  );
}

function Names({ unit }: { unit: UnitDetail }): ReactNode {
  const say = useText();
  const { date } = useFormat();
  return (
    <Panel title={say("units.names")} note={say("units.namesNote")} flush>
      <DataList
        caption={say("units.names")}
        columns={[
          { id: "name", header: say("units.name"), main: true, cell: ({ name }) => name },
          {
            id: "time",
            header: say("units.valid"),
            cell: ({ from, to }) =>
              to === null
                ? say("units.since", { date: date(from) })
                : say("units.fromTo", { from: date(from), to: date(to) }),
          },
          {
            id: "basis",
            header: say("units.legalBasis"),
            cell: ({ legalBasis }) => legalBasis || say("shared.none"),
          },
        ]}
        rows={unit.names}
        rowKey={({ name, from }) => `${name} ${from}`}
      />
    </Panel>
  );
}

function Results({ unit }: { unit: UnitDetail }): ReactNode {
  const say = useText();
  return (
    <Panel title={say("units.results")} flush>
      {unit.results.length === 0 ? (
        <EmptyState title={say("units.noResults")} />
      ) : (
        <DataList
          caption={say("units.results")}
          columns={[
            {
              id: "year",
              header: say("units.year"),
              main: true,
              cell: ({ campaignId, year }) => (
                <Link to="/campaigns/$campaignId/results/$unitId" params={{ campaignId, unitId: unit.id }}>
                  {String(year)}
                </Link>
              ),
            },
            {
              id: "rank",
              header: say("units.rank"),
              align: "end",
              cell: ({ rank }) => (rank === null ? say("shared.none") : String(rank)),
            },
            {
              id: "points",
              header: say("units.points"),
              align: "end",
              fit: true,
              cell: ({ total, max }) => <PointsBar score={total} max={max} align="end" />,
            },
          ]}
          rows={unit.results}
          rowKey={({ campaignId }) => campaignId}
        />
      )}
    </Panel>
  );
}

type Dialog = "rename" | "merge" | "close";
const dialogs = { rename: RenameDialog, merge: MergeDialog, close: CloseDialog };

function UnitView({ unit }: { unit: UnitDetail }): ReactNode {
  const say = useText();
  const { date } = useFormat();
  const edits = useHasRole("administrator") && unit.validTo === null;
  const [asked, setAsked] = useState<Dialog | null>(null);
  const Asked = asked === null ? null : dialogs[asked];
  return (
    <>
      <PageHeader
        back={{ to: "/units", label: say("units.title") }}
        title={unit.name}
        eyebrow={`${unit.kindName} · ${unit.code}`}
        actions={
          <>
            <LinkButton variant="default" to="/units/$unitId/letterhead" params={{ unitId: unit.id }}>
              {say("reports.letterhead")}
            </LinkButton>
            {edits && (
              <>
                <Button variant="default" onClick={() => setAsked("rename")}>
                  {say("units.rename")}
                </Button>
                <Button variant="default" onClick={() => setAsked("merge")}>
                  {say("units.merge")}
                </Button>
                <Button variant="default" onClick={() => setAsked("close")}>
                  {say("units.close")}
                </Button>
              </>
            )}
          </>
        }
      />
      <Stack gap="lg">
        <Panel>
          <FactList
            facts={[
              { label: say("units.code"), value: unit.code },
              { label: say("units.kind"), value: unit.kindName },
              {
                label: say("units.rankingGroup"),
                value: unit.rankingGroupName ?? unit.rankingGroup ?? say("shared.none"),
              },
              {
                label: say("units.valid"),
                value:
                  unit.validTo === null
                    ? say("units.since", { date: date(unit.validFrom) })
                    : say("units.fromTo", { from: date(unit.validFrom), to: date(unit.validTo) }),
              },
            ]}
          />
        </Panel>
        <Links title={say("units.successors")} links={unit.successors} />
        <Results unit={unit} />
        <Names unit={unit} />
        <Links title={say("units.predecessors")} links={unit.predecessors} />
      </Stack>
      {Asked !== null && <Asked unit={unit} onClose={() => setAsked(null)} />}
    </>
  );
}

/** One unit: what it is, its names over time, whom it came from and went to, its past results. */
export function UnitPage(): ReactNode {
  const { unitId } = route.useParams();
  const query = useQuery(unitQuery(unitId));
  return <Loaded query={query}>{(unit) => <UnitView key={unit.id} unit={unit} />}</Loaded>;
}
