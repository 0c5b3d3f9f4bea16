/** Cells that print the set or the register: whoever edits them is told that they are not read. */
import { message } from "@opendti/engine";
import type { StoredCell } from "../xlsx/stored-cells.js";
import type { CellPlace, WorkbookNote } from "./types.js";

/** Cells that are named; of more, their number. */
const MOST_NAMED = 5;
const MOST_LETTERS = 60;

export class EditedLabels {
  private readonly named: { readonly place: CellPlace; readonly now: string }[] = [];
  private count = 0;

  /** Keeps the cell in mind when it says something else than was written. */
  compare(place: () => CellPlace, written: string | number, cell: StoredCell | undefined): void {
    const now = textIn(cell);
    if (typeof written === "number" ? Number(now) === written && now !== "" : now === folded(written)) return;
    this.count += 1;
    if (this.named.length < MOST_NAMED) this.named.push({ place: place(), now });
  }

  /** One note on all of them; none when nothing was edited. */
  note(): WorkbookNote[] {
    const [first] = this.named;
    if (first === undefined) return [];
    const more = this.count - this.named.length;
    const list = (cell: (sheet: string, cell: string) => string, emptied: string): string =>
      this.named
        .map(
          ({ place, now }) =>
            `${cell(place.sheet, place.cell)} (${now === "" ? emptied : `"${shortly(now)}"`})`,
        )
        .join("; ");
    const vi = list((sheet, cell) => `Sheet '${sheet}', ô ${cell}`, "bị xóa");
    const en = list((sheet, cell) => `sheet '${sheet}', cell ${cell}`, "emptied");
    return [
      {
        severity: "warning",
        code: "labels-edited",
        message: message(
          `${this.count} ô ngoài phần điền khác với hệ thống và không được nhận: ${vi}${more > 0 ? ` và ${more} ô khác` : ""}. Tên, mã, điểm tối đa và cách tính giữ như trên hệ thống.`,
          `${this.count} cells that are not to be filled in differ from what is here and are not taken: ${en}${more > 0 ? ` and ${more} more` : ""}. Titles, codes, maxima and rules stay as they are here.`,
        ),
        place: first.place,
      },
    ];
  }
}

const folded = (text: string): string => text.normalize("NFC").replace(/\s+/g, " ").trim();

/** What a cell says; days, errors and the like are nothing that was ever printed. */
function textIn(cell: StoredCell | undefined): string {
  if (cell === undefined) return "";
  if (cell.kind === "text") return folded(cell.text);
  return cell.kind === "number" ? cell.number : cell.kind;
}

const shortly = (text: string): string =>
  text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS - 1).trimEnd()}…` : text;
