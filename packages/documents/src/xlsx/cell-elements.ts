/** The elements of which a sheet's cells are made, followed as they come by; what becomes of a cell is its reader's business. */
import type { Budget } from "../blocks/budget.js";
import { damaged } from "../ooxml/archive.js";
import type { Attributes, XmlHandler } from "../ooxml/xml.js";
import type { CellFormats, SharedStrings } from "./workbook-parts.js";

export interface Merged {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** The widest and longest a sheet can be. */
export const MOST_ROWS = 1_048_576;
const MOST_COLUMNS = 16_384;

export abstract class CellElements implements XmlHandler {
  readonly merges: Merged[] = [];
  protected row = 0;
  protected column = 0;
  protected type = "";
  /** Of the cell, as the file names it. */
  protected style: string | undefined;
  protected value = "";
  protected formula = false;
  /** Whether the cell has a value: a formula without one was never computed. */
  protected valued = false;
  private taking = false;
  private phonetic = 0;

  constructor(
    protected readonly budget: Budget,
    protected readonly strings: SharedStrings,
    protected readonly formats: CellFormats,
    protected readonly from1904: boolean,
  ) {}

  /** The number of a row that opens. */
  protected abstract rowOf(attributes: Attributes): number;
  /** A cell is whole. */
  protected abstract closeCell(): void;
  /** So is a row. */
  protected closeRow(): void {
    // Not everybody gives rows out one by one.
  }

  open(name: string, attributes: Attributes): void {
    switch (name) {
      case "x:row":
        this.row = this.rowOf(attributes);
        this.column = 0;
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
    else if (name === "x:row") this.closeRow();
  }

  text(text: string): void {
    if (this.taking) this.value += text;
  }

  private openCell(attributes: Attributes): void {
    this.column = addressOf(attributes.get("r") ?? "")?.column ?? this.column + 1;
    if (this.column > MOST_COLUMNS) throw damaged(`column ${this.column}`);
    this.type = attributes.get("t") ?? "n";
    this.style = attributes.get("s");
    this.value = "";
    this.formula = false;
    this.valued = false;
  }

  private merge(reference: string): void {
    const [from, to] = reference.split(":").map(addressOf);
    if (!from || !to) return;
    this.merges.push({
      top: Math.min(from.row, to.row),
      left: Math.min(from.column, to.column),
      bottom: Math.min(MOST_ROWS, Math.max(from.row, to.row)),
      right: Math.min(MOST_COLUMNS, Math.max(from.column, to.column)),
    });
    this.budget.cell(1);
  }
}

/** `B12` as row and column from 1. */
function addressOf(text: string): { row: number; column: number } | undefined {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(text) ?? [];
  if (letters === undefined || digits === undefined) return undefined;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(digits), column };
}
