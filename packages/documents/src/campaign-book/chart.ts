/**
 * Charts as parts of a workbook, written by hand: bars of totals, a net of pillars. Each names its cells, so that Excel
 * draws what stands in them, and holds their values too, so that a viewer that calculates nothing shows the same.
 */
import { xmlText } from "./cell-text.js";

/** A row of values for the same categories. */
export interface ChartSeries {
  readonly name: { readonly cell: string; readonly text: string };
  /** Where the values stand: `'Xếp hạng'!$D$5:$D$20`. */
  readonly cells: string;
  /** Decimal text; null: no value. */
  readonly values: readonly (string | null)[];
  /** RRGGBB */
  readonly colour: string;
}

export interface Chart {
  readonly kind: "bars" | "net";
  readonly title: string;
  readonly categories: { readonly cells: string; readonly values: readonly string[] };
  readonly series: readonly ChartSeries[];
  /** As Excel writes number formats. */
  readonly format: string;
  /** Where the axis of values ends; undefined: as the values ask. */
  readonly most?: string;
}

const NAMESPACES =
  'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

/** The part of one chart. */
export function chartXml(chart: Chart): string {
  const bars = chart.kind === "bars";
  const series = chart.series.map((one, place) => seriesXml(chart, one, place)).join("");
  const axes = '<c:axId val="111"/><c:axId val="222"/>';
  const plot = bars
    ? `<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>${series}<c:gapWidth val="50"/>${axes}</c:barChart>`
    : `<c:radarChart><c:radarStyle val="marker"/><c:varyColors val="0"/>${series}${axes}</c:radarChart>`;
  const legend = bars
    ? ""
    : `<c:legend><c:legendPos val="b"/><c:overlay val="0"/>${textLook(900)}</c:legend>`;
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<c:chartSpace ${NAMESPACES}><c:roundedCorners val="0"/><c:chart>${titleXml(chart.title)}<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>${plot}${categoryAxis(bars)}${valueAxis(chart, bars)}</c:plotArea>${legend}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart></c:chartSpace>`;
}

const titleXml = (title: string): string =>
  `<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz="1200" b="1"/></a:pPr><a:r><a:rPr lang="vi-VN" sz="1200" b="1"/><a:t>${xmlText(title)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`;

const textLook = (size: number): string =>
  `<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="${size}"/></a:pPr><a:endParaRPr lang="vi-VN"/></a:p></c:txPr>`;

function seriesXml({ kind, categories, format }: Chart, one: ChartSeries, place: number): string {
  const fill = `<a:solidFill><a:srgbClr val="${one.colour}"/></a:solidFill>`;
  const look =
    kind === "bars"
      ? `<c:spPr>${fill}</c:spPr><c:invertIfNegative val="0"/>`
      : `<c:spPr><a:ln w="25400">${fill}</a:ln></c:spPr><c:marker><c:symbol val="circle"/><c:size val="5"/><c:spPr>${fill}</c:spPr></c:marker>`;
  const labels =
    kind === "bars"
      ? `<c:dLbls><c:numFmt formatCode="${xmlText(format)}" sourceLinked="0"/>${textLook(800)}<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>`
      : "";
  const names = `<c:cat><c:strRef><c:f>${xmlText(categories.cells)}</c:f><c:strCache>${pointsXml(categories.values)}</c:strCache></c:strRef></c:cat>`;
  const values = `<c:val><c:numRef><c:f>${xmlText(one.cells)}</c:f><c:numCache><c:formatCode>${xmlText(format)}</c:formatCode>${pointsXml(one.values)}</c:numCache></c:numRef></c:val>`;
  return `<c:ser><c:idx val="${place}"/><c:order val="${place}"/><c:tx><c:strRef><c:f>${xmlText(one.name.cell)}</c:f><c:strCache>${pointsXml([one.name.text])}</c:strCache></c:strRef></c:tx>${look}${labels}${names}${values}</c:ser>`;
}

const pointsXml = (values: readonly (string | null)[]): string =>
  `<c:ptCount val="${values.length}"/>${values
    .map((value, place) => (value === null ? "" : `<c:pt idx="${place}"><c:v>${xmlText(value)}</c:v></c:pt>`))
    .join("")}`;

const LINE = '<c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="D1D5DB"/></a:solidFill></a:ln></c:spPr>';

/** Bars have the first at the top, as a ranking is read. */
const categoryAxis = (bars: boolean): string =>
  `<c:catAx><c:axId val="111"/><c:scaling><c:orientation val="${bars ? "maxMin" : "minMax"}"/></c:scaling><c:delete val="0"/><c:axPos val="${bars ? "l" : "b"}"/>${bars ? "" : `<c:majorGridlines>${LINE}</c:majorGridlines>`}<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>${LINE}${textLook(800)}<c:crossAx val="222"/><c:crosses val="autoZero"/><c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/></c:catAx>`;

const valueAxis = ({ format, most }: Chart, bars: boolean): string =>
  `<c:valAx><c:axId val="222"/><c:scaling><c:orientation val="minMax"/>${most === undefined ? "" : `<c:max val="${most}"/>`}<c:min val="0"/></c:scaling><c:delete val="0"/><c:axPos val="${bars ? "b" : "l"}"/><c:majorGridlines>${LINE}</c:majorGridlines><c:numFmt formatCode="${xmlText(format)}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>${LINE}${textLook(800)}<c:crossAx val="111"/><c:crosses val="${bars ? "max" : "autoZero"}"/><c:crossBetween val="between"/></c:valAx>`;

/** Where a chart lies: from the corner of one cell to that of another; columns and rows from 0. */
export interface ChartPlace {
  readonly from: readonly [column: number, row: number];
  readonly to: readonly [column: number, row: number];
}

/** The part that says where a sheet's charts lie; its relation `rId<n>` leads to the n-th. */
export function drawingXml(places: readonly ChartPlace[], names: readonly string[]): string {
  const corner = (name: string, [column, row]: readonly [number, number]) =>
    `<xdr:${name}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${name}>`;
  const anchors = places.map(
    ({ from, to }, place) =>
      `<xdr:twoCellAnchor>${corner("from", from)}${corner("to", to)}<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${place + 2}" name="${xmlText(names[place] ?? "")}" descr="${xmlText(names[place] ?? "")}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="rId${place + 1}"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">${anchors.join("")}</xdr:wsDr>`;
}
