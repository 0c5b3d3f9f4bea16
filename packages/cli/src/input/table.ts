/** Rows under a header, from CSV or from a workbook, into declared data. */
import { type CompiledSet, type Message, message, type Problem, shown } from "@opendti/engine";
import { type Datum, type DeclaredFile, type DeclaredUnit, PROFILE } from "./declared.js";
import type { Header, LongHeader } from "./headers.js";
import { datumName, type Place, problemAt } from "./place.js";

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

interface Row {
  readonly header: Header;
  readonly cells: readonly TableCell[];
  readonly place: CellPlace;
}

export class TableReader {
  readonly problems: Problem[] = [];
  private readonly units = new Map<string, TableUnit>();

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
    const row = { header, cells, place };
    let unit = this.units.get(id);
    if (unit) unit.rows.push(row);
    else {
      unit = new TableUnit(this.set, id, row);
      this.units.set(id, unit);
    }
    this.describe(unit, row);
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

  /** Title and group, which every row of a unit may repeat. */
  private describe(unit: TableUnit, { header, cells, place }: Row): void {
    const title =
      header.title === undefined ? "" : (this.text(cells[header.title], place, header.title) ?? "");
    if (title !== "") unit.title ??= title;
    const group =
      header.group === undefined ? "" : (this.text(cells[header.group], place, header.group) ?? "");
    if (group === "") return;
    if (unit.group !== undefined && unit.group !== group)
      this.problems.push(
        problemAt(
          place(header.group ?? header.unit, unit.unit),
          message(
            `Đơn vị "${shown(unit.unit)}" ở đây thuộc nhóm "${shown(group)}", ở trên là "${shown(unit.group)}"`,
            `Unit "${shown(unit.unit)}" is in group "${shown(group)}" here, in "${shown(unit.group)}" above`,
          ),
        ),
      );
    unit.group ??= group;
  }

  /** Text of a cell that names something; undefined when the cell is at fault, which is then said. */
  private text(cell: TableCell, place: CellPlace, column: number): string | undefined {
    const text = cellText(cell);
    if (typeof text === "string") return text;
    this.problems.push(problemAt(place(column, undefined), text.fault));
    return undefined;
  }
}

class TableUnit implements DeclaredUnit {
  title: string | undefined;
  group: string | undefined;
  readonly published = undefined;
  readonly evidence = undefined;
  readonly rows: Row[];

  constructor(
    private readonly set: CompiledSet,
    readonly unit: string,
    private readonly first: Row,
  ) {
    this.rows = [first];
  }

  place(): Place {
    return this.first.place(this.first.header.unit, this.unit);
  }

  *data(): Generator<Datum | Problem> {
    for (const row of this.rows) {
      if (row.header.shape === "long") yield* this.longRow(row.header, row);
      else
        for (const { at, code, input } of row.header.columns)
          if (!isBlank(row.cells[at])) yield this.datum(code, input, at, row);
    }
  }

  private *longRow(header: LongHeader, row: Row): Generator<Datum | Problem> {
    const { cells, place } = row;
    const code = codeText(this.set, cells[header.code]);
    const input = header.input === undefined ? "" : cellText(cells[header.input]);
    if (typeof code !== "string") yield problemAt(place(header.code, this.unit), code.fault);
    else if (typeof input !== "string") yield problemAt(place(header.input ?? 0, this.unit), input.fault);
    else if (code === "") {
      if (input !== "" || !isBlank(cells[header.value]))
        yield problemAt(
          place(header.code, this.unit),
          message("Dòng này thiếu mã chỉ số", "The row names no indicator"),
        );
    } else if (!isBlank(cells[header.value])) {
      const known = code.toLowerCase() === PROFILE ? PROFILE : code;
      yield this.datum(known, input === "" ? undefined : input, header.value, row);
    }
  }

  private datum(code: string, input: string | undefined, column: number, row: Row): Datum | Problem {
    const place = (): Place => row.place(column, datumName(this.unit, code, input));
    const value = plainValue(row.cells[column]);
    if (typeof value === "object") return problemAt(place(), value.fault);
    return code !== PROFILE && typeof value === "string" && NOT_APPLICABLE.test(value)
      ? { code, input: undefined, value: "not_applicable", place }
      : { code, input, value, place };
  }
}

function isBlank(cell: TableCell): boolean {
  return cell === undefined || (typeof cell === "string" && cell.trim() === "");
}

function plainValue(cell: TableCell): string | number | boolean | undefined | FaultyCell {
  if (typeof cell !== "object") return typeof cell === "string" ? cell.trim() : cell;
  if ("number" in cell) return storedNumber(cell.number);
  if ("date" in cell) return cell.date;
  return cell;
}

/** A stored number is no text that somebody typed: 7.125 is not seven thousand. Where a float would change it, its digits stay. */
function storedNumber(digits: string): number | string {
  const number = Number(digits);
  return String(number) === digits ? number : digits;
}

function cellText(cell: TableCell): string | FaultyCell {
  const value = plainValue(cell);
  return typeof value === "object"
    ? value
    : String(value ?? "")
        .trim()
        .normalize("NFC");
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
