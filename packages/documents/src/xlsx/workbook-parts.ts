/** The parts of a workbook that its sheets lean on: which sheets there are, shared texts, formats of numbers. */
import type { Budget } from "../blocks/budget.js";
import { type Archive, damaged } from "../ooxml/archive.js";
import { type Relationships, readRelationships } from "../ooxml/relationships.js";
import { type Attributes, readXml, type XmlHandler } from "../ooxml/xml.js";

export interface WorkbookParts {
  readonly relationships: Relationships;
  readonly workbook: WorkbookPart;
  readonly strings: SharedStrings;
  readonly formats: CellFormats;
}

/** Reads all but the sheets. @throws {DocumentRefused} when the workbook's own part is missing or damaged. */
export async function openParts(archive: Archive, budget: Budget): Promise<WorkbookParts> {
  const main =
    (await readRelationships(archive, "", budget)).byType.get("officeDocument") ?? "xl/workbook.xml";
  const relationships = await readRelationships(archive, main, budget);
  const workbook = new WorkbookPart();
  const strings = new SharedStrings();
  const formats = new CellFormats();
  const part = await archive.read(main);
  if (!part) throw damaged(main);
  await readXml(part, main, workbook, budget);
  for (const [type, reader] of [
    ["sharedStrings", strings],
    ["styles", formats],
  ] as const) {
    const name = relationships.byType.get(type);
    const found = name === undefined ? undefined : await archive.read(name);
    if (name !== undefined && found) await readXml(found, name, reader, budget);
  }
  return { relationships, workbook, strings, formats };
}

/** The name of a sheet's part; undefined where it has no cells: a sheet may hold only a chart. */
export function sheetPart({ byId }: Relationships, relation: string): string | undefined {
  const name = byId.get(relation);
  return name !== undefined && /chartsheet/i.test(name) ? undefined : name;
}

export interface SheetEntry {
  readonly name: string;
  readonly relation: string;
  readonly hidden: boolean;
}

export class WorkbookPart implements XmlHandler {
  readonly sheets: SheetEntry[] = [];
  from1904 = false;

  open(name: string, attributes: Attributes): void {
    if (name === "x:workbookPr") this.from1904 = /^(1|true)$/.test(attributes.get("date1904") ?? "");
    else if (name === "x:sheet")
      this.sheets.push({
        name: attributes.get("name") ?? "",
        relation: attributes.get("r:id") ?? "",
        hidden: /hidden/i.test(attributes.get("state") ?? ""),
      });
  }

  close(): void {
    // Nothing waits for the end of an element.
  }
}

export class SharedStrings implements XmlHandler {
  readonly texts: string[] = [];
  private text_ = "";
  private taking = false;
  private phonetic = 0;

  open(name: string): void {
    if (name === "x:si") this.text_ = "";
    else if (name === "x:rPh") this.phonetic += 1;
    else if (name === "x:t") this.taking = this.phonetic === 0;
  }

  close(name: string): void {
    if (name === "x:si") this.texts.push(this.text_);
    else if (name === "x:rPh") this.phonetic -= 1;
    else if (name === "x:t") this.taking = false;
  }

  text(text: string): void {
    if (this.taking) this.text_ += text;
  }
}

export class CellFormats implements XmlHandler {
  readonly custom = new Map<number, string>();
  /** The number format of each style of a cell, by the style's place in the list. */
  readonly formats: number[] = [];
  private inCells = false;

  open(name: string, attributes: Attributes): void {
    if (name === "x:numFmt")
      this.custom.set(Number(attributes.get("numFmtId") ?? 0), attributes.get("formatCode") ?? "");
    else if (name === "x:cellXfs") this.inCells = true;
    else if (name === "x:xf" && this.inCells) this.formats.push(Number(attributes.get("numFmtId") ?? 0));
  }

  close(name: string): void {
    if (name === "x:cellXfs") this.inCells = false;
  }
}
