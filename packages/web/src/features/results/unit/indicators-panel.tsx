import { Switch } from "@mantine/core";
import { type ReactNode, useMemo, useState } from "react";
import type { ResultIndicator } from "../../../api/results-contract.js";
import { EmptyState } from "../../../shared/empty-state.js";
import { type LongColumn, LongList } from "../../../shared/long-list.js";
import { matches } from "../../../shared/matches.js";
import { Panel } from "../../../shared/panel.js";
import { SearchField } from "../../../shared/search-field.js";
import { type Say, useText } from "../../../shared/text.js";
import { Toolbar } from "../../../shared/toolbar.js";
import { type Format, useFormat } from "../../../shared/use-format.js";
import { causeTexts } from "./lost-panel.js";
import classes from "./unit.module.css";

/** Why points are missing: the cause, and how the points came about. */
function Why({ indicator }: { indicator: ResultIndicator }): ReactNode {
  const say = useText();
  const { points } = useFormat();
  const { lostBecause, lost, why } = indicator;
  return (
    <>
      {lostBecause !== null && (
        <span className="line">
          {say("results.lostBecause", { points: points(lost), cause: say(causeTexts[lostBecause]) })}
        </span>
      )}
      {why !== null && why !== "" && <span className={`line ${classes.dimmed}`}>{why}</span>}
    </>
  );
}

function columnsOf(say: Say, { points }: Format): LongColumn<ResultIndicator>[] {
  const figure = (
    id: string,
    header: string,
    of: (indicator: ResultIndicator) => string | null,
    phone: "line" | "hidden",
  ): LongColumn<ResultIndicator> => ({
    id,
    header,
    label: header,
    phone,
    align: "end",
    width: 96,
    cell: (indicator) => {
      const value = of(indicator);
      return value === null ? say("shared.none") : points(value);
    },
  });
  return [
    {
      id: "code",
      header: say("results.code"),
      phone: "lead",
      width: 104,
      cell: ({ printed, leaf }) => <span className={leaf ? classes.code : undefined}>{printed}</span>,
    },
    {
      id: "title",
      header: say("results.indicator"),
      phone: "main",
      cell: ({ title, leaf }) => <span className={leaf ? classes.leaf : classes.sum}>{title}</span>,
    },
    {
      id: "score",
      header: say("results.final"),
      phone: "key",
      align: "end",
      width: 112,
      cell: ({ score, max }) => (
        <>
          <strong>{points(score)}</strong>
          <span className={classes.dimmed}> {say("shared.points.of", { max: points(max) })}</span>
        </>
      ),
    },
    figure("declared", say("results.declared"), ({ declared }) => declared, "line"),
    figure("median", say("results.groupMedian"), ({ groupMedian }) => groupMedian, "line"),
    figure("best", say("results.groupBest"), ({ groupBest }) => groupBest, "line"),
    {
      id: "why",
      header: say("results.why"),
      phone: "line",
      width: 300,
      cell: (indicator) => <Why indicator={indicator} />,
    },
  ];
}

/** Every indicator of the unit: final and declared points, the group, and why points are missing. */
export function IndicatorsPanel({ indicators }: { indicators: readonly ResultIndicator[] }): ReactNode {
  const say = useText();
  const format = useFormat();
  const [words, setWords] = useState("");
  const [lostOnly, setLostOnly] = useState(false);
  const columns = useMemo(() => columnsOf(say, format), [say, format]);
  const rows = indicators.filter(
    ({ printed, title, lostBecause }) =>
      matches(`${printed} ${title}`, words) && (!lostOnly || lostBecause !== null),
  );
  return (
    <Panel title={say("results.indicators")} flush>
      <Toolbar>
        <SearchField label={say("results.findIndicator")} onSearch={setWords} />
        <Switch
          className={classes.switch ?? ""}
          label={say("results.lostOnly")}
          checked={lostOnly}
          onChange={(event) => setLostOnly(event.currentTarget.checked)}
        />
      </Toolbar>
      {rows.length === 0 ? (
        <EmptyState title={say("results.noneFound")} />
      ) : (
        <LongList
          caption={say("results.indicators")}
          columns={columns}
          rows={rows}
          rowKey={({ code }) => code}
        />
      )}
    </Panel>
  );
}
