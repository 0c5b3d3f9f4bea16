/** The bridge between two years as a waterfall: from the earlier total, step by step, to the newer one. */
import type { Bridge } from "../../../api/results-contract.js";
import type { ChartLook } from "../../../shared/chart-look.js";
import type { ChartOption } from "../../../shared/chart-option.js";
import { signOf, sumOf } from "../../../shared/decimal.js";

/** One bar: a total standing on the ground, or a change hanging between two heights. */
export interface WaterfallStep {
  kind: "from" | "own" | "rules" | "others" | "to";
  /** Decimal points: of the total, or of the change with its sign. */
  points: string;
  /** The heights between which the bar stands. */
  low: string;
  high: string;
}

/** The steps of a bridge whose parts are known; undefined while they are not. */
export function waterfallSteps(bridge: Bridge): WaterfallStep[] | undefined {
  const { from, to, own, rules, others } = bridge;
  if (own === null || rules === null || others === null) return undefined;
  let height = from.total;
  const changes = (["own", "rules", "others"] as const).map((kind): WaterfallStep => {
    const points = { own, rules, others }[kind];
    const [before, after] = [height, sumOf([height, points])];
    height = after;
    return signOf(points) < 0
      ? { kind, points, low: after, high: before }
      : { kind, points, low: before, high: after };
  });
  return [
    { kind: "from", points: from.total, low: "0", high: from.total },
    ...changes,
    { kind: "to", points: to.total, low: "0", high: to.total },
  ];
}

/** Where the axis begins, so that changes of a few points are seen beside totals of hundreds. */
function ground(steps: readonly WaterfallStep[]): number {
  const heights = steps.flatMap(({ kind, low, high }) =>
    kind === "from" || kind === "to" ? [Number(high)] : [Number(low), Number(high)],
  );
  const [least, most] = [Math.min(...heights), Math.max(...heights)];
  const room = Math.max((most - least) * 0.6, most * 0.005, 0.5);
  return Math.max(0, Math.floor(least - room));
}

interface Words {
  name(step: WaterfallStep): string;
  figure(step: WaterfallStep): string;
  axis(height: number): string;
}

/** Draws the steps; every bar carries its figure, with its sign where it is a change. */
export function waterfallOption(
  steps: readonly WaterfallStep[],
  words: Words,
): (look: ChartLook) => ChartOption {
  const from = ground(steps);
  return (look) => {
    const colour = ({ kind, points }: WaterfallStep): string =>
      kind === "from" || kind === "to" ? look.accent : signOf(points) < 0 ? look.bad : look.good;
    return {
      grid: {
        left: 8,
        right: 8,
        top: 28,
        bottom: 8,
        outerBoundsMode: "same",
        outerBoundsContain: "axisLabel",
      },
      tooltip: { show: false },
      xAxis: {
        type: "category",
        data: steps.map(words.name),
        axisTick: { show: false },
        axisLine: { lineStyle: { color: look.hairline } },
        axisLabel: {
          color: look.text,
          fontFamily: look.font,
          fontSize: look.narrow ? 11 : 13,
          lineHeight: 16,
          interval: 0,
          width: look.narrow ? 50 : 150,
          overflow: "break",
        },
      },
      yAxis: {
        type: "value",
        min: from,
        splitNumber: 4,
        axisLabel: { color: look.dimmed, fontFamily: look.font, formatter: words.axis },
        splitLine: { lineStyle: { color: look.hairline } },
      },
      series: [
        {
          type: "bar",
          stack: "bridge",
          silent: true,
          itemStyle: { color: "transparent" },
          data: steps.map(({ kind, low }) => (kind === "from" || kind === "to" ? from : Number(low))),
        },
        {
          type: "bar",
          stack: "bridge",
          barMaxWidth: 72,
          data: steps.map((step) => {
            const base = step.kind === "from" || step.kind === "to" ? from : Number(step.low);
            return {
              value: Number(step.high) - base,
              itemStyle: { color: colour(step) },
              label: {
                show: true,
                position: "top",
                formatter: words.figure(step),
                color: look.text,
                fontFamily: look.font,
                fontWeight: 600,
                fontSize: look.narrow ? 11 : 13,
              },
            };
          }),
        },
      ],
    };
  };
}
