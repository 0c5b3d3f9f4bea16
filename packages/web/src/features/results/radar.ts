/** Radar pictures: shares of the maximum by pillar, for a unit against its group or for units beside each other. */

import { type ChartLook, seriesMarks } from "../../shared/chart-look.js";
import type { ChartOption } from "../../shared/chart-option.js";

export interface RadarLine {
  name: string;
  /** 0 to 1, in the order of the pillars. */
  shares: readonly (number | null)[];
}

type Mark = (typeof seriesMarks)[number];

const markAt = (place: number): Mark => seriesMarks[place % seriesMarks.length] ?? seriesMarks[0];

/** Words for the rim: short enough to stand beside each other. */
function broken(title: string, most: number): string {
  const lines: string[] = [];
  for (const word of title.split(" ")) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + word.length < most) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines.length > 3 ? `${lines.slice(0, 3).join("\n")}…` : lines.join("\n");
}

/** Draws the lines over each other, each with a mark and a stroke of its own. */
export function radarOption(
  pillars: readonly string[],
  lines: readonly RadarLine[],
  percent: (share: number) => string,
): (look: ChartLook) => ChartOption {
  return (look) => ({
    legend: {
      bottom: 0,
      type: look.narrow ? "scroll" : "plain",
      itemGap: 20,
      itemWidth: 14,
      data: lines.map(({ name }, place) => ({ name, icon: markAt(place).symbol })),
      textStyle: { color: look.text, fontFamily: look.font, fontSize: 13 },
    },
    radar: {
      indicator: pillars.map((title) => ({ name: broken(title, look.narrow ? 12 : 18), max: 1, min: 0 })),
      center: ["50%", "46%"],
      radius: look.narrow ? "52%" : "68%",
      splitNumber: 4,
      axisName: {
        color: look.text,
        fontFamily: look.font,
        fontSize: look.narrow ? 11 : 12,
        lineHeight: look.narrow ? 14 : 16,
      },
      axisLine: { lineStyle: { color: look.hairline } },
      splitLine: { lineStyle: { color: look.hairline } },
      splitArea: { show: false },
    },
    tooltip: {
      renderMode: "richText",
      confine: true,
      backgroundColor: look.surface,
      borderColor: look.hairline,
      textStyle: { color: look.text, fontFamily: look.font, fontSize: 12 },
      valueFormatter: (value) => (typeof value === "number" ? percent(value) : ""),
    },
    series: [
      {
        type: "radar",
        data: lines.map(({ name, shares }, place) => {
          const mark = markAt(place);
          return {
            name,
            value: shares.map((share) => share ?? 0),
            symbol: mark.symbol,
            symbolSize: 7,
            lineStyle: { type: mark.line as "solid", width: place === 0 ? 2.5 : 2 },
            areaStyle: { opacity: place === 0 ? 0.12 : 0 },
          };
        }),
      },
    ],
  });
}
