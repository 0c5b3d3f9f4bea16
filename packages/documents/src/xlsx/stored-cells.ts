/** The cells of a workbook as they are stored: numbers with all their digits, days, errors, formulas without a result. */
import type { Budget } from "../blocks/budget.js";
import { cleanCharacters } from "../blocks/clean.js";
import { type Archive, damaged } from "../ooxml/archive.js";
import { type Attributes, readXml } from "../ooxml/xml.js";
import { CellElements, type Merged, MOST_ROWS } from "./cell-elements.js";
import { dayOf, formatCode, isDateFormat, plainDecimal } from "./number-format.js";
import { openParts, sheetPart, type WorkbookParts } from "./workbook-parts.js";

export type StoredCell =
  | { readonly kind: "text"; readonly text: string }
  | {
      readonly kind: "number";
      /** Plain decimal: `0.8`, of a cell that shows 80%. */
      readonly number: string;
      /** The day that it would be; given only when the cell's format shows one. */
      readonly day: string | undefined;
      readonly percent: boolean;
      /** By which it is shown, as the workbook writes it: `0.00`; empty where it has none. */
      readonly format: string;
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
  const parts = await openParts(archive, budget);
  const partOf = async (relation: string): Promise<[string, AsyncIterable<Uint8Array>] | undefined> => {
    const target = sheetPart(parts.relationships, relation);
    const found = target === undefined ? undefined : await archive.read(target);
    return target === undefined || !found ? undefined : [target, found];
  };
  return parts.workbook.sheets.map(({ name, relation, hidden }) => ({
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
      const reader = new SheetReader(budget, parts, visitor);
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

class SheetReader extends CellElements {
  private cells = new Map<number, StoredCell>();

  constructor(
    budget: Budget,
    { strings, formats, workbook }: WorkbookParts,
    private readonly visitor: SheetVisitor,
  ) {
    super(budget, strings, formats, workbook.from1904);
  }

  async settle(): Promise<void> {
    await this.visitor.settle?.();
  }

  protected rowOf(attributes: Attributes): number {
    const number = attributes.get("r");
    const row = number === undefined ? this.row + 1 : Number(number);
    if (!Number.isInteger(row) || row < 1 || row > MOST_ROWS) throw damaged(`row ${number}`);
    return row;
  }

  protected override closeRow(): void {
    this.visitor.row(this.row, this.cells);
    this.cells = new Map();
  }

  protected closeCell(): void {
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
    const code = formatCode(this.formats.formats[Number(this.style ?? 0)] ?? 0, this.formats.custom);
    const shows = isDateFormat(code);
    // What a formula computed is cut to the 15 digits that spreadsheets work with: 0.1 + 0.2 is shown as 0.3.
    const kept = this.formula && !Number.isInteger(stored) ? Number(stored.toPrecision(15)) : stored;
    return {
      kind: "number",
      number: plainDecimal(kept),
      day: shows ? dayOf(stored, this.from1904) : undefined,
      percent: code.includes("%"),
      format: code,
      from1904: this.from1904,
    };
  }
}

/** Signs that XML cannot hold are written as `_x000D_`; a text of blanks is none. */
function textCell(raw: string): StoredCell | undefined {
  const text = cleanCharacters(
    raw.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
  ).normalize("NFC");
  return text.trim() === "" ? undefined : { kind: "text", text };
}
