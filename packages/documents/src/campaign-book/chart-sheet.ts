/** The sheet of charts: for each group its pillars in a net beside the figures, under it the totals as bars. */

import { columnLetters } from "../xlsx/column-letters.js";
import { cellText } from "./cell-text.js";
import type { Chart, ChartPlace } from "./chart.js";
import { nodeTitle, RANKING, shareText } from "./result-sheets.js";
import { cellOf, headerXml, lineXml, type PrintFooter, printXml, rangeOf } from "./sheet.js";
import { styleOf } from "./styles.js";
import type { CampaignFrame } from "./types.js";
import type { Say } from "./words.js";

/** So many bars can be read on a page. */
const MOST_BARS = 30;
const LONGEST_LABEL = 40;
/** Rows of a net, and of a bar with the space around it. */
const NET_ROWS = 20;
const ROWS_A_BAR = 1.1;
/** So many bars have room on a page under a net. */
const BARS_BESIDE_NET = 16;
const COLOURS = { first: "1D4ED8", best: "059669", median: "D97706" } as const;

/** What was ranked in one group, as far as charts need it. */
export interface RankedGroup {
  readonly name: string;
  /** Of its ranking sheet. */
  readonly sheet: string;
  /** The row of its first unit there. */
  readonly firstRow: number;
  /** The best first, as many as are drawn at most. */
  readonly best: readonly RankedUnit[];
  readonly units: number;
  readonly shares: { readonly best: readonly (number | null)[]; readonly median: readonly (number | null)[] };
}

export interface RankedUnit {
  readonly name: string;
  readonly total: string;
  /** By pillar. */
  readonly pillars: readonly (string | null)[];
}

/** Whether a unit at this place is drawn. */
export const isDrawn = (place: number): boolean => place < MOST_BARS;

export interface ChartSheet {
  readonly xml: string;
  readonly charts: readonly Chart[];
  readonly places: readonly ChartPlace[];
}

const FIGURES = ["first", "best", "median"] as const;

/** @param name of the sheet itself, for the charts' own addresses. */
export function chartSheet(
  frame: CampaignFrame,
  groups: readonly RankedGroup[],
  { name, footer, say }: { readonly name: string; readonly footer: PrintFooter; readonly say: Say },
): ChartSheet {
  const charts: Chart[] = [];
  const places: ChartPlace[] = [];
  const rows: string[] = [];
  const breaks: number[] = [];
  let row = 1;
  for (const group of groups) {
    if (row > 1) breaks.push(row - 1);
    rows.push(lineXml(row, group.name, "title"));
    const figures = figuresOf(frame, group);
    const header = row + 1;
    rows.push(headerXml(header, figureColumns(say)));
    for (const [place, { label, shares }] of figures.entries())
      rows.push(figureRow(header + 1 + place, label, shares));
    const [from, to] = [header + 1, header + figures.length];
    const netEnd = Math.max(to, row + NET_ROWS);
    if (figures.length >= 3) {
      charts.push(netOf(figures, { name, from, to, say }));
      places.push({ from: [5, row], to: [14, netEnd] });
    }
    // A chart is not cut by the end of a page.
    if (group.best.length > BARS_BESIDE_NET) breaks.push(netEnd);
    const barsEnd = netEnd + 3 + Math.ceil(Math.max(6, group.best.length * ROWS_A_BAR));
    charts.push(barsOf(frame, group, say));
    places.push({ from: [0, netEnd + 1], to: [14, barsEnd] });
    row = barsEnd + 2;
  }
  const manual = breaks.map((id) => `<brk id="${id}" max="16383" man="1"/>`).join("");
  const columns = [46, 13, 13, 13, 3]
    .map((width, place) => `<col min="${place + 1}" max="${place + 1}" width="${width}" customWidth="1"/>`)
    .join("");
  const xml = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0" showGridLines="0"/></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>${columns}</cols><sheetData>${rows.join("")}</sheetData>${printXml(footer)}${manual === "" ? "" : `<rowBreaks count="${breaks.length}" manualBreakCount="${breaks.length}">${manual}</rowBreaks>`}<drawing r:id="rId1"/></worksheet>`;
  return { xml, charts, places };
}

const figureColumns = (say: Say) => [
  { title: say("pillar"), width: 46 },
  ...FIGURES.map((figure) => ({ title: say(figure), width: 13 })),
];

interface Figures {
  readonly label: string;
  readonly shares: Readonly<Record<(typeof FIGURES)[number], string | null>>;
}

function figuresOf({ nodes, pillars }: CampaignFrame, { best, shares }: RankedGroup): Figures[] {
  return pillars.flatMap((place, index) => {
    const node = nodes[place];
    if (node === undefined) return [];
    const points = best[0]?.pillars[index] ?? null;
    return [
      {
        label: shortened(nodeTitle(node)),
        shares: {
          first: points === null ? null : shareText(points, node.max),
          best: numberText(shares.best[index]),
          median: numberText(shares.median[index]),
        },
      },
    ];
  });
}

const numberText = (value: number | null | undefined): string | null =>
  value == null ? null : String(value);

const shortened = (text: string): string => {
  const letters = [...text];
  return letters.length <= LONGEST_LABEL
    ? text
    : `${letters
        .slice(0, LONGEST_LABEL - 1)
        .join("")
        .trimEnd()}…`;
};

function figureRow(row: number, label: string, shares: Figures["shares"]): string {
  const cells = FIGURES.map((figure, place) => {
    const value = shares[figure];
    const at = `r="${columnLetters(place + 2)}${row}" s="${styleOf("share")}"`;
    return value === null ? `<c ${at}/>` : `<c ${at}><v>${value}</v></c>`;
  }).join("");
  return `<row r="${row}"><c r="A${row}" s="${styleOf("text")}" t="inlineStr"><is><t xml:space="preserve">${cellText(label)}</t></is></c>${cells}</row>`;
}

function netOf(
  figures: readonly Figures[],
  at: { readonly name: string; readonly from: number; readonly to: number; readonly say: Say },
): Chart {
  return {
    kind: "net",
    title: at.say("pillars"),
    categories: { cells: rangeOf(at.name, 1, at.from, at.to), values: figures.map(({ label }) => label) },
    series: FIGURES.map((figure, place) => ({
      name: { cell: cellOf(at.name, place + 2, at.from - 1), text: at.say(figure) },
      cells: rangeOf(at.name, place + 2, at.from, at.to),
      values: figures.map(({ shares }) => shares[figure]),
      colour: COLOURS[figure],
    })),
    format: "0%",
    // More than all of it is reached where an indicator may exceed its maximum.
    ...(figures.some(({ shares }) => FIGURES.some((figure) => Number(shares[figure]) > 1))
      ? {}
      : { most: "1" }),
  };
}

function barsOf({ set }: CampaignFrame, group: RankedGroup, say: Say): Chart {
  const { best, firstRow, sheet, units } = group;
  const to = firstRow + best.length - 1;
  const many = units > best.length ? ` (${best.length}/${units})` : "";
  return {
    kind: "bars",
    title: `${say("total")}: ${group.name}${many}`,
    categories: { cells: rangeOf(sheet, RANKING.unit, firstRow, to), values: best.map(({ name }) => name) },
    series: [
      {
        name: { cell: cellOf(sheet, RANKING.total, firstRow - 1), text: say("total") },
        cells: rangeOf(sheet, RANKING.total, firstRow, to),
        values: best.map(({ total }) => total),
        colour: COLOURS.first,
      },
    ],
    format: set.digits === 0 ? "#,##0" : `#,##0.${"0".repeat(set.digits)}`,
  };
}
