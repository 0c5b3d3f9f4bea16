/** One sheet as its elements come by: cells with what they show, merges, what is hidden. */
import type { Budget } from "../blocks/budget.js";
import { cellText } from "../blocks/clean.js";
import { damaged } from "../ooxml/archive.js";
import type { Attributes, XmlHandler } from "../ooxml/xml.js";
import { formatCode, showNumber } from "./number-format.js";
import type { CellFormats, SharedStrings } from "./workbook-parts.js";

export interface SheetCell {
  readonly text: string;
  readonly number?: string;
}

export interface Merged {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** The widest and longest a sheet can be. */
const MOST_ROWS = 1_048_576;
const MOST_COLUMNS = 16_384;

export class Sheet implements XmlHandler {
  /** Cells by row and column, from 1. Empty cells are not kept. */
  readonly rows = new Map<number, Map<number, SheetCell>>();
  readonly merges: Merged[] = [];
  readonly hiddenRows: number[] = [];
  readonly hiddenColumns: number[] = [];
  /** Cells whose formula was never computed, and cells that show an error. */
  readonly unset: string[] = [];
  private row = 0;
  private column = 0;
  private type = "";
  private format = 0;
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
  ) {}

  open(name: string, attributes: Attributes): void {
    switch (name) {
      case "x:row":
        this.row = whole(attributes.get("r")) ?? this.row + 1;
        this.column = 0;
        if (this.row > MOST_ROWS) throw damaged(`row ${this.row}`);
        if (isTrue(attributes.get("hidden"))) this.hiddenRows.push(this.row);
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
      case "x:col":
        if (isTrue(attributes.get("hidden"))) this.hiddenColumns.push(whole(attributes.get("min")) ?? 1);
        return;
      default:
    }
  }

  close(name: string): void {
    if (name === "x:v" || name === "x:t") this.taking = false;
    else if (name === "x:rPh") this.phonetic -= 1;
    else if (name === "x:c") this.closeCell();
  }

  text(text: string): void {
    if (this.taking) this.value += text;
  }

  private openCell(attributes: Attributes): void {
    const at = addressOf(attributes.get("r") ?? "");
    this.column = at?.column ?? this.column + 1;
    if (this.column > MOST_COLUMNS) throw damaged(`column ${this.column}`);
    this.type = attributes.get("t") ?? "n";
    this.format = whole(attributes.get("s")) ?? 0;
    this.value = "";
    this.formula = false;
    this.valued = false;
  }

  private closeCell(): void {
    const shown = this.shown();
    if (this.formula && !this.valued) this.unset.push(`${columnLetters(this.column)}${this.row}`);
    if (shown.text === "") return;
    this.budget.cell(1);
    this.budget.text(shown.text.length + 1);
    const row = this.rows.get(this.row) ?? new Map<number, SheetCell>();
    this.rows.set(this.row, row);
    row.set(this.column, shown);
  }

  private shown(): SheetCell {
    switch (this.type) {
      case "s":
        return { text: cellText(this.strings.texts[Number(this.value)] ?? "") };
      case "b":
        return { text: this.value === "1" ? "TRUE" : "FALSE" };
      case "e":
        this.unset.push(`${columnLetters(this.column)}${this.row}`);
        return { text: this.value };
      case "d": {
        const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(this.value) ?? [];
        return { text: year === undefined ? this.value : `${day}/${month}/${year}` };
      }
      case "n": {
        const code = formatCode(this.formats.formats[this.format] ?? 0, this.formats.custom);
        return showNumber(this.value, code, this.from1904) ?? { text: cellText(this.value) };
      }
      default:
        return { text: cellText(this.value) };
    }
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

function whole(text: string | undefined): number | undefined {
  if (text === undefined || !/^\d{1,7}$/.test(text)) return undefined;
  const number = Number(text);
  return number > 0 || text === "0" ? number : undefined;
}

function isTrue(text: string | undefined): boolean {
  return text === "1" || text === "true";
}

/** `B12` as row and column from 1. */
export function addressOf(text: string): { row: number; column: number } | undefined {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(text) ?? [];
  if (letters === undefined || digits === undefined) return undefined;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(digits), column };
}

/** 1 is A, 27 is AA. */
export function columnLetters(column: number): string {
  let letters = "";
  for (let left = column; left > 0; left = Math.floor((left - 1) / 26))
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  return letters;
}
