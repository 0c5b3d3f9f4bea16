/** Physical rows to rows that each say one thing: what was split over several lines or pages is put together again. */
import { oneLine } from "../blocks/clean.js";
import type { ParagraphBlock, Place } from "../blocks/types.js";
import { readCode, splitCode } from "./code.js";
import type { PhysicalRow, SeatedCell } from "./collected.js";
import { isColumnNumberTexts } from "./header.js";
import { givesPoints, isNumber } from "./kinds.js";
import { plain } from "./plain.js";
import type { ColumnRole, LogicalCell, RowKind } from "./types.js";

/** A logical row while others may still be joined to it. */
export interface OpenRow {
  kind: RowKind | "numbered" | "under";
  code: string;
  readonly cells: { texts: string[]; place: Place; number: string | undefined; unsure?: boolean }[];
  readonly place: Place;
  /** The number was stored as a number, so that "1.10" may stand there as 1.1. */
  stored: boolean;
}

/** Words after which a title goes on. */
const UNFINISHED =
  /(?:[,(\-–/]|(?:^|\s)(?:và|của|về|cho|theo|các|trong|tại|hoặc|với|từ|những|để|do|nhằm|khi|thuộc|gồm|như))$/iu;
const BULLET = /^\s*[-+•–*▪➢❖]/u;
const LONGEST_GROUP = 250;

export function joinRows(
  rows: readonly (PhysicalRow | ParagraphBlock)[],
  roles: readonly ColumnRole[],
): OpenRow[] {
  const joiner = new Joiner(roles, numbersGroups(rows, roles));
  for (const row of rows) joiner.take(row);
  return joiner.rows;
}

/**
 * Do the numbers number the column of groups, so that several rows stand under each? So it is when rows have a title and
 * points but neither number nor group, and are no cases of a rule (cases have bullets, and one gives 0).
 */
function numbersGroups(
  rows: readonly (PhysicalRow | ParagraphBlock)[],
  roles: readonly ColumnRole[],
): boolean {
  const [number, group, title, max] = (["number", "group", "title", "max"] as const).map((role) =>
    roles.indexOf(role),
  );
  if (number === undefined || group === undefined || title === undefined || max === undefined) return false;
  if (Math.min(number, group, title, max) < 0) return false;
  let under = 0;
  let coded = 0;
  let grouped = 0;
  for (const row of rows) {
    if ("kind" in row) continue;
    const text = (column: number): string => freshText(row.cells[column]);
    if (text(number) === "" && text(group) === "" && text(title) !== "" && isNumber(text(max))) {
      if (BULLET.test(text(title)) || /^0+([.,]0+)?$/.test(text(max).trim())) return false;
      under += 1;
    } else if (readCode(text(number)) && text(title) !== "") {
      coded += 1;
      if (text(group) !== "") grouped += 1;
    }
  }
  return under > 0 && grouped >= coded * 0.7;
}

class Joiner {
  readonly rows: OpenRow[] = [];
  private readonly number: number;
  private readonly title: number;
  private readonly points: readonly number[];
  /** Columns whose numbers make a line a row of its own. */
  private readonly data: readonly number[];

  constructor(
    private readonly roles: readonly ColumnRole[],
    private readonly numbersGroups: boolean,
  ) {
    this.number = roles.indexOf("number");
    this.title = roles.indexOf("title");
    this.points = columnsOf(roles, ["max", "self_score", "score", "count"]);
    this.data = columnsOf(roles, ["max", "self_score", "score", "declared", "count"]);
  }

  take(row: PhysicalRow | ParagraphBlock): void {
    if ("kind" in row) {
      this.heading(row);
      return;
    }
    if (isColumnNumberTexts(row.cells.map((cell) => cell.text))) return;
    const last = this.rows.at(-1);
    const numberCell = row.cells[this.number];
    if (this.numbersGroups && this.grouped(row)) return;
    if (last && numberCell?.fromAbove && numberCell.text !== "") this.under(last, row);
    else if (!this.coded(row)) this.uncoded(last, row);
  }

  private heading(paragraph: ParagraphBlock): void {
    const split = splitCode(paragraph.text);
    const cells = this.roles.map((_, column) => ({
      texts: column === this.title ? [split?.rest ?? paragraph.text] : [],
      place: paragraph.place,
      number: undefined,
    }));
    this.rows.push({
      kind: "group",
      code: split?.code.text ?? "",
      cells,
      place: paragraph.place,
      stored: false,
    });
  }

  /** A row of a table whose numbers number groups: the group when it begins, then the row without a number. */
  private grouped(row: PhysicalRow): boolean {
    const number = row.cells[this.number];
    const group = row.cells[this.roles.indexOf("group")];
    const title = freshText(row.cells[this.title]);
    const code = readCode(freshText(number));
    if (title === "" || (!code && !this.points.some((column) => isNumber(freshText(row.cells[column])))))
      return false;
    if (code && group && group.text !== "") {
      const cells = this.roles.map((_, column) => ({
        texts: column === this.number ? [number?.text ?? ""] : column === this.title ? [group.text] : [],
        place: group.place,
        number: undefined,
      }));
      this.rows.push({
        kind: "group",
        code: code.text,
        cells,
        place: row.place,
        stored: number?.number !== undefined,
      });
    }
    const open = this.push("under", "", row, false);
    if (this.number >= 0) this.clear(open, this.number);
    return true;
  }

  /** A row with a printed number; false when it has none. */
  private coded(row: PhysicalRow): boolean {
    const cell = row.cells[this.number];
    const title = row.cells[this.title];
    const code = cell === undefined || cell.text === "" ? undefined : readCode(cell.text);
    if (code && cell) {
      const last = this.rows.at(-1);
      // A number printed again at the top of a page: the row goes on.
      if (last?.code === code.text && row.broken && this.goesOn(row)) this.join(last, row);
      else this.push("numbered", code.text, row, cell.number !== undefined);
      return true;
    }
    const holder = cell !== undefined && cell.text !== "" && (title?.text ?? "") === "" ? cell : undefined;
    const text = holder?.text ?? (this.number < 0 || (cell?.text ?? "") === "" ? (title?.text ?? "") : "");
    const split = splitCode(text);
    if (!split || BULLET.test(text)) return false;
    const pushed = this.push("numbered", split.code.text, row, false);
    this.put(pushed, split.rest, holder ?? title);
    if (holder && this.number >= 0) this.clear(pushed, this.number);
    return true;
  }

  private goesOn(row: PhysicalRow): boolean {
    const title = row.cells[this.title]?.text ?? "";
    return title === "" || this.points.every((column) => (row.cells[column]?.text ?? "") === "");
  }

  private uncoded(last: OpenRow | undefined, row: PhysicalRow): void {
    const shifted = row.cells[this.number];
    const title = row.cells[this.title];
    const named = (title?.text ?? "") === "" && (shifted?.text ?? "") !== "" ? shifted : title;
    const text = named?.text ?? "";
    if (isTotal(row)) {
      this.retitle(this.push("total", "", row, false), named);
      return;
    }
    const numeric = this.data.some(
      (column) => isFresh(row.cells[column]) && isNumber(row.cells[column]?.text ?? ""),
    );
    if (text === "") {
      if (!last) return;
      if (this.points.some((column) => isNumber(freshText(row.cells[column]))) && this.hasPoints(last))
        this.push("under", "", row, false);
      else this.join(last, row);
      return;
    }
    if (last && !numeric && last.kind !== "total" && this.continues(last, text)) {
      this.join(last, row, named);
      return;
    }
    const header =
      row.alone && !numeric && !BULLET.test(text) && text.length <= LONGEST_GROUP && !givesPoints(text);
    this.retitle(this.push(header ? "group" : "under", "", row, false), named);
  }

  /** Under a number that reaches down over several lines. */
  private under(last: OpenRow, row: PhysicalRow): void {
    const title = freshText(row.cells[this.title]);
    const points = this.points.some((column) => isNumber(freshText(row.cells[column])));
    if (points && (title !== "" || this.hasPoints(last))) this.push("under", "", row, false, true);
    else if (title !== "" && !this.continues(last, title)) this.push("under", "", row, false, true);
    else this.join(last, row);
  }

  private hasPoints(last: OpenRow): boolean {
    return this.points.some((column) => (last.cells[column]?.texts.join("") ?? "") !== "");
  }

  /** The words are the rest of the title above. */
  private continues(last: OpenRow, text: string): boolean {
    const above = oneLine(last.cells[this.title]?.texts.join(" ") ?? "").normalize("NFC");
    if (above === "" || BULLET.test(text)) return false;
    if (/^\p{Ll}/u.test(text) && !/^[a-zđ][).]/u.test(text)) return true;
    if (UNFINISHED.test(above) || openBracket(above)) return true;
    return /^[\p{Lu}\d&.)]{1,12}$/u.test(text.trim()) && !/[.;:]$/.test(above) && last.kind !== "group";
  }

  private push(
    kind: OpenRow["kind"],
    code: string,
    row: PhysicalRow,
    stored: boolean,
    freshOnly = false,
  ): OpenRow {
    const cells = row.cells.map((cell) => ({
      texts: cell.text === "" || (freshOnly && cell.fromAbove) ? [] : [cell.text],
      place: cell.place,
      number: freshOnly && cell.fromAbove ? undefined : cell.number,
      unsure: cell.unsure,
    }));
    const open: OpenRow = { kind, code, cells, place: row.place, stored };
    this.rows.push(open);
    return open;
  }

  private join(last: OpenRow, row: PhysicalRow, title?: SeatedCell): void {
    row.cells.forEach((cell, column) => {
      if (cell.fromAbove || cell.text === "") return;
      const target = last.cells[cell === title ? this.title : column];
      if (column === this.number && cell !== title) return;
      target?.texts.push(cell.text);
      if (!target) return;
      target.number = undefined;
      if (cell.unsure) target.unsure = true;
    });
  }

  /** Puts the name of a row into the title column, wherever it stood. */
  private retitle(open: OpenRow, named: SeatedCell | undefined): void {
    if (!named || named.text === "") return;
    this.put(open, named.text, named);
    const shifted = open.cells[this.number];
    if (shifted?.texts[0] === named.text) shifted.texts = [];
  }

  private put(open: OpenRow, text: string, from: SeatedCell | undefined): void {
    const target = open.cells[this.title];
    if (!target) return;
    target.texts = [text];
    target.place = from?.place ?? target.place;
  }

  private clear(open: OpenRow, column: number): void {
    const cell = open.cells[column];
    if (cell) cell.texts = [];
  }
}

function columnsOf(roles: readonly ColumnRole[], wanted: readonly ColumnRole[]): number[] {
  return roles.flatMap((role, column) => (wanted.includes(role) ? [column] : []));
}

function isFresh(cell: SeatedCell | undefined): boolean {
  return cell !== undefined && !cell.fromAbove && cell.text !== "";
}

function freshText(cell: SeatedCell | undefined): string {
  return cell && !cell.fromAbove ? cell.text : "";
}

function openBracket(text: string): boolean {
  return (text.match(/\(/g)?.length ?? 0) > (text.match(/\)/g)?.length ?? 0);
}

/** "Tổng cộng", "TỔNG ĐIỂM", but not "Tổng số công chức". */
function isTotal(row: PhysicalRow): boolean {
  const text = row.cells.find((cell) => cell.text !== "" && !cell.fromAbove)?.text ?? "";
  if (text.length > 80) return false;
  if (
    /^(tong cong|tong diem|tong so diem|cong|tong|cong diem|tong diem .*|diem tong|cong tong|tong \d.*)$/.test(
      plain(text),
    )
  )
    return true;
  return /^(tong cong|tong diem|tong so diem)\b/.test(plain(text));
}

export function closedCell(cell: OpenRow["cells"][number]): LogicalCell {
  return {
    text: cell.texts.join("\n"),
    place: cell.place,
    ...(cell.number === undefined || cell.texts.length !== 1 ? {} : { number: cell.number }),
    ...(cell.unsure === true ? { unsure: true as const } : {}),
  };
}
