import { Button, NumberInput, Select } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useMemo, useState } from "react";
import type { Ranking, RobustRank } from "../../../api/results-contract.js";
import { Loaded } from "../../../shared/loaded.js";
import { type LongColumn, LongList } from "../../../shared/long-list.js";
import { Panel } from "../../../shared/panel.js";
import { ProblemAlert } from "../../../shared/problem-alert.js";
import { type Say, useText } from "../../../shared/text.js";
import { useFormat } from "../../../shared/use-format.js";
import { inGroup } from "../group-choice.js";
import { GroupSelect } from "../group-select.js";
import { type RobustnessTerms, robustnessQuery } from "../queries.js";
import type { RunSearch } from "../search.js";
import classes from "./robustness.module.css";

const first: RobustnessTerms = { seed: 1, draws: 1000, weights: 0.1, vary: "indicators" };

function Terms({ busy, onAsk }: { busy: boolean; onAsk(terms: RobustnessTerms): void }): ReactNode {
  const say = useText();
  const [terms, setTerms] = useState(first);
  const number = (name: "seed" | "draws", min: number, max: number, value: string | number): void => {
    if (typeof value === "number" && value >= min && value <= max) setTerms({ ...terms, [name]: value });
  };
  return (
    <form
      className={classes.terms}
      onSubmit={(event) => {
        event.preventDefault();
        onAsk(terms);
      }}
    >
      <NumberInput
        label={say("results.robust.weights")}
        description={say("results.robust.weightsHint")}
        suffix="%"
        min={1}
        max={50}
        allowDecimal={false}
        clampBehavior="strict"
        value={Math.round(terms.weights * 100)}
        onChange={(value) =>
          typeof value === "number" && value > 0 && setTerms({ ...terms, weights: value / 100 })
        }
      />
      <Select
        label={say("results.robust.vary")}
        description={say("results.robust.varyHint")}
        allowDeselect={false}
        data={[
          { value: "indicators", label: say("results.robust.vary.indicators") },
          { value: "pillars", label: say("results.robust.vary.pillars") },
        ]}
        value={terms.vary}
        onChange={(vary) => vary !== null && setTerms({ ...terms, vary: vary as RobustnessTerms["vary"] })}
      />
      <NumberInput
        label={say("results.robust.draws")}
        description={say("results.robust.drawsHint")}
        min={100}
        max={5000}
        step={100}
        allowDecimal={false}
        value={terms.draws}
        onChange={(value) => number("draws", 1, 5000, value)}
      />
      <NumberInput
        label={say("results.robust.seed")}
        description={say("results.robust.seedHint")}
        min={0}
        allowDecimal={false}
        value={terms.seed}
        onChange={(value) => number("seed", 0, Number.MAX_SAFE_INTEGER, value)}
      />
      <Button type="submit" loading={busy}>
        {say("results.robust.ask")}
      </Button>
    </form>
  );
}

/** Best to worst rank as a light bar, the middle nine tenths as a dark one, the rank itself as a mark. */
function RangeBar({ item }: { item: RobustRank }): ReactNode {
  const place = (rank: number): number => (item.of <= 1 ? 0 : ((rank - 1) * 100) / item.of);
  const span = (low: number, high: number) => ({
    left: `${place(low)}%`,
    width: `${place(high + 1) - place(low)}%`,
  });
  return (
    <span className={classes.range} aria-hidden>
      <span className={classes.whole} style={span(item.low, item.high)} />
      <span className={classes.most} style={span(item.p05, item.p95)} />
      <span className={classes.mark} style={{ left: `${place(item.rank) + 50 / item.of}%` }} />
    </span>
  );
}

function rangeText(say: Say, low: number, high: number): string {
  return low === high ? String(low) : say("results.robust.range", { low: String(low), high: String(high) });
}

function columnsOf(say: Say): LongColumn<RobustRank>[] {
  return [
    {
      id: "rank",
      header: say("results.rank"),
      phone: "lead",
      align: "end",
      width: 72,
      cell: ({ rank }) => String(rank),
    },
    { id: "unit", header: say("results.unit"), phone: "main", cell: ({ unit }) => unit.name },
    {
      id: "bar",
      header: say("results.robust.bar"),
      phone: "wide",
      width: 320,
      cell: (item) => <RangeBar item={item} />,
    },
    {
      id: "most",
      header: say("results.robust.most"),
      phone: "line",
      label: say("results.robust.most"),
      align: "end",
      width: 120,
      cell: ({ p05, p95 }) => rangeText(say, p05, p95),
    },
    {
      id: "whole",
      header: say("results.robust.whole"),
      phone: "line",
      label: say("results.robust.whole"),
      align: "end",
      width: 120,
      cell: ({ low, high }) => rangeText(say, low, high),
    },
    {
      id: "pending",
      header: say("results.robust.pending"),
      phone: "line",
      label: say("results.robust.pending"),
      align: "end",
      width: 160,
      cell: ({ pending, pendingLow, pendingHigh }) =>
        pending === 0
          ? say("shared.none")
          : say("results.robust.pendingRange", {
              range: rangeText(say, pendingLow, pendingHigh),
              count: pending,
            }),
    },
  ];
}

interface RobustnessViewProps {
  ranking: Ranking;
  group: string;
  run: RunSearch;
  onGroup(group: string): void;
}

/** How firmly the ranks stand when the weights are a little uncertain, and while indicators are not judged yet. */
export function RobustnessView({ ranking, group, run, onGroup }: RobustnessViewProps): ReactNode {
  const say = useText();
  const { number } = useFormat();
  const [terms, setTerms] = useState(first);
  const query = useQuery(robustnessQuery(ranking.campaign.id, run.run, terms));
  const columns = useMemo(() => columnsOf(say), [say]);
  return (
    <div className={classes.parts}>
      <Panel title={say("results.robustness")} note={say("results.robust.note")}>
        <Terms busy={query.isFetching} onAsk={setTerms} />
        <ProblemAlert error={query.data === undefined ? null : query.error} />
      </Panel>
      <Panel
        title={say("results.robust.ranges")}
        note={
          query.data &&
          say("results.robust.drawn", {
            draws: number(query.data.draws),
            weights: String(Math.round(query.data.weights * 100)),
            seed: String(query.data.seed),
          })
        }
        actions={<GroupSelect groups={ranking.groups} value={group} onChange={onGroup} />}
        flush
      >
        <Loaded query={query}>
          {({ items }) => (
            <LongList
              caption={say("results.robust.ranges")}
              columns={columns}
              rows={inGroup(items, group)}
              rowKey={({ unit }) => unit.id}
            />
          )}
        </Loaded>
      </Panel>
    </div>
  );
}
