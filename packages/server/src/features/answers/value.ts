/**
 * What a field may hold, by the kind of its input, in one form only: numbers as decimal text in the input's own unit,
 * yes/no as booleans, an option as its 1-based place, days as YYYY-MM-DD, rows of a table as objects by column.
 */
import { type Fact, formatExact, plainFact, readValue } from "@opendti/engine";
import { Problem, type Words } from "../../http/problem.js";
import type { InputSource } from "../assessments/scoring.js";
import type { StoredValue } from "./repository.js";

type Columns = NonNullable<Extract<InputSource, { columns?: unknown }>["columns"]>;
type Kind = Fact["kind"];

const TEXT_CHARACTERS = 10_000;
const LINK_CHARACTERS = 2_000;
const TABLE_ROWS = 1_000;
/** More than there is of anything that is counted: people, files, computers. A key that stuck is no count. */
const MOST_COUNTED = 999_999_999_999n;
/** Every version of a field is kept for ever, so a field is no place for a file. */
const TABLE_CHARACTERS = 100_000;

/**
 * Brings a sent value to its one form.
 * @param input as the set's text states it: options and columns of a table are there.
 * @returns null when the field is cleared.
 * @throws {Problem} `value-unreadable` saying what is expected.
 */
export function storedValue(fact: Fact, input: InputSource | undefined, sent: unknown): StoredValue | null {
  if (sent === null || sent === undefined || sent === "") return null;
  if (fact.kind === "table")
    return rows(input !== undefined && "columns" in input ? (input.columns ?? []) : [], sent);
  return one(fact.kind, fact, sent);
}

function one(kind: Kind, fact: Fact, sent: unknown): StoredValue | null {
  switch (kind) {
    case "yes_no":
      if (typeof sent === "boolean") return sent;
      throw unreadable("Cần có hoặc không.", "Yes or no is needed.");
    case "choice":
      return place(fact.options.length, sent);
    case "choices":
      return places(fact.options.length, sent);
    case "text":
      return text(sent, TEXT_CHARACTERS);
    case "link":
      return link(sent);
    case "date":
      return day(sent);
    case "table":
      throw unreadable("Bảng không nằm trong bảng.", "A table does not stand in a table.");
    default:
      return number(fact, sent);
  }
}

function number(fact: Fact, sent: unknown): string {
  if (typeof sent !== "string" && typeof sent !== "number")
    throw unreadable("Cần một số.", "A number is needed.");
  if (String(sent).length > 60) throw unreadable("Số quá dài.", "The number is too long.");
  const read = readValue(fact, typeof sent === "number" ? sent : sent.trim(), "stored");
  if (read === undefined) throw unreadable("Cần một số.", "A number is needed.");
  if ("vi" in read) throw new Problem("value-unreadable", read);
  if (fact.kind === "count" && read.n > MOST_COUNTED)
    throw unreadable("Số đếm quá lớn: nhiều nhất 12 chữ số.", "The count is too large: at most 12 digits.");
  return formatExact(read);
}

function place(options: number, sent: unknown): number {
  if (typeof sent === "number" && Number.isInteger(sent) && sent >= 1 && sent <= options) return sent;
  throw unreadable(`Chọn một phương án từ 1 đến ${options}.`, `Choose an option from 1 to ${options}.`);
}

function places(options: number, sent: unknown): number[] | null {
  if (!Array.isArray(sent)) throw unreadable("Cần danh sách phương án.", "A list of options is needed.");
  const chosen = [...new Set(sent.map((each) => place(options, each)))].sort((a, b) => a - b);
  return chosen.length === 0 ? null : chosen;
}

function text(sent: unknown, most: number): string | null {
  if (typeof sent !== "string") throw unreadable("Cần một đoạn chữ.", "A text is needed.");
  if (sent.length > most) throw unreadable(`Tối đa ${most} ký tự.`, `At most ${most} characters.`);
  // PostgreSQL keeps no NUL, and nobody types one.
  const clean = sent.replaceAll("\0", "").normalize("NFC").trim();
  return clean === "" ? null : clean;
}

/** Only web addresses: a link is shown as something to click. */
export function link(sent: unknown): string | null {
  const written = text(sent, LINK_CHARACTERS);
  if (written === null) return null;
  const address = /^[a-z][a-z0-9+.-]*:/i.test(written) ? written : `https://${written}`;
  if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol))
    throw unreadable(
      "Liên kết phải bắt đầu bằng http:// hoặc https://.",
      "A link has to start with http:// or https://.",
    );
  return address;
}

function day(sent: unknown): string {
  const written = typeof sent === "string" ? /^(\d{4})-(\d{2})-(\d{2})$/.exec(sent) : null;
  if (written !== null) {
    const date = new Date(`${written[0]}T00:00:00Z`);
    if (!Number.isNaN(date.getTime()) && date.toISOString().startsWith(written[0])) return written[0];
  }
  throw unreadable("Cần một ngày có thật.", "A real day is needed.");
}

function rows(columns: Columns, sent: unknown): Readonly<Record<string, unknown>>[] | null {
  if (!Array.isArray(sent) || sent.length > TABLE_ROWS)
    throw unreadable(
      `Cần các dòng của bảng, tối đa ${TABLE_ROWS}.`,
      `Rows are needed, at most ${TABLE_ROWS}.`,
    );
  const kept = sent.map((row: unknown, index) => {
    if (typeof row !== "object" || row === null || Array.isArray(row))
      throw unreadable(`Dòng ${index + 1} không đúng dạng.`, `Row ${index + 1} is not a row.`);
    const known = new Map(columns.map((column) => [column.id as string, column]));
    const stray = Object.keys(row).find((id) => !known.has(id));
    if (stray !== undefined)
      throw unreadable(
        `Bảng không có cột "${stray.slice(0, 60)}".`,
        `The table has no column "${stray.slice(0, 60)}".`,
      );
    const cells = columns.flatMap((column) => {
      const cell: unknown = (row as Record<string, unknown>)[column.id];
      if (cell === undefined || cell === null || cell === "") return [];
      return [[column.id, one(column.kind, plainFact(column), cell)] as const];
    });
    return Object.fromEntries(cells);
  });
  const filled = kept.filter((row) => Object.keys(row).length > 0);
  if (JSON.stringify(filled).length > TABLE_CHARACTERS)
    throw unreadable(
      "Bảng quá dài; phần chi tiết hãy gửi bằng tệp minh chứng.",
      "The table is too long; send the details as a file of evidence.",
    );
  return filled.length === 0 ? null : filled;
}

const unreadable = (vi: Words["vi"], en: Words["en"]) => new Problem("value-unreadable", { vi, en });
