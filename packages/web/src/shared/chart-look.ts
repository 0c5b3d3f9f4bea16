/** What a chart needs to know of the page it stands on. Colours are the variables of theme.ts, in light or in dark. */

/** The colours, the font and the room of a chart. */
export interface ChartLook {
  text: string;
  dimmed: string;
  hairline: string;
  surface: string;
  accent: string;
  good: string;
  bad: string;
  track: string;
  /** Lines and bars that stand beside each other: told apart by their lightness too. */
  series: readonly string[];
  font: string;
  /** The chart is as narrow as a phone. */
  narrow: boolean;
}

/** The marks of lines beside each other, so that none is known by its colour alone. */
export const seriesMarks = [
  { line: "solid", symbol: "circle" },
  { line: "dashed", symbol: "diamond" },
  { line: "dotted", symbol: "triangle" },
  { line: [8, 3, 2, 3], symbol: "rect" },
  { line: [2, 4], symbol: "roundRect" },
] as const;
