/** A table that a form asks for: its columns under their shared headings, the rows that were given or room for them. */
import type { OutlineInput } from "@opendti/engine";
import { formatNumber, parseExact } from "@opendti/engine";
import type { PaperCell, PaperColumn, PaperRow, PaperTable } from "../paper/paper.js";
import { TEXT_WIDTH } from "../paper/paper.js";
import { dayWritten } from "./written.js";

type Column = OutlineInput["columns"][number];

const NUMBER_WIDTH = 10;
/** Rows to write in on a blank form. */
const FREE_ROWS = 4;
/** Makes such a row high enough to write in. */
const FREE_HEIGHT = "\u00a0\n\u00a0";
/** The number that a document gives a column, for its notes: `(4)`. */
const COLUMN_NUMBER = /^\(\d+\)$/;

/** @param value as stored: a list of rows by column id; undefined: nothing was given, or the form is blank. */
export function formTable({ columns }: OutlineInput, value: unknown): PaperTable {
  const rows = Array.isArray(value) ? value : undefined;
  return {
    kind: "table",
    columns: [{ width: NUMBER_WIDTH, align: "center" }, ...widthsOf(columns)],
    rows: [...headerRows(columns), ...bodyRows(columns, rows)],
  };
}

/** The page shared out: texts need more room than numbers and boxes, and a long heading more than a short one. */
function widthsOf(columns: readonly Column[]): PaperColumn[] {
  const shares = columns.map((column) => Math.max(shareOf(column), Math.sqrt(column.label.length)));
  const unit = (TEXT_WIDTH.landscape - NUMBER_WIDTH) / shares.reduce((sum, share) => sum + share, 0);
  return columns.map((column, at) => {
    const width = (shares[at] ?? 0) * unit;
    return isText(column) ? { width } : { width, align: "center" };
  });
}

const isText = ({ kind }: Column): boolean => kind === "text" || kind === "link";

const shareOf = (column: Column): number => (isText(column) ? 9 : column.kind === "yes_no" ? 5.5 : 6);

function headerRows(columns: readonly Column[]): PaperRow[] {
  const grouped = columns.some(({ group }) => group !== undefined);
  const numbered = columns.some(({ note }) => note !== undefined && COLUMN_NUMBER.test(note));
  const deep = grouped ? 2 : 1;
  const top: PaperCell[] = [{ text: "TT", rows: deep }];
  const below: PaperCell[] = [];
  for (let at = 0; at < columns.length; at += 1) {
    const column = columns[at];
    if (column === undefined) continue;
    if (column.group === undefined) {
      top.push({ text: headOf(column.label, column.note), rows: deep });
      continue;
    }
    if (columns[at - 1]?.group !== column.group) {
      const members = columns.slice(at).findIndex(({ group }) => group !== column.group);
      const length = members < 0 ? columns.length - at : members;
      top.push({ text: headOf(column.group, sharedNote(columns.slice(at, at + length))), columns: length });
    }
    below.push(column.label);
  }
  return [
    { kind: "header", cells: top },
    ...(grouped ? [{ kind: "header" as const, cells: below }] : []),
    ...(numbered
      ? [
          {
            kind: "header" as const,
            cells: [
              "(1)",
              ...columns.map(({ note }) => (note !== undefined && COLUMN_NUMBER.test(note) ? note : "")),
            ].map((text) => ({ text, bold: false, italic: true })),
          },
        ]
      : []),
  ];
}

/** A heading with its remark below it, in italics. */
function headOf(label: string, note: string | undefined): Exclude<PaperCell, string>["text"] {
  if (note === undefined || COLUMN_NUMBER.test(note)) return label;
  return [{ text: label }, { text: `\n${note}`, italic: true, bold: false }];
}

/** The remark that all columns under one heading share. */
function sharedNote(columns: readonly Column[]): string | undefined {
  const [first] = columns;
  return columns.every(({ note }) => note === first?.note) ? first?.note : undefined;
}

function bodyRows(columns: readonly Column[], rows: readonly unknown[] | undefined): PaperRow[] {
  if (rows === undefined)
    return Array.from({ length: FREE_ROWS }, () => ({
      kind: "body",
      cells: [FREE_HEIGHT, ...columns.map(() => "")],
    }));
  if (rows.length === 0)
    return [{ kind: "body", cells: ["", { text: "Không có.", columns: columns.length, italic: true }] }];
  return rows.map((row, at) => ({
    kind: "body",
    cells: [String(at + 1), ...columns.map((column) => cellOf(column, row))],
  }));
}

function cellOf(column: Column, row: unknown): string {
  const value: unknown = typeof row === "object" && row !== null ? Reflect.get(row, column.id) : undefined;
  if (value === undefined || value === null || value === "") return "";
  switch (column.kind) {
    case "yes_no":
      return yesNo(column, value === true || value === "true" || value === "1" || value === 1);
    case "choice":
      return column.options?.[Number(value) - 1]?.label ?? String(value);
    case "text":
    case "link":
      return String(value);
    case "date":
      return /^\d{4}-\d{2}-\d{2}$/.test(String(value)) ? dayWritten(String(value)) : String(value);
    default: {
      const number = parseExact(String(value));
      return number === undefined ? String(value) : formatNumber(number, "vi");
    }
  }
}

/** As the document asks for it: a mark under a shared heading, 1 or 0 where it says so, else the word. */
function yesNo({ group, note }: Column, yes: boolean): string {
  if (note?.includes("Có: 1") === true) return yes ? "1" : "0";
  if (group !== undefined || note?.includes("[x]") === true) return yes ? "x" : "";
  return yes ? "Có" : "Không";
}
