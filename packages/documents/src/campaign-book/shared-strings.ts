/** Texts that stand in many cells are written once: names of units and indicators, words. Few, however many cells. */
import { cellText } from "./cell-text.js";

export class SharedStrings {
  private readonly places = new Map<string, number>();

  /** The place of a text; a new one gets the next. */
  place(text: string): number {
    const known = this.places.get(text);
    if (known !== undefined) return known;
    const place = this.places.size;
    this.places.set(text, place);
    return place;
  }

  /** The part, when all sheets are written. */
  *xml(): Generator<string> {
    yield `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" uniqueCount="${this.places.size}">`;
    for (const text of this.places.keys()) yield `<si><t xml:space="preserve">${cellText(text)}</t></si>`;
    yield "</sst>";
  }
}
