/** A workbook of long sheets, written as a stream: what is held is little, however many rows there are. */
import { Readable } from "node:stream";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import yazl from "yazl";
import { cellText, xmlText } from "../campaign-book/cell-text.js";
import { columnLetters } from "../xlsx/column-letters.js";
import { heightOf } from "./style.js";

/** Number formats of cells, in the order of the styles. */
const FORMATS = ["General", "#,##0", "#,##0.00####", "0.00%", "dd/mm/yyyy", "@"] as const;
const LOOKS = ["open", "closed", "plain"] as const;

/** `open`: to be filled in. `closed`: might be, not by this person or not now. `plain`: for reading. */
export type Look = (typeof LOOKS)[number];

export interface StreamCell {
  readonly value: string | number | null;
  readonly look: Look;
  /** A number format that {@link StreamColumn} names. */
  readonly format: string;
}

export interface StreamColumn {
  /** Of the hidden first row. */
  readonly mark: string;
  /** Two lines of the header. */
  readonly heading: string;
  readonly below: string;
  readonly width: number;
  readonly hidden?: boolean;
  /** Choices of a drop-down: words, or cells of the hidden sheet of lists. */
  readonly list?: { readonly words: readonly string[] } | { readonly range: string };
}

export interface StreamSheet {
  readonly name: string;
  readonly title: string;
  readonly columns: readonly StreamColumn[];
  /** Columns at the left that stay in sight. */
  readonly frozen: number;
  /** Whether rows are as high as their texts; else a line each. */
  readonly wrap: boolean;
}

/** Rows above the first: marks, title, two of the header. */
export const STREAM_TOP = 4;

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** The first moment that a ZIP archive can name: the same rows give the same bytes. */
const NO_TIME = new Date(1980, 0, 1);
const PIECE = 65_536;
const TALLEST_HEADER = 150;
/** Bold letters are wider. */
const BOLD = 0.84;
const HEADER_STYLE = 1;
const TITLE_STYLE = 2;
const FIRST_LOOK = 3;

/** By format and look, of the sheets with rows as high as their texts; the others follow. */
const STYLES: ReadonlyMap<string, Readonly<Record<Look, number>>> = new Map(
  FORMATS.map((format, at) => {
    const style = (look: Look): number => FIRST_LOOK + LOOKS.indexOf(look) * FORMATS.length + at;
    return [format, { open: style("open"), closed: style("closed"), plain: style("plain") }];
  }),
);
const OTHER_STYLES = LOOKS.length * FORMATS.length;

function styleOf({ look, format }: Pick<StreamCell, "look" | "format">, wrap: boolean): number {
  const styles = STYLES.get(format) ?? STYLES.get("General");
  return (styles?.[look] ?? FIRST_LOOK) + (wrap ? 0 : OTHER_STYLES);
}

/** Rows of one sheet, packed until it is their turn: parts of an archive follow one another. */
export class SheetSpool {
  private readonly packed: Buffer[] = [];
  private text = "";
  private written = 0;

  constructor(readonly sheet: StreamSheet) {}

  get rows(): number {
    return this.written;
  }

  add(cells: readonly StreamCell[]): void {
    this.written += 1;
    this.text += rowXml(STREAM_TOP + this.written, cells, this.sheet.wrap, this.height(cells));
    if (this.text.length > PIECE * 8) this.pack();
  }

  *xml(): Generator<string | Buffer> {
    this.pack();
    yield sheetHead(this.sheet);
    for (const block of this.packed) yield inflateRawSync(block);
    yield sheetFoot(this.sheet, STREAM_TOP + this.written);
  }

  private height(cells: readonly StreamCell[]): number | undefined {
    if (!this.sheet.wrap) return undefined;
    const texts: { text: string; width: number }[] = [];
    for (let index = 0; index < cells.length; index += 1) {
      const value = cells[index]?.value;
      const column = this.sheet.columns[index];
      if (typeof value === "string" && column && !column.hidden)
        texts.push({ text: value, width: column.width });
    }
    return heightOf(texts);
  }

  private pack(): void {
    if (this.text === "") return;
    this.packed.push(deflateRawSync(this.text, { level: 1 }));
    this.text = "";
  }
}

function rowXml(number: number, cells: readonly StreamCell[], wrap: boolean, height?: number): string {
  let xml = `<row r="${number}"${height === undefined ? "" : ` ht="${height}" customHeight="1"`}>`;
  let index = 0;
  for (const cell of cells) {
    index += 1;
    const { value } = cell;
    const at = `r="${lettersOf(index)}${number}" s="${styleOf(cell, wrap)}"`;
    if (value === null || value === "") xml += `<c ${at}/>`;
    else if (typeof value === "number") xml += `<c ${at}><v>${value}</v></c>`;
    else xml += `<c ${at} ${inline(value)}`;
  }
  return `${xml}</row>`;
}

const letters: string[] = [];

/** The letters of a column, each made once. */
function lettersOf(column: number): string {
  letters[column] ??= columnLetters(column);
  return letters[column] ?? "";
}

/** Blanks at the ends and line breaks have to be asked for. */
const inline = (text: string): string =>
  `t="inlineStr"><is><t${/^\s|\s$|\n/.test(text) ? ' xml:space="preserve"' : ""}>${cellText(text)}</t></is></c>`;

function sheetHead({ columns, frozen, title }: StreamSheet): string {
  const corner = `${columnLetters(frozen + 1)}${STREAM_TOP + 1}`;
  const line = (row: number, style: number, texts: readonly string[], more = ""): string =>
    `<row r="${row}"${more}>${texts
      .map((text, index) =>
        text === "" && style !== HEADER_STYLE
          ? ""
          : `<c r="${columnLetters(index + 1)}${row}" s="${style}" ${inline(text)}`,
      )
      .join("")}</row>`;
  const shown = columns.findIndex(({ hidden }) => !hidden);
  const tall = (text: (column: StreamColumn) => string): string => {
    const texts = columns.map((column) => ({ text: text(column), width: column.width * BOLD }));
    return ` ht="${Math.min(TALLEST_HEADER, heightOf(texts) + 4)}" customHeight="1"`;
  };
  return [
    `${HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`,
    `<sheetViews><sheetView workbookViewId="0" showGridLines="0"><pane xSplit="${frozen}" ySplit="${STREAM_TOP}" topLeftCell="${corner}" activePane="bottomRight" state="frozen"/></sheetView></sheetViews>`,
    '<sheetFormatPr defaultRowHeight="15"/><cols>',
    ...columns.map(
      ({ width, hidden }, index) =>
        `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"${hidden ? ' hidden="1"' : ""}/>`,
    ),
    "</cols><sheetData>",
    line(
      1,
      0,
      columns.map(({ mark }) => mark),
      ' hidden="1"',
    ),
    line(
      2,
      TITLE_STYLE,
      columns.map((_, index) => (index === shown ? title : "")),
      ' ht="24" customHeight="1"',
    ),
    line(
      3,
      HEADER_STYLE,
      columns.map(({ heading }) => heading),
      tall(({ heading }) => heading),
    ),
    line(
      4,
      HEADER_STYLE,
      columns.map(({ below }) => below),
      tall(({ below }) => below),
    ),
  ].join("");
}

function sheetFoot({ columns }: StreamSheet, last: number): string {
  const first = STREAM_TOP + 1;
  const lists = columns.flatMap(({ list }, index) => {
    if (!list || last < first) return [];
    const letter = columnLetters(index + 1);
    const formula = "range" in list ? list.range : `"${list.words.join(",")}"`;
    return [
      `<dataValidation type="list" allowBlank="1" showErrorMessage="1" errorTitle="Chưa đúng" error="Chọn trong danh sách." sqref="${letter}${first}:${letter}${last}"><formula1>${xmlText(formula)}</formula1></dataValidation>`,
    ];
  });
  // In the order of the schema: protection, filter, validations, page.
  return [
    '</sheetData><sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0" autoFilter="0" sort="0"/>',
    last >= first ? `<autoFilter ref="A${STREAM_TOP}:${columnLetters(columns.length)}${last}"/>` : "",
    lists.length === 0 ? "" : `<dataValidations count="${lists.length}">${lists.join("")}</dataValidations>`,
    '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>',
    '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
    "<headerFooter><oddFooter>&amp;RTrang &amp;P/&amp;N</oddFooter></headerFooter></worksheet>",
  ].join("");
}

/** A sheet that nobody sees: rows of plain cells. */
export interface HiddenSheet {
  readonly name: string;
  readonly rows: readonly (readonly (string | number)[])[];
}

function hiddenXml({ rows }: HiddenSheet): string {
  const body = rows.map((cells, index) =>
    rowXml(
      index + 1,
      cells.map((value): StreamCell => ({ value, look: "plain", format: "General" })),
      false,
    ),
  );
  return `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>${body.join("")}</sheetData></worksheet>`;
}

/** The finished workbook, piece by piece; each piece is made when the one before it was taken. */
export function streamWorkbook(
  spools: readonly SheetSpool[],
  hidden: readonly HiddenSheet[],
): AsyncIterable<Uint8Array> {
  const zip = new yazl.ZipFile();
  const names = [...spools.map(({ sheet }) => sheet.name), ...hidden.map(({ name }) => name)];
  const add = (part: string, xml: () => Iterable<string | Buffer>): void => {
    zip.addReadStreamLazy(
      part,
      { mtime: NO_TIME, mode: 0o100644, forceDosTimestamp: true, compressionLevel: 4 },
      (callback) => {
        const stream = Readable.from(pieces(xml()), { objectMode: false, highWaterMark: PIECE });
        stream.on("error", (error) => zip.emit("error", error));
        callback(null, stream);
      },
    );
  };
  add("[Content_Types].xml", () => [contentTypes(names.length)]);
  add("_rels/.rels", () => [
    `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  ]);
  add("xl/workbook.xml", () => [workbookXml(names, spools.length)]);
  add("xl/_rels/workbook.xml.rels", () => [relations(names.length)]);
  add("xl/styles.xml", () => [stylesXml()]);
  for (const [index, spool] of spools.entries())
    add(`xl/worksheets/sheet${index + 1}.xml`, () => spool.xml());
  for (const [index, sheet] of hidden.entries())
    add(`xl/worksheets/sheet${spools.length + index + 1}.xml`, () => [hiddenXml(sheet)]);
  zip.end();
  return Readable.from(zip.outputStream as AsyncIterable<Buffer>, { objectMode: true });
}

function* pieces(xml: Iterable<string | Buffer>): Generator<Buffer> {
  for (const piece of xml) yield typeof piece === "string" ? Buffer.from(piece) : piece;
}

function contentTypes(sheets: number): string {
  const sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  const overrides = Array.from(
    { length: sheets },
    (_, index) =>
      `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${sheet}.worksheet+xml"/>`,
  );
  return `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${sheet}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${sheet}.styles+xml"/>${overrides.join("")}</Types>`;
}

function workbookXml(names: readonly string[], visible: number): string {
  const sheets = names.map(
    (name, index) =>
      `<sheet name="${xmlText(name)}" sheetId="${index + 1}"${index < visible ? "" : ' state="veryHidden"'} r:id="rId${index + 1}"/>`,
  );
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView activeTab="0"/></bookViews><sheets>${sheets.join("")}</sheets></workbook>`;
}

function relations(sheets: number): string {
  const all = Array.from(
    { length: sheets },
    (_, index) =>
      `<Relationship Id="rId${index + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
  );
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${all.join("")}<Relationship Id="rId${sheets + 1}" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`;
}

function stylesXml(): string {
  const custom = FORMATS.map((code, index) => ({ code, id: BUILT_IN[code] ?? 164 + index }));
  const formats = custom.filter(({ id }) => id >= 164);
  const fills: Readonly<Record<Look, number>> = { open: 3, closed: 4, plain: 0 };
  const looks = [true, false].flatMap((wrap) => LOOKS.map((look) => ({ look, wrap })));
  const cells = looks.flatMap(({ look, wrap }) =>
    custom.map(
      ({ id }) =>
        `<xf xfId="0" numFmtId="${id}" fontId="0" fillId="${fills[look]}" borderId="1" applyNumberFormat="1" applyFill="1" applyBorder="1" applyAlignment="1" applyProtection="1"><alignment vertical="top"${wrap ? ' wrapText="1"' : ""}/><protection locked="${look === "open" ? 0 : 1}"/></xf>`,
    ),
  );
  const solid = (argb: string): string =>
    `<fill><patternFill patternType="solid"><fgColor rgb="${argb}"/><bgColor indexed="64"/></patternFill></fill>`;
  const side = (name: string): string => `<${name} style="thin"><color rgb="FFB6C2CF"/></${name}>`;
  const font = (size: number, bold: boolean): string =>
    `<font>${bold ? "<b/>" : ""}<sz val="${size}"/><color rgb="FF1F2937"/><name val="Times New Roman"/><family val="1"/></font>`;
  return [
    `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="${formats.length}">`,
    ...formats.map(({ id, code }) => `<numFmt numFmtId="${id}" formatCode="${xmlText(code)}"/>`),
    `</numFmts><fonts count="3">${font(11, false)}${font(11, true)}${font(14, true)}</fonts>`,
    `<fills count="5"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${solid("FFDCE6F1")}${solid("FFFFFBE0")}${solid("FFF1F1F1")}</fills>`,
    `<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${["left", "right", "top", "bottom"].map(side).join("")}<diagonal/></border></borders>`,
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    `<cellXfs count="${cells.length + FIRST_LOOK}"><xf xfId="0" numFmtId="0" fontId="0" fillId="0" borderId="0"/>`,
    '<xf xfId="0" numFmtId="0" fontId="1" fillId="2" borderId="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment horizontal="center" vertical="center" wrapText="1"/></xf>',
    '<xf xfId="0" numFmtId="0" fontId="2" fillId="0" borderId="0" applyFont="1"/>',
    ...cells,
    '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
  ].join("");
}

const BUILT_IN: Readonly<Partial<Record<(typeof FORMATS)[number], number>>> = {
  General: 0,
  "#,##0": 3,
  "0.00%": 10,
  "@": 49,
};
