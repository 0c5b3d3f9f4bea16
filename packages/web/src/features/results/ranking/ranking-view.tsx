import { Select } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useMemo, useState } from "react";
import type { Ranking, ResultItem } from "../../../api/results-contract.js";
import { EmptyState } from "../../../shared/empty-state.js";
import { shareOf } from "../../../shared/format.js";
import { type LongColumn, LongList } from "../../../shared/long-list.js";
import { matches } from "../../../shared/matches.js";
import { Panel } from "../../../shared/panel.js";
import { SearchField } from "../../../shared/search-field.js";
import { unitsOf, useSession } from "../../../shared/session.js";
import { type Say, useText } from "../../../shared/text.js";
import { Toolbar } from "../../../shared/toolbar.js";
import { type Format, useFormat } from "../../../shared/use-format.js";
import { ALL_GROUPS, inGroup } from "../group-choice.js";
import { GroupSelect } from "../group-select.js";
import { Movement } from "../movement.js";
import { inOrder, type RankingOrder } from "../order.js";
import { placesRisen } from "../places.js";
import classes from "../results.module.css";
import type { RunSearch } from "../search.js";

interface Words {
  say: Say;
  format: Format;
}

/** Points of a pillar, shaded by their share of the maximum; the figure is always written. */
function PillarPoints({ score, max, format }: { score: string; max: string; format: Format }): ReactNode {
  const share = Math.round(shareOf(score, max) * 100);
  return (
    <span className={classes.pillarPoints}>
      {format.points(score)}
      <span className={classes.pillarBar} aria-hidden>
        <span style={{ width: `${share}%` }} />
      </span>
    </span>
  );
}

function UnitCell({
  item,
  ranking,
  search,
  groupName,
  notSubmitted,
}: {
  item: ResultItem;
  ranking: Ranking;
  search: RunSearch;
  groupName: string | undefined;
  notSubmitted: string;
}): ReactNode {
  return (
    <>
      <Link
        to="/campaigns/$campaignId/results/$unitId"
        params={{ campaignId: ranking.campaign.id, unitId: item.unit.id }}
        search={search}
        preload={false}
      >
        {item.unit.name}
      </Link>
      {!item.submitted && <span className={`line ${classes.dimmed}`}>{notSubmitted}</span>}
      {groupName !== undefined && <span className={`line ${classes.dimmed}`}>{groupName}</span>}
    </>
  );
}

/** The columns of the ranking: what leads, the total, and a column for each pillar. */
function columnsOf(
  { say, format }: Words,
  ranking: Ranking,
  search: RunSearch,
  withGroup: boolean,
): LongColumn<ResultItem>[] {
  const movement: LongColumn<ResultItem> = {
    id: "movement",
    header: say("results.movement"),
    phone: "line",
    label: say("results.movement"),
    width: 88,
    // Nothing where there was no rank before: the cell stays empty, and away on a phone.
    cell: (item) => (placesRisen(item) === null ? null : <Movement item={item} />),
  };
  const nameOf = new Map(ranking.groups.map(({ code, name }) => [code, name]));
  return [
    {
      id: "rank",
      header: say("results.rank"),
      phone: "lead",
      align: "end",
      width: 72,
      cell: ({ rank }) => (rank === null ? say("shared.none") : format.number(rank)),
    },
    ...(ranking.items.some((item) => placesRisen(item) !== null) ? [movement] : []),
    {
      id: "unit",
      header: say("results.unit"),
      phone: "main",
      cell: (item) => (
        <UnitCell
          item={item}
          ranking={ranking}
          search={search}
          notSubmitted={say("results.notSubmitted")}
          groupName={withGroup ? nameOf.get(item.group) : undefined}
        />
      ),
    },
    {
      id: "total",
      header: say("results.final"),
      phone: "key",
      align: "end",
      width: 112,
      cell: ({ total, max }) => (
        <>
          <strong>{format.points(total)}</strong>
          <span className={classes.dimmed}> {say("shared.points.of", { max: format.points(max) })}</span>
        </>
      ),
    },
    ...ranking.pillars.map(
      ({ code, title, max }, place): LongColumn<ResultItem> => ({
        id: code,
        header: (
          <span title={title}>
            {title}
            <span className={classes.headMax}>{say("results.max", { max: format.points(max) })}</span>
          </span>
        ),
        phone: "hidden",
        align: "end",
        width: (ranking.pillars.length > 7 ? 72 : 88) + (place === ranking.pillars.length - 1 ? 16 : 0),
        cell: ({ pillars }) => <PillarPoints score={pillars[code] ?? "0"} max={max} format={format} />,
      }),
    ),
  ];
}

interface RankingViewProps {
  ranking: Ranking;
  group: string;
  search: RunSearch;
  onGroup(group: string): void;
}

/** The ranking of a group: rank, movement, points and the points of each pillar; searched and put in order. */
export function RankingView({ ranking, group, search, onGroup }: RankingViewProps): ReactNode {
  const say = useText();
  const format = useFormat();
  const [words, setWords] = useState("");
  const [order, setOrder] = useState<RankingOrder>("rank");
  const own = new Set(unitsOf(useSession()).map(({ id }) => id));
  const ordered = useMemo(() => inOrder(inGroup(ranking.items, group), order), [ranking, group, order]);
  const rows = useMemo(() => ordered.filter(({ unit }) => matches(unit.name, words)), [ordered, words]);
  const columns = useMemo(
    () => columnsOf({ say, format }, ranking, search, group === ALL_GROUPS),
    [say, format, ranking, search, group],
  );
  return (
    <Panel flush>
      <Toolbar>
        <SearchField label={say("results.search")} onSearch={setWords} />
        <GroupSelect groups={ranking.groups} value={group} all onChange={onGroup} />
        <Select
          aria-label={say("results.order")}
          allowDeselect={false}
          w={{ base: "100%", sm: 240 }}
          data={[
            { value: "rank", label: say("results.order.rank") },
            { value: "name", label: say("results.order.name") },
            { value: "risen", label: say("results.order.risen") },
            ...ranking.pillars.map(({ code, title }) => ({
              value: `pillar:${code}`,
              label: say("results.order.pillar", { title }),
            })),
          ]}
          value={order}
          onChange={(chosen) => chosen !== null && setOrder(chosen as RankingOrder)}
        />
      </Toolbar>
      <p className={classes.count} role="status">
        {say("results.count", { count: rows.length, shown: format.number(rows.length) })}
      </p>
      {rows.length === 0 ? (
        <EmptyState title={say("results.noneFound")} />
      ) : (
        <LongList
          caption={say("results.ranking")}
          columns={columns}
          rows={rows}
          rowKey={({ unit }) => unit.id}
          marked={({ unit }) => own.has(unit.id)}
        />
      )}
    </Panel>
  );
}
