import { type ReactNode, useMemo } from "react";
import type { SeriesPoint } from "../../../api/results-contract.js";
import { ChartPanel } from "../../../shared/chart.js";
import { type ChartLook, seriesMarks } from "../../../shared/chart-look.js";
import type { ChartOption } from "../../../shared/chart-option.js";
import { DataList } from "../../../shared/data-list.js";
import { useText } from "../../../shared/text.js";
import { useFormat } from "../../../shared/use-format.js";

interface Words {
  percent(share: number): string;
}

/**
 * Points out of the maximum, year by year: sets differ in their maximum. A line for each unit that the years are of,
 * so that the results of merged units are not run into one.
 */
function seriesOption(series: readonly SeriesPoint[], { percent }: Words) {
  const years = [...new Set(series.map(({ year }) => year))].sort((one, other) => one - other);
  const units = [...new Set(series.map(({ unitId }) => unitId))];
  return (look: ChartLook): ChartOption => ({
    grid: {
      left: 8,
      right: 24,
      top: 32,
      bottom: units.length > 1 ? 64 : 8,
      outerBoundsMode: "same",
      outerBoundsContain: "axisLabel",
    },
    ...(units.length > 1
      ? {
          legend: {
            bottom: 0,
            type: "scroll" as const,
            itemWidth: 28,
            textStyle: { color: look.text, fontFamily: look.font },
          },
        }
      : {}),
    tooltip: { show: false },
    xAxis: {
      type: "category",
      data: years.map(String),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: look.hairline } },
      axisLabel: { color: look.text, fontFamily: look.font, fontSize: 13 },
    },
    yAxis: {
      type: "value",
      min: 0,
      max: 1,
      interval: 0.25,
      axisLabel: { color: look.dimmed, fontFamily: look.font, formatter: percent },
      splitLine: { lineStyle: { color: look.hairline } },
    },
    series: units.map((unitId, place) => {
      const points = series.filter((point) => point.unitId === unitId);
      const mark = seriesMarks[place % seriesMarks.length] ?? seriesMarks[0];
      return {
        type: "line" as const,
        name: points.at(-1)?.unitName ?? "",
        symbol: mark.symbol,
        symbolSize: 9,
        lineStyle: { type: mark.line as "solid", width: 2 },
        label: {
          show: units.length <= 2,
          position: "top" as const,
          color: look.text,
          fontFamily: look.font,
          formatter: ({ value }: { value: unknown }) => (typeof value === "number" ? percent(value) : ""),
        },
        data: years.map((year) => {
          const point = points.find((one) => one.year === year);
          return point === undefined || Number(point.max) === 0
            ? null
            : Number(point.total) / Number(point.max);
        }),
      };
    }),
  });
}

/** The unit through the years, under the names it had; units that went into it beside it. */
export function SeriesPanel({ series }: { series: readonly SeriesPoint[] }): ReactNode {
  const say = useText();
  const { points } = useFormat();
  const option = useMemo(
    () =>
      seriesOption(series, {
        percent: (share) => say("results.percent", { share: String(Math.round(share * 100)) }),
      }),
    [series, say],
  );
  const newest = series.toSorted((one, other) => other.year - one.year);
  return (
    <ChartPanel
      title={say("results.series")}
      note={say("results.seriesNote")}
      option={option}
      height={280}
      table={
        <DataList
          caption={say("results.series")}
          columns={[
            { id: "year", header: say("results.year"), main: true, cell: ({ year }) => String(year) },
            {
              id: "unit",
              header: say("results.unit"),
              cell: ({ unitName, relation }) =>
                relation === "same"
                  ? unitName
                  : say("results.seriesUnit", {
                      name: unitName,
                      relation: say(`results.relation.${relation}`),
                    }),
            },
            {
              id: "rank",
              header: say("results.rank"),
              align: "end",
              fit: true,
              cell: ({ rank, of }) =>
                rank === null ? say("shared.none") : say("results.rankOf", { rank, of }),
            },
            {
              id: "total",
              header: say("results.points"),
              align: "end",
              fit: true,
              cell: ({ total, max }) => `${points(total)} ${say("shared.points.of", { max: points(max) })}`,
            },
          ]}
          rows={newest}
          rowKey={({ campaignId, unitId }) => `${campaignId} ${unitId}`}
        />
      }
    />
  );
}
