/** The cells of a workbook as they are stored: numbers with all their digits, days, errors, formulas without a result. */
import type { Budget } from "../blocks/budget.js";
import { cleanCharacters } from "../blocks/clean.js";
import { type Archive, damaged } from "../ooxml/archive.js";
import { readRelationships } from "../ooxml/relationships.js";
import { type Attributes, readXml, type XmlHandler } from "../ooxml/xml.js";
import { dayOf, formatCode, isDateFormat, plainDecimal } from "./number-format.js";
import { addressOf, type Merged } from "./sheet.js";
import { CellFormats, SharedStrings, WorkbookPart } from "./workbook-parts.js";

export type StoredCell =
  | { readonly kind: "text"; readonly text: string }
  | {
      readonly kind: "number";
      /** Plain decimal: `0.8`, of a cell that shows 80%. */
      readonly number: string;
      /** The day that it would be; given only when the cell's format shows one. */
      readonly day: string | undefined;
      readonly percent: boolean;
      /** Days as the workbook counts them. */
      readonly from1904: boolean;
    }
  | { readonly kind: "boolean"; readonly value: boolean }
  | { readonly kind: "day"; readonly day: string }
  | { readonly kind: "error"; readonly error: string }
  | { readonly kind: "no-result" };

/** By column, from 1; cells that hold nothing are left out. */
export type StoredRow = ReadonlyMap<number, StoredCell>;

export interface StoredSheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Gives the rows one after another, and then the merges; `row` may keep what it is given. */
  read(visitor: SheetVisitor): Promise<readonly Merged[]>;
  /** Whether any cells may be merged, told without reading the rows. */
  mayMerge(): Promise<boolean>;
}

interface SheetVisitor {
  row(number: number, cells: StoredRow): void;
  settle?(): Promise<void>;
}

/** The sheets of a workbook in their order, each read when asked for. */
export async function openSheets(archive: Archive, budget: Budget): Promise<StoredSheet[]> {
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
  const partOf = async (relation: string): Promise<[string, AsyncIterable<Uint8Array>] | undefined> => {
    const target = relationships.byId.get(relation);
    const found = target === undefined || /chartsheet/i.test(target) ? undefined : await archive.read(target);
    return target === undefined || !found ? undefined : [target, found];
  };
  return workbook.sheets.map(({ name, relation, hidden }) => ({
    name,
    hidden,
    mayMerge: async () => {
      const part = await partOf(relation);
      return part !== undefined && (await saysMerge(part[1]));
    },
    read: async (visitor) => {
      const part = await partOf(relation);
      if (!part) return [];
      const [target, found] = part;
      const reader = new SheetReader(budget, strings, formats, workbook.from1904, visitor);
      await readXml(found, target, reader, budget);
      return reader.merges;
    },
  }));
}

const MERGE = Buffer.from("mergeCell");

/** Looks for the word alone, in parts of eight-bit letters; in others it may stand. */
async function saysMerge(part: AsyncIterable<Uint8Array>): Promise<boolean> {
  let tail = Buffer.alloc(0);
  let found = false;
  for await (const chunk of part) {
    const piece = Buffer.concat([tail, chunk]);
    found ||= piece.includes(MERGE) || piece.includes(0);
    tail = piece.subarray(Math.max(0, piece.length - MERGE.length));
  }
  return found;
}

class SheetReader implements XmlHandler {
  readonly merges: Merged[] = [];
  private cells = new Map<number, StoredCell>();
  private row = 0;
  private column = 0;
  private type = "";
  private style = 0;
  private value = "";
  private taking = false;
  private phonetic = 0;
  private formula = false;
  private valued = false;

  constructor(
    private readonly budget: Budget,
    private readonly strings: SharedStrings,
    private readonly formats: CellFormats,
    private readonly from1904: boolean,
    private readonly visitor: SheetVisitor,
  ) {}

  open(name: string, attributes: Attributes): void {
    switch (name) {
      case "x:row":
        this.openRow(attributes.get("r"));
        return;
      case "x:c":
        this.openCell(attributes);
        return;
      case "x:v":
        this.valued = true;
        this.taking = true;
        return;
      case "x:rPh":
        this.phonetic += 1;
        return;
      case "x:t":
        this.taking = this.phonetic === 0;
        return;
      case "x:f":
        this.formula = true;
        return;
      case "x:mergeCell":
        this.merge(attributes.get("ref") ?? "");
        return;
      default:
    }
  }

  close(name: string): void {
    if (name === "x:v" || name === "x:t") this.taking = false;
    else if (name === "x:rPh") this.phonetic -= 1;
    else if (name === "x:c") this.closeCell();
    else if (name === "x:row") {
      this.visitor.row(this.row, this.cells);
      this.cells = new Map();
    }
  }

  text(text: string): void {
    if (this.taking) this.value += text;
  }

  async settle(): Promise<void> {
    await this.visitor.settle?.();
  }

  private openRow(number: string | undefined): void {
    this.row = number === undefined ? this.row + 1 : Number(number);
    if (!Number.isInteger(this.row) || this.row < 1 || this.row > 1_048_576) throw damaged(`row ${number}`);
    this.column = 0;
  }

  private openCell(attributes: Attributes): void {
    this.column = addressOf(attributes.get("r") ?? "")?.column ?? this.column + 1;
    if (this.column > 16_384) throw damaged(`column ${this.column}`);
    this.type = attributes.get("t") ?? "n";
    this.style = Number(attributes.get("s") ?? 0);
    this.value = "";
    this.formula = false;
    this.valued = false;
  }

  private closeCell(): void {
    const cell = this.stored();
    if (!cell) return;
    this.budget.cell(1);
    if (cell.kind === "text") this.budget.text(cell.text.length);
    this.cells.set(this.column, cell);
  }

  private stored(): StoredCell | undefined {
    if (this.formula && !this.valued) return { kind: "no-result" };
    switch (this.type) {
      case "s":
        return textCell(this.strings.texts[Number(this.value)] ?? "");
      case "b":
        return this.value === "" ? undefined : { kind: "boolean", value: this.value === "1" };
      case "e":
        return { kind: "error", error: this.value };
      case "d": {
        const day = /^\d{4}-\d{2}-\d{2}/.exec(this.value)?.[0];
        return day === undefined ? textCell(this.value) : { kind: "day", day };
      }
      case "n":
        return this.number();
      default:
        return textCell(this.value);
    }
  }

  private number(): StoredCell | undefined {
    const stored = Number(this.value);
    if (this.value.trim() === "") return undefined;
    if (!Number.isFinite(stored)) return textCell(this.value);
    const code = formatCode(this.formats.formats[this.style] ?? 0, this.formats.custom);
    const shows = isDateFormat(code);
    // What a formula computed is cut to the 15 digits that spreadsheets work with: 0.1 + 0.2 is shown as 0.3.
    const kept = this.formula && !Number.isInteger(stored) ? Number(stored.toPrecision(15)) : stored;
    return {
      kind: "number",
      number: plainDecimal(kept),
      day: shows ? dayOf(stored, this.from1904) : undefined,
      percent: code.includes("%"),
      from1904: this.from1904,
    };
  }

  private merge(reference: string): void {
    const [from, to] = reference.split(":").map(addressOf);
    if (!from || !to) return;
    this.budget.cell(1);
    this.merges.push({
      top: Math.min(from.row, to.row),
      left: Math.min(from.column, to.column),
      bottom: Math.max(from.row, to.row),
      right: Math.max(from.column, to.column),
    });
  }
}

/** Signs that XML cannot hold are written as `_x000D_`; a text of blanks is none. */
function textCell(raw: string): StoredCell | undefined {
  const text = cleanCharacters(
    raw.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
  ).normalize("NFC");
  return text.trim() === "" ? undefined : { kind: "text", text };
}
