import { type ReactNode, useMemo } from "react";
import type { LossCause, UnitResult } from "../../../api/results-contract.js";
import { ChartPanel } from "../../../shared/chart.js";
import type { ChartLook } from "../../../shared/chart-look.js";
import type { ChartOption } from "../../../shared/chart-option.js";
import { DataList } from "../../../shared/data-list.js";
import { sumOf } from "../../../shared/decimal.js";
import { EmptyState } from "../../../shared/empty-state.js";
import { Panel } from "../../../shared/panel.js";
import { type TextId, useText } from "../../../shared/text.js";
import { useFormat } from "../../../shared/use-format.js";

type Lost = UnitResult["lost"][number];

/** What each cause is called. */
export const causeTexts: Record<LossCause, TextId> = {
  missing: "results.cause.missing",
  undefined: "results.cause.undefined",
  "not-applicable": "results.cause.not-applicable",
  relative: "results.cause.relative",
  adjusted: "results.cause.adjusted",
  "no-evidence": "results.cause.no-evidence",
  value: "results.cause.value",
};

interface Words {
  cause(cause: LossCause): string;
  points(points: string): string;
}

function lostOption(lost: readonly Lost[], words: Words) {
  // The largest loss on top.
  const upward = lost.toReversed();
  return (look: ChartLook): ChartOption => ({
    grid: { left: 8, right: 56, top: 8, bottom: 8, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
    tooltip: { show: false },
    xAxis: { type: "value", show: false, min: 0 },
    yAxis: {
      type: "category",
      data: upward.map(({ cause }) => words.cause(cause)),
      axisTick: { show: false },
      axisLine: { show: false },
      axisLabel: {
        color: look.text,
        fontFamily: look.font,
        fontSize: look.narrow ? 12 : 13,
        width: look.narrow ? 128 : 200,
        lineHeight: 17,
        overflow: "break",
      },
    },
    series: [
      {
        type: "bar",
        barMaxWidth: 22,
        itemStyle: { color: look.accent },
        data: upward.map(({ points }) => ({
          value: Number(points),
          label: {
            show: true,
            position: "right",
            formatter: words.points(points),
            color: look.text,
            fontFamily: look.font,
            fontWeight: 600,
          },
        })),
      },
    ],
  });
}

/** Where points were lost, by cause. */
export function LostPanel({ lost }: { lost: readonly Lost[] }): ReactNode {
  const say = useText();
  const { points } = useFormat();
  const option = useMemo(
    () => lostOption(lost, { cause: (cause) => say(causeTexts[cause]), points }),
    [lost, say, points],
  );
  if (lost.length === 0)
    return (
      <Panel title={say("results.lost")}>
        <EmptyState title={say("results.lostNothing")} />
      </Panel>
    );
  return (
    <ChartPanel
      title={say("results.lost")}
      note={say("results.lostNote", { points: points(sumOf(lost.map((one) => one.points))) })}
      option={option}
      height={24 + lost.length * 52}
      table={
        <DataList
          caption={say("results.lost")}
          columns={[
            {
              id: "cause",
              header: say("results.cause"),
              main: true,
              cell: ({ cause }) => say(causeTexts[cause]),
            },
            {
              id: "points",
              header: say("results.lostPoints"),
              align: "end",
              fit: true,
              cell: (one) => points(one.points),
            },
            { id: "codes", header: say("results.indicators"), cell: ({ codes }) => codes.join(" · ") },
          ]}
          rows={lost}
          rowKey={({ cause }) => cause}
        />
      }
    />
  );
}
