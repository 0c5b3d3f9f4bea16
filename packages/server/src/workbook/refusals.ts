/** Why a workbook is not read, in the words of who sent it. */
import { Problem, type Words } from "../http/problem.js";
import { WORKBOOK_LIMITS } from "./limits.js";

export const refused = (words: Words): Problem => new Problem("upload-refused", words);

export const DAMAGED: Words = {
  vi: "Không đọc được bảng tính. Hãy mở bằng phần mềm bảng tính, lưu lại dạng .xlsx rồi gửi lại.",
  en: "The workbook cannot be read. Open it in a spreadsheet, save it again as .xlsx and send that.",
};
export const MACROS: Words = {
  vi: "Tệp có macro nên không được nhận. Hãy lưu lại dạng .xlsx (không có macro).",
  en: "The file has macros and is not accepted. Save it as .xlsx, without macros.",
};
export const NO_WORKBOOK: Words = {
  vi: "Tệp không phải bảng tính .xlsx. Hãy tải tệp mẫu, điền vào rồi gửi lại.",
  en: "The file is no .xlsx workbook. Download the template, fill it in and send that.",
};
export const OLD_OR_LOCKED: Words = {
  vi: "Tệp là .xls đời cũ hoặc có đặt mật khẩu. Hãy bỏ mật khẩu và lưu lại dạng .xlsx.",
  en: "The file is an old .xls or has a password. Take the password off and save it as .xlsx.",
};

export const TOO_LARGE_A_PART: Words = {
  vi: `Một phần của bảng tính sau khi giải nén vượt quá ${WORKBOOK_LIMITS.partBytes / 1024 / 1024} MB. Hãy chia thành nhiều tệp.`,
  en: `A part of the workbook inflates to more than ${WORKBOOK_LIMITS.partBytes / 1024 / 1024} MB. Split it into several files.`,
};
export const TOO_MANY_COLUMNS: Words = {
  vi: `Bảng tính dùng quá ${WORKBOOK_LIMITS.columns} cột. Hãy xóa các cột thừa bên phải.`,
  en: `The workbook uses more than ${WORKBOOK_LIMITS.columns} columns. Delete those to the right.`,
};

/** More than a workbook may have of something: its limit, and what it is in both languages. */
export function tooMany(limit: number, vi: string, en: string): Problem {
  return refused({
    vi: `Bảng tính có hơn ${new Intl.NumberFormat("vi").format(limit)} ${vi}. Hãy chia thành nhiều tệp, hoặc chép các dòng vào tệp mẫu.`,
    en: `The workbook has more than ${new Intl.NumberFormat("en").format(limit)} ${en}. Split it into several files, or copy the rows into the template.`,
  });
}
