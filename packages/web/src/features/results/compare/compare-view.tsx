import { Button, MultiSelect } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useCallback, useMemo } from "react";
import type { Comparison, Ranking, ResultItem } from "../../../api/results-contract.js";
import { ChartPanel } from "../../../shared/chart.js";
import { type Column, DataList } from "../../../shared/data-list.js";
import { EmptyState } from "../../../shared/empty-state.js";
import { Loaded } from "../../../shared/loaded.js";
import { Panel } from "../../../shared/panel.js";
import { type Say, useText } from "../../../shared/text.js";
import { type Format, useFormat } from "../../../shared/use-format.js";
import { inOrder } from "../order.js";
import { compareQuery } from "../queries.js";
import { radarOption } from "../radar.js";
import type { RunSearch } from "../search.js";
import classes from "./compare.module.css";

const MOST = 5;

interface CompareViewProps {
  ranking: Ranking;
  run: RunSearch;
  chosen: readonly string[];
  onChoose(units: string[]): void;
}

type Row = Comparison["indicators"][number];

/** Points of one indicator in one unit; the highest of the row in bold, and said to be. */
function Score({ row, unit }: { row: Row; unit: string }): ReactNode {
  const say = useText();
  const { points } = useFormat();
  const score = row.scores[unit];
  if (score === undefined) return say("shared.none");
  const all = Object.values(row.scores).map(Number);
  const highest = Number(score) === Math.max(...all) && all.some((other) => other < Number(score));
  return highest ? (
    <strong>
      {points(score)}
      <span className="for-readers"> {say("results.highest")}</span>
    </strong>
  ) : (
    points(score)
  );
}

function indicatorColumns(say: Say, { points }: Format, units: Comparison["units"]): Column<Row>[] {
  return [
    {
      id: "indicator",
      header: say("results.indicator"),
      main: true,
      cell: ({ code, title, leaf }) => (
        <span className={leaf ? classes.leaf : classes.sum}>
          {code} {title}
        </span>
      ),
    },
    { id: "max", header: say("results.maximum"), align: "end", fit: true, cell: ({ max }) => points(max) },
    ...units.map(
      ({ id, name }): Column<Row> => ({
        id,
        header: name,
        align: "end",
        cell: (row) => <Score row={row} unit={id} />,
      }),
    ),
  ];
}

function PillarChart({ ranking, items }: { ranking: Ranking; items: readonly ResultItem[] }): ReactNode {
  const say = useText();
  const format = useFormat();
  const { pillars } = ranking;
  const shares = useMemo(
    () =>
      items.map(({ unit, pillars: scores }) => ({
        name: unit.name,
        shares: pillars.map(({ code, max }) =>
          Number(max) > 0 ? Number(scores[code] ?? 0) / Number(max) : null,
        ),
      })),
    [items, pillars],
  );
  const option = useCallback(
    (look: Parameters<ReturnType<typeof radarOption>>[0]) =>
      radarOption(
        pillars.map(({ title }) => title),
        shares,
        (share) => say("results.percent", { share: String(Math.round(share * 100)) }),
      )(look),
    [pillars, shares, say],
  );
  return (
    <ChartPanel
      title={say("results.comparePillars")}
      note={say("results.shareOfMax")}
      option={option}
      height={440}
      table={
        <DataList
          caption={say("results.comparePillars")}
          columns={[
            { id: "pillar", header: say("results.pillar"), main: true, cell: ({ title }) => title },
            {
              id: "max",
              header: say("results.maximum"),
              align: "end",
              fit: true,
              cell: ({ max }) => format.points(max),
            },
            ...items.map(
              ({ unit, pillars: scores }): Column<(typeof pillars)[number]> => ({
                id: unit.id,
                header: unit.name,
                align: "end",
                cell: ({ code }) => format.points(scores[code] ?? "0"),
              }),
            ),
          ]}
          rows={pillars}
          rowKey={({ code }) => code}
        />
      }
    />
  );
}

function Compared({
  ranking,
  run,
  items,
}: {
  ranking: Ranking;
  run: RunSearch;
  items: ResultItem[];
}): ReactNode {
  const say = useText();
  const format = useFormat();
  const query = useQuery(
    compareQuery(
      ranking.campaign.id,
      run.run,
      items.map(({ unit }) => unit.id),
    ),
  );
  return (
    <>
      <PillarChart ranking={ranking} items={items} />
      <Panel title={say("results.compareIndicators")} note={say("results.compareNote")} flush>
        <Loaded query={query}>
          {(comparison) => (
            <DataList
              caption={say("results.compareIndicators")}
              columns={indicatorColumns(say, format, comparison.units)}
              rows={comparison.indicators}
              rowKey={({ code }) => code}
            />
          )}
        </Loaded>
      </Panel>
    </>
  );
}

/** Two to five units beside each other: pillars as a picture, indicators as a table. */
export function CompareView({ ranking, run, chosen, onChoose }: CompareViewProps): ReactNode {
  const say = useText();
  const ordered = useMemo(() => inOrder(ranking.items, "rank"), [ranking]);
  const items = useMemo(
    () =>
      chosen.flatMap((id) => {
        const item = ordered.find(({ unit }) => unit.id === id);
        return item === undefined ? [] : [item];
      }),
    [ordered, chosen],
  );
  return (
    <div className={classes.parts}>
      <Panel>
        <MultiSelect
          label={say("results.compareUnits")}
          description={say("results.compareHint", { most: MOST })}
          searchable
          limit={50}
          maxValues={MOST}
          nothingFoundMessage={say("results.noneFound")}
          data={ordered.map(({ unit }) => ({ value: unit.id, label: unit.name }))}
          value={items.map(({ unit }) => unit.id)}
          onChange={onChoose}
        />
      </Panel>
      {items.length < 2 ? (
        <Panel>
          <EmptyState
            title={say("results.compareEmpty")}
            action={
              <Button
                variant="default"
                onClick={() => onChoose(ordered.slice(0, 3).map(({ unit }) => unit.id))}
              >
                {say("results.compareFirst")}
              </Button>
            }
          >
            {say("results.compareEmptyDetail")}
          </EmptyState>
        </Panel>
      ) : (
        <Compared ranking={ranking} run={run} items={items} />
      )}
    </div>
  );
}
