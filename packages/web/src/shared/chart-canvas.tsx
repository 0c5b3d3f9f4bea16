/** ECharts itself, with only the parts that the charts here are made of. Loaded when a chart is first shown. */
import { useComputedColorScheme } from "@mantine/core";
import { useReducedMotion } from "@mantine/hooks";
import { BarChart, LineChart, RadarChart } from "echarts/charts";
import { GridComponent, LegendComponent, RadarComponent, TooltipComponent } from "echarts/components";
import { type EChartsType, init, use as register } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { type ReactNode, useEffect, useRef, useState } from "react";
import type { ChartLook } from "./chart-look.js";
import type { ChartOption } from "./chart-option.js";

register([
  BarChart,
  LineChart,
  RadarChart,
  GridComponent,
  LegendComponent,
  RadarComponent,
  TooltipComponent,
  SVGRenderer,
]);

/** A chart narrower than this many pixels is drawn for a phone. */
const NARROW_PX = 420;

/** Reads the look that holds where an element stands. */
function lookOf(element: HTMLElement): ChartLook {
  const style = getComputedStyle(element);
  const value = (name: string): string => style.getPropertyValue(name).trim();
  return {
    text: value("--mantine-color-text"),
    dimmed: value("--mantine-color-dimmed"),
    hairline: value("--hairline"),
    surface: value("--surface"),
    accent: value("--accent"),
    good: value("--good"),
    bad: value("--bad"),
    track: value("--track"),
    series: [1, 2, 3, 4, 5].map((place) => value(`--series-${place}`)),
    font: style.fontFamily,
    narrow: element.clientWidth < NARROW_PX,
  };
}

/** What every chart here has in common; the chart's own option stands over it. */
function common(look: ChartLook, still: boolean): ChartOption {
  return {
    animation: !still,
    animationDuration: 300,
    color: [...look.series],
    textStyle: { fontFamily: look.font, color: look.text },
    tooltip: {
      // Drawn as part of the picture: no HTML is put together from names.
      renderMode: "richText",
      confine: true,
      backgroundColor: look.surface,
      borderColor: look.hairline,
      textStyle: { color: look.text, fontFamily: look.font, fontSize: 13 },
    },
  };
}

interface CanvasProps {
  option: (look: ChartLook) => ChartOption;
  height: number;
}

/** The picture of a chart; as wide as its place, in the colours of the page. */
export function ChartCanvas({ option, height }: CanvasProps): ReactNode {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType | null>(null);
  const [width, setWidth] = useState(0);
  const scheme = useComputedColorScheme("light", { getInitialValueInEffect: false });
  const still = useReducedMotion();
  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    const made = init(element, null, { renderer: "svg" });
    chart.current = made;
    const observer = new ResizeObserver(() => {
      made.resize();
      setWidth(element.clientWidth);
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
      made.dispose();
      chart.current = null;
    };
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the look follows the scheme and the width
  useEffect(() => {
    const element = place.current;
    if (element === null || chart.current === null) return;
    const look = lookOf(element);
    chart.current.setOption({ ...common(look, still), ...option(look) }, { notMerge: true });
    chart.current.resize();
  }, [option, still, scheme, width, height]);
  return <div ref={place} style={{ height }} />;
}
