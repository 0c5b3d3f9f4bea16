/** What was sent in place of a workbook: what it is, and what to send. */
import type { BilingualText } from "@opendti/prose";
import { isZip } from "../blocks/format.js";
import { DocumentRefused, type RefusalCode } from "../blocks/refused.js";

/** Where the kind of a file that is no archive shows. */
const HEAD = 4096;

/**
 * Lets through what may be an .xlsx; its archive is looked at when it is open.
 * @param wanted what to send in its place, a sentence.
 * @throws {DocumentRefused} with what the file is and how it becomes a workbook that is read.
 */
export function requirePackage(bytes: Uint8Array, wanted: BilingualText): void {
  if (bytes.length === 0)
    throw refusal("empty", `Tệp trống. ${wanted.vi}`, `The file is empty. ${wanted.en}`);
  if (isZip(bytes)) return;
  const head = Buffer.from(bytes.subarray(0, HEAD)).toString("latin1");
  if (head.startsWith("\xd0\xcf\x11\xe0")) throw oldOffice(bytes, wanted);
  if (head.startsWith("%PDF")) throw notAWorkbook(wanted, "PDF");
  if (head.startsWith("{\\rtf")) throw notAWorkbook(wanted, "RTF");
  if (/^(\xef\xbb\xbf)?\s*(<\?xml[^>]*\?>\s*)?<\?mso-application/.test(head))
    throw saveAnew("Tệp XML đời 2003", "This is XML of Office 2003");
  if (/^(\xef\xbb\xbf)?\s*<(!doctype|html|table|\?xml)/i.test(head)) throw notAWorkbook(wanted, "HTML, XML");
  throw notAWorkbook(wanted);
}

/**
 * @param names of the archive's parts, in lower case.
 * @param wanted what to send in its place, a sentence.
 * @throws {DocumentRefused} unless they are those of an .xlsx.
 */
export function requireWorkbookParts(names: ReadonlySet<string>, wanted: BilingualText): void {
  const all = [...names];
  if (all.some((name) => /vba(project\.bin|data\.xml)$|^xl\/(macrosheets|dialogsheets)\//.test(name)))
    throw refusal(
      "macros",
      "Bảng tính có macro (.xlsm). Lưu lại thành .xlsx (không macro) rồi nạp lại.",
      "The workbook has macros (.xlsm). Save it as .xlsx (without macros) and upload it again.",
    );
  if (names.has("xl/workbook.bin")) throw saveAnew("Tệp .xlsb", "This is an .xlsb");
  if (names.has("content.xml") && names.has("mimetype"))
    throw saveAnew("Tệp của LibreOffice (.ods, .odt)", "This is a file of LibreOffice (.ods, .odt)");
  if (all.some((name) => name.startsWith("word/"))) throw notAWorkbook(wanted, "Word");
  if (!all.some((name) => name.startsWith("xl/"))) throw notAWorkbook(wanted, "ZIP");
}

/** An OLE container: a workbook or a letter of before 2007, or one of today behind a password. Its directory names its streams. */
function oldOffice(bytes: Uint8Array, wanted: BilingualText): DocumentRefused {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const has = (name: string): boolean => content.includes(Buffer.from(name, "utf16le"));
  if (has("EncryptedPackage"))
    return refusal(
      "encrypted",
      "Bảng tính có đặt mật khẩu. Mở bằng Excel, bỏ mật khẩu, lưu lại thành .xlsx không đặt mật khẩu rồi nạp lại.",
      "The workbook has a password. Open it in Excel, take the password off, save it as .xlsx without one and upload it again.",
    );
  if (has("WordDocument")) return notAWorkbook(wanted, "Word đời cũ (.doc)", "old Word (.doc)");
  return has("Workbook") || has("Book")
    ? saveAnew("Tệp .xls đời cũ", "This is an old .xls")
    : saveAnew("Tệp .xls đời cũ hoặc có đặt mật khẩu", "This is an old .xls or has a password");
}

/** A spreadsheet of another format: the same sheets, saved anew. */
const saveAnew = (vi: string, en: string): DocumentRefused =>
  refusal(
    "old-format",
    `${vi}. Mở bằng Excel hoặc LibreOffice, lưu lại thành .xlsx không đặt mật khẩu rồi nạp lại.`,
    `${en}. Open it in Excel or LibreOffice, save it as .xlsx without a password and upload it again.`,
  );

/** No spreadsheet of ours can come of it. */
const notAWorkbook = (wanted: BilingualText, what?: string, inEnglish = what): DocumentRefused =>
  refusal(
    "not-a-document",
    `Tệp ${what === undefined ? "" : `${what} `}không phải bảng tính .xlsx. ${wanted.vi}`,
    `${what === undefined ? "The file" : `A file of the kind ${inEnglish}`} is no .xlsx workbook. ${wanted.en}`,
  );

const refusal = (code: RefusalCode, vi: string, en: string): DocumentRefused =>
  new DocumentRefused(code, { vi, en });
