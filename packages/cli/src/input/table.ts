/** Rows under a header, from CSV or from a workbook, into declared data. */
import { type CompiledSet, type Message, message, type Problem } from "@opendti/engine";
import { type Datum, type DeclaredFile, type DeclaredUnit, PROFILE } from "./declared.js";
import type { Header, LongHeader, WideHeader } from "./headers.js";
import { type Place, problemAt } from "./place.js";

/** A number that was stored as one, with the format by which it was shown. */
export interface NumberCell {
  readonly number: string;
  readonly format: string | undefined;
}

/** A cell that cannot be used, and why. */
export interface FaultyCell {
  readonly fault: Message;
}

/** A date that was stored as one, as `2022-12-31`. */
export interface DateCell {
  readonly date: string;
}

export type TableCell = string | boolean | undefined | NumberCell | FaultyCell | DateCell;

/** Place of a cell of a row; `at` names the unit and the datum. */
export type CellPlace = (column: number, at: string | undefined) => Place;

const NOT_APPLICABLE = /^(NA|N\/A|not_applicable)$/;

export class TableReader {
  readonly problems: Problem[] = [];
  private readonly units = new Map<
    string,
    DeclaredUnit & { group: string | undefined; title: string | undefined }
  >();

  constructor(
    private readonly set: CompiledSet,
    private readonly file: string,
  ) {}

  /** Takes one row. A row with nothing in it is passed over. */
  take(header: Header, cells: readonly TableCell[], place: CellPlace): void {
    if (cells.every((cell) => isBlank(cell))) return;
    const id = this.text(cells[header.unit], place, header.unit);
    if (id === undefined) return;
    if (id === "") {
      this.problems.push(
        problemAt(place(header.unit, undefined), message("Dòng này thiếu đơn vị", "The row names no unit")),
      );
      return;
    }
    const unit = this.unitOf(id, header, cells, place);
    if (header.shape === "long") this.takeLong(header, unit, cells, place);
    else this.takeWide(header, unit, cells, place);
  }

  finish(): DeclaredFile {
    return {
      file: this.file,
      units: [...this.units.values()],
      problems: this.problems,
      complete: undefined,
      set: undefined,
      year: undefined,
    };
  }

  private unitOf(id: string, header: Header, cells: readonly TableCell[], place: CellPlace): DeclaredUnit {
    const group =
      header.group === undefined ? "" : (this.text(cells[header.group], place, header.group) ?? "");
    const title =
      header.title === undefined ? "" : (this.text(cells[header.title], place, header.title) ?? "");
    let unit = this.units.get(id);
    if (!unit) {
      unit = {
        unit: id,
        title: undefined,
        group: undefined,
        data: [],
        published: undefined,
        evidence: undefined,
        place: () => place(header.unit, id),
      };
      this.units.set(id, unit);
    }
    if (title !== "") unit.title ??= title;
    if (group === "") return unit;
    if (unit.group !== undefined && unit.group !== group)
      this.problems.push(
        problemAt(
          place(header.group ?? header.unit, id),
          message(
            `Đơn vị "${id}" ở đây thuộc nhóm "${group}", ở trên là "${unit.group}"`,
            `Unit "${id}" is in group "${group}" here, in "${unit.group}" above`,
          ),
        ),
      );
    unit.group ??= group;
    return unit;
  }

  private takeLong(
    header: LongHeader,
    unit: DeclaredUnit,
    cells: readonly TableCell[],
    place: CellPlace,
  ): void {
    const code = this.code(cells[header.code], place, header.code);
    if (code === undefined) return;
    const input =
      header.input === undefined ? "" : (this.text(cells[header.input], place, header.input) ?? "");
    if (code === "") {
      if (input !== "" || !isBlank(cells[header.value]))
        this.problems.push(
          problemAt(
            place(header.code, unit.unit),
            message("Dòng này thiếu mã chỉ số", "The row names no indicator"),
          ),
        );
      return;
    }
    const known = code.toLowerCase() === PROFILE ? PROFILE : code;
    this.takeCell(unit, known, input === "" ? undefined : input, cells[header.value], header.value, place);
  }

  private takeWide(
    header: WideHeader,
    unit: DeclaredUnit,
    cells: readonly TableCell[],
    place: CellPlace,
  ): void {
    for (const { at, code, input } of header.columns) this.takeCell(unit, code, input, cells[at], at, place);
  }

  private takeCell(
    unit: DeclaredUnit,
    code: string,
    input: string | undefined,
    cell: TableCell,
    column: number,
    place: CellPlace,
  ): void {
    if (isBlank(cell)) return;
    const at = `${unit.unit} ${code}${input === undefined ? "" : `.${input}`}`;
    const placeOf = (): Place => place(column, at);
    const value = plainValue(cell);
    if (typeof value === "object") {
      this.problems.push(problemAt(placeOf(), value.fault));
      return;
    }
    const datum: Datum =
      code !== PROFILE && typeof value === "string" && NOT_APPLICABLE.test(value)
        ? { code, input: undefined, value: "not_applicable", place: placeOf }
        : { code, input, value, place: placeOf };
    unit.data.push(datum);
  }

  /** Text of a cell that names something; undefined when the cell is at fault, which is then said. */
  private text(cell: TableCell, place: CellPlace, column: number): string | undefined {
    const value = plainValue(cell);
    if (typeof value !== "object")
      return String(value ?? "")
        .trim()
        .normalize("NFC");
    this.problems.push(problemAt(place(column, undefined), value.fault));
    return undefined;
  }

  private code(cell: TableCell, place: CellPlace, column: number): string | undefined {
    const code = codeText(this.set, cell);
    if (typeof code === "string") return code;
    this.problems.push(problemAt(place(column, undefined), code.fault));
    return undefined;
  }
}

function isBlank(cell: TableCell): boolean {
  return cell === undefined || (typeof cell === "string" && cell.trim() === "");
}

function plainValue(cell: TableCell): string | boolean | undefined | FaultyCell {
  if (typeof cell !== "object") return typeof cell === "string" ? cell.trim() : cell;
  if ("number" in cell) return cell.number;
  if ("date" in cell) return cell.date;
  return cell;
}

/** The code in a cell. A workbook may have turned 2.10 into the number 2.1, and 2.1.3 into a date. */
export function codeText(set: CompiledSet, cell: TableCell): string | FaultyCell {
  if (typeof cell !== "object")
    return String(cell ?? "")
      .trim()
      .normalize("NFC");
  if ("fault" in cell) return cell;
  if ("date" in cell)
    return {
      fault: message(
        `Phần mềm bảng tính đã đổi mã thành ngày ${cell.date}; đặt định dạng cột là Text rồi gõ lại mã`,
        `The spreadsheet turned the code into the date ${cell.date}; format the column as text and type the code again`,
      ),
    };
  const decimals = /^0\.(0+)$/.exec(cell.format ?? "")?.[1]?.length;
  if (decimals !== undefined) return Number(cell.number).toFixed(decimals);
  const longer = cell.number.includes(".") ? `${cell.number}0` : undefined;
  if (longer !== undefined && set.nodeOf.has(longer))
    return {
      fault: message(
        `Mã được lưu thành số ${cell.number}: không biết là ${cell.number} hay ${longer}; đặt định dạng cột là Text rồi gõ lại mã`,
        `The code is stored as the number ${cell.number}: it may be ${cell.number} or ${longer}; format the column as text and type it again`,
      ),
    };
  return cell.number;
}
