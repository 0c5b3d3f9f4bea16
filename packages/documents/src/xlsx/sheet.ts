/** One sheet as its elements come by: cells with what they show, merges, what is hidden. */
import { cellText } from "../blocks/clean.js";
import { damaged } from "../ooxml/archive.js";
import type { Attributes } from "../ooxml/xml.js";
import { CellElements, MOST_ROWS } from "./cell-elements.js";
import { columnLetters } from "./column-letters.js";
import { formatCode, showNumber } from "./number-format.js";

export interface SheetCell {
  readonly text: string;
  readonly number?: string;
}

export class Sheet extends CellElements {
  /** Cells by row and column, from 1. Empty cells are not kept. */
  readonly rows = new Map<number, Map<number, SheetCell>>();
  readonly hiddenRows: number[] = [];
  readonly hiddenColumns: number[] = [];
  /** Cells whose formula was never computed, and cells that show an error. */
  readonly unset: string[] = [];

  override open(name: string, attributes: Attributes): void {
    if (name === "x:col" && isTrue(attributes.get("hidden")))
      this.hiddenColumns.push(whole(attributes.get("min")) ?? 1);
    else super.open(name, attributes);
  }

  protected rowOf(attributes: Attributes): number {
    const row = whole(attributes.get("r")) ?? this.row + 1;
    if (row > MOST_ROWS) throw damaged(`row ${row}`);
    if (isTrue(attributes.get("hidden"))) this.hiddenRows.push(row);
    return row;
  }

  protected closeCell(): void {
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
        const code = formatCode(this.formats.formats[whole(this.style) ?? 0] ?? 0, this.formats.custom);
        return showNumber(this.value, code, this.from1904) ?? { text: cellText(this.value) };
      }
      default:
        return { text: cellText(this.value) };
    }
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
