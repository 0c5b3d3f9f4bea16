/**
 * The campaign book, written as a stream. The units are gone over once and the movements once: the long sheets (a row
 * for each indicator of each unit) go out as they come, what the short ones hold of each unit waits its turn.
 */
import { Readable, type Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Language } from "@opendti/engine";
import yazl from "yazl";
import { SheetNames } from "./cell-text.js";
import { chartXml, drawingXml } from "./chart.js";
import { type ChartSheet, chartSheet, isDrawn, type RankedGroup } from "./chart-sheet.js";
import { causeColumns, causeRows, movementColumns, movementRow } from "./movement-sheets.js";
import { notesSheetXml } from "./notes-sheet.js";
import {
  DetailRows,
  detailColumns,
  detailNodes,
  pillarColumns,
  pillarRow,
  rankingColumns,
  rankingRow,
} from "./result-sheets.js";
import { SharedStrings } from "./shared-strings.js";
import {
  type CellValue,
  type Column,
  headerRowOf,
  type PrintFooter,
  TableRows,
  type TableSheet,
  tableSheetXml,
  type WrittenSheet,
} from "./sheet.js";
import { stylesXml } from "./styles.js";
import type { CampaignFrame, FrameGroup, FrameMovement, FrameUnit } from "./types.js";
import { type Say, standingLine, type WordKey, wordsIn } from "./words.js";
import {
  type BookPlan,
  chartPart,
  contentTypesXml,
  corePropertiesXml,
  DRAWING_PART,
  relationsXml,
  rootRelationsXml,
  sheetPart,
  workbookRelationsXml,
  workbookXml,
} from "./workbook-parts.js";

/** Rows of a sheet below its header. */
const SHEET_ROWS = 1_048_575;
/** Text of a part handed on at once. */
const PIECE = 65_536;
/** Of four thousand units the book is small enough, and half the time goes into packing. */
const PACKING = 4;
/** The first moment that a ZIP archive can name: the same results give the same bytes. */
const NO_TIME = new Date(1980, 0, 1);

/**
 * Writes the book into the sink and ends it.
 * @param sink is waited for when it is full.
 */
export async function writeCampaignBook(
  frame: CampaignFrame,
  language: Language,
  sink: Writable,
): Promise<void> {
  await new Book(frame, language).write(sink);
}

/** Rows of a short sheet, kept until it is its turn. */
interface KeptSheet {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly rows: (readonly CellValue[])[];
}

class Book {
  private readonly say: Say;
  private readonly strings = new SharedStrings();
  private readonly zip = new yazl.ZipFile();
  private readonly names = new SheetNames();
  private readonly tables = new Map<string, WrittenSheet>();
  private readonly lines: TableSheet["lines"];
  private readonly footer: PrintFooter;
  private readonly groupNames: ReadonlyMap<string | null, string>;
  /** By place in the frame's groups. */
  private readonly rankings: readonly KeptSheet[];
  private readonly pillars: KeptSheet;
  private readonly movement: KeptSheet;
  private readonly detailNames: readonly string[];
  private readonly causeNames: readonly string[];
  private readonly chartsName: string;
  private readonly notesName: string;
  private readonly plan: BookPlan;
  /** Units of a sheet of details. */
  private readonly unitsAPart: number;
  private readonly movementsAPart: number;
  private readonly drawn: {
    readonly name: string;
    readonly total: string;
    readonly pillars: (string | null)[];
  }[][];

  constructor(
    private readonly frame: CampaignFrame,
    private readonly language: Language,
  ) {
    this.say = wordsIn(language);
    const { say } = this;
    const standing = standingLine(frame.run, language);
    const { name, year } = frame.campaign;
    this.lines = [
      { text: name.includes(String(year)) ? name : `${name} (${year})`, style: "title" },
      { text: standing.text, style: standing.warns ? "warning" : "note" },
    ];
    this.footer = { left: standing.warns ? `${name} – ${standing.text}` : name, page: say("page") };
    this.groupNames = new Map(frame.groups.map((group) => [group.code, this.groupName(group)]));
    const single = frame.groups.length === 1;
    this.rankings = frame.groups.map((group) => ({
      name: this.names.name(single ? say("ranking") : `${say("ranking")} ${this.groupName(group)}`),
      columns: rankingColumns(frame, say),
      rows: [],
    }));
    this.chartsName = this.names.name(say("charts"));
    this.pillars = { name: this.names.name(say("pillars")), columns: pillarColumns(frame, say), rows: [] };
    const leaves = Math.max(1, detailNodes(frame).length);
    this.unitsAPart = Math.floor(SHEET_ROWS / leaves);
    // Indicators that are gone since have a row there too.
    this.movementsAPart = Math.floor(SHEET_ROWS / (2 * leaves + 1));
    const many = (key: WordKey, apart: number) =>
      Array.from({ length: Math.max(1, Math.ceil(frame.unitCount / apart)) }, () =>
        this.names.name(say(key)),
      );
    this.detailNames = many("details", this.unitsAPart);
    this.movement = {
      name: this.names.name(say("movement")),
      columns: movementColumns(frame, say),
      rows: [],
    };
    this.causeNames = frame.sight === "whole" ? many("causes", this.movementsAPart) : [];
    this.notesName = this.names.name(say("notes"));
    this.drawn = frame.groups.map(() => []);
    const sheets = [
      ...this.rankings.map((one) => one.name),
      this.chartsName,
      this.pillars.name,
      ...this.detailNames,
      this.movement.name,
      ...this.causeNames,
      this.notesName,
    ];
    const nets = frame.pillars.length >= 3 ? 2 : 1;
    this.plan = { sheets, charted: sheets.indexOf(this.chartsName), charts: frame.groups.length * nets };
  }

  async write(sink: Writable): Promise<void> {
    const { frame, language } = this;
    this.add("[Content_Types].xml", () => [contentTypesXml(this.plan)]);
    this.add("_rels/.rels", () => [rootRelationsXml()]);
    this.add("docProps/core.xml", () => [
      corePropertiesXml(frame.campaign.name, frame.run?.publishedAt ?? frame.run?.compiledAt ?? null),
    ]);
    this.addDetails();
    for (const ranking of this.rankings) this.addKept(ranking, 2);
    this.addCharts();
    this.addKept(this.pillars, 3);
    this.addMovements();
    this.add(this.part(this.notesName), () => [notesSheetXml(frame, language, this.footer)]);
    this.add("xl/styles.xml", () => [stylesXml(frame.set.digits)]);
    // After every sheet: they make it.
    this.add("xl/sharedStrings.xml", () => this.strings.xml());
    this.add("xl/workbook.xml", () => [workbookXml(this.plan, this.tables)]);
    this.add("xl/_rels/workbook.xml.rels", () => [workbookRelationsXml(this.plan)]);
    this.zip.end();
    const failed = new Promise<never>((_, reject) => this.zip.on("error", reject));
    await Promise.race([pipeline(this.zip.outputStream, sink), failed]);
  }

  private groupName({ code, name }: Pick<FrameGroup, "code" | "name">): string {
    return code === null || name === "" ? this.say("noGroup") : name;
  }

  private part(sheet: string): string {
    return sheetPart(this.plan.sheets.indexOf(sheet));
  }

  /** Parts are written in the order in which they are added, each when the one before it is whole. */
  private add(part: string, xml: () => Iterable<string> | AsyncIterable<string>): void {
    const options = { mtime: NO_TIME, mode: 0o100644, forceDosTimestamp: true, compressionLevel: PACKING };
    this.zip.addReadStreamLazy(part, options, (callback) => {
      const stream = Readable.from(inPieces(xml()), { objectMode: false, highWaterMark: PIECE });
      stream.on("error", (error) => this.zip.emit("error", error));
      callback(null, stream);
    });
  }

  private addTable(
    sheet: Omit<TableSheet, "lines" | "rows">,
    lines: TableSheet["lines"],
    rowsOf: (rows: TableRows) => TableSheet["rows"],
  ): void {
    const { tables, footer, strings } = this;
    this.add(this.part(sheet.name), async function* () {
      const rows = new TableRows(sheet.columns, strings, headerRowOf(lines));
      tables.set(sheet.name, yield* tableSheetXml({ ...sheet, lines, rows: rowsOf(rows) }, rows, footer));
    });
  }

  private addKept({ name, columns, rows }: KeptSheet, frozen: number): void {
    this.addTable({ name, columns, frozen }, this.lines, (writer) => mapped(rows, (row) => writer.row(row)));
  }

  /** One row an indicator: the whole stream of units, over as many sheets as it takes. */
  private addDetails(): void {
    const { frame, language, say } = this;
    const details = new DetailRows(frame, language);
    const columns = detailColumns(frame, say);
    let units: AsyncIterator<FrameUnit> | undefined;
    for (const name of this.detailNames)
      this.addTable({ name, columns, frozen: 3 }, [], (writer) => {
        units ??= frame.units()[Symbol.asyncIterator]();
        return this.detailsOf(units, writer, details);
      });
  }

  private async *detailsOf(
    units: AsyncIterator<FrameUnit>,
    writer: TableRows,
    details: DetailRows,
  ): AsyncGenerator<string> {
    for (let count = 0; count < this.unitsAPart; count += 1) {
      const { value: unit, done } = await units.next();
      if (done === true) return;
      const group = this.groupNames.get(unit.group) ?? unit.group ?? "";
      this.keep(unit, group);
      let xml = "";
      for (const row of details.of(unit, group)) xml += writer.row(row);
      yield xml;
    }
  }

  /** Sets aside what the short sheets and the charts hold of a unit. */
  private keep(unit: FrameUnit, group: string): void {
    const { frame, say } = this;
    const place = frame.groups.findIndex(({ code }) => code === unit.group);
    const ranking = this.rankings[place];
    const drawn = this.drawn[place];
    if (ranking === undefined || drawn === undefined) throw new RangeError(`no group ${unit.group}`);
    if (isDrawn(ranking.rows.length))
      drawn.push({
        name: unit.name,
        total: unit.total,
        pillars: frame.pillars.map((pillar) => unit.scores[pillar]?.final ?? null),
      });
    ranking.rows.push(rankingRow(frame, unit, say));
    this.pillars.rows.push(pillarRow(frame, unit, group));
  }

  /** Which indicators moved whom, as it comes; the sheet of units is kept meanwhile. In public there is that one alone. */
  private addMovements(): void {
    const { frame, movement } = this;
    if (this.causeNames.length === 0) {
      this.addTable({ ...movement, frozen: 2 }, this.lines, (writer) => this.movementsOf(writer));
      return;
    }
    let movements: AsyncIterator<FrameMovement> | undefined;
    for (const name of this.causeNames)
      this.addTable({ name, columns: causeColumns(this.say), frozen: 2 }, [], (writer) => {
        movements ??= frame.movements()[Symbol.asyncIterator]();
        return this.causesOf(movements, writer);
      });
    this.addKept(movement, 2);
  }

  private async *causesOf(
    movements: AsyncIterator<FrameMovement>,
    writer: TableRows,
  ): AsyncGenerator<string> {
    for (let count = 0; count < this.movementsAPart; count += 1) {
      const { value: movement, done } = await movements.next();
      if (done === true) {
        if (this.movement.rows.length === 0) yield this.nothingBefore(this.movement.rows, writer);
        return;
      }
      const group = this.groupNames.get(movement.unit.group) ?? "";
      this.movement.rows.push(movementRow(this.frame, movement, group));
      let xml = "";
      for (const row of causeRows(movement, group, this.say)) xml += writer.row(row);
      yield xml;
    }
  }

  private async *movementsOf(writer: TableRows): AsyncGenerator<string> {
    let none = true;
    for await (const movement of this.frame.movements()) {
      none = false;
      yield writer.row(movementRow(this.frame, movement, this.groupNames.get(movement.unit.group) ?? ""));
    }
    if (none) yield this.nothingBefore([], writer);
  }

  /** In place of rows, where nobody had a published result before: an empty table leaves one guessing. */
  private nothingBefore(units: KeptSheet["rows"], writer: TableRows): string {
    const row = [null, this.say("nothingBefore")];
    units.push(row);
    return writer.row(row);
  }

  /** What all groups look like. The units are known by now. */
  private addCharts(): void {
    const { frame, say, footer, chartsName } = this;
    let drawn: ChartSheet | undefined;
    const sheet = (): ChartSheet => {
      drawn ??= chartSheet(frame, this.rankedGroups(), { name: chartsName, footer, say });
      return drawn;
    };
    const part = this.part(chartsName);
    this.add(part, () => [sheet().xml]);
    this.add(part.replace("worksheets/", "worksheets/_rels/").concat(".rels"), () => [
      relationsXml([["drawing", `../${DRAWING_PART.slice("xl/".length)}`]]),
    ]);
    this.add(DRAWING_PART, () => [
      drawingXml(
        sheet().places,
        sheet().charts.map(({ title }) => title),
      ),
    ]);
    this.add(DRAWING_PART.replace("drawings/", "drawings/_rels/").concat(".rels"), () => [
      relationsXml(sheet().charts.map((_, place) => ["chart", `../${chartPart(place).slice("xl/".length)}`])),
    ]);
    for (let place = 0; place < this.plan.charts; place += 1)
      this.add(chartPart(place), () =>
        sheet()
          .charts.slice(place, place + 1)
          .map(chartXml),
      );
  }

  private rankedGroups(): RankedGroup[] {
    const firstRow = headerRowOf(this.lines) + 1;
    return this.frame.groups.map((group, place) => ({
      name: this.groupName(group),
      sheet: this.rankings[place]?.name ?? "",
      firstRow,
      best: this.drawn[place] ?? [],
      units: group.units,
      shares: { best: group.best, median: group.median },
    }));
  }
}

function* mapped<T>(items: Iterable<T>, map: (item: T) => string): Generator<string> {
  for (const item of items) yield map(item);
}

/** The same text in pieces that are worth handing on. */
async function* inPieces(xml: Iterable<string> | AsyncIterable<string>): AsyncGenerator<Buffer> {
  let piece = "";
  for await (const text of xml) {
    piece += text;
    if (piece.length < PIECE) continue;
    yield Buffer.from(piece);
    piece = "";
  }
  if (piece !== "") yield Buffer.from(piece);
}
