/** What a cell of a list says: text, a day, or nothing; or why it cannot be read. */
import type { StoredCell } from "@opendti/documents";
import type { Words } from "../http/problem.js";

/** undefined: the cell is empty. */
export type ReadCell =
  | { readonly text: string }
  /** `YYYY-MM-DD` */
  | { readonly day: string }
  | { readonly fault: Words }
  | undefined;

/** Reads a cell; of a formula its stored result. Text is trimmed and composed (NFC); blank text is an empty cell. */
export function readCell(cell: StoredCell): ReadCell {
  switch (cell.kind) {
    case "text": {
      const text = cell.text.normalize("NFC").replaceAll(/\s+/g, " ").trim();
      return text === "" ? undefined : { text };
    }
    case "number":
      return cell.day === undefined ? { text: cell.number } : { day: cell.day };
    case "boolean":
      return { text: cell.value ? "TRUE" : "FALSE" };
    case "day":
      return { day: cell.day };
    case "error":
      return { fault: { vi: `ô đang báo lỗi ${cell.error}`, en: `the cell shows the error ${cell.error}` } };
    case "no-result":
      return { fault: NO_RESULT };
  }
}

const NO_RESULT: Words = {
  vi: "công thức chưa có kết quả; hãy mở bằng phần mềm bảng tính, tính lại và lưu, hoặc chép thành giá trị",
  en: "the formula has no result; open the file in a spreadsheet, recalculate and save, or paste it as a value",
};

/** What the cell says as text, a day as people write it; undefined when it is empty or unreadable. */
export function textIn(cell: ReadCell): string | undefined {
  if (cell === undefined || "fault" in cell) return undefined;
  return "text" in cell ? cell.text : cell.day.split("-").reverse().join("/");
}

/** The day a cell says, from a date or from text such as 01/07/2025; undefined when it says none. */
export function dayIn(cell: ReadCell): string | undefined {
  if (cell === undefined || "fault" in cell) return undefined;
  if ("day" in cell) return cell.day;
  // A date in a cell formatted as text comes as its serial: days since 30/12/1899.
  if (/^\d{5}$/.test(cell.text))
    return new Date(Date.UTC(1899, 11, 30 + Number(cell.text))).toISOString().slice(0, 10);
  const printed = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(cell.text);
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(cell.text);
  const [year, month, day] = printed ? [printed[3], printed[2], printed[1]] : (iso?.slice(1) ?? []);
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const text = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const date = new Date(`${text}T00:00:00Z`);
  // 31/02 is a date to JavaScript, in March.
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? text : undefined;
}
