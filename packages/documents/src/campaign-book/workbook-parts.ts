/** The parts that hold a workbook together: what is in it, what refers to what. */
import { quotedSheet, xmlText } from "./cell-text.js";
import type { WrittenSheet } from "./sheet.js";

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml";

export interface BookPlan {
  /** In their order. */
  readonly sheets: readonly string[];
  /** The place of the sheet with charts; undefined: none has any. */
  readonly charted: number | undefined;
  readonly charts: number;
}

export const sheetPart = (place: number): string => `xl/worksheets/sheet${place + 1}.xml`;
export const chartPart = (place: number): string => `xl/charts/chart${place + 1}.xml`;
export const DRAWING_PART = "xl/drawings/drawing1.xml";

export function contentTypesXml({ sheets, charts, charted }: BookPlan): string {
  const override = (part: string, type: string) => `<Override PartName="/${part}" ContentType="${type}"/>`;
  const drawn =
    charted === undefined
      ? []
      : [override(DRAWING_PART, "application/vnd.openxmlformats-officedocument.drawing+xml")];
  return `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${[
    override("xl/workbook.xml", `${SPREADSHEET}.sheet.main+xml`),
    ...sheets.map((_, place) => override(sheetPart(place), `${SPREADSHEET}.worksheet+xml`)),
    override("xl/styles.xml", `${SPREADSHEET}.styles+xml`),
    override("xl/sharedStrings.xml", `${SPREADSHEET}.sharedStrings+xml`),
    ...drawn,
    ...Array.from({ length: charts }, (_, place) =>
      override(chartPart(place), "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"),
    ),
    override("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
  ].join("")}</Types>`;
}

/** Relations of one part. */
export const relationsXml = (relations: readonly (readonly [type: string, target: string])[]): string =>
  `${XML}<Relationships xmlns="${PACKAGE}/relationships">${relations
    .map(
      ([type, target], place) =>
        `<Relationship Id="rId${place + 1}" Type="${type.includes("://") ? type : `${OFFICE}/${type}`}" Target="${target}"/>`,
    )
    .join("")}</Relationships>`;

export const rootRelationsXml = (): string =>
  relationsXml([
    ["officeDocument", "xl/workbook.xml"],
    [`${PACKAGE}/relationships/metadata/core-properties`, "docProps/core.xml"],
  ]);

export const workbookRelationsXml = ({ sheets }: BookPlan): string =>
  relationsXml([
    ...sheets.map((_, place) => ["worksheet", `worksheets/sheet${place + 1}.xml`] as const),
    ["styles", "styles.xml"],
    ["sharedStrings", "sharedStrings.xml"],
  ]);

/** The workbook with its sheets, and for each table its filter and the rows that are printed on every page. */
export function workbookXml({ sheets }: BookPlan, tables: ReadonlyMap<string, WrittenSheet>): string {
  const names = sheets.flatMap((name, place) => {
    const table = tables.get(name);
    if (table === undefined) return [];
    const sheet = quotedSheet(name);
    const defined = (what: string, rest: string, to: string) =>
      `<definedName name="_xlnm.${what}" localSheetId="${place}"${rest}>${xmlText(`${sheet}!${to}`)}</definedName>`;
    return [
      defined("_FilterDatabase", ' hidden="1"', table.filter),
      defined(
        "Print_Titles",
        "",
        table.repeated === undefined
          ? `$${table.headerRow}:$${table.headerRow}`
          : `$A:$${table.repeated},${sheet}!$${table.headerRow}:$${table.headerRow}`,
      ),
    ];
  });
  const listed = sheets
    .map((name, place) => `<sheet name="${xmlText(name)}" sheetId="${place + 1}" r:id="rId${place + 1}"/>`)
    .join("");
  return `${XML}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${OFFICE}"><bookViews><workbookView activeTab="0"/></bookViews><sheets>${listed}</sheets>${names.length === 0 ? "" : `<definedNames>${names.join("")}</definedNames>`}</workbook>`;
}

/** What the file says of itself. The moment is that of the results, not of the writing. */
export function corePropertiesXml(title: string, moment: Date | null): string {
  const at = (moment ?? new Date(0)).toISOString().replace(/\.\d+Z$/, "Z");
  return `${XML}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${xmlText(title)}</dc:title><dc:creator>OpenDTI</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">${at}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${at}</dcterms:modified></cp:coreProperties>`;
}
